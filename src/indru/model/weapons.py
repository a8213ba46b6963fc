"""Weapon systems and platforms, as the catalogue knows them or as the text names them."""

from __future__ import annotations

from enum import StrEnum

import attrs

from indru.model.record import Record


class WeaponCategory(StrEnum):
    """SIPRI's categories of major arms, and small arms, which SIPRI leaves out."""

    AIRCRAFT = "aircraft"
    AIR_DEFENCE = "air-defence-system"
    ANTI_SUBMARINE = "anti-submarine-weapon"
    ARMOURED_VEHICLE = "armoured-vehicle"
    ARTILLERY = "artillery"
    ENGINE = "engine"
    MISSILE = "missile"
    NAVAL_WEAPON = "naval-weapon"
    SATELLITE = "satellite"
    SENSOR = "sensor"
    SHIP = "ship"
    SMALL_ARMS = "small-arms"
    OTHER = "other"


@attrs.frozen(kw_only=True)
class WeaponSystem(Record):
    """A weapon system or platform: `designation` is canonical, `evidence` says where the text names it."""

    designation: str
    family: tuple[str, ...] = ()
    category: WeaponCategory | None = None
    kind: str | None = None
    origin: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    catalogued: bool = True
