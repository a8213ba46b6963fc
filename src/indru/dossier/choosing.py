"""The chosen values of a merged record: the most precise, then those with most witnesses, the furthest status."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

import attrs

from indru.dossier.merged import Claim, Member
from indru.model import AgreementStatus, MeetingStatus, ProcurementStatus, Record
from indru.values import DateSpan, Money, Qualifier, Quantity

_MEETING = (MeetingStatus.SCHEDULED, MeetingStatus.HELD, MeetingStatus.CANCELLED)
ORDER: dict[str, int] = {
    status.value: place
    for statuses in (ProcurementStatus, AgreementStatus, _MEETING)
    for place, status in enumerate(statuses)
}
"""How far each status is in the life of its record."""
_CANCELLED = "cancelled"
_OWN = ("id", "evidence")


def choose(members: Sequence[Member[Any]], claims: Mapping[str, Sequence[Claim]], witness: Mapping[str, int]) -> Record:
    """One record out of those that were merged; `witness` gives each reading the number of its group."""
    fullest = min(members, key=lambda member: (-len(member.record.filled()), member.record.id))
    chosen: dict[str, Any] = {}
    for field in attrs.fields(cast("type[Record]", type(fullest.record))):
        said = claims.get(field.name, ())
        if said and field.name not in _OWN:
            chosen[field.name] = _value(field.name, said, witness)
    first = min(members, key=lambda member: (member.record.id, member.reading))
    record: Record = attrs.evolve(fullest.record, id=first.record.id, evidence=(), **chosen)
    return record


def _value(field: str, claims: Sequence[Claim], witness: Mapping[str, int]) -> Any:
    value = claims[0].value
    if field == "status":
        return furthest(claims)
    if isinstance(value, tuple):
        return _union(claims, witness)
    narrow: Callable[[Any], Any] = _narrowness if isinstance(value, DateSpan | Quantity | Money) else lambda _: 0
    support = _support(claims, witness)
    return min(support, key=lambda item: (narrow(item), -support[item], str(item), repr(item)))


def furthest(claims: Sequence[Claim]) -> Any:
    """The furthest status that was reached; a cancellation only where nothing is told after it."""
    said = sorted(claims, key=lambda claim: (reported_at(claim), ORDER[claim.value.value]))
    if said[-1].value.value == _CANCELLED:
        return said[-1].value
    going = [claim.value for claim in said if claim.value.value != _CANCELLED]
    return max(going, key=lambda status: ORDER[status.value])


def reported_at(claim: Claim) -> str:
    """When a claim was published, to sort by; unknown days come first."""
    return claim.reported.edtf if claim.reported is not None and claim.reported.known_year else ""


def _support(claims: Sequence[Claim], witness: Mapping[str, int]) -> dict[Any, int]:
    """The number of witnesses of each value."""
    found: dict[Any, set[int]] = {}
    for claim in claims:
        found.setdefault(claim.value, set()).add(witness[claim.reading])
    return {value: len(who) for value, who in found.items()}


def _union(claims: Sequence[Claim], witness: Mapping[str, int]) -> tuple[Any, ...]:
    """Everything that a reading lists, what most list first."""
    found: dict[str, tuple[Any, set[int]]] = {}
    for claim in claims:
        for item in claim.value:
            known = found.setdefault(str(item), (item, set()))
            known[1].add(witness[claim.reading])
            if len(repr(item)) > len(repr(known[0])) or (
                len(repr(item)) == len(repr(known[0])) and repr(item) < repr(known[0])
            ):
                found[str(item)] = (item, known[1])
    return tuple(item for item, _ in sorted(found.values(), key=lambda pair: (-len(pair[1]), repr(pair[0]))))


def _narrowness(value: DateSpan | Quantity | Money) -> tuple[int, int]:
    """How wide a value is: exact before hedged, a day before a month, a date of no year last."""
    if isinstance(value, DateSpan):
        if value.earliest is None or value.latest is None:
            return 1, 10 - len(value.edtf)
        return 0, (value.latest - value.earliest).days
    hedged = value.qualifier is not Qualifier.EXACT or value.upper is not None
    return int(hedged), 0
