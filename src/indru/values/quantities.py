"""Numbers of things, and sums of money, as hedged as the text has them."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

import attrs

from indru.errors import ModelError
from indru.values.checks import a, is_text
from indru.values.currencies import CURRENCIES

__all__ = ["Money", "Qualifier", "Quantity"]

_LIMIT = 2**63
"""Counts stay below this, so that each fits a column of a data frame or of SQLite."""

_DIGITS = 30
"""The most digits before the point, and after it, that a sum of money has."""

_ABOUT = Fraction(1, 10)
"""How far off a number called "about" may be, and an unhedged sum that is a rounding at most."""


class Qualifier(StrEnum):
    """How a number is hedged."""

    EXACT = "exact"
    """as it stands"""
    OVER = "over"
    """over, more than, at least"""
    UNDER = "under"
    """nearly, almost, less than, up to"""
    ABOUT = "about"
    """about, around, some, roughly"""


def _check_number(_instance: object, field: attrs.Attribute[Any], value: object) -> None:
    if type(value) is not int or not 0 <= value < _LIMIT:
        raise ModelError(field.name, value, "must be an integer from 0 to 2**63 - 1")


def _check_unit(_instance: object, field: attrs.Attribute[Any], value: object) -> None:
    if value is not None and not is_text(value):
        raise ModelError(field.name, value, "must be text that isn't blank, such as 'rifle', or None")


@attrs.frozen(kw_only=True, repr=False)
class Quantity:
    """A number of things: "over 6 lakh rifles", "10 to 12 regiments".

    `upper` is the end of a range, `unit` the singular of what is counted. A unit of None means that the text
    doesn't say: then the number can't be compared with another. 5 regiments aren't 5 launchers.

    Raises:
        ModelError: `number` is negative or no integer, or `upper` isn't above it.

    >>> Quantity(number=600000, qualifier=Qualifier.OVER, unit="rifle").number
    600000
    """

    number: int = attrs.field(validator=_check_number)
    upper: int | None = None
    qualifier: Qualifier = attrs.field(default=Qualifier.EXACT, validator=a(Qualifier))
    unit: str | None = attrs.field(default=None, validator=_check_unit)

    def __attrs_post_init__(self) -> None:
        if self.upper is not None and (type(self.upper) is not int or not self.number < self.upper < _LIMIT):
            raise ModelError("upper", self.upper, f"must be an integer above the number {self.number}")

    def compatible(self, other: Quantity) -> bool | None:
        """Whether both can be true of one count; None where the units differ or aren't known.

        An exact number is just itself and a range all that is in it. "Over" reaches from the number upwards
        without end and "under" down to 0, the number itself included (at least, up to); "about" reaches a
        tenth to both sides.

        >>> over, exact = Qualifier.OVER, Qualifier.EXACT
        >>> six_lakh = Quantity(number=600000, qualifier=over, unit="rifle")
        >>> six_lakh.compatible(Quantity(number=601427, qualifier=exact, unit="rifle"))
        True
        >>> six_lakh.compatible(Quantity(number=20000, unit="rifle"))
        False
        """
        if self.unit is None or self.unit != other.unit:
            return None
        return _meet(
            _range(self.number, self.upper, self.qualifier),
            _range(other.number, other.upper, other.qualifier),
        )

    def __str__(self) -> str:
        number = _hedged(str(self.number), None if self.upper is None else str(self.upper), self.qualifier)
        return number if self.unit is None else f"{number} {self.unit}"

    def __repr__(self) -> str:
        upper = "" if self.upper is None else f", upper={self.upper}"
        unit = "" if self.unit is None else f", unit={self.unit!r}"
        return f"Quantity(number={self.number}{upper}{_qualifier(self.qualifier)}{unit})"


def _plain(value: Decimal, field: str = "amount") -> Decimal:
    """A decimal without exponent and without zeros at its end, so that equal sums are written the same.

    By text, since arithmetic would round to the precision of the thread's context.
    """
    if type(value) is not Decimal or not value.is_finite() or (value.is_signed() and value):
        raise ModelError(field, value, "must be a finite Decimal that isn't negative")
    _, digits, exponent = value.as_tuple()
    if exponent == 0 and len(digits) <= _DIGITS:
        return Decimal(digits[0]) if len(digits) == 1 else value
    if not value:
        return Decimal(0)
    if value.adjusted() >= _DIGITS or int(exponent) < -2 * _DIGITS:
        raise ModelError(field, value, f"must have at most {_DIGITS} digits before the point and after it")
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if len(text.partition(".")[2]) > _DIGITS:
        raise ModelError(field, value, f"must have at most {_DIGITS} digits before the point and after it")
    return Decimal(text)


def _plain_or_none(value: Decimal | None) -> Decimal | None:
    return None if value is None else _plain(value, "upper")


def _check_currency(_instance: object, field: attrs.Attribute[Any], value: object) -> None:
    if type(value) is not str or value not in CURRENCIES:
        raise ModelError(field.name, value, "must be an ISO 4217 code such as 'INR', or a historic one such as 'SUR'")


@attrs.frozen(kw_only=True, repr=False)
class Money:
    """A sum in whole units of an ISO 4217 currency: "Rs 5,000 crore" is 50000000000 INR.

    Amounts are `Decimal`, never float, and are kept without exponent: `Decimal("5.43e9")` becomes
    `Decimal("5430000000")`. `upper` is the end of a range.

    Raises:
        ModelError: An amount is no finite Decimal or negative, `upper` isn't above it, or the currency isn't
            known.

    >>> from decimal import Decimal
    >>> Money(amount=Decimal("5.43e9"), currency="USD")
    Money(amount=Decimal('5430000000'), currency='USD')
    """

    amount: Decimal = attrs.field(converter=_plain)
    upper: Decimal | None = attrs.field(default=None, converter=_plain_or_none)
    currency: str = attrs.field(validator=_check_currency)
    qualifier: Qualifier = attrs.field(default=Qualifier.EXACT, validator=a(Qualifier))

    def __attrs_post_init__(self) -> None:
        if self.upper is not None and self.upper <= self.amount:
            raise ModelError("upper", self.upper, f"must be above the amount {self.amount}")

    def compatible(self, other: Money) -> bool | None:
        """Whether both can be true of one sum; None for different currencies.

        Hedges are read as for `Quantity`. Sums are rounded in print without a word of it, so an unhedged one
        also stands for what rounds to it at its last digit that isn't 0, but at most for a tenth to both
        sides: "$5 billion" is compatible with 5.43 billion, and with neither 6 nor 5.6 billion.

        >>> from decimal import Decimal
        >>> Money(amount=Decimal(5_000_000_000), currency="USD").compatible(
        ...     Money(amount=Decimal(5_430_000_000), currency="USD")
        ... )
        True
        """
        if self.currency != other.currency:
            return None
        mine = _range(Fraction(self.amount), _fraction(self.upper), self.qualifier)
        theirs = _range(Fraction(other.amount), _fraction(other.upper), other.qualifier)
        # Only one of the two is widened: with both, 5 and 6 billion would meet at 5.5.
        return _meet(_rounded(self, mine), theirs) or _meet(mine, _rounded(other, theirs))

    def __str__(self) -> str:
        amount = _hedged(f"{self.amount:f}", None if self.upper is None else f"{self.upper:f}", self.qualifier)
        return f"{amount} {self.currency}"

    def __repr__(self) -> str:
        upper = "" if self.upper is None else f", upper={self.upper!r}"
        return f"Money(amount={self.amount!r}{upper}, currency={self.currency!r}{_qualifier(self.qualifier)})"


_Range = tuple[Fraction | int, Fraction | int | None]
"""From a number up to another, or up without end."""


def _range(number: Fraction | int, upper: Fraction | int | None, qualifier: Qualifier) -> _Range:
    """The numbers that a hedged number stands for."""
    end = number if upper is None else upper
    if qualifier is Qualifier.OVER:
        return number, None
    if qualifier is Qualifier.UNDER:
        return 0, end
    if qualifier is Qualifier.ABOUT:
        return number - _ABOUT * number, end + _ABOUT * end
    return number, end


def _rounded(money: Money, known: _Range) -> _Range:
    """The sums that a sum may be a rounding of."""
    start, end = known
    if money.qualifier is not Qualifier.EXACT or end is None:
        return known
    return start - _slack(money.amount), end + _slack(money.amount if money.upper is None else money.upper)


def _slack(amount: Decimal) -> Fraction:
    """Half a unit of the last digit that isn't 0, or a tenth of the amount, whichever is less."""
    _, digits, exponent = amount.as_tuple()
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return min(Fraction(10) ** (int(exponent) + zeros) / 2, _ABOUT * Fraction(amount))


def _meet(one: _Range, two: _Range) -> bool:
    return (one[1] is None or two[0] <= one[1]) and (two[1] is None or one[0] <= two[1])


def _fraction(amount: Decimal | None) -> Fraction | None:
    return None if amount is None else Fraction(amount)


def _hedged(number: str, upper: str | None, qualifier: Qualifier) -> str:
    shown = number if upper is None else f"{number} to {upper}"
    return shown if qualifier is Qualifier.EXACT else f"{qualifier.value} {shown}"


def _qualifier(qualifier: Qualifier) -> str:
    return "" if qualifier is Qualifier.EXACT else f", qualifier=Qualifier.{qualifier.name}"
