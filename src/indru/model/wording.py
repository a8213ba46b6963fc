"""Values and field names in the words of a reader: what pages, notebooks and charts show.

For people, never for programs: two values may read the same. The exact form is that of `indru.to_dict`.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal
from enum import StrEnum
from typing import Final, cast

from indru.model.people import Person
from indru.values import DateSpan, Money, Qualifier, Quantity

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PARTS: Final[Mapping[str, str]] = {
    **{f"{number:02}": month for number, month in enumerate(_MONTHS, start=1)},
    **dict(zip(("21", "22", "23", "24"), ("spring", "summer", "autumn", "winter"), strict=True)),
    **{str(33 + quarter): f"Q{quarter + 1}" for quarter in range(4)},
    "40": "first half of",
    "41": "second half of",
}
_HEDGES: Final[Mapping[Qualifier, str]] = {
    Qualifier.EXACT: "",
    Qualifier.OVER: "over ",
    Qualifier.UNDER: "under ",
    Qualifier.ABOUT: "about ",
}
_SCALES: Final = ((12, "trillion"), (9, "billion"), (6, "million"))
_THOUSANDTH: Final = Decimal("0.001")
_EXACT: Final = Context(prec=80)
"""Sums of money have at most thirty digits on each side of the point; the default context would round them."""
_ALIKE: Final = frozenset({"aircraft", "ammunition", "equipment"})
"""Units whose plural is the same word."""


def label(field: str) -> str:
    """The name of a field as a heading shows it.

    >>> label("weapon_systems")
    'Weapon systems'
    """
    return field.replace("_", " ").capitalize()


def wording(value: object) -> str:
    """A field's value in a reader's words; a list with commas.

    >>> wording(DateSpan("2021-12-06"))
    '6 Dec 2021'
    >>> wording(DateSpan("2021/.."))
    'from 2021'
    >>> wording(Quantity(number=600000, qualifier=Qualifier.OVER, unit="rifle"))
    'over 600,000 rifles'
    >>> wording(Money(amount=Decimal("5430000000"), currency="USD"))
    'USD 5.43 billion'
    """
    if isinstance(value, DateSpan):
        return _date(value.edtf)
    if isinstance(value, Quantity):
        return _quantity(value)
    if isinstance(value, Money):
        return _money(value)
    if isinstance(value, StrEnum):
        return value.value.replace("-", " ")
    if isinstance(value, Person) and value.office is not None:
        return f"{value.name} ({value.office.replace('-', ' ')})"
    if isinstance(value, tuple):
        return ", ".join(wording(item) for item in cast("tuple[object, ...]", value))
    return str(value)


def _date(edtf: str) -> str:
    start, slash, end = edtf.partition("/")
    if not slash:
        return _one_date(start)
    if end == "..":
        return f"from {_one_date(start)}"
    if start == "..":
        return f"until {_one_date(end)}"
    return f"{_one_date(start)} to {_one_date(end)}"


def _one_date(edtf: str) -> str:
    about = "about " if edtf.endswith("~") else ""
    year, *parts = edtf.removesuffix("~").split("-")
    if year.endswith("XX") and year != "XXXX":
        year = f"{year[:2]}00s (century)"
    elif year.endswith("X") and year != "XXXX":
        year = f"{year[:3]}0s"
    words = [str(int(parts[1]))] if len(parts) == 2 else []
    if parts:
        words.append(_PARTS[parts[0]])
    if year != "XXXX":
        words.append(year)
    return about + " ".join(words) + ("" if year != "XXXX" else ", year unknown")


def _quantity(quantity: Quantity) -> str:
    number = f"{quantity.number:,}" + ("" if quantity.upper is None else f" to {quantity.upper:,}")
    return f"{_HEDGES[quantity.qualifier]}{number}" + ("" if quantity.unit is None else f" {_plural(quantity)}")


def _plural(quantity: Quantity) -> str:
    unit = (quantity.unit or "").replace("-", " ")
    if unit in _ALIKE or (quantity.number == 1 and quantity.upper is None):
        return unit
    if unit.endswith("y") and unit[-2:-1] not in "aeiou":
        return f"{unit[:-1]}ies"
    return f"{unit}es" if unit.endswith(("s", "x", "ch", "sh")) else f"{unit}s"


def _money(money: Money) -> str:
    amounts = [_amount(money.amount)] + ([] if money.upper is None else [_amount(money.upper)])
    return f"{_HEDGES[money.qualifier]}{money.currency} " + " to ".join(amounts)


def _amount(amount: Decimal) -> str:
    """In millions and more where that takes no rounding."""
    for zeros, name in _SCALES:
        scaled = amount.scaleb(-zeros, _EXACT)
        if scaled >= 1 and scaled == scaled.quantize(_THOUSANDTH, context=_EXACT):
            return f"{scaled.normalize(_EXACT):,f} {name}"
    return f"{amount:,f}"
