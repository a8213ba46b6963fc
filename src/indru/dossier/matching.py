"""Whether two records of different readings tell of one event: reasons for and against, each with a weight.

A reason weighs from +3 (the same day, the same number in a series) to -9 (it can't be). What one of them
doesn't say counts for nothing. Records are of one event where the weights come to the type's bar.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from indru.dossier.reasons import Reason, Verdict
from indru.model import (
    Agreement,
    AgreementKind,
    AgreementStatus,
    Meeting,
    MeetingFormat,
    Place,
    Procurement,
    ProcurementMode,
    ProcurementStatus,
    Record,
    WeaponSystem,
)
from indru.values import DateSpan, Money, Quantity

NEVER = -9
"""The weight of what can't be."""
_CLOSE = 3
"""Days by which reports of one event differ when one of them errs."""


def compare(one: Record, other: Record) -> Verdict:
    """Whether two records of one type are of one event, and why.

    >>> import indru
    >>> a, b = (
    ...     indru.parse(text).procurements[0]
    ...     for text in (
    ...         "India signed a contract with Russia for five S-400 squadrons on 5 October 2018.",
    ...         "Russia and India signed a $5.43 billion deal for five S-400 squadrons in October 2018.",
    ...     )
    ... )
    >>> compare(a, b).same
    True
    """
    reasons, bar = _RULES[type(one)]
    found = tuple(reasons(one, other))
    return Verdict(sum(reason.weight for reason in found) >= bar, found)


def _procurements(one: Procurement, other: Procurement) -> Iterator[Reason]:
    yield from _system(one.system, other.system)
    yield from _modes(one.mode, other.mode)
    yield from _countries("supplier", one.supplier, other.supplier)
    yield from _countries("recipient", one.recipient, other.recipient)
    yield from _dates("ordered", one.ordered, other.ordered, far=-4)
    yield from _amounts("quantity", one.quantity, other.quantity)
    yield from _amounts("value", one.value, other.value)
    if (one.status is _SOUGHT) is not (other.status is _SOUGHT):
        yield Reason("status", -1, f"one is {one.status}, the other {other.status}")


_SOUGHT = ProcurementStatus.PROPOSED
_APART = frozenset({ProcurementMode.UPGRADE, ProcurementMode.SUPPORT, ProcurementMode.LEASE})


def _system(one: WeaponSystem, other: WeaponSystem) -> Iterator[Reason]:
    if one.designation == other.designation:
        yield Reason("system", 2, f"both are of the {one.designation}")
    elif one.designation in other.family or other.designation in one.family:
        yield Reason("system", 1, f"{one.designation} and {other.designation} are of one family")
    else:
        yield Reason("system", NEVER, f"{one.designation} isn't {other.designation}")


def _modes(one: ProcurementMode, other: ProcurementMode) -> Iterator[Reason]:
    if one is not other and (one in _APART or other in _APART):
        yield Reason("mode", NEVER, f"{one} is another thing than {other}")


def _countries(field: str, one: str | None, other: str | None) -> Iterator[Reason]:
    if one and other and one != other:
        yield Reason(field, NEVER, f"{one} isn't {other}")


def _dates(field: str, one: DateSpan | None, other: DateSpan | None, *, far: int) -> Iterator[Reason]:
    if one is None or other is None:
        return
    apart = _days_apart(one.edtf, other.edtf)
    if apart is None:
        return
    if apart == 0:
        yield Reason(field, 3 if _is_narrow(one) and _is_narrow(other) else 2, f"{one} may be {other}")
    elif apart <= _CLOSE:
        yield Reason(field, 1, f"{one} and {other} are {apart} days apart")
    else:
        yield Reason(field, far, f"{one} isn't {other}")


@lru_cache(maxsize=65_536)
def _days_apart(one: str, other: str) -> int | None:
    """The days between two dates at the least; None where that can't be known."""
    a, b = DateSpan(one), DateSpan(other)
    met = a.overlaps(b)
    if met is None or met:
        return None if met is None or not (a.known_year and b.known_year) else 0
    if a.earliest is None or b.earliest is None or a.latest is None or b.latest is None:
        return 366
    return max((a.earliest - b.latest).days, (b.earliest - a.latest).days)


def _is_narrow(date: DateSpan) -> bool:
    return date.earliest is not None and date.latest is not None and (date.latest - date.earliest).days <= 31


def _amounts(field: str, one: Quantity | Money | None, other: Quantity | Money | None) -> Iterator[Reason]:
    if one is None or other is None:
        return
    fits = one.compatible(other)  # type: ignore[arg-type]
    if fits is not None:
        weight, words = (2, "fits") if fits else (-2, "doesn't fit")
        yield Reason(field, weight, f"{one} {words} {other}")


