"""Whether a sentence speaks of India and Russia: the states it names, and those that the text carries on with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import attrs

from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind

PAIR = frozenset({"IND", "RUS"})


@attrs.frozen(eq=False)
class Scope:
    """For each sentence, the states that it names."""

    states: tuple[frozenset[str], ...]
    document: frozenset[str]
    pair: bool
    """Whether the document as a whole is about the two."""
    centred: bool
    """Whether Russia is more than one of the many states that the document names in passing."""

    def between(self, view: SentenceView, start: int, end: int) -> bool:
        """Whether what stands between two offsets of a sentence can be an affair of India and Russia."""
        here = {country for m, country in view.countries() if start <= m.start < end}
        if here >= PAIR:
            return True
        if here - PAIR:
            return False  # a third state, and not both of the two
        return self.pair and (here | self.document) >= PAIR and (self.centred or self.near(view, "RUS"))

    def near(self, view: SentenceView, state: str) -> bool:
        """Whether a sentence, or one of the two before it, names a state."""
        return any(state in states for states in self.states[max(0, view.index - 2) : view.index + 1])


def find_scope(views: Sequence[SentenceView]) -> Scope:
    """Who the document and each of its sentences are about."""
    counts: Counter[str] = Counter()
    own: list[frozenset[str]] = []
    for view in views:
        here = [country for _, country in view.countries()]
        for country in here:
            counts[country] += 1
        own.append(frozenset(here))
    russian = counts["RUS"] or any(
        "RUS" in m.value.origin or "SUN" in m.value.origin for v in views for m in v.by_kind[Kind.SYSTEM]
    )
    third = max((count for country, count in counts.items() if country not in PAIR), default=0)
    return Scope(
        states=tuple(own),
        document=frozenset(state for state in PAIR if counts[state]),
        pair=bool(counts["IND"] and russian) and counts["IND"] * 3 >= third,
        centred=not counts["RUS"] or counts["RUS"] >= max(2, third),
    )


_MAKERS = frozenset({"company", "shipyard", "state corporation", "joint venture"})
_PARTNER = re.compile(
    r"\b(?:with|to|from|by|on|at|between|and|awarded|gave|given)"
    r" (?:the |m/s |state-run |state-owned )?$"
)


def is_domestic(view: SentenceView) -> bool:
    """Whether a sentence is about a deal of Indian partners: "a contract with HAL", without a word of Russia.

    "A contract under which HAL is to build them" has another partner.
    """
    makers = [m for m in view.by_kind[Kind.ORGANISATION] if m.value.kind in _MAKERS and "IND" in m.value.country]
    if not makers or any(country != "IND" for _, country in view.countries()):
        return False
    if len(view.by_kind[Kind.ORGANISATION]) > 1:
        return True
    return any(_PARTNER.search(view.words(m.start - 20, m.start)) for m in makers)
