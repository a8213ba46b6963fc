"""What the names in a question mean: spellings of people, places, countries and systems."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import Any, Final

from indru.errors import UnknownNameError
from indru.query.fields import countries_of, people_of, places_of, systems_of

Aliases = Mapping[str, Mapping[str, Iterable[str]]]
"""For `person`, `place`, `country` and `system`: a spelling, and the names in records that it may stand for."""

KINDS: Final = ("person", "place", "country", "system")
_CLOSE: Final = 3
"""How many close matches an error names."""
_SHORTEST: Final = 3
"""A part of a person's name must be this long to stand for them: an initial alone doesn't."""
_SAME_SOUND: Final = (("y", "i"), ("ie", "e"), ("ii", "i"), ("ou", "u"))
"""How Russian names vary in English: Sergey and Sergei, Dmitriy and Dmitri, Shoigou and Shoigu."""


class Names:
    """The names that are known: those in a collection of records, and those that aliases add.

    Both are read when a question first needs them.

    >>> from indru.model import Place, Source
    >>> names = Names([Source(id="d1", place=Place(name="New Delhi", country="IND"))])
    >>> sorted(names.find("place", "new delhi"))
    ['New Delhi']
    """

    def __init__(self, records: Iterable[Any], aliases: Callable[[], Aliases] | None = None) -> None:
        self._records = records
        self._aliases = aliases

    @cached_property
    def _known(self) -> dict[str, dict[str, set[str]]]:
        """For each kind: folded spelling, canonical names."""
        known: dict[str, dict[str, set[str]]] = {kind: {} for kind in KINDS}

        def learn(kind: str, spelling: str, name: str) -> None:
            known[kind].setdefault(fold(spelling), set()).add(name)

        for record in self._records:
            for kind, spelling, name in _named(record):
                learn(kind, spelling, name)
        added: Aliases = self._aliases() if self._aliases else {}
        for kind, spellings in added.items():
            for spelling, names in spellings.items():
                for name in names:
                    learn(kind, spelling, name)
        return known

    @cached_property
    def _by_word(self) -> dict[str, set[str]]:
        """A word of a person's name as it sounds, and the people."""
        found: dict[str, set[str]] = {}
        for names in self._known["person"].values():
            for name in names:
                for word in _words(name):
                    found.setdefault(word, set()).add(name)
        return found

    def find(self, kind: str, name: str) -> frozenset[str]:
        """The names in records that a spelling stands for; empty where it isn't known.

        A person is also found by part of the name: "Shoigu" is everybody whose name has that word, and a
        spelling that sounds the same counts.
        """
        found = frozenset(self._known[kind].get(fold(name), ()))
        if kind == "person":
            words = _words(name)
            if words and max(map(len, words)) >= _SHORTEST:
                found |= set[str].intersection(*(self._by_word.get(word, set()) for word in words))
        return found

    def demand(self, name: str, *kinds: str) -> dict[str, frozenset[str]]:
        """What a spelling stands for, by kind.

        Raises:
            UnknownNameError: it is known in none of the kinds.
        """
        found = {kind: self.find(kind, name) for kind in kinds}
        if not any(found.values()):
            raise UnknownNameError(name, kinds, self._close(name, kinds))
        return found

    def _close(self, name: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
        spellings: dict[str, set[str]] = {}
        for kind in kinds:
            for spelling, names in self._known[kind].items():
                spellings.setdefault(spelling, set()).update(names)
            if kind == "person":
                for word, names in self._by_word.items():
                    spellings.setdefault(word, set()).update(names)
        near = get_close_matches(fold(name), sorted(spellings), n=2 * _CLOSE, cutoff=0.7)
        close = dict.fromkeys(found for spelling in near for found in sorted(spellings[spelling]))
        return tuple(close)[:_CLOSE]


def _named(record: Any) -> Iterator[tuple[str, str, str]]:
    """The names in a record: kind, spelling, and the name that it stands for."""
    for person in people_of(record):
        yield "person", person.name, person.name
    for place in places_of(record):
        yield "place", place.name, place.name
        if place.country:
            yield "country", place.country, place.country
    for country in countries_of(record):
        yield "country", country, country
    for system in systems_of(record):
        for name in (system.designation, *system.family):
            yield "system", name, name
        for alias in system.aliases:
            yield "system", alias, system.designation


def fold(name: str) -> str:
    """A name without case, accents, hyphens, blanks, points and quotation marks.

    >>> fold("Su-30 MKI") == fold("SU30MKI")
    True
    """
    return re.sub(r"[-\s.,'\"‘’“”‐‑–]", "", _plain(name))


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _words(name: str) -> list[str]:
    """The words of a person's name as they sound."""
    words = re.findall(r"\w+", _plain(name))
    for written, said in _SAME_SOUND:
        words = [word.replace(written, said) for word in words]
    return words
