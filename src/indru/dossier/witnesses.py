"""Which readings depend on each other: copies of one text, and texts of one agency, are one witness."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping

from indru.model import ParseResult, Source

_LONG = 12
"""Shorter quotes ("India", "2018") stand in any text."""
_ALIKE = 0.6
"""The share of long quotes that copies have in common."""
_COMMON = 200
"""A quote that more texts share than this tells nothing."""


def copy_groups(readings: Mapping[str, ParseResult]) -> dict[str, int]:
    """For each reading the number of its group: readings of one group are copies of one text.

    They are known by the words that they quote: a reprint rests its records on the same ones.
    """
    keys = sorted(readings)
    groups = _Groups(keys)
    for one, other in _copies(readings, keys):
        groups.join(one, other)
    return groups.numbered()


def witness_groups(sources: Iterable[Source], copies: Mapping[str, int]) -> dict[str, int]:
    """For each reading of one event the number of its group: copies, and texts of one publisher or agency.

    Event by event, since a paper that reprints an agency once doesn't write the rest of its news with it.
    """
    told = {source.id: source for source in sources}
    groups = _Groups(sorted(told))
    first: dict[Hashable, str] = {}
    for key in sorted(told):
        publisher = told[key].publisher
        groups.join(key, first.setdefault(copies[key], key))
        if publisher is not None:
            groups.join(key, first.setdefault(publisher.casefold(), key))
    return groups.numbered()


def _copies(readings: Mapping[str, ParseResult], keys: list[str]) -> Iterable[tuple[str, str]]:
    quotes = {key: _quotes(readings[key]) for key in keys}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for key in keys:
        for quote in quotes[key]:
            holders[quote].append(key)
    for key in keys:
        mine = quotes[key]
        if len(mine) < 2:
            continue
        shared = Counter(
            other for quote in mine if len(holders[quote]) <= _COMMON for other in holders[quote] if other < key
        )
        for other, count in shared.items():
            if count >= _ALIKE * len(mine | quotes[other]):
                yield other, key


def _quotes(result: ParseResult) -> frozenset[str]:
    return frozenset(item.quote for record in result.records for item in record.evidence if len(item.quote) >= _LONG)


class _Groups:
    """Sets of readings that grow together."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._above = {key: key for key in keys}

    def _top(self, key: str) -> str:
        while self._above[key] != key:
            self._above[key] = self._above[self._above[key]]
            key = self._above[key]
        return key

    def join(self, one: str, other: str) -> None:
        low, high = sorted((self._top(one), self._top(other)))
        self._above[high] = low

    def numbered(self) -> dict[str, int]:
        tops: dict[str, int] = {}
        return {key: tops.setdefault(self._top(key), len(tops)) for key in self._above}
