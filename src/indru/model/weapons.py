"""Weapon systems and platforms, as the catalogue knows them or as the text names them."""

from __future__ import annotations

from enum import StrEnum

import attrs

from indru.model.record import Record
from indru.values.checks import countries, optional, optional_text, text, texts, truth


class WeaponCategory(StrEnum):
    """SIPRI's categories of major arms, and small arms, which SIPRI leaves out."""

    AIRCRAFT = "aircraft"
    """Aeroplanes, helicopters and drones."""
    AIR_DEFENCE = "air-defence-system"
    """Launchers and guns against aircraft; their missiles alone are missiles."""
    ANTI_SUBMARINE = "anti-submarine-weapon"
    ARMOURED_VEHICLE = "armoured-vehicle"
    """Tanks included."""
    ARTILLERY = "artillery"
    """Guns, howitzers, mortars and rocket launchers."""
    ENGINE = "engine"
    MISSILE = "missile"
    """Guided missiles, bombs, shells and torpedoes."""
    NAVAL_WEAPON = "naval-weapon"
    """Guns and launchers of ships."""
    SATELLITE = "satellite"
    SENSOR = "sensor"
    """Radars, sonars and sights."""
    SHIP = "ship"
    """Submarines included."""
    SMALL_ARMS = "small-arms"
    """Rifles, pistols, machine guns, and shoulder-fired weapons without guidance."""
    OTHER = "other"


@attrs.frozen(kw_only=True, repr=False)
class WeaponSystem(Record):
    """A weapon system or platform: `designation` is canonical, `evidence` says where the text names it.

    Attributes:
        designation: The catalogue's, as specific as the text is: `Su-30MKI` if it says MKI, else `Su-30`.
        family: Designations that this one is a version of, the nearest first.
        kind: What it is in a noun: "multirole fighter", "frigate".
        origin: The countries it comes from, ISO 3166-1 alpha-3; two for a joint design.
        makers: Companies that build it.
        aliases: Other names for it, NATO's included.
        catalogued: False where only the shape of the name tells that it is a system.

    >>> WeaponSystem(id="s1", designation="Su-30MKI", family=("Su-30",), category=WeaponCategory.AIRCRAFT)
    <WeaponSystem designation=Su-30MKI family=[Su-30] category=aircraft>
    """

    designation: str = attrs.field(validator=text)
    family: tuple[str, ...] = attrs.field(default=(), validator=texts)
    category: WeaponCategory | None = attrs.field(default=None, validator=optional(WeaponCategory))
    kind: str | None = attrs.field(default=None, validator=optional_text)
    origin: tuple[str, ...] = attrs.field(default=(), validator=countries)
    makers: tuple[str, ...] = attrs.field(default=(), validator=texts)
    aliases: tuple[str, ...] = attrs.field(default=(), validator=texts)
    catalogued: bool = attrs.field(default=True, validator=truth)

    def __str__(self) -> str:
        return self.designation
