"""Hedges beside a number: "over", "as many as", "or so"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import attrs

from indru.knowledge import Knowledge
from indru.knowledge.measures import HedgeRow, HedgeSide
from indru.values import Qualifier


class Hedge(NamedTuple):
    """A hedge: what it means and where its words begin or end."""

    qualifier: Qualifier
    edge: int


_ARTICLE = re.compile(r"(?:a|an|the|another|additional|further|worth|total of)[ \t\n]{1,2}$")


@attrs.frozen(eq=False)
class Hedges:
    """The hedges of a knowledge base."""

    before: dict[str, tuple[tuple[str, Qualifier], ...]]
    """Last word of a phrase to phrases, longest first."""
    after: re.Pattern[str]
    after_qualifiers: dict[str, Qualifier]

    def before_number(self, lower: str, at: int) -> Hedge | None:
        """The hedge that ends just before a place, an article between them or not."""
        if not at:
            return None
        found = self._ending(lower, at)
        if found is None and lower[at - 1] == " ":
            article = _ARTICLE.search(lower, max(0, at - 12), at)
            if article:
                found = self._ending(lower, article.start())
        return found

    def _ending(self, lower: str, at: int) -> Hedge | None:
        stop = at
        while stop > 0 and at - stop < 2 and lower[stop - 1] in " \n\t":
            stop -= 1
        if stop == at:
            return Hedge(Qualifier.ABOUT, at - 1) if lower[at - 1] == "~" else None
        word = lower[
            max(lower.rfind(" ", max(0, stop - 20), stop), lower.rfind("\n", max(0, stop - 20), stop)) + 1 : stop
        ]
        word = word.lstrip("(\"'")
        for phrase, qualifier in self.before.get(word, ()):
            start = stop - len(phrase)
            if start >= 0 and lower.startswith(phrase, start) and not (start and lower[start - 1].isalnum()):
                return Hedge(qualifier, start)
        return None

    def after_number(self, lower: str, at: int) -> Hedge | None:
        """The hedge that begins just after a place: "-odd", " or more"."""
        if lower[at : at + 1] not in (" ", "-", "+"):
            return None
        match = self.after.match(lower, at)
        return Hedge(self.after_qualifiers[match[1]], match.end()) if match else None


@lru_cache(maxsize=8)
def hedges_of(knowledge: Knowledge) -> Hedges:
    """The hedges of a knowledge base, sorted at first use."""
    before: dict[str, list[tuple[str, Qualifier]]] = {}
    after: dict[str, Qualifier] = {}
    for row in knowledge.table(HedgeRow).values():
        for phrase in row.phrases:
            if row.side is HedgeSide.AFTER:
                after[phrase] = row.qualifier
            else:
                before.setdefault(phrase.rsplit(" ", 1)[-1], []).append((phrase, row.qualifier))
    for phrases in before.values():
        phrases.sort(key=lambda item: -len(item[0]))
    words = "|".join(re.escape(phrase) for phrase in sorted(after, key=lambda phrase: (-len(phrase), phrase)))
    return Hedges(
        {word: tuple(phrases) for word, phrases in before.items()},
        re.compile(rf"[ ]?({words})(?![a-z\d]|[ ]?(?:\d|one\b|two\b|three\b))"),
        after,
    )
