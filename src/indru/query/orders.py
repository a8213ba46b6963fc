"""The order book: how much was ordered, has come and is still to come, by system."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from indru.query.fields import date_of
from indru.values import DateSpan, Quantity
from indru.values.quantities import Qualifier


@attrs.frozen(kw_only=True)
class OrderLine:
    """The orders of one system, counted in one unit. A number that no record gives is None, never 0.

    Attributes:
        system: The designation.
        unit: What is counted; None where the records don't say.
        ordered: How many were ordered.
        delivered: How many have come.
        outstanding: How many are still to come.
        records: The procurements that it counts.
        complete: Whether each of the records gives each number; otherwise the sums are of some of them.
    """

    system: str
    unit: str | None
    ordered: Quantity | None
    delivered: Quantity | None
    outstanding: Quantity | None
    records: tuple[Any, ...]
    complete: bool


@attrs.frozen
class _Count:
    ordered: Quantity | None
    delivered: Quantity | None
    outstanding: Quantity | None


def order_book(procurements: Iterable[Any], *, as_of: str | DateSpan | None = None) -> tuple[OrderLine, ...]:
    """What was ordered, delivered and outstanding, by system and unit.

    Counts what is contracted, delivering or delivered; proposals and cancelled orders are no orders. Numbers
    of different units are never added. An order that is delivered has nothing outstanding, and one on which
    no work has begun has nothing delivered.

    Args:
        procurements: records of one reading, or better merged ones: two mentions of one order are two orders
            here.
        as_of: the book as it was on that day, by what is known now: orders that are certainly later are left
            out, and deliveries count where they are certainly not later.
    """
    day = as_of if isinstance(as_of, DateSpan) or as_of is None else DateSpan(as_of)
    lines: dict[tuple[str, str | None], list[tuple[Any, _Count]]] = {}
    for record in procurements:
        if getattr(record, "mode", None) is None or record.status not in ("contracted", "delivering", "delivered"):
            continue
        ordered = date_of(record, "ordered")
        if day is not None and ordered is not None and ordered.after(day):
            continue
        count = _count(record, day)
        unit = next((n.unit for n in (count.ordered, count.outstanding, count.delivered) if n is not None), None)
        lines.setdefault((record.system.designation, unit), []).append((record, count))
    return tuple(_line(system, unit, lines[system, unit]) for system, unit in sorted(lines, key=_by_name))


def _by_name(key: tuple[str, str | None]) -> tuple[str, str]:
    return key[0], key[1] or ""


def _count(record: Any, day: DateSpan | None) -> _Count:
    ordered: Quantity | None = record.quantity
    if day is not None and record.status != "contracted":
        delivery = date_of(record, "delivery")
        if delivery is None or delivery.after(day) is not False:
            # When it came isn't known, so neither is how much had come by then; unless all came later.
            nothing = _none_of(ordered) if delivery is not None and delivery.after(day) else None
            return _Count(ordered, nothing, ordered if nothing is not None else None)
    if record.status == "contracted":
        return _Count(ordered, record.delivered or _none_of(ordered), record.outstanding or ordered)
    if record.status == "delivered":
        return _Count(ordered, record.delivered or ordered, record.outstanding or _none_of(ordered))
    delivered, outstanding = record.delivered, record.outstanding
    return _Count(
        ordered,
        delivered if delivered is not None else _difference(ordered, outstanding),
        outstanding if outstanding is not None else _difference(ordered, delivered),
    )


def _none_of(ordered: Quantity | None) -> Quantity | None:
    return None if ordered is None else Quantity(number=0, unit=ordered.unit)


def _difference(whole: Quantity | None, part: Quantity | None) -> Quantity | None:
    """What is left, where both are known exactly and counted alike."""
    if whole is None or part is None or whole.unit != part.unit or whole.number < part.number:
        return None
    exact = all(n.qualifier is Qualifier.EXACT and n.upper is None for n in (whole, part))
    return Quantity(number=whole.number - part.number, unit=whole.unit) if exact else None


def _line(system: str, unit: str | None, counted: list[tuple[Any, _Count]]) -> OrderLine:
    columns = [[getattr(count, name) for _, count in counted] for name in ("ordered", "delivered", "outstanding")]
    ordered, delivered, outstanding = (_sum(column, unit) for column in columns)
    return OrderLine(
        system=system,
        unit=unit,
        ordered=ordered,
        delivered=delivered,
        outstanding=outstanding,
        records=tuple(record for record, _ in counted),
        complete=all(number is not None and number.unit == unit for column in columns for number in column),
    )


def _sum(numbers: list[Quantity | None], unit: str | None) -> Quantity | None:
    known = [number for number in numbers if number is not None and number.unit == unit]
    if not known:
        return None
    low = sum(number.number for number in known)
    high = sum(number.number if number.upper is None else number.upper for number in known)
    hedges = {number.qualifier for number in known} - {Qualifier.EXACT}
    hedge = Qualifier.EXACT if not hedges else hedges.pop() if len(hedges) == 1 else Qualifier.ABOUT
    return Quantity(number=low, upper=high if high > low else None, qualifier=hedge, unit=unit)
