"""Procurements: a system, and words that say that it passes, how, how far, how many and for how much."""

from __future__ import annotations

from collections.abc import Iterator

from indru.knowledge.cues import CueKind, Form
from indru.parse.drafts import Draft, Reading, read
from indru.parse.scope import Scope
from indru.parse.view import SentenceView
from indru.scan.mentions import Kind, Mention

_REACH = 140


def parse_procurements(view: SentenceView, scope: Scope) -> Iterator[Draft]:
    """The procurements that one sentence tells of."""
    for system in view.by_kind[Kind.SYSTEM]:
        if not _russian(view, system):
            continue
        start, end = view.clause_span(system.start)
        if not scope.between(view, start, end):
            continue
        draft = _draft(view, system)
        if draft is not None:
            yield draft


def _russian(view: SentenceView, system: Mention) -> bool:
    return bool({"RUS", "SUN"} & set(system.value.origin)) or not system.value.origin


def _draft(view: SentenceView, system: Mention) -> Draft | None:
    cues = _cues(view, system)
    status = _status(view, system, cues)
    mode = _mode(view, system, cues)
    if status is None and mode is None:
        return None
    readings = [read("system", system.value, system)]
    readings.append(mode or Reading("mode", "purchase", system.start, system.end, "mode:default"))
    readings.append(status or Reading("status", "delivered", system.start, system.end, "status:default"))
    readings.extend(_quantity(view, system))
    readings.extend(_value(view, system))
    final = readings[2].value
    if final in ("contracted", "delivering", "delivered"):
        readings.extend(_ordered(view, system))
    more = any(view.distance(system, m) <= 40 for m in view.cues[CueKind.MORE])
    return Draft(type="procurement", sentence=view.index, start=system.start, readings=tuple(readings), more=more)


def _cues(view: SentenceView, system: Mention) -> list[Mention]:
    """The words about supply in the clause of the system; else in the sentence, near enough."""
    every = [*view.cues[CueKind.SUPPLY], *view.cues[CueKind.MODE], *view.cues[CueKind.SEAL], *view.cues[CueKind.PAPER]]
    own = [m for m in every if view.same_clause(m, system)]
    return own or [m for m in every if view.distance(m, system) <= _REACH]


def _status(view: SentenceView, system: Mention, cues: list[Mention]) -> Reading | None:
    votes: list[tuple[int, Reading]] = []
    for cue in cues:
        value = _vote(view, cue)
        if value is not None:
            votes.append((view.distance(cue, system), read("status", value, cue)))
    stages = [m for m in view.cues[CueKind.MODALITY] if m.value.value == "cancelled" and view.same_clause(m, system)]
    votes.extend((0, read("status", "cancelled", m)) for m in stages)
    if not votes:
        return None
    return max(votes, key=lambda vote: (_WEIGHT[vote[1].value], -vote[0]))[1]


_WEIGHT = {"contracted": 3, "delivering": 5, "delivered": 2, "proposed": 4, "cancelled": 6}


def _vote(view: SentenceView, cue: Mention) -> str | None:
    modality = view.modality(cue)
    planned = "planned" in modality or "conditional" in modality
    if cue.value.kind is CueKind.PAPER:
        return "contracted" if cue.value.value == "contract" and not planned else "proposed" if planned else None
    if cue.value.kind is CueKind.SEAL:
        value = {"signed": "contracted", "proposed": "proposed", "approved": "proposed"}.get(cue.value.value)
        return "proposed" if value and (planned or "negated" in modality) else value
    if cue.value.kind is CueKind.MODE:
        return "proposed" if planned else "delivered"
    value = cue.value.value
    if value == "contracted" and (planned or (cue.form is Form.BASE and not view.words(cue.start - 4, cue.start).startswith("has"))):
        return "proposed"
    if value == "delivered" and planned:
        return "contracted"
    if value == "" or "negated" in modality:
        return "proposed" if planned or "negated" in modality else "delivered"
    return value


def _mode(view: SentenceView, system: Mention, cues: list[Mention]) -> Reading | None:
    own = [m for m in cues if m.value.kind is CueKind.MODE]
    if not own:
        return None
    best = min(own, key=lambda m: view.distance(m, system))
    return read("mode", best.value.value, best)


def _quantity(view: SentenceView, system: Mention) -> Iterator[Reading]:
    """The number before the name, or one near it in a unit of the system."""
    best: tuple[int, Mention] | None = None
    for m in view.by_kind[Kind.NUMBER]:
        unit = m.value.quantity.unit
        gap = system.start - m.value.number_end
        if 0 <= gap <= 30 and not _name_between(view, m.value.number_end, system.start):
            price = gap
        elif unit is not None and unit in system.value.units:
            price = view.distance(m, system) + 30
        else:
            continue
        if price <= 90 and (best is None or price < best[0]):
            best = (price, m)
    if best is not None:
        m = best[1]
        yield Reading("quantity", m.value.quantity, m.start, m.end, "quantity")


def _name_between(view: SentenceView, start: int, end: int) -> bool:
    return any(start <= m.start < end for m in view.by_kind[Kind.SYSTEM])


def _value(view: SentenceView, system: Mention) -> Iterator[Reading]:
    """The sum of money that is nearer to this system than to another."""
    best: tuple[int, Mention] | None = None
    for m in view.by_kind[Kind.MONEY]:
        mine = view.distance(m, system)
        rivals = [view.distance(m, other) for other in view.by_kind[Kind.SYSTEM] if other is not system]
        if mine <= _REACH + 40 and mine <= min(rivals, default=10_000) and (best is None or mine < best[0]):
            best = (mine, m)
    if best is not None:
        m = best[1]
        yield Reading("value", m.value.money, m.start, m.end, "money")


def _ordered(view: SentenceView, system: Mention) -> Iterator[Reading]:
    """The date of the order: the one beside the words for ordering or signing."""
    anchors = [m for m in view.cues[CueKind.SEAL] if m.value.value == "signed"]
    anchors.extend(m for m in view.cues[CueKind.SUPPLY] if m.value.value == "contracted")
    anchors.extend(m for m in view.cues[CueKind.PAPER] if m.value.value == "contract")
    best: tuple[int, Mention] | None = None
    for date in view.by_kind[Kind.DATE]:
        price = min((view.distance(a, date) for a in anchors), default=10_000)
        if price <= 80 and (best is None or price < best[0]):
            best = (price, date)
    if best is not None:
        resolved = view.resolve(best[1], future=None)
        if resolved is not None:
            yield Reading("ordered", resolved[0], best[1].start, best[1].end, "date", resolved[1])
