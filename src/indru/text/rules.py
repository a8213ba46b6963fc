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
_SEPARATORS = re.compile(r"[|\u203a\u00bb\u2022\u00b7]|//|::| [/>:] |  +")
_LISTED = re.compile(r"\([a-z0-9]{1,4}\)")
_SEPARATOR_SIGNS = ("|", "  ", "\u203a", "\u00bb", "\u00b7", "\u2022", " / ", " > ", " : ", "//", "::")

_CONTAINS_MOST = 120
_HEAD_LABELS = (LabelKind.DATE, LabelKind.CAPTION, LabelKind.SOURCE)
Phrase = tuple[str, BoilerplateKind]
_WHOLE = (BoilerplateKind.LINE, BoilerplateKind.HEADS, BoilerplateKind.OPENS)


@attrs.frozen(eq=False)
class TextRules:
    """Phrases and names by the way they are looked up."""

    whole: Mapping[str, BoilerplateKind]
    starts: Mapping[str, tuple[Phrase, ...]]
    contains: tuple[str, ...]
    abbreviations: Mapping[str, AbbreviationKind]
    openers: frozenset[str]
    labels: Mapping[LabelKind, Mapping[str, tuple[str, ...]]]
    """By kind and first word, the longest first."""
    heads: frozenset[str]
    """First words of labels and of noise: a line that begins otherwise needs no further look."""
    bylines: frozenset[str]
    date_words: frozenset[str]
    sections: frozenset[str]
    no_places: frozenset[str]
    outlets: frozenset[str]
    outlet_words: tuple[str, ...]
    cities: Mapping[str, tuple[str, str]]
    """Folded name to canonical name and country."""

    def noise(self, lower: str, start: int, end: int) -> BoilerplateKind | None:
        """How a short line is noise, if it is one by its words."""
        line = lower[start:end]
        key = line.strip(_EDGES)
        kind = self.whole.get(key) or self._within(line) or self._start(key)
        if kind is not None or not any(sign in line for sign in _SEPARATOR_SIGNS):
            return kind
        return self._bar(line)

    def has_head(self, lower: str, start: int, end: int) -> bool:
        """Whether a line begins with the first word of some label or phrase."""
        return first_word(lower[start : min(end, start + 24)]) in self.heads

    def opening(self, lower: str, start: int, end: int) -> BoilerplateKind | None:
        """How a long line is noise by its first words ("Disclaimer: ...")."""
        return self._start(lower[start : min(end, start + 60)])

    def label(self, kind: LabelKind, lower: str, start: int, end: int) -> str | None:
        """The label of a kind that a line begins with."""
        for label in self.labels[kind].get(first_word(lower[start : min(end, start + 24)]), ()):
            if lower.startswith(label, start, end):
                return label
        return None

    def is_tail(self, lower: str, start: int, end: int) -> bool:
        """Whether the last sentence of a line is a phrase of noise ("READ MORE >>") or a credit ("(PTI)")."""
        if end - start > 60:
            return False
        return lower[start:end].strip(_EDGES) in self.outlets or self.noise(lower, start, end) is not None

    def _within(self, line: str) -> BoilerplateKind | None:
        kind = self._start(line)
        if kind is not None:
            return kind
        if len(line) <= _CONTAINS_MOST and any(phrase in line for phrase in self.contains):
            return BoilerplateKind.CONTAINS
        return None

    def _start(self, line: str) -> BoilerplateKind | None:
        for phrase, kind in self.starts.get(first_word(line), ()):
            if line.startswith(phrase) and not line[len(phrase) : len(phrase) + 1].isalnum():
                return kind
        return None

    def _bar(self, line: str) -> BoilerplateKind | None:
        """How a bar of navigation is noise: several short items between strokes, arrows or wide gaps."""
        parts = _SEPARATORS.split(line)
        items = [item for part in parts if (item := part.strip(_EDGES))]
        if len(items) < 2:
            return None
        known = [self.whole.get(item) or self._start(item) for item in items]
        if known[0] is BoilerplateKind.HEADS:
            return BoilerplateKind.HEADS
        if any(known) or line.startswith("#"):
            return BoilerplateKind.LINE
        if any(_LISTED.match(part.strip()) for part in parts):
            return None  # "(i) two frigates   (ii) forty guns"
        # A row of a table has numbers, which may matter; a title may have one stroke, and words enough.
        table = any(item[0].isdigit() and " " not in item for item in items)
        if len(items) == 2 or table or " / " in line or line.rstrip().endswith((".", ",", ";")):
            return None
        words = sum(item.count(" ") + 1 for item in items)
        return BoilerplateKind.LINE if words <= 4 * len(items) else None


