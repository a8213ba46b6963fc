"""People, with the office they held then, and places."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Person:
    """A person by canonical name, country (ISO 3166-1 alpha-3) and the office held at the time of the event."""

    name: str
    country: str | None = None
    office: str | None = None


@attrs.frozen(kw_only=True)
class Place:
    """A city, or a country where the text names no city. `country` is ISO 3166-1 alpha-3."""

    name: str
    country: str | None = None
