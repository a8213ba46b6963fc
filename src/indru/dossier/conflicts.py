"""Conflicts: what readings say of one event that can't all be true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import combinations
from typing import Any

import attrs

from indru.dossier.choosing import ORDER, reported_at
from indru.dossier.matching import is_country
from indru.dossier.merged import Claim, MergedRecord
from indru.model import ParseResult, Place, Problem
from indru.resolve.problems import contradict as values_contradict
from indru.values import Quantity


class ConflictKind(StrEnum):
    """What the sides disagree on."""

    QUANTITY = "quantity"
    VALUE = "value"
    DATE = "date"
    STATUS = "status"
    """A status that goes back: delivered, and later only proposed."""
    UNIT = "unit"
    """One number of different things: five regiments, five squadrons."""
    PLACE = "place"
    PARTIES = "parties"


@attrs.frozen(kw_only=True)
class Side:
    """One value, and who says it."""

    value: Any
    claims: tuple[Claim, ...]


@attrs.frozen(kw_only=True)
class Conflict:
    """Two or more values of one field of one event that can't all be true."""

    kind: ConflictKind
    record: str
    """The id of the merged record."""
    type: str
    """Its type: `Procurement`, say."""
    field: str
    sides: tuple[Side, ...]
    explained: str | None = None
    """Why there is no contradiction after all, where a scope accounts for it."""


_KINDS = {
    "quantity": ConflictKind.QUANTITY,
    "delivered": ConflictKind.QUANTITY,
    "value": ConflictKind.VALUE,
    "ordered": ConflictKind.DATE,
    "signed": ConflictKind.DATE,
    "date": ConflictKind.DATE,
    "place": ConflictKind.PLACE,
    "supplier": ConflictKind.PARTIES,
    "recipient": ConflictKind.PARTIES,
    "host": ConflictKind.PARTIES,
}
"""The fields of which an event has one value. `delivered` grows, and is compared on one day of report only."""
_STATUS = "status"
_SIDES = 12
"""So many distinct values of one field are compared."""


def find_conflicts(merged: MergedRecord[Any], readings: Mapping[str, ParseResult]) -> Iterator[Conflict]:
    """What the readings of one event say of it that can't all be true, between readings and inside one."""
    values = merged.values
    for field, kind in _KINDS.items():
        sides = _sides(values.get(field, ()), single_day=field == "delivered")
        units = _units(sides) if kind is ConflictKind.QUANTITY else ()
        if units:
            yield _conflict(ConflictKind.UNIT, merged, field, units)
        opposed = _opposed(sides)
        if opposed:
            yield _conflict(kind, merged, field, opposed, _explained(opposed, values))
    back = _goes_back(values.get(_STATUS, ()))
    if back:
        yield _conflict(ConflictKind.STATUS, merged, _STATUS, back)
    yield from _inside(merged, readings)


def _conflict(
    kind: ConflictKind, merged: MergedRecord[Any], field: str, sides: Sequence[Side], explained: str | None = None
) -> Conflict:
    return Conflict(kind=kind, record=merged.id, type=merged.type, field=field, sides=tuple(sides), explained=explained)


def _sides(claims: Sequence[Claim], *, single_day: bool) -> list[Side]:
    """Each distinct value with those who say it, those said by most first."""
    found: dict[Any, list[Claim]] = {}
    for claim in claims:
        key = (claim.value, reported_at(claim)) if single_day else claim.value
        found.setdefault(key, []).append(claim)
    sides = [Side(value=same[0].value, claims=tuple(same)) for same in found.values()]
    return sorted(sides, key=lambda side: (-len(side.claims), repr(side.value), side.claims[0].reading))[:_SIDES]


def _opposed(sides: Sequence[Side]) -> list[Side]:
    """The sides that contradict some other side."""
    opposed: list[Side] = []
    for one, other in combinations(sides, 2):
        if contradict(one.value, other.value):
            opposed += [side for side in (one, other) if side not in opposed]
    return opposed


def contradict(one: Any, other: Any) -> bool:
    """Whether two values of one field can't both be true.

    >>> from indru.values import Qualifier
    >>> over, five = Quantity(number=600_000, qualifier=Qualifier.OVER, unit="rifle"), Quantity(number=5, unit="rifle")
    >>> contradict(over, Quantity(number=601_427, unit="rifle")), contradict(over, five)
    (False, True)
    """
    if isinstance(one, Place) and isinstance(other, Place):
        return one.name != other.name and not (is_country(one) or is_country(other))
    if isinstance(one, str):
        return bool(one != other)
    return values_contradict(one, other)


def _units(sides: Sequence[Side]) -> tuple[Side, ...]:
    """One number told of different things: five regiments, five squadrons."""
    for one, other in combinations(sides, 2):
        named = one.value.unit and other.value.unit and one.value.unit != other.value.unit
        if named and one.value.number == other.value.number and one.value.compatible(other.value) is None:
            return one, other
    return ()


def _explained(sides: Sequence[Side], values: Mapping[str, Sequence[Claim]]) -> str | None:
    """Why numbers that differ may all be true: some make up the whole, or one is a part that has come."""
    numbers = sorted({side.value.number for side in sides if isinstance(side.value, Quantity)})
    if len(numbers) < 2:
        return None
    total, parts = numbers[-1], numbers[:-1]
    if len(parts) > 1 and sum(parts) == total:
        return f"{' + '.join(f'{part:,}' for part in parts)} = {total:,}"
    come = {c.value.number for name in ("delivered", "outstanding") for c in values.get(name, ())}
    if all(part in come or total - part in come for part in parts):
        return "a part that has come, or is still to come, of the whole"
    return None


def _goes_back(claims: Sequence[Claim]) -> list[Side]:
    """A status told later that is behind one told before: contracted, and then only proposed."""
    told = sorted((c for c in claims if reported_at(c)), key=lambda c: (reported_at(c), ORDER[c.value.value]))
    for earlier, later in combinations(_first_of_each(told), 2):
        apart = reported_at(earlier) < reported_at(later)
        if apart and ORDER[later.value.value] + 1 < ORDER[earlier.value.value] and earlier.value.value != "cancelled":
            return [Side(value=claim.value, claims=(claim,)) for claim in (earlier, later)]
    return []


def _first_of_each(claims: Sequence[Claim]) -> list[Claim]:
    """The first and the last claim of each status, in the order of report."""
    first = {claim.value: claim for claim in reversed(claims)}
    last = {claim.value: claim for claim in claims}
    kept = {id(claim): claim for claim in (*first.values(), *last.values())}
    return [claim for claim in claims if id(claim) in kept]


def _inside(merged: MergedRecord[Any], readings: Mapping[str, ParseResult]) -> Iterator[Conflict]:
    """What one document says in two ways, which its reading keeps as a problem."""
    for member in merged.members:
        own = {item.span for item in member.record.evidence}
        for problem in readings[member.reading].problems:
            field = problem.code.removeprefix("conflict-")
            if field in _KINDS and problem.evidence and all(item.span in own for item in problem.evidence[:1]):
                yield _conflict(_KINDS[field], merged, field, list(_quoted(problem, member.reading, member.record.id)))


def _quoted(problem: Problem, reading: str, record: str) -> Iterator[Side]:
    """Sides whose values are the words themselves: the record holds only one of the two."""
    for item in problem.evidence:
        claim = Claim(reading=reading, record=record, value=item.quote, evidence=(item,))
        yield Side(value=item.quote, claims=(claim,))