@lru_cache(maxsize=8)
def rules_of(knowledge: Knowledge) -> TextRules:
    """The rules of a knowledge, made on the first text that is read with it."""
    starts, contains = _phrases(knowledge.table(BoilerplateRow).values())
    words: dict[LabelKind, tuple[str, ...]] = dict.fromkeys(LabelKind, ())
    for label in knowledge.table(LabelRow).values():
        words[label.kind] += label.words
    return TextRules(
        whole=_whole_lines(knowledge.table(BoilerplateRow).values(), words[LabelKind.SECTION]),
        starts=starts,
        contains=contains,
        abbreviations={form: row.kind for row in knowledge.table(AbbreviationRow).values() for form in row.forms},
        openers=frozenset(word for row in knowledge.table(OpenerRow).values() for word in row.words),
        labels={kind: _by_first_word(found) for kind, found in words.items()},
        heads=frozenset(starts) | {first_word(label) for kind in _HEAD_LABELS for label in words[kind]},
        bylines=frozenset(words[LabelKind.BYLINE]),
        date_words=frozenset(words[LabelKind.DATE_WORD])
        | {word for phrase in words[LabelKind.DATE] for word in phrase.split()},
        sections=frozenset(words[LabelKind.SECTION]),
        no_places=frozenset(words[LabelKind.NO_PLACE]),
        outlets=_outlets(knowledge.table(OutletRow).values(), knowledge.organisations.values()),
        outlet_words=tuple(word for row in knowledge.table(OutletWordRow).values() for word in row.words),
        cities=_cities(knowledge.places.values()),
    )


def _whole_lines(rows: Iterable[BoilerplateRow], sections: Iterable[str]) -> dict[str, BoilerplateKind]:
    whole: dict[str, BoilerplateKind] = dict.fromkeys(sections, BoilerplateKind.LINE)
    for row in rows:
        for phrase in row.phrases if row.kind in _WHOLE else ():
            # A section that opens beats a mere line of the same words.
            if phrase not in whole or _WHOLE.index(row.kind) > _WHOLE.index(whole[phrase]):
                whole[phrase] = row.kind
    return whole


def _phrases(
    rows: Iterable[BoilerplateRow],
) -> tuple[dict[str, tuple[Phrase, ...]], tuple[str, ...]]:
    """The phrases at the start of lines by their first word, and those anywhere."""
    starts: dict[str, list[Phrase]] = {}
    contains: list[str] = []
    for row in rows:
        for phrase in row.phrases:
            if row.kind is BoilerplateKind.CONTAINS:
                contains.append(phrase)
            elif row.kind is BoilerplateKind.BREAKS:
                starts.setdefault(first_word(phrase), []).insert(0, (phrase, row.kind))
            elif row.kind is BoilerplateKind.STARTS:
                starts.setdefault(first_word(phrase), []).append((phrase, row.kind))
    return {head: tuple(found) for head, found in starts.items()}, tuple(contains)


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found[first_word(phrase)] = (*found.get(first_word(phrase), ()), phrase)
    return found


def first_word(line: str) -> str:
    """What phrases at the start of a line are found by.

    >>> first_word("photo: a. writer")
    'photo'
    """
    return line.partition(" ")[0].strip(":|")


def _outlets(outlets: Iterable[OutletRow], organisations: Iterable[OrganisationRow]) -> frozenset[str]:
    names = {name.lower() for row in outlets for name in row.names}
    for row in organisations:
        if row.kind == "news agency":
            names.update(name.lower() for name in row.names)
    return frozenset(names)


def _cities(places: Iterable[PlaceRow]) -> dict[str, tuple[str, str]]:
    names: dict[str, tuple[str, str]] = {}
    for row in places:
        if row.kind == "city":
            for name in row.names:
                names.setdefault(name.lower(), (row.name, row.country))
    return names
