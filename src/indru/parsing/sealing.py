"""What became of a paper: which verb is about which noun, and how far that says it has got."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indru.knowledge.cues import CueKind, Form
from indru.parsing.drafts import Reading, read
from indru.parsing.papers import Paper
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind, Mention

_BEHIND = 110
"""How far behind an active verb its paper may stand, in characters."""
_BEFORE = 240
"""How far before a passive verb its subject may: relative clauses come between."""
_BE = re.compile(r"(?:^|\W)(?:is|was|were|are|be|been|being|gets?|got)(?: [\w-]+){0,3},? $")
_TO_BE = re.compile(r"\bbe(?: [\w-]+){0,3},? $")
_HAVE = re.compile(r"(?:^|\W)(?:has|have|had|having)(?: [\w-]+){0,2} $")
_OBJECT = re.compile(
    r" (?:an?|the|another|its|their|his|her|this|that|these|two|three|four|five|several|some|more|over|about|\$"
    r"|rs|\d)\b"
)
_SUBJECT_ONLY = frozenset({"in-force", "expired"})
_AWAITED = re.compile(
    r"\b(?:for|before|ahead of|await|awaits|awaiting|pending|until|till|towards?) (?:its |the |a |formal |actual )*$"
)
"""Words before "the signing" that say that it is still to come."""
_UNFINISHED = re.compile(
    r"\b(?:yet|so far|still|to this day|to date|until now|till now|as of now|pending|before long)\b"
)
_HAS_BEEN = re.compile(r"\b(?:has|have) been $")
_COUNTERFACTUAL = re.compile(r"^.{0,40}\bwould have (?:been|cost|brought|given|covered)\b")
_EXISTS = re.compile(
    r"(?:\b(?:under|per|by|within|through|in line with|in accordance with|as part of|thanks to))(?: [\w'$.,-]+){0,6} $"
)
_CAME = re.compile(r"^[^.;]{0,70}\b(?:came|followed|dates|dating|goes back|went back)\b")
_HOLDS = re.compile(
    r"^(?:,? (?:is|was|are|were))? (?:worth|valued|provides?|provided|covers?|covered|envisages?|envisaged"
    r"|stipulates?|includes?"
    r"|foresees?|foresaw|calls? for|called for|concerns?|has been|one of those)\b"
)
_TALKS = re.compile(
    r"\b(?:talks|negotiations|discussions|bargaining|haggling|consultations|hopes|bid|push|plans?)\b[^.;]{0,60}?\b(?:on|over|for|about|towards?)"
    r" (?:(?:an?|the|another|new|first) ){0,2}(?:[\w-]+ ){0,3}$"
)
_DENIED = re.compile(r"\b(?:denied|dismissed|waved away|refuted|rejected|baseless|untrue|fake|rubbished)\b")
_TELLS = re.compile(r"\b(?:report|reports|rumours?|rumors?|claims?|story|stories|suggestions?)\b[^.;]{0,40}\bthat\b")


class Sealing(NamedTuple):
    """How far a paper has got, by which words, and how strongly they say it."""

    value: str
    at: Mention
    strength: int

    @property
    def reading(self) -> Reading:
        """The reading of the status."""
        return read("status", self.value, self.at)

    @property
    def signs(self) -> bool:
        """Whether the words are of signing, done or to be done, so that its date and people are theirs."""
        return self.at.value.kind is CueKind.SEAL and self.at.value.value == "signed"


_ORDER = {"proposed": 0, "signed": 3, "ratified": 4, "in-force": 5, "expired": 6, "cancelled": 7}


def furthest(sealings: Sequence[Sealing]) -> Sealing | None:
    """The furthest that the verbs of a paper say it has got."""
    return max(sealings, key=lambda sealing: _ORDER[sealing.value], default=None)


def seal_papers(view: SentenceView, papers: Sequence[Paper]) -> list[list[Sealing]]:
    """What the verbs of a sentence say of each of its papers.

    A verb about one paper of a list is about them all: "a protocol and two contracts were signed".
    """
    found: list[list[Sealing]] = [[] for _ in papers]
    for index, sealing in _sealings(view, papers):
        group = papers[index].group
        for other, paper in enumerate(papers):
            if other == index or paper.group == group:
                found[other].append(sealing)
    return found


def _sealings(view: SentenceView, papers: Sequence[Paper]) -> Iterator[tuple[int, Sealing]]:
    for seal in view.cues[CueKind.SEAL]:
        if seal.value.value in ("amends", "implements") or _is_noun(view, seal):
            continue
        index = _owner(view, seal, papers)
        if index is not None:
            value = _value(view, seal, definite=papers[index].definite)
            if value is not None:
                yield index, Sealing(value, seal, 5 if value != "proposed" else 3)
    for stage in view.cues[CueKind.MODALITY]:
        if stage.value.value == "cancelled" and not view.modality(stage) & {"negated", "planned", "conditional"}:
            index = _nearest(view, stage, papers, 70)
            if index is not None and view.same_clause(stage, papers[index].at):
                yield index, Sealing("cancelled", stage, 5)


_NOUN_BEFORE = re.compile(r"(?:^|\W)(?:an?|the|no|any|another|clear|good|first|every|this) $")


def _is_noun(view: SentenceView, seal: Mention) -> bool:
    """ "A sign of trust"."""
    return seal.form is Form.BASE and bool(_NOUN_BEFORE.search(view.words(seal.start - 9, seal.start)))


def _owner(view: SentenceView, seal: Mention, papers: Sequence[Paper]) -> int | None:
    """The paper that a verb is about: its object behind it, or its subject where it is passive.

    "An agreement that clears the way for more was signed" has the subject far before the verb; in "signed on
    Tuesday a contract" nothing but an adverb stands between.
    """
    before = [i for i, p in enumerate(papers) if p.end <= seal.start and _reaches(view, p.end, seal.start, _BEFORE)]
    behind = [i for i, p in enumerate(papers) if p.start >= seal.end and _reaches(view, seal.end, p.start, _BEHIND)]
    if seal.value.value == "proposed" or seal.form is Form.PHRASE:
        return (
            _nearest(view, seal, papers, _BEHIND)
            if seal.value.value not in _SUBJECT_ONLY
            else (before[-1] if before else None)
        )
    if seal.value.value in _SUBJECT_ONLY or is_passive(view, seal):
        return before[-1] if before else next(iter(behind), None)
    if behind and view.clause(papers[behind[0]].start) - view.clause(seal.start) <= 1:
        return behind[0]
    near = [i for i in before if seal.start - papers[i].end <= _BEHIND]
    return near[-1] if near else next(iter(behind), None)


def _reaches(view: SentenceView, start: int, end: int, limit: int) -> bool:
    return end - start <= limit and ";" not in view.words(start, end)


def _nearest(view: SentenceView, cue: Mention, papers: Sequence[Paper], limit: int) -> int | None:
    best = min(range(len(papers)), key=lambda i: view.distance(papers[i].at, cue), default=None)
    return best if best is not None and view.distance(papers[best].at, cue) <= limit else None


def is_passive(view: SentenceView, seal: Mention) -> bool:
    """Whether a verb in the past has its paper for a subject: "was signed", "the contract, signed in May"."""
    if seal.form not in (Form.PAST, Form.PARTICIPLE):
        return False
    before = view.words(seal.start - 36, seal.start)
    if _BE.search(before):
        return True
    if _HAVE.search(before) or _OBJECT.match(view.words(seal.end, seal.end + 14)):
        return False
    return not any(0 <= m.start - seal.end <= 25 for m in view.cues[CueKind.PAPER])


def is_finite(view: SentenceView, seal: Mention) -> bool:
    """Whether a verb tells of news ("they signed", "was signed") and not of an earlier time.

    "Had been signed" and "a contract signed in May" do that.
    """
    before = view.words(seal.start - 36, seal.start)
    if re.search(r"\bhad(?: \w+){0,2} $", before):
        return False
    return bool(_BE.search(before)) or not is_passive(view, seal)


def _value(view: SentenceView, seal: Mention, *, definite: bool) -> str | None:
    """The status that a verb says, as real as its clause is."""
    value: str = seal.value.value.replace("extends", "signed")
    modality = _modality(view, seal)
    if _is_denied(view, seal):
        return None
    if value == "approved":
        parliament = any(m.kind is Kind.ORGANISATION and m.value.kind == "parliament" for m in view.mentions)
        return "ratified" if parliament and not modality & {"planned", "negated"} else "proposed"
    if value == "proposed" and modality & {"conditional", "negated"}:
        return None
    if value == "signed":
        if "negated" in modality:
            open_still = definite or _HAS_BEEN.search(view.words(seal.start - 12, seal.start))
            return "proposed" if open_still or _UNFINISHED.search(view.words(view.start, view.end)) else None
        return "proposed" if modality & {"planned", "conditional", "postponed"} else "signed"
    if value == "ratified" and modality & {"planned", "negated"}:
        return "signed"
    if value in _SUBJECT_ONLY and "negated" in modality:
        return None
    if value == "expired" and (seal.form in (Form.BASE, Form.THIRD) or "planned" in modality):
        return "in-force"
    return value


_REFERS = re.compile(r"\b(?:it|they|them|this|both|signe?d?|inked|ratified|all)\b")


def lone_seals(view: SentenceView) -> Iterator[Sealing]:
    """What verbs say in a sentence without a noun for a paper: "it was signed in May", "the Duma ratified it"."""
    if not _REFERS.search(view.words(view.start, view.end)):
        return
    for seal in view.cues[CueKind.SEAL]:
        if seal.value.value in ("signed", "ratified", "approved", "in-force", "expired") and not _is_noun(view, seal):
            value = _value(view, seal, definite=True)
            if value is not None and (value != "proposed" or seal.value.value == "signed"):
                yield Sealing(value, seal, 5 if value != "proposed" else 3)


def _modality(view: SentenceView, seal: Mention) -> frozenset[str]:
    """How real a verb is. What is planned governs its own verb alone: "will get it under a deal signed in 2018"."""
    modality = view.modality(seal)
    before = view.words(seal.start - 36, seal.start)
    if any(m.value.value == "proposed" and 0 <= seal.start - m.end <= 14 for m in view.cues[CueKind.SEAL]):
        return modality | {"planned"}  # "close to signing"
    if seal.form is Form.GERUND and _AWAITED.search(before):
        return modality | {"planned"}
    if seal.form is Form.BASE and before.endswith(" to "):
        return modality | {"planned"}
    if seal.form in (Form.PAST, Form.PARTICIPLE) and not _TO_BE.search(before):
        return modality - {"planned"}
    return modality


def _is_denied(view: SentenceView, seal: Mention) -> bool:
    """ "A report that a letter had been initialled was waved away"."""
    before = view.words(view.start, seal.start)
    return bool(_TELLS.search(before) and _DENIED.search(view.words(seal.end, view.end)))


def presume(view: SentenceView, paper: Paper, systems: Sequence[Mention]) -> Sealing | None:
    """What the words around a paper take for granted where no verb says it: "under a contract of 2001"."""
    before = view.words(paper.start - 100, paper.start)
    behind = view.words(paper.end, paper.end + 90)
    if _COUNTERFACTUAL.match(behind):
        return Sealing("cancelled", paper.at, 3)
    talked = _TALKS.search(before)
    if talked:
        return Sealing("proposed", paper.at, 3)
    planned = [
        m
        for m in view.cues[CueKind.MODALITY]
        if m.value.value in ("planned", "conditional", "postponed")
        and view.same_clause(m, paper.at)
        and (0 <= paper.start - m.end <= 60 or 0 <= m.start - paper.end <= 25)
    ]
    if _EXISTS.search(before) or _HOLDS.match(behind) or _CAME.match(behind):
        return Sealing("signed", paper.at, 2)
    if planned:
        return Sealing("proposed", planned[0], 2)
    negated = any(m.value.value == "negated" and view.same_clause(m, paper.at) for m in view.cues[CueKind.MODALITY])
    if negated and _UNFINISHED.search(behind) and "no " in before[-20:]:
        return Sealing("proposed", paper.at, 3)  # "no contract yet, only the nod"
    if systems and not negated:
        # "A contract for 310 of them followed", "the S-400 deal": what is named so is there.
        return Sealing("signed", paper.at, 2)
    if not negated and not paper.plural and (paper.named or (paper.kind == "contract" and paper.definite)):
        return Sealing("signed", paper.at, 2)
    return None
