"""Numbers of things, and sums of money, as hedged as the text has them."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

import attrs

from indru.errors import ModelError


class Qualifier(StrEnum):
    """How a number is hedged."""

    EXACT = "exact"
    OVER = "over"
    """over, more than, at least"""
    UNDER = "under"
    """nearly, almost, less than, up to"""
    ABOUT = "about"
    """about, around, some, roughly"""


@attrs.frozen(kw_only=True)
class Quantity:
    """A number of things: "over 6 lakh rifles", "10 to 12 regiments".

    >>> Quantity(number=600000, qualifier=Qualifier.OVER, unit="rifle").number
    600000
    """

    number: int
    upper: int | None = None
    qualifier: Qualifier = Qualifier.EXACT
    unit: str | None = None


@attrs.frozen(kw_only=True)
class Money:
    """A sum in whole units of an ISO 4217 currency: "Rs 5,000 crore" is 50000000000 INR.

    >>> Money(amount=Decimal("5.43e9"), currency="USD").currency
    'USD'
    """

    amount: Decimal
    upper: Decimal | None = None
    currency: str
    qualifier: Qualifier = Qualifier.EXACT


__all__ = ["Decimal", "ModelError", "Money", "Qualifier", "Quantity"]
