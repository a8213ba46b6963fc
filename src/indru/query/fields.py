"""Where a record of any type keeps its date, people, places, countries and systems.

Merged records pass these fields on, so that both are read alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from indru.model import Person, Place, WeaponSystem
from indru.values import DateSpan

_DATES: Final = ("date", "signed", "ordered", "published")
_PEOPLE: Final = ("participants", "signatories")
_PLACES: Final = ("place", "site")
_COUNTRIES: Final = ("host", "visitor", "supplier", "recipient")
_KINDS: Final = ("kind", "format", "mode", "category")


def date_of(record: Any, field: str | None = None) -> DateSpan | None:
    """The date of a record: when a meeting is, an agreement is signed, equipment is ordered, a text published."""
    value = _first(record, _DATES if field is None else (field,))
    return value if isinstance(value, DateSpan) else None


def people_of(record: Any) -> Iterator[Person]:
    """Who takes part or signs."""
    for name in _PEOPLE:
        yield from getattr(record, name, ())


def places_of(record: Any) -> Iterator[Place]:
    """Where it is, or is built."""
    for name in _PLACES:
        place = getattr(record, name, None)
        if isinstance(place, Place):
            yield place


def countries_of(record: Any) -> Iterator[str]:
    """The states that are parties, hosts, visitors, buyers or sellers, and those that people speak for."""
    yield from getattr(record, "parties", ())
    for name in _COUNTRIES:
        if country := getattr(record, name, None):
            yield country
    for person in people_of(record):
        if person.country:
            yield person.country


def systems_of(record: Any) -> Iterator[WeaponSystem]:
    """The equipment that it is about; a weapon system is about itself."""
    if hasattr(record, "designation"):
        yield getattr(record, "record", record)
    if system := getattr(record, "system", None):
        yield system
    yield from getattr(record, "systems", ())


def kinds_of(record: Any) -> Iterator[str]:
    """The kind, format, mode or category of a record, and its type: `contract`, `call`, `lease`, `meeting`."""
    value = _first(record, _KINDS)
    if isinstance(value, str):
        yield str(value)
    yield type_of(record)


def type_of(record: Any) -> str:
    """The type of a record in small letters and hyphens: `weapon-system`."""
    plain: object = getattr(record, "record", record)
    return type_name(type(plain))


def type_name(kind: type[object]) -> str:
    """The name of a class in small letters and hyphens."""
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in kind.__name__).lstrip("-")


def _first(record: Any, names: tuple[str, ...]) -> object:
    return next((value for name in names if (value := getattr(record, name, None)) is not None), None)
