"""Whether a text can hold a record at all: one pass over its bytes, before anything is parsed.

A text holds a weapon system if it names one, and any other record only if something in it speaks for Russia and
something for India, or for a system: a country, a place, a person, an organisation, an office. Names and their
spellings are those that the parser looks for.
"""

from __future__ import annotations

import functools
import re
import string
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation

from indru.arguments import check_text
from indru.knowledge import DesignationRow, Knowledge, default_knowledge
from indru.scan.matcher import Entry, names_of
from indru.scan.mentions import Kind
from indru.scan.people import RUSSIAN_ENDINGS
from indru.text.view import fold_view, is_moving, lower_view

_INDIA = frozenset({"IND"})
_RUSSIA = frozenset({"RUS", "SUN"})


def is_relevant(text: str, *, knowledge: Knowledge | None = None) -> bool:
    """Whether a text may tell of India and Russia or name a weapon system: if not, `parse` finds no record in it.

    It is many times as fast as `parse`, and errs on the side of yes.

    Args:
        text: the text as it is.
        knowledge: names to look for: what `parse` is to be called with.

    Raises:
        ArgumentError: *text* is no text.

    >>> is_relevant("India signed a contract for five S-400 regiments.")
    True
    >>> is_relevant("India signed a contract for 36 passenger jets.")
    False
    """
    raw = _folded(check_text(text))
    lower = raw.lower()
    russia_or_system, india = _sides(knowledge or default_knowledge())
    found = russia_or_system.find(raw, lower)
    return found is _Found.SYSTEM or (found is _Found.STATE and india.find(raw, lower) is not None)


class _Found(Enum):
    """What a text names."""

    STATE = "a state, or what speaks for it"
    SYSTEM = "a weapon system"


class _Part(Enum):
    """What of a name a clue is."""

    WHOLE = "a name"
    ENDING = "the end of a surname"


class _Clue(NamedTuple):
    """How a pattern must stand in a text to tell something."""

    found: _Found = _Found.STATE
    part: _Part = _Part.WHOLE
    exact: bytes = b""
    """The spelling demanded; empty for any."""
    capital: bool = False
    company: tuple[bytes, ...] = ()
    """An ordinary word ("Goa", "Club") is a system beside one of these; beside other systems too, but those will do."""
    pattern: re.Pattern[bytes] | None = None
    """What must be found around it."""

    def stands(self, raw: bytes, lower: bytes, start: int, end: int) -> bool:
        """Whether the match is written as the clue demands."""
        if self.part is _Part.ENDING:
            return _SURNAME.search(raw, max(0, start - 60), start) is not None
        if self.pattern is not None:
            return self.pattern.search(raw, max(0, start - 40), end + 40) is not None
        if _joined(lower, end) and not (lower[end : end + 1] == b"s" and not _joined(lower, end + 1)):
            return False
        if self.exact and raw[start:end] != self.exact:
            return False
        if self.capital and raw[start : start + 1].islower():
            return False
        return not self.company or _beside(self.company, lower, start, end)


_SURNAME = re.compile(rb"[A-Z][^ \n]{0,30} {1,2}(?:[A-Z][\w'.-]{0,30} {1,2}){0,3}[A-Z][\w'-]{0,30}$")
"""What stands before the ending of "A. V. Denisov": a surname alone, without a first name, tells nothing."""


def _joined(lower: bytes, at: int) -> bool:
    """Whether letters or digits stand on both sides of an offset; those that aren't ASCII are left to the parser."""
    return 0 < at < len(lower) and _ALNUM[lower[at - 1]] and _ALNUM[lower[at]]


_ALNUM = tuple(bytes((code,)).isalnum() for code in range(256))


class _Side(NamedTuple):
    """What speaks for one of the two states, and perhaps systems."""

    automaton: BytesAhoCorasick
    clues: tuple[tuple[_Clue, ...], ...]
    names: bytes
    """For each pattern, whether it is a name, before which no letter or digit may stand."""

    def find(self, raw: bytes, lower: bytes) -> _Found | None:
        """What a text names of this side: a system, if it does name one."""
        found: _Found | None = None
        for pattern, start, end in self.automaton.find_matches_as_indexes(lower, overlapping=True):
            if self.names[pattern] and start and _ALNUM[lower[start - 1]] and _ALNUM[lower[start]]:
                continue  # here already, since most matches are parts of words: "tor" of "doctor"
            for clue in self.clues[pattern]:
                if clue.found is not found and clue.stands(raw, lower, start, end):
                    found = clue.found
                    if found is _Found.SYSTEM:
                        return found
        return found


def _beside(company: tuple[bytes, ...], lower: bytes, start: int, end: int) -> bool:
    around = lower[max(0, start - 60) : end + 60]
    return any(word in around for word in company)


@functools.lru_cache(maxsize=8)
def _sides(knowledge: Knowledge) -> tuple[_Side, _Side]:
    """What speaks for Russia and for India, compiled at first use and kept for the process."""
    names = list(names_of(knowledge))
    russia = (
        *_states(names, _RUSSIA),
        *_systems(names),
        *_people(knowledge, _RUSSIA),
        *_designations(knowledge),
        *((ending + after, _Clue(part=_Part.ENDING)) for ending in RUSSIAN_ENDINGS for after in _AFTER),
    )
    return _side(russia), _side((*_states(names, _INDIA), *_people(knowledge, _INDIA)))


