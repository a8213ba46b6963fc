"""Procurements: a system, and words that say that it passes between the two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from indru.knowledge.cues import CueKind
from indru.parse.amounts import fits, read_ordered, read_quantity, read_value, stands_alone
from indru.parse.drafts import Draft, read
from indru.parse.scope import Scope
from indru.parse.supply import read_mode, supply_cues, vote_on_status
from indru.parse.view import SentenceView
from indru.scan.mentions import Kind, Mention
from indru.values import Basis


class Target(NamedTuple):
    """The system that a statement is about, and where in the sentence the statement stands.

    `named` is where the system is named: in the sentence itself, or before it where the sentence only says
    "29 more were ordered".
    """

    anchor: Mention
    named: Mention

    @property
    def here(self) -> bool:
        return self.anchor is self.named


def parse_procurements(view: SentenceView, scope: Scope, salient: Mention | None) -> Iterator[Draft]:
    """The procurements that one sentence tells of. `salient` is the system that the text was speaking of."""
    for target in _targets(view, salient):
        start, end = view.clause_span(target.anchor.start)
        if _russian(target.named) and scope.between(view, start, end):
            draft = _draft(view, target)
            if draft is not None:
                yield draft


def _russian(system: Mention) -> bool:
    return bool({"RUS", "SUN"} & set(system.value.origin)) or not system.value.origin


def _targets(view: SentenceView, salient: Mention | None) -> Iterator[Target]:
    """The systems named, and the one that was spoken of where numbers, sums or papers stand alone."""
    systems = view.by_kind[Kind.SYSTEM]
    for m in systems:
        yield Target(m, m)
    spoken_of = _latest(systems, salient)
    for m in view.by_kind[Kind.NUMBER]:
        before = [s for s in systems if s.end <= m.start]
        system = before[-1] if before else spoken_of
        if system is None or any(view.same_clause(m, s) for s in systems):
            continue
        if stands_alone(view, m) or fits(m, system.value):
            yield Target(m, system)
    if not systems and salient is not None and not view.by_kind[Kind.NUMBER]:
        for m in [*view.by_kind[Kind.MONEY], *view.cues[CueKind.PAPER], *view.cues[CueKind.SUPPLY]]:
            yield Target(m, salient)
            return


def _latest(systems: list[Mention], salient: Mention | None) -> Mention | None:
    return systems[0] if systems else salient


def _draft(view: SentenceView, target: Target) -> Draft | None:
    cues = supply_cues(view, target.anchor)
    vote = vote_on_status(view, target.anchor, cues)
    if vote is None:
        return None
    basis = Basis.ASSERTED if target.here else Basis.RESOLVED
    readings = [read("system", target.named.value, target.named, basis=basis)]
    readings.append(read_mode(view, target.anchor, target.named, cues))
    readings.append(vote.reading)
    readings.extend(read_quantity(view, target.anchor, target.named.value))
    readings.extend(read_value(view, target.anchor))
    if vote.reading.value in ("contracted", "delivering", "delivered"):
        readings.extend(read_ordered(view, target.anchor))
    more = any(view.distance(target.anchor, m) <= 25 for m in view.cues[CueKind.MORE])
    counted = any(r.field == "quantity" for r in readings)
    return Draft(
        type="procurement",
        sentence=view.index,
        start=target.anchor.start,
        readings=tuple(readings),
        more=more,
        weak=not target.here and not (counted and vote.firm),
    )


