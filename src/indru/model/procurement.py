"""Procurements: equipment, or its upkeep, that passes or may pass between the two states."""

from __future__ import annotations

from enum import StrEnum

import attrs

from indru.model.people import Place
from indru.model.record import Record
from indru.model.weapons import WeaponSystem
from indru.values import DateSpan, Money, Quantity


class ProcurementMode(StrEnum):
    PURCHASE = "purchase"
    LICENSED_PRODUCTION = "licensed-production"
    LEASE = "lease"
    UPGRADE = "upgrade"
    SUPPORT = "support"
    JOINT_DEVELOPMENT = "joint-development"


class ProcurementStatus(StrEnum):
    PROPOSED = "proposed"
    CONTRACTED = "contracted"
    DELIVERING = "delivering"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


@attrs.frozen(kw_only=True)
class Procurement(Record):
    """One system of one deal, in SIPRI's words: what, how many, for how much, from whom, since when."""

    system: WeaponSystem
    mode: ProcurementMode
    status: ProcurementStatus
    ordered: DateSpan | None = None
    quantity: Quantity | None = None
    value: Money | None = None
    delivered: Quantity | None = None
    outstanding: Quantity | None = None
    delivery: DateSpan | None = None
    supplier: str | None = None
    recipient: str | None = None
    site: Place | None = None
    maker: str | None = None
    description: str | None = None