_AFTER = (*string.whitespace, *string.punctuation)


def _side(clues: Iterable[tuple[str, _Clue]]) -> _Side:
    by_pattern: defaultdict[bytes, set[_Clue]] = defaultdict(set)
    for surface, clue in clues:
        by_pattern[surface.lower().encode()].add(clue)
    automaton = BytesAhoCorasick(list(by_pattern), implementation=Implementation.DFA)
    names = (all(c.part is _Part.WHOLE and c.pattern is None for c in clues) for clues in by_pattern.values())
    return _Side(automaton, tuple(map(tuple, by_pattern.values())), bytes(names))


def _states(names: list[tuple[str, Entry]], codes: frozenset[str]) -> Iterator[tuple[str, _Clue]]:
    """The names of a state, and of its places, people, organisations and offices.

    A title that any state's office has ("Prime Minister") tells nothing.
    """
    anybody = {surface.lower() for surface, entry in names if entry.kind is Kind.OFFICE and not entry.value.country}
    for surface, entry in names:
        if entry.kind is Kind.SYSTEM or (entry.kind is Kind.OFFICE and surface.lower() in anybody):
            continue
        state = entry.value.id if entry.kind is Kind.COUNTRY else entry.value.country
        if not codes.isdisjoint((state,) if isinstance(state, str) else state):
            yield surface, _Clue(exact=entry.exact.encode(), capital=entry.capital)


def _systems(names: list[tuple[str, Entry]]) -> Iterator[tuple[str, _Clue]]:
    for surface, entry in names:
        if entry.kind is Kind.SYSTEM:
            company = tuple(word.encode() for word in entry.company)
            yield surface, _Clue(_Found.SYSTEM, _Part.WHOLE, entry.exact.encode(), entry.capital, company)


def _people(knowledge: Knowledge, codes: frozenset[str]) -> Iterator[tuple[str, _Clue]]:
    """First names and surnames: beside a title they are enough for the parser."""
    for person in knowledge.people.values():
        if person.country in codes:
            for word in {end for name in (*person.names, *person.short) for end in _ends(name)}:
                yield word, _Clue(capital=True)


def _ends(name: str) -> tuple[str, ...]:
    words = name.split()
    return tuple(word for word in (words[0], words[-1]) if len(word) > 2)


def _designations(knowledge: Knowledge) -> Iterator[tuple[str, _Clue]]:
    """What is always in a designation that follows a pattern, "su-5" or "-class", and the pattern to look for there."""
    for row in knowledge.table(DesignationRow).values():
        clue = _Clue(_Found.SYSTEM, pattern=re.compile(row.pattern.encode()))
        before, digits, _ = row.pattern.partition("[0-9]")
        ends = [joint + digit for joint in ("-", " ", "") for digit in string.digits] if digits else [""]
        if before[:1].isalpha() or before.startswith("(?:"):
            words = [word.strip("- ") for word in before.split(")")[0].removeprefix("(?:").partition("[")[0].split("|")]
            yield from ((word + end, clue) for word in words for end in ends)
        else:
            yield from ((joint + word, clue) for joint in "- " for word in _WORD.findall(before.split("(?=")[0]))


_WORD = re.compile(r"(?<![\w\[-])[a-z]{4,}")


_ASCII = bytes(range(128))
_CONTROLS = bytes.maketrans(b"\t\x0b\x0c\x1c\x1d\x1e\x1f`", b"       '")
_ENTITY = re.compile(r"&[#A-Za-z][0-9A-Za-z]{0,30};")


def _folded(text: str) -> bytes:
    """The text as the parser's reading view has it, in UTF-8, where that matters to names.

    The view itself would take longer than the pass; it is made where characters are dropped or composed, or where
    lower-casing isn't a matter of ASCII.
    """
    if "&" in text and _ENTITY.search(text):
        return _viewed(text)
    if text.isascii():
        return text.encode().translate(_CONTROLS) + b"\n"
    try:
        data = text.encode()
    except UnicodeEncodeError:  # half a surrogate pair
        return _viewed(text)
    for char in set(data.translate(None, _ASCII).decode()):
        plain = _plain(char)
        if plain is None:
            return _viewed(text)
        if plain != char:
            data = data.replace(char.encode(), plain.encode())
    return data.translate(_CONTROLS) + b"\n"


@functools.lru_cache(maxsize=4096)
def _plain(char: str) -> str | None:
    """What stands in the view for a character by itself; None where its neighbours or its case matter."""
    plain = fold_view(char)[0]
    if char.lower() != char or (plain and is_moving(char)):
        return None
    return plain if plain.isascii() or plain.isalnum() else " "


def _viewed(text: str) -> bytes:
    """By the view. Letters that aren't ASCII are lower-cased here, since bytes don't know how."""
    view = fold_view(text)[0]
    special = {char for char in view if char > "\x7f" and lower_view(char) != char}
    for char in special:
        view = view.replace(char, lower_view(char))
    return view.encode() + b"\n"
