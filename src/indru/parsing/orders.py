"""When something was ordered: the date beside the words for ordering or signing, and not beside those for delivery."""

from __future__ import annotations

from collections.abc import Iterator

from indru.knowledge.cues import CueKind, Form
from indru.parsing.drafts import Reading
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind, Mention

_REACH = 70


def read_ordered(view: SentenceView, anchor: Mention) -> Iterator[Reading]:
    """The date of the order: "ordered in 2018", "under a contract of February 2001", or the one that heads the line."""
    own = _ordering(view)
    rivals = [
        m
        for m in view.cues[CueKind.SUPPLY]
        if m.value.value in ("delivered", "delivering", "begun", "proposed", "arrived")
    ]
    best: tuple[int, Mention] | None = None
    for date in view.by_kind[Kind.DATE]:
        if _of_saying(view, date):
            continue
        if not view.same_clause(date, anchor) and _has_number(view, date, anchor):
            continue
        mine = min((_gap(view, m, date) for m in own if not _is_term(m, date)), default=10_000)
        if own and view.same_clause(date, anchor) and _is_alone(view, date):
            mine = min(mine, _REACH)  # "16 were bought in 2004, and 29 more in 2010."
        theirs = min((_gap(view, m, date) for m in rivals), default=10_000)
        price = mine + view.distance(date, anchor) // 2 + (40 if _taken(view, date, anchor) else 0)
        if mine <= _REACH and mine <= theirs and (best is None or price < best[0]):
            best = (price, date)
    headed = any(m.value.kind is not CueKind.MODE for m in own)
    chosen = best[1] if best is not None else view.lead if headed else None
    if chosen is None:
        return
    resolved = view.resolve(chosen, future=None)
    if resolved is None:
        return
    earliest = resolved[0].earliest
    if earliest is None or view.reference is None or earliest <= view.reference:
        yield Reading("ordered", resolved[0], chosen.start, chosen.end, "date", resolved[1])


def _is_term(cue: Mention, date: Mention) -> bool:
    """Whether a date is none of the order of a lease: "January 2012: the boat, leased, joins"."""
    return cue.value.kind is CueKind.MODE and cue.form is Form.PAST and date.start < cue.start


def _gap(view: SentenceView, cue: Mention, date: Mention) -> int:
    """How far a date is from a verb; it belongs rather to the one before it: "concluded in 2008, 80 were shipped".

    The only date of a clause, or one that begins the sentence, is the date of all of it: "On 21 December, while both
    looked on, they signed".
    """
    gap = view.distance(cue, date) + (0 if date.start > cue.start else 15)
    only = len(view.by_kind[Kind.DATE]) == 1
    return min(gap, _REACH) if only and (date.start - view.start <= 12 or view.same_clause(cue, date)) else gap


def _is_alone(view: SentenceView, date: Mention) -> bool:
    return not any(other is not date and view.same_clause(other, date) for other in view.by_kind[Kind.DATE])


def _has_number(view: SentenceView, date: Mention, anchor: Mention) -> bool:
    """Whether a date is of another lot: "16 have come; 29 more were ordered in 2010"."""
    numbers = [m for m in view.by_kind[Kind.NUMBER] if m.value.arms or m.value.kind is None]
    own = any(view.same_clause(m, anchor) for m in numbers)
    return own and any(m is not anchor and view.same_clause(m, date) for m in numbers)


def _of_saying(view: SentenceView, date: Mention) -> bool:
    """Whether a date is that of a statement: "officials described on Tuesday as", "he said on Friday"."""
    return any(0 <= date.start - m.end <= 12 or 0 <= m.start - date.end <= 2 for m in view.cues[CueKind.SPEECH])


def _ordering(view: SentenceView) -> list[Mention]:
    """The words for ordering, buying, leasing and signing; a contract before the agreement that it rests on."""
    papers = [m for m in view.cues[CueKind.PAPER] if m.value.value in ("contract", "deal")]
    frames = [m for m in view.cues[CueKind.PAPER] if m.value.value == "intergovernmental-agreement"]
    own = [m for m in view.cues[CueKind.SEAL] if m.value.value == "signed"]
    if papers and frames:
        own = [m for m in own if view.nearest(m, [*papers, *frames]) in papers]
    own.extend(m for m in view.cues[CueKind.SUPPLY] if m.value.value in ("contracted", "bought"))
    own.extend(m for m in view.cues[CueKind.MODE] if m.value.value == "lease")
    own.extend(papers or frames)
    return own


def _taken(view: SentenceView, date: Mention, anchor: Mention) -> bool:
    """Whether another number stands right before a date: "80 under a contract of 2008 and 71 under another"."""
    if date.start > anchor.start:
        return False
    return any(m.end <= date.start and m is not anchor for m in view.by_kind[Kind.NUMBER])
