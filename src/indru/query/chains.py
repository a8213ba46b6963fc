"""Agreements that hang together: what amends, extends or implements what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, TypeVar

from indru.query.fields import date_of
from indru.query.names import fold

R = TypeVar("R")

_LINKS: Final = ("amends", "extends", "implements")


def chain_of(record: Any, agreements: Iterable[R]) -> tuple[R, ...]:
    """The agreements that are linked to one by title, in either direction and any number of steps, by date."""
    agreements = tuple(agreements)
    by_title: dict[str, list[int]] = {}
    for index, agreement in enumerate(agreements):
        for title in _titles(agreement):
            by_title.setdefault(title, []).append(index)
    # Not by ==: two agreements may be equal and yet two.
    reached = {index for index, agreement in enumerate(agreements) if agreement is record or agreement == record}
    waiting = list(reached)
    seen: set[str] = set()
    while waiting:
        for title in _titles(agreements[waiting.pop()]):
            if title not in seen:
                seen.add(title)
                fresh = set(by_title[title]) - reached
                reached |= fresh
                waiting += fresh
    return tuple(sorted((agreements[index] for index in sorted(reached)), key=_by_date))


def _titles(agreement: Any) -> set[str]:
    """Its own title, and those that it speaks of."""
    said = (getattr(agreement, name, None) for name in ("title", *_LINKS))
    return {fold(title.casefold().removeprefix("the ")) for title in said if title}


def _by_date(agreement: Any) -> tuple[bool, tuple[bool, int, int, str]]:
    date = date_of(agreement)
    return (True, (True, 0, 0, "")) if date is None else (False, date.sort_key)
