"""Agreements: a noun for a paper, what became of it, when, where, by whom and about what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indru.knowledge.cues import CueKind, Form
from indru.parse.drafts import Draft, Reading, read
from indru.parse.scope import Scope
from indru.parse.values import date_near, place_near
from indru.parse.view import SentenceView
from indru.scan.mentions import Kind, Mention
from indru.values import Basis, DateSpan

_DEFINITE = re.compile(r"(?:the|this|that|these|those|its|their|his|said|such)(?: [\w'-]+){0,2} ?$")
_INDEFINITE = re.compile(r"(?:an?|another|one more|new|fresh|one|second|separate|yet another)(?: [\w'&$-]+){0,6} ?$")
_OF_DATE = re.compile(r"(?: (?:of|from|dated|in|concluded in|signed in|signed on|made in))? ?$")
_REACH = 90
"""How far the verb of an agreement may be from its noun, in characters."""


def parse_agreements(view: SentenceView, scope: Scope) -> Iterator[Draft]:
    """The agreements that one sentence tells of, or adds to."""
    papers = [m for m in view.cues[CueKind.PAPER] if _counts(view, m)]
    for index, paper in enumerate(papers):
        start, end = view.clause_span(paper.start)
        if not scope.between(view, start, end):
            continue
        draft = _draft(view, paper, papers[index + 1 :])
        if draft is not None:
            yield draft


def _counts(view: SentenceView, paper: Mention) -> bool:
    """Loose words ("the paper") name an agreement only where something is signed."""
    if paper.value.value == "document":
        return any(s.value.value == "signed" for s in view.cues[CueKind.SEAL] if view.distance(paper, s) <= 60)
    return True


def _draft(view: SentenceView, paper: Mention, later: list[Mention]) -> Draft | None:
    before = view.words(paper.start - 60, paper.start)
    definite = bool(_DEFINITE.search(before)) and not _INDEFINITE.search(before)
    status = _status(view, paper)
    future = status is not None and status.value == "proposed"
    date = date_near(view, paper, _anchors(view, paper), future=future)
    if status is None and date is not None and not future:
        status = Reading("status", "signed", date.start, date.end, "paper:dated")
    readings = [read("kind", "agreement" if paper.value.value == "document" else paper.value.value, paper)]
    if status is not None:
        readings.append(status)
    if date is not None:
        readings.append(date._replace(field="signed"))
    readings.extend(_systems(view, paper, later))
    readings.extend(_signatories(view, paper, status))
    readings.extend(_term(view, paper))
    readings.extend(_count(view, paper))
    place = place_near(view, paper, _anchors(view, paper))
    if place is not None and status is not None:
        readings.append(place)
    return Draft(
        type="agreement",
        sentence=view.index,
        start=paper.start,
        readings=tuple(readings),
        definite=definite,
        weak=status is None,
        more=bool(_INDEFINITE.search(before)),
    )


def _anchors(view: SentenceView, paper: Mention) -> list[Mention]:
    """What may carry the date and place of the agreement: its own verb, and the noun itself."""
    seals = [s for s in view.cues[CueKind.SEAL] if view.distance(paper, s) <= _REACH]
    return [*seals, paper]


def _status(view: SentenceView, paper: Mention) -> Reading | None:
    """How far the agreement has got, by the nearest verb and how real that verb is."""
    seals = [s for s in view.cues[CueKind.SEAL] if s.value.value not in ("amends", "extends")]
    own = [s for s in seals if _owner(view, s) is paper]
    stages = [m for m in view.cues[CueKind.MODALITY] if m.value.value == "cancelled" and view.same_clause(m, paper)]
    best: Reading | None = None
    rank = -1
    for seal in own:
        value = _sealed(view, seal, paper)
        if value is not None and _RANK[value] > rank:
            best, rank = read("status", value, seal), _RANK[value]
    for stage in stages:
        if "negated" not in view.modality(stage) and rank < 9:
            best, rank = read("status", "cancelled", stage), 9
    if best is None:
        planned = [m for m in view.cues[CueKind.MODALITY] if m.value.value == "planned" and view.same_clause(m, paper)]
        if planned and view.distance(paper, planned[0]) <= _REACH:
            best = read("status", "proposed", planned[0])
    return best


_RANK = {"proposed": 0, "signed": 3, "ratified": 4, "in-force": 5, "expired": 6, "cancelled": 7}


def _owner(view: SentenceView, seal: Mention) -> Mention | None:
    """The paper that a verb is about: the nearest, objects behind it before subjects in front of it."""
    papers = view.cues[CueKind.PAPER]
    best = min(papers, key=lambda p: view.distance(p, seal) + (15 if p.start < seal.start else 0), default=None)
    return best if best is not None and view.distance(best, seal) <= _REACH else None


def _sealed(view: SentenceView, seal: Mention, paper: Mention) -> str | None:
    value: str = seal.value.value
    modality = view.modality(seal)
    if seal.form is Form.BASE and "planned" not in modality and value == "signed":
        modality = modality | {"planned"} if view.words(seal.start - 4, seal.start) == " to " else modality
    if value == "approved":
        parliament = any(m.kind is Kind.ORGANISATION and m.value.kind == "parliament" for m in view.mentions)
        return "ratified" if parliament and "planned" not in modality else "proposed"
    if value == "signed" and ("planned" in modality or "negated" in modality):
        return "proposed"
    if value == "ratified" and "planned" in modality:
        return "signed"
    if "negated" in modality and value in ("expired", "in-force"):
        return None
    return value


def _systems(view: SentenceView, paper: Mention, later: list[Mention]) -> Iterator[Reading]:
    """The systems behind the noun, up to the next agreement; else those of its clause."""
    limit = later[0].start if later else view.end
    behind = [m for m in view.by_kind[Kind.SYSTEM] if paper.end <= m.start < limit]
    chosen = [m for m in behind if view.distance(paper, m) <= 160]
    if not chosen:
        chosen = [m for m in view.by_kind[Kind.SYSTEM] if m.end <= paper.start and view.same_clause(m, paper)]
    for m in chosen:
        yield read("systems", m.value, m)


def _signatories(view: SentenceView, paper: Mention, status: Reading | None) -> Iterator[Reading]:
    """People of the clause in which something is signed."""
    if status is None or not status.rule.startswith("cue:seal"):
        return
    at = Mention(status.start, status.end, Kind.CUE, None)
    if status.value not in ("signed", "proposed"):
        return
    number = view.clause(at.start)
    people = [m for m in view.by_kind[Kind.PERSON] if view.clause(m.start) == number]
    if len({m.value.country for m in people}) < 2:
        return
    for m in people:
        yield read("signatories", m.value, m)


def _term(view: SentenceView, paper: Mention) -> Iterator[Reading]:
    """How long it runs: "from 2021 to 2031", "until 2020"."""
    for m in view.by_kind[Kind.DATE]:
        resolved = view.resolve(m, future=None)
        if resolved is None or view.distance(paper, m) > 120:
            continue
        date, basis = resolved
        before = view.words(m.start - 14, m.start)
        if "/" in date.edtf and len(date.edtf) == 9:
            yield Reading("term", date, m.start, m.end, "term:interval", basis)
        elif re.search(r"(?:until|till|through|up to|expires in|runs to|runs out in) $", before):
            year = DateSpan(f"../{date.edtf}") if ".." not in date.edtf and "/" not in date.edtf else date
            yield Reading("term", year, m.start, m.end, "term:until", Basis(basis))


def _count(view: SentenceView, paper: Mention) -> Iterator[Reading]:
    """ "More than 10 agreements" are one record with a count."""
    for m in view.by_kind[Kind.NUMBER]:
        gap = paper.start - m.value.number_end
        if 0 <= gap <= 25 and paper.form is Form.NOUN and m.value.quantity.number > 1:
            yield Reading("count", m.value.quantity.number, m.start, m.end, "count")
            return
