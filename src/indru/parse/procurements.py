"""Procurements: a system, and words that say that it passes between the two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import attrs

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
    systems = view.by_kind[Kind.SYSTEM]
    counted: set[int] = set()
    drafts: list[Draft] = []
    for target in [*(Target(m, m) for m in systems), *_implied(view, systems, salient)]:
        start, end = view.clause_span(target.anchor.start)
        if target.anchor.start in counted or not _russian(target.named) or not scope.between(view, start, end):
            continue
        draft = _draft(view, target)
        if draft is not None:
            counted.update(r.start for r in draft.readings if r.field in _AMOUNTS)
            drafts.append(draft)
    yield from _pooled(drafts)


def _pooled(drafts: list[Draft]) -> Iterator[Draft]:
    """Drafts of one system under two names in a sentence are one: "the Gorshkov, rebuilt as INS Vikramaditya"."""
    kept: dict[str, Draft] = {}
    for draft in drafts:
        row = draft.get("system")
        other = kept.get(row.id)
        if other is None or draft.get("quantity") or draft.more or draft.weak:
            if other is not None:
                yield other
            kept[row.id] = draft
        else:
            best, rest = (draft, other) if draft.strength > other.strength else (other, draft)
            said = {r.field for r in best.readings}
            extra = tuple(r for r in rest.readings if r.field not in said or r.field == "system")
            kept[row.id] = attrs.evolve(best, readings=best.readings + extra)
    yield from kept.values()


_AMOUNTS = ("quantity", "delivered", "outstanding", "value")


def _russian(system: Mention) -> bool:
    return bool({"RUS", "SUN"} & set(system.value.origin)) or not system.value.origin


def _implied(view: SentenceView, systems: list[Mention], salient: Mention | None) -> Iterator[Target]:
    """Numbers, sums and papers that stand for a system named before: "29 more were ordered", "the deal is worth"."""
    for m in view.by_kind[Kind.NUMBER]:
        before = [s for s in systems if s.end <= m.start]
        system = before[-1] if before else next(iter(systems), salient)
        if system is not None and (stands_alone(view, m) or (fits(m, system.value) and not _beside(view, m))):
            yield Target(m, system)
    if not systems and salient is not None and not view.by_kind[Kind.NUMBER]:
        begun = [m for m in view.cues[CueKind.SUPPLY] if m.value.id == "supply-delivering"]
        for m in [*view.by_kind[Kind.MONEY], *view.cues[CueKind.PAPER], *begun]:
            yield Target(m, salient)
            return


def _beside(view: SentenceView, m: Mention) -> bool:
    """Whether a system stands in the clause of a number, which then is a number of that system."""
    return any(view.same_clause(m, system) for system in view.by_kind[Kind.SYSTEM])


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
    amounts = any(r.field in _AMOUNTS for r in readings)
    return Draft(
        type="procurement",
        sentence=view.index,
        start=target.anchor.start,
        readings=tuple(readings),
        more=more,
        strength=vote.strength,
        weak=not target.here and not (amounts and vote.strength >= 3),
    )


