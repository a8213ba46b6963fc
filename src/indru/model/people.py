"""People, with the office they held then, and places."""

from __future__ import annotations

import attrs

from indru.values.checks import optional_country, optional_text, text


@attrs.frozen(kw_only=True)
class Person:
    """A person by canonical name, with the country and the office held at the time of the event.

    The name is the catalogue's: "Sergei Shoigu" however the text spells it. `country` is ISO 3166-1 alpha-3.

    >>> print(Person(name="Rajnath Singh", country="IND", office="defence-minister"))
    Rajnath Singh
    """

    name: str = attrs.field(validator=text)
    country: str | None = attrs.field(default=None, validator=optional_country)
    office: str | None = attrs.field(default=None, validator=optional_text)

    def __str__(self) -> str:
        return self.name


@attrs.frozen(kw_only=True)
class Place:
    """A city, or a country where the text names no city. `country` is ISO 3166-1 alpha-3.

    >>> print(Place(name="New Delhi", country="IND"))
    New Delhi
    """

    name: str = attrs.field(validator=text)
    country: str | None = attrs.field(default=None, validator=optional_country)

    def __str__(self) -> str:
        return self.name
