"""Whether equipment passes from Russia to India, and not to their own forces or to somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indru.knowledge.cues import CueKind
from indru.model import WeaponCategory
from indru.parsing.scope import PAIR, Scope
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind, Mention

_HEAD = 2
"""So many sentences may speak of India before its name comes."""
_AS_PARTY = re.compile(r"\b(?:to|for|with)(?: the)? $")
_AS_SOURCE = re.compile(r"\b(?:from|by)(?: the)? $")
_AS_NEIGHBOUR = re.compile(
    r"\b(?:borders?|frontiers?|tensions?|wars?|conflicts?|threats?|rows?|stand-?off|compared|facing|sanctions?)"
    r" (?:with|from|to|by|for)(?: the)? $"
)


class Recipients:
    """Says for each statement whether India can be the one that gets what Russia gives."""

    def __init__(self, scope: Scope, views: Sequence[SentenceView]) -> None:
        self.scope = scope
        indian = [v.index for v in views for _, state in v.countries() if state == "IND"]
        self.india = indian[0] if indian else None
        self.by_the_way = len(indian) == 1
        """Whether India is named only once: attaches of many states among whom is one of India, say."""

    def concern(self, view: SentenceView, named: Mention, start: int, end: int) -> bool:
        """Whether what stands between two offsets of a sentence can be an affair of the two.

        A Russian system stands for Russia, where nobody else is named as the one that sells it. Where the text
        hasn't come to India yet, its equipment goes elsewhere: "the brigade has got seven launchers".
        """
        here = {state for m, state in view.countries() if start <= m.start < end}
        if here >= PAIR and not any(_parties(view, start, end)):
            return True
        if any(_parties(view, start, end)) or self._own_forces(view, start, end) or _elsewhere(view):
            return False
        if "IND" in here or _of_india(named):
            return True
        if self.india is None or (self.by_the_way and not self._comes_to_india(view.index)):
            return False
        return self.scope.pair and not here - PAIR

    def _comes_to_india(self, index: int) -> bool:
        """Whether a text that names India once has done so, or is about to in its first sentences."""
        india = self.india or 0
        return index >= india or (index <= _HEAD and india <= index + _HEAD)

    def _own_forces(self, view: SentenceView, start: int, end: int) -> bool:
        """ "Russia's Black Sea Fleet has got three": what its own services get, India doesn't."""
        here = [m for m, _ in view.countries() if start <= m.start < end]
        services = [m for m in here if m.kind is Kind.ORGANISATION and m.value.kind == "armed service"]
        return bool(services) and all("RUS" in m.value.country for m in services) and not _indian(view)


def _indian(view: SentenceView) -> bool:
    return any(state == "IND" for _, state in view.countries())


_BORDER = re.compile(r"(?:'s)? (?:borders?|frontiers?|side)\b")
_WHERE = re.compile(r"\b(?:in|near|against|over|off|as)(?: the)? $")


def _elsewhere(view: SentenceView) -> bool:
    """Whether a sentence has Russia and a third state, and no India: "a minister visited Islamabad, and Moscow ..."."""
    states = {state for _, state in view.countries()}
    if "RUS" not in states or "IND" in states:
        return False
    for m, state in view.countries():
        before = view.words(m.start - 30, m.start)
        beside = _AS_NEIGHBOUR.search(before) or _WHERE.search(before) or _BORDER.match(view.words(m.end, m.end + 12))
        if state not in PAIR and not beside:
            return True
    return False


def _of_india(named: Mention) -> bool:
    """Whether the name itself says that it is India's: a ship of its Navy."""
    names = (named.value.designation, *named.value.aliases)
    return named.value.category is WeaponCategory.SHIP and any(name.startswith("INS ") for name in names)


def _parties(view: SentenceView, start: int, end: int) -> Iterator[Mention]:
    """The third states that take part: "sold to Pakistan", "from Uzbekistan"; not "on the border with China"."""
    first = True
    for m, state in view.countries():
        if not start <= m.start < end:
            continue
        before = view.words(m.start - 30, m.start)
        if state not in PAIR and (
            (first and m.start - start <= 20)
            or (_AS_PARTY.search(before) and not _AS_NEIGHBOUR.search(before))
            or (_AS_SOURCE.search(before) and _supplied(view, m))
        ):
            yield m
        first = False


def _supplied(view: SentenceView, party: Mention) -> bool:
    """Whether equipment, or a word about supply, stands before "from": "six tankers from Uzbekistan"."""
    return any(0 <= party.start - m.end <= 40 for m in (*view.by_kind[Kind.SYSTEM], *view.cues[CueKind.SUPPLY]))
