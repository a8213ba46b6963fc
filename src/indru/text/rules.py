"""The rows of knowledge that reading a page needs, made ready for look-up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

import attrs

from indru.knowledge import Knowledge, OrganisationRow, PlaceRow
from indru.knowledge.noise import (
    AbbreviationKind,
    AbbreviationRow,
    BoilerplateKind,
    BoilerplateRow,
    LabelKind,
    LabelRow,
    OpenerRow,
    OutletRow,
    OutletWordRow,
)

_EDGES = " \t.:;,!?*#|[](){}<>\"'\u2022\u2192\u2190\u2191\u2193-=_~/\\"
"""What may stand around a phrase of a page without changing it: "-ends-", "Comments:", "READ MORE >>"."""
_SEPARATORS = re.compile(r"[|\u203a\u00bb\u2022\u00b7]|//|::| [/>] |  +")
_SEPARATOR_SIGNS = ("|", "  ", "\u203a", "\u00bb", "\u00b7", "\u2022", " / ", " > ", "//", "::")

Phrase = tuple[str, BoilerplateKind]
_WHOLE = (BoilerplateKind.LINE, BoilerplateKind.HEADS, BoilerplateKind.OPENS)


@attrs.frozen(eq=False)
class TextRules:
    """Phrases and names by the way they are looked up."""

    whole: Mapping[str, BoilerplateKind]
    starts: Mapping[str, tuple[Phrase, ...]]
    ends: tuple[Phrase, ...]
    contains: tuple[str, ...]
    abbreviations: Mapping[str, AbbreviationKind]
    openers: frozenset[str]
    labels: Mapping[LabelKind, tuple[str, ...]]
    date_words: frozenset[str]
    sections: frozenset[str]
    no_places: frozenset[str]
    outlets: Mapping[str, str]
    outlet_words: tuple[str, ...]
    cities: Mapping[str, tuple[str, str]]
    """Folded name to canonical name and country."""

    def noise(self, lower: str, start: int, end: int) -> BoilerplateKind | None:
        """How a line is noise, if it is one by its words."""
        line = lower[start:end]
        key = line.strip(_EDGES)
        kind = self.whole.get(key)
        if kind is not None:
            return kind
        kind = self._noise_within(line) or self._noise_within(key)
        if kind is not None or not any(sign in line for sign in _SEPARATOR_SIGNS):
            return kind
        return BoilerplateKind.LINE if self._is_bar(line) else None

    def opening(self, lower: str, start: int, end: int) -> BoilerplateKind | None:
        """How a long line is noise by its first words ("Disclaimer: ...")."""
        return self._start(lower[start : min(end, start + 60)])

    def is_phrase(self, lower: str, start: int, end: int) -> bool:
        """Whether a sentence at the end of a line is nothing but a phrase of noise ("READ MORE >>")."""
        return end - start < 60 and self.noise(lower, start, end) is not None

    def _noise_within(self, line: str) -> BoilerplateKind | None:
        kind = self._start(line)
        if kind is not None:
            return kind
        for phrase, end_kind in self.ends:
            if line.endswith(phrase):
                return end_kind
        return BoilerplateKind.CONTAINS if any(phrase in line for phrase in self.contains) else None

    def _start(self, line: str) -> BoilerplateKind | None:
        for phrase, kind in self.starts.get(_first_word(line), ()):
            if line.startswith(phrase) and not line[len(phrase) : len(phrase) + 1].isalnum():
                return kind
        return None

    def _is_bar(self, line: str) -> bool:
        """A bar of navigation: several short items between strokes, arrows or wide gaps."""
        items = [item.strip(_EDGES) for item in _SEPARATORS.split(line)]
        items = [item for item in items if item]
        if len(items) < 2:
            return False
        strong = len(line) < 300 and any(item in self.whole or self._start(item) is not None for item in items)
        if len(items) == 2:
            return strong
        if any(item[0].isdigit() and " " not in item for item in items):
            return False  # a row of a table, whose numbers may matter
        words = sum(item.count(" ") + 1 for item in items)
        return strong or (words <= 4 * len(items) and not line.rstrip().endswith((".", ",", ";")))


@lru_cache(maxsize=8)
def rules_of(knowledge: Knowledge) -> TextRules:
    """The rules of a knowledge, made on the first text that is read with it."""
    starts, ends, contains = _phrases(knowledge.table(BoilerplateRow).values())
    words: dict[LabelKind, tuple[str, ...]] = {kind: () for kind in LabelKind}
    for label in knowledge.table(LabelRow).values():
        words[label.kind] += label.words
    return TextRules(
        whole=_whole_lines(knowledge.table(BoilerplateRow).values()),
        starts=starts,
        ends=ends,
        contains=contains,
        abbreviations={form: row.kind for row in knowledge.table(AbbreviationRow).values() for form in row.forms},
        openers=frozenset(word for row in knowledge.table(OpenerRow).values() for word in row.words),
        labels={kind: tuple(sorted(found, key=len, reverse=True)) for kind, found in words.items()},
        date_words=frozenset(words[LabelKind.DATE_WORD])
        | {word for phrase in words[LabelKind.DATE] for word in phrase.split()},
        sections=frozenset(words[LabelKind.SECTION]),
        no_places=frozenset(words[LabelKind.NO_PLACE]),
        outlets=_outlets(knowledge.table(OutletRow).values(), knowledge.organisations.values()),
        outlet_words=tuple(word for row in knowledge.table(OutletWordRow).values() for word in row.words),
        cities=_cities(knowledge.places.values()),
    )


def _whole_lines(rows: Iterable[BoilerplateRow]) -> dict[str, BoilerplateKind]:
    whole: dict[str, BoilerplateKind] = {}
    for row in rows:
        for phrase in row.phrases if row.kind in _WHOLE else ():
            # A section that opens beats a mere line of the same words.
            if phrase not in whole or _WHOLE.index(row.kind) > _WHOLE.index(whole[phrase]):
                whole[phrase] = row.kind
    return whole


def _phrases(
    rows: Iterable[BoilerplateRow],
) -> tuple[dict[str, tuple[Phrase, ...]], tuple[Phrase, ...], tuple[str, ...]]:
    """The phrases at the start of lines by their first word, those at the end, and those anywhere."""
    starts: dict[str, list[Phrase]] = {}
    ends: list[Phrase] = []
    contains: list[str] = []
    for row in rows:
        for phrase in row.phrases:
            if row.kind is BoilerplateKind.CONTAINS:
                contains.append(phrase)
            elif row.kind in (BoilerplateKind.ENDS, BoilerplateKind.SHUTS):
                ends.append((phrase, row.kind))
            elif row.kind is BoilerplateKind.BREAKS:
                starts.setdefault(_first_word(phrase), []).insert(0, (phrase, row.kind))
            elif row.kind is BoilerplateKind.STARTS:
                starts.setdefault(_first_word(phrase), []).append((phrase, row.kind))
    return {head: tuple(found) for head, found in starts.items()}, tuple(ends), tuple(contains)


def _first_word(line: str) -> str:
    return line.partition(" ")[0].strip(":|")


def _outlets(outlets: Iterable[OutletRow], organisations: Iterable[OrganisationRow]) -> dict[str, str]:
    names: dict[str, str] = {}
    for row in outlets:
        for name in (row.name, *row.aliases):
            names.setdefault(name.lower(), row.name)
    for organisation in organisations:
        if organisation.kind == "news agency":
            for name in organisation.names:
                names.setdefault(name.lower().strip("()"), name.strip("()"))
    return names


def _cities(places: Iterable[PlaceRow]) -> dict[str, tuple[str, str]]:
    names: dict[str, tuple[str, str]] = {}
    for row in places:
        if row.kind == "city":
            for name in row.names:
                names.setdefault(name.lower(), (row.name, row.country))
    return names
