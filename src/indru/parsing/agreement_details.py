"""What else a sentence says of an agreement: its title, what it covers, what it changes, the steps of its life."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indru.knowledge.cues import CueKind
from indru.model.agreement import AgreementStatus, StatusChange
from indru.parsing.drafts import Reading, read
from indru.parsing.papers import Paper
from indru.parsing.sealing import Sealing
from indru.parsing.terms import date_of
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind, Mention

_PART = r"[A-Z][\w'&-]*"
_TITLE = re.compile(rf"(?:{_PART} ){{0,3}}{_PART}(?:,? (?:(?:of|on|for|and|in|to|the|between) ){{0,3}}{_PART}){{1,12}}")
"""Capitalised words joined by small ones: "Treaty of Peace, Friendship and Cooperation"."""
_QUOTED = re.compile(r',? "([^"]{4,80}?),?"')
_TITLE_REACH = 140
_ABOUT_EQUIPMENT = frozenset({"contract", "deal"})
_RELATIONS = frozenset({"amends", "extends", "implements"})
_REACH = 45
"""How far from the word for a relation the other agreement may stand."""


def read_title(view: SentenceView, paper: Paper) -> Iterator[Reading]:
    """The title that a text gives in capitals or in quotation marks.

    "The Treaty of Peace, Friendship and Cooperation"; 'a vision document, "Druzhba-Dosti"'.
    """
    text = view.document.text
    if text[paper.start].isupper() and not view.heading:
        match = _TITLE.match(text, paper.start, min(view.end, paper.start + _TITLE_REACH))
        if match and match.end() > paper.end:
            end = _without_venue(view, match.end())
            yield Reading("title", text[paper.start : end], paper.start, end, "title:capitals")
            return
    quoted = _QUOTED.match(text, paper.end, min(view.end, paper.end + _TITLE_REACH))
    if quoted and quoted[1][0].isupper():
        yield Reading("title", quoted[1], quoted.start(1), quoted.end(1), "title:quoted")


def _without_venue(view: SentenceView, end: int) -> int:
    """The end of a title without the city behind it: "signed an Agreement on Mutual Protection in Moscow"."""
    venue = next((m for m in view.by_kind[Kind.PLACE] if m.end == end), None)
    return venue.start - len(" in ") if venue and view.words(venue.start - 4, venue.start) == " in " else end


def read_areas(view: SentenceView, paper: Paper) -> Iterator[Reading]:
    """The fields that an agreement covers; a contract is about equipment and has none."""
    if paper.kind in _ABOUT_EQUIPMENT or paper.loose:
        return
    for m in view.cues[CueKind.AREA]:
        if m.start >= paper.end or view.same_clause(m, paper.at):
            yield read("areas", m.value.value, m)


def read_relations(view: SentenceView, papers: Sequence[Paper], index: int) -> Iterator[Reading]:
    """Which agreement this one amends, extends or implements: "a protocol amending the agreement of 2019"."""
    if index + 1 >= len(papers):
        return
    paper, other = papers[index], papers[index + 1]
    for cue in view.cues[CueKind.SEAL]:
        if (
            cue.value.value in _RELATIONS
            and paper.start <= cue.start
            and paper.end < cue.end
            and 0 <= other.start - cue.end <= _REACH
        ):
            start, end = _named(view, other)
            name = view.document.text[start:end]
            yield Reading(cue.value.value, name, start, end, f"cue:{cue.value.id}")
            return


def _named(view: SentenceView, paper: Paper) -> tuple[int, int]:
    """The words for an agreement, with the date that tells it from others: "agreement of 18 February 2019"."""
    for date in view.by_kind[Kind.DATE]:
        if date.start >= paper.end and view.words(paper.end, date.start).strip() in ("of", "of the", "dated", "from"):
            return paper.start, date.end
    title = next(read_title(view, paper), None)
    return (title.start, title.end) if title is not None else (paper.start, paper.end)


_STEPS = {"signed", "ratified", "in-force", "expired", "cancelled"}


def read_history(view: SentenceView, sealings: Sequence[Sealing], others: Sequence[Mention]) -> Iterator[Reading]:
    """The steps of its life that a sentence tells: "signed in February, ratified by the Duma in December"."""
    for sealing in sealings:
        if sealing.value not in _STEPS:
            continue
        date = date_of(view, [sealing.at], sealing.at, others, future=False)
        chambers = [m for m in view.by_kind[Kind.ORGANISATION] if m.value.kind == "parliament"]
        body = view.nearest(sealing.at, chambers, limit=60) if sealing.value == "ratified" else None
        step = StatusChange(
            status=AgreementStatus(sealing.value),
            date=date.value if date is not None else None,
            body=body.value.name if body is not None else None,
        )
        yield read("history", step, sealing.at)
