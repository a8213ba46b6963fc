"""Procurements: a system, and words that say that it passes, how, how far, how many and for how much."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from indru.knowledge.cues import CueKind, Form
from indru.parse.drafts import Draft, Reading, read
from indru.parse.scope import Scope
from indru.parse.view import SentenceView
from indru.scan.mentions import Kind, Mention
from indru.values import Basis

_REACH = 140
_SUPPLY = (CueKind.SUPPLY, CueKind.MODE, CueKind.SEAL, CueKind.PAPER)


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


class Vote(NamedTuple):
    """What one cue says of the status, and how strongly."""

    strength: int
    nearness: int
    reading: Reading


def parse_procurements(view: SentenceView, scope: Scope, salient: Mention | None) -> Iterator[Draft]:
    """The procurements that one sentence tells of. `salient` is the system that the text was speaking of."""
    for target in _targets(view, salient):
        start, end = view.clause_span(target.anchor.start)
        if _russian(target.named) and scope.between(view, start, end):
            draft = _draft(view, target)
            if draft is not None:
                yield draft


def _targets(view: SentenceView, salient: Mention | None) -> Iterator[Target]:
    systems = view.by_kind[Kind.SYSTEM]
    for m in systems:
        yield Target(m, m)
    if systems:
        return
    if salient is not None:
        for m in [*view.by_kind[Kind.NUMBER], *view.by_kind[Kind.MONEY]]:
            if m.kind is Kind.MONEY or _countable(m, salient):
                yield Target(m, salient)
                return


def _countable(m: Mention, salient: Mention) -> bool:
    unit = m.value.quantity.unit
    return unit is None or unit in salient.value.units


def _russian(system: Mention) -> bool:
    return bool({"RUS", "SUN"} & set(system.value.origin)) or not system.value.origin


def _draft(view: SentenceView, target: Target) -> Draft | None:
    cues = _cues(view, target.anchor)
    vote = _status(view, target.anchor, cues)
    mode = _mode(view, target, cues)
    if vote is None and mode is None:
        return None
    status = vote.reading if vote is not None else Reading("status", "delivered", *target.anchor[:2], "status:default")
    basis = Basis.ASSERTED if target.here else Basis.RESOLVED
    readings = [read("system", target.named.value, target.named, basis=basis)]
    readings.append(mode or Reading("mode", "purchase", *target.named[:2], "mode:default", Basis.INFERRED))
    readings.append(status)
    readings.extend(_quantity(view, target))
    readings.extend(_value(view, target.anchor))
    if status.value in ("contracted", "delivering", "delivered"):
        readings.extend(_ordered(view, target.anchor))
    more = any(view.distance(target.anchor, m) <= 25 for m in view.cues[CueKind.MORE])
    return Draft(
        type="procurement",
        sentence=view.index,
        start=target.anchor.start,
        readings=tuple(readings),
        more=more,
        weak=not target.here and not more,
    )


def _cues(view: SentenceView, anchor: Mention) -> list[Mention]:
    """The words about supply in the clause of the system; else in the sentence, near enough."""
    return [m for kind in _SUPPLY for m in view.cues[kind] if view.distance(m, anchor) <= _REACH + 60]


def _status(view: SentenceView, anchor: Mention, cues: list[Mention]) -> Vote | None:
    """The strongest word about how far it has got; words of other clauses count for less."""
    votes = []
    for cue in cues:
        said = _vote(view, cue)
        if said is not None:
            value, strength = said
            if not view.same_clause(cue, anchor):
                strength -= 2
            if strength > 0:
                votes.append(Vote(strength, -view.distance(cue, anchor), read("status", value, cue)))
    for m in view.cues[CueKind.MODALITY]:
        if m.value.value == "cancelled" and view.same_clause(m, anchor) and "negated" not in view.modality(m):
            votes.append(Vote(7, 0, read("status", "cancelled", m)))
    return max(votes, key=lambda v: v[:2], default=None)


def _vote(view: SentenceView, cue: Mention) -> tuple[str, int] | None:
    """What a cue says of the status, and how strongly: a signed paper counts more than a noun of supply."""
    modality = view.modality(cue)
    planned = bool(modality & {"planned", "conditional"})
    negated = "negated" in modality
    kind, value = cue.value.kind, cue.value.value
    if kind is CueKind.PAPER:
        if value != "contract":
            return None
        return ("proposed", 4) if planned or negated else ("contracted", 3)
    if kind is CueKind.SEAL:
        if value == "signed":
            return ("proposed", 5) if planned or negated else ("contracted", 6)
        return ("proposed", 4) if value in ("proposed", "approved") else None
    if kind is CueKind.MODE:
        return ("proposed", 3) if planned or negated else ("delivered", 1)
    if value == "contracted":
        infinitive = cue.form is Form.BASE
        return ("proposed", 5) if planned or negated or infinitive else ("contracted", 5)
    if value == "delivered":
        return ("contracted", 3) if planned or negated else ("delivered", 5)
    if value == "delivering":
        return ("delivering", 5)
    if value == "proposed":
        return ("proposed", 4)
    if value == "cancelled":
        return None if negated else ("cancelled", 6)
    return ("proposed", 3) if planned or negated else ("delivered", 1)


_WEAK_MODES = ("kits", "plant", "factory", "assembly", "technology transfer", "transfer of technology", "tot", "licence",
               "license", "produced", "production", "produce", "to make", "be made", "to build")


def _mode(view: SentenceView, target: Target, cues: list[Mention]) -> Reading | None:
    own = [m for m in cues if m.value.kind is CueKind.MODE and view.same_clause(m, target.anchor)]
    if not own:
        own = [m for m in cues if m.value.kind is CueKind.MODE and view.distance(m, target.anchor) <= _REACH]
    best = min(own, key=lambda m: _mode_price(view, target.anchor, m), default=None)
    return read("mode", best.value.value, best) if best is not None else None


def _mode_price(view: SentenceView, anchor: Mention, cue: Mention) -> int:
    """Words before the name govern it more than words behind it: "the upgrade of the T-72"."""
    return view.distance(cue, anchor) + (15 if cue.start > anchor.start else 0)


def _quantity(view: SentenceView, target: Target) -> Iterator[Reading]:
    """The number before the name, or one near it in a unit of the system."""
    best: tuple[int, Mention] | None = None
    for m in view.by_kind[Kind.NUMBER]:
        unit = m.value.quantity.unit
        gap = target.anchor.start - m.value.number_end
        if m is target.anchor:
            price = 0
        elif 0 <= gap <= 30 and not _name_between(view, m.value.number_end, target.anchor.start):
            price = gap
        elif unit is not None and unit in target.named.value.units:
            price = view.distance(m, target.anchor) + 30
        else:
            continue
        if price <= 90 and (best is None or price < best[0]):
            best = (price, m)
    if best is not None:
        m = best[1]
        yield Reading("quantity", m.value.quantity, m.start, m.end, "quantity")


def _name_between(view: SentenceView, start: int, end: int) -> bool:
    return any(start <= m.start < end for m in view.by_kind[Kind.SYSTEM])


def _value(view: SentenceView, anchor: Mention) -> Iterator[Reading]:
    """The sum of money that is nearer to this system than to another, and is not a further sum."""
    best: tuple[int, Mention] | None = None
    for m in view.by_kind[Kind.MONEY]:
        if any(view.distance(m, more) <= 3 for more in view.cues[CueKind.MORE]):
            continue
        mine = view.distance(m, anchor)
        rivals = [view.distance(m, other) for other in view.by_kind[Kind.SYSTEM] if other is not anchor]
        if mine <= _REACH + 40 and mine <= min(rivals, default=10_000) and (best is None or mine < best[0]):
            best = (mine, m)
    if best is not None:
        m = best[1]
        yield Reading("value", m.value.money, m.start, m.end, "money")


def _ordered(view: SentenceView, anchor: Mention) -> Iterator[Reading]:
    """The date of the order: the one beside the words for ordering or signing, nearest to this system."""
    anchors = [m for m in view.cues[CueKind.SEAL] if m.value.value == "signed"]
    anchors.extend(m for m in view.cues[CueKind.SUPPLY] if m.value.value == "contracted")
    anchors.extend(m for m in view.cues[CueKind.PAPER] if m.value.value == "contract")
    best: tuple[int, Mention] | None = None
    for date in view.by_kind[Kind.DATE]:
        price = min((view.distance(a, date) for a in anchors), default=10_000)
        if price <= 60 and (best is None or price + view.distance(date, anchor) < best[0]):
            best = (price + view.distance(date, anchor), date)
    if best is not None:
        resolved = view.resolve(best[1], future=None)
        if resolved is not None:
            yield Reading("ordered", resolved[0], best[1].start, best[1].end, "date", resolved[1])