def _meetings(one: Meeting, other: Meeting) -> Iterator[Reason]:
    yield from _formats(one.format, other.format)
    if one.ordinal and other.ordinal:
        same = one.ordinal == other.ordinal
        yield Reason("ordinal", 3 if same else NEVER, f"number {one.ordinal} and number {other.ordinal}")
    yield from _dates("date", one.date, other.date, far=NEVER)
    if one.date is None or other.date is None:
        # The same two meet in the same city year after year.
        yield Reason("date", -2, "one of them has no date")
    yield from _people(one, other)
    yield from _places(one.place, other.place, -2)


_MAY_BE = {
    frozenset({MeetingFormat.BILATERAL, MeetingFormat.SUMMIT}),
    frozenset({MeetingFormat.BILATERAL, MeetingFormat.COMMISSION}),
    frozenset({MeetingFormat.BILATERAL, MeetingFormat.TWO_PLUS_TWO}),
}


def _formats(one: MeetingFormat, other: MeetingFormat) -> Iterator[Reason]:
    if one is other:
        yield Reason("format", 1, f"both are a {one} meeting")
    elif frozenset({one, other}) not in _MAY_BE:
        yield Reason("format", NEVER, f"{one} is another thing than {other}")


def _people(one: Meeting, other: Meeting) -> Iterator[Reason]:
    a, b = ({person.name for person in meeting.participants} for meeting in (one, other))
    if not a or not b:
        return
    shared = ", ".join(sorted(a & b))
    if a == b:
        yield Reason("participants", 2, f"the same people: {shared}")
    elif a & b:
        yield Reason("participants", 1, f"{shared} in both")
    else:
        yield Reason("participants", NEVER, "other people")


def _places(one: Place | None, other: Place | None, differ: int) -> Iterator[Reason]:
    if one is None or other is None:
        return
    if one.name == other.name:
        yield Reason("place", 1, f"both in {one}")
    elif one.country != other.country:
        yield Reason("place", NEVER, f"{one} isn't in the country of {other}")
    elif not (is_country(one) or is_country(other)):
        yield Reason("place", differ, f"{one} isn't {other}")


def is_country(place: Place) -> bool:
    """Whether a place is one of the states as a whole, which no city in it contradicts."""
    return place.name in ("India", "Russia", "Soviet Union")


def _agreements(one: Agreement, other: Agreement) -> Iterator[Reason]:
    yield from _kinds(one.kind, other.kind)
    yield from _dates("signed", one.signed, other.signed, far=-4)
    a, b = ({system.designation for system in agreement.systems} for agreement in (one, other))
    if a and b:
        shared = ", ".join(sorted(a & b))
        yield Reason("systems", 2 if shared else NEVER, f"both on {shared}" if shared else "on other equipment")
    elif a or b:
        yield Reason("systems", -1, "only one of them names equipment")
    if one.title and other.title:
        same = one.title == other.title
        yield Reason("title", 3 if same else -2, f"{one.title!r} and {other.title!r}")
    yield from _places(one.place, other.place, -1)
    if one.term and other.term:
        fits = one.term == other.term
        yield Reason("term", 2 if fits else -3, f"{one.term} and {other.term}")
    if {person.name for person in one.signatories} & {person.name for person in other.signatories}:
        yield Reason("signatories", 1, "signed by the same people")
    if bool(one.amends or one.extends) is not bool(other.amends or other.extends):
        yield Reason("amends", NEVER, "only one of them changes another agreement")
    if (one.status is _PROPOSED) is not (other.status is _PROPOSED):
        yield Reason("status", -1, f"one is {one.status}, the other {other.status}")


_PROPOSED = AgreementStatus.PROPOSED


def _kinds(one: AgreementKind, other: AgreementKind) -> Iterator[Reason]:
    if one is other:
        yield Reason("kind", 1, f"both are a {one}")
    elif AgreementKind.AGREEMENT not in (one, other):
        yield Reason("kind", NEVER, f"a {one} isn't a {other}")


def _weapons(one: WeaponSystem, other: WeaponSystem) -> Iterator[Reason]:
    same = one.designation == other.designation
    yield Reason("designation", 3 if same else NEVER, f"{one.designation} and {other.designation}")


_RULES: dict[type[Record], tuple[Callable[[Any, Any], Iterator[Reason]], int]] = {
    Agreement: (_agreements, 3),
    Meeting: (_meetings, 4),
    Procurement: (_procurements, 3),
    WeaponSystem: (_weapons, 3),
}
"""How the records of each type are compared, and the weight from which they are of one event."""
