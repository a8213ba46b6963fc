"""Procurements as lines of a trade register like SIPRI's: brackets stand round what is uncertain.

The columns are those of the registers (sipri.org/databases/armstransfers/sources-and-methods): what was ordered,
how many, in which year, when it came and how many of it. A register holds deals that are ordered or delivered: what is
only sought is left out, and so are upkeep and small arms, which SIPRI doesn't count.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from indru.model import Procurement, ProcurementMode, ProcurementStatus, WeaponCategory
from indru.values import DateSpan, Money, Qualifier, Quantity

UNKNOWN = ". ."
"""What the registers print where a number isn't known."""
_IN_REGISTER = (ProcurementStatus.CONTRACTED, ProcurementStatus.DELIVERING, ProcurementStatus.DELIVERED)


@attrs.frozen(kw_only=True)
class RegisterLine:
    """One deal. Text in brackets is uncertain, as in "(5)" or "(2018)"."""

    recipient: str
    supplier: str
    ordered: str
    designation: str
    description: str
    year_of_order: str
    years_of_deliveries: str
    delivered: str
    comments: str

    def __str__(self) -> str:
        return "; ".join(attrs.astuple(self)).rstrip()


def register_lines(procurements: Iterable[Any]) -> tuple[RegisterLine, ...]:
    """The lines of deals that belong in a register, by recipient, supplier and designation.

    Takes procurements of readings or of a dossier.

    >>> import indru
    >>> result = indru.parse("India signed a contract with Russia for five S-400 systems in October 2018.")
    >>> print(register_lines(result.procurements)[0])
    IND; RUS; 5; S-400; air defence system; 2018; ; . .;
    """
    lines = [_line(getattr(record, "record", record)) for record in procurements if _belongs(record)]
    return tuple(sorted(lines, key=lambda line: (line.recipient, line.supplier, line.designation, str(line))))


def _belongs(record: Any) -> bool:
    small = record.system.category is WeaponCategory.SMALL_ARMS
    return record.status in _IN_REGISTER and record.mode is not ProcurementMode.SUPPORT and not small


def _line(record: Procurement) -> RegisterLine:
    return RegisterLine(
        recipient=record.recipient or UNKNOWN,
        supplier=record.supplier or UNKNOWN,
        ordered=_number(record.quantity),
        designation=record.system.designation,
        description=record.description or _category(record.system.category),
        year_of_order=_years(record.ordered),
        years_of_deliveries=_years(record.delivery),
        delivered=_number(record.delivered),
        comments="; ".join(_comments(record)),
    )


def _category(category: WeaponCategory | None) -> str:
    return category.value.replace("-", " ") if category is not None else UNKNOWN


def _number(quantity: Quantity | None) -> str:
    if quantity is None:
        return UNKNOWN
    sure = quantity.qualifier is Qualifier.EXACT and quantity.upper is None
    return str(quantity.number) if sure else f"({quantity.number})"


def _years(date: DateSpan | None) -> str:
    if date is None or date.earliest is None or date.latest is None:
        return ""
    first, last = date.earliest.year, date.latest.year
    years = str(first) if first == last else f"{first}-{last}"
    return f"({years})" if date.approximate else years


def _comments(record: Procurement) -> list[str]:
    found: list[str] = []
    if isinstance(record.value, Money):
        found.append(f"{record.value} deal")
    if record.mode is not ProcurementMode.PURCHASE:
        found.append(record.mode.value.replace("-", " "))
    return found
