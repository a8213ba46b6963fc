"""Whether a sentence speaks of India and Russia: the states it names, and those that the text carries on with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from indru.parse.view import SentenceView, country_of
from indru.scan.mentions import Kind, Mention

PAIR = frozenset({"IND", "RUS"})
_PARTIES = frozenset({Kind.COUNTRY, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.OFFICE})


@attrs.frozen(eq=False)
class Scope:
    """For each sentence, the states that it speaks of, its own or carried over."""

    states: tuple[frozenset[str], ...]
    document: frozenset[str]
    pair: bool
    """Whether the document as a whole is about the two."""

    def between(self, view: SentenceView, start: int, end: int) -> bool:
        """Whether what stands between two offsets of a sentence can be an affair of India and Russia."""
        here = {country for m, country in view.countries() if start <= m.start < end}
        if here >= PAIR:
            return True
        if here - PAIR and not here & {"RUS"}:
            return False
        if "RUS" in here and here - PAIR and "IND" not in here:
            return False
        return self.pair and PAIR <= (here | self.states[view.index] | self.document)


def find_scope(views: Sequence[SentenceView]) -> Scope:
    """Who the document and each of its sentences are about."""
    counts: Counter[str] = Counter()
    own = []
    for view in views:
        here = Counter(country for _, country in view.countries())
        counts.update(here)
        own.append(frozenset(here))
    russian = counts["RUS"] or any(
        "RUS" in m.value.origin or "SUN" in m.value.origin for v in views for m in v.by_kind[Kind.SYSTEM]
    )
    others = sum(count for country, count in counts.items() if country not in PAIR)
    third = max((count for country, count in counts.items() if country not in PAIR), default=0)
    pair = bool(counts["IND"] and russian) and counts["IND"] * 3 >= third
    document = frozenset(c for c in PAIR if counts[c]) if others >= 0 else frozenset[str]()
    return Scope(tuple(own), document, pair)


def is_party(m: Mention) -> bool:
    """Whether a mention can stand for a state that acts."""
    return m.kind in _PARTIES and bool(country_of(m))


_MAKERS = frozenset({"company", "shipyard", "state corporation", "joint venture"})


def is_domestic(view: SentenceView) -> bool:
    """Whether a sentence is about a deal of Indian partners: "a contract with HAL", without a word of Russia."""
    makers = [m for m in view.by_kind[Kind.ORGANISATION] if m.value.kind in _MAKERS and "IND" in m.value.country]
    return bool(makers) and not any(country != "IND" for _, country in view.countries())
