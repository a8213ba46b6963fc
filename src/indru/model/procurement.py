"""Procurements: equipment, or its upkeep, that passes or may pass between the two states."""

from __future__ import annotations

from enum import StrEnum

import attrs

from indru.model.people import Place
from indru.model.record import Record
from indru.model.weapons import WeaponSystem
from indru.values import DateSpan, Money, Quantity
from indru.values.checks import a, optional, optional_country, optional_text


class ProcurementMode(StrEnum):
    """In what way equipment passes from one to the other."""

    PURCHASE = "purchase"
    """Plain supply and delivery included."""
    LICENSED_PRODUCTION = "licensed-production"
    """Built in the buyer's country, by licence or in a joint venture."""
    LEASE = "lease"
    UPGRADE = "upgrade"
    SUPPORT = "support"
    """Spares, maintenance, overhaul."""
    JOINT_DEVELOPMENT = "joint-development"


class ProcurementStatus(StrEnum):
    """How far a procurement has got, at the furthest that the text says."""

    PROPOSED = "proposed"
    """Sought, considered, offered or negotiated."""
    CONTRACTED = "contracted"
    """Ordered or signed, with no work under way."""
    DELIVERING = "delivering"
    """Production or deliveries have begun, and some is outstanding."""
    DELIVERED = "delivered"
    """Done, or in service; past supply told as fact too."""
    CANCELLED = "cancelled"


@attrs.frozen(kw_only=True, repr=False)
class Procurement(Record):
    """One system of one deal, in SIPRI's words: what, how many, for how much, from whom, since when.

    Attributes:
        ordered: When it was contracted, or is to be.
        quantity: The number ordered or sought; where the text gives only a delivered or outstanding number,
            that.
        value: The price of the deal.
        delivered: How many have come.
        outstanding: How many are still to come.
        delivery: When they came, or are to come.
        supplier: The country that gives, ISO 3166-1 alpha-3.
        recipient: The country that gets, ISO 3166-1 alpha-3.
        site: Where it is built or kept up.
        maker: The company that builds it or keeps it up.
        description: The text's own words for what is bought, where they say more than the designation.
    """

    system: WeaponSystem = attrs.field(validator=a(WeaponSystem))
    mode: ProcurementMode = attrs.field(validator=a(ProcurementMode))
    status: ProcurementStatus = attrs.field(validator=a(ProcurementStatus))
    ordered: DateSpan | None = attrs.field(default=None, validator=optional(DateSpan))
    quantity: Quantity | None = attrs.field(default=None, validator=optional(Quantity))
    value: Money | None = attrs.field(default=None, validator=optional(Money))
    delivered: Quantity | None = attrs.field(default=None, validator=optional(Quantity))
    outstanding: Quantity | None = attrs.field(default=None, validator=optional(Quantity))
    delivery: DateSpan | None = attrs.field(default=None, validator=optional(DateSpan))
    supplier: str | None = attrs.field(default=None, validator=optional_country)
    recipient: str | None = attrs.field(default=None, validator=optional_country)
    site: Place | None = attrs.field(default=None, validator=optional(Place))
    maker: str | None = attrs.field(default=None, validator=optional_text)
    description: str | None = attrs.field(default=None, validator=optional_text)
