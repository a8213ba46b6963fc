"""The two states as parties of an agreement, each read from the words nearest to it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

import attrs

from indru.parsing.drafts import Reading, read
from indru.parsing.scope import PAIR
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind, Mention
from indru.values import Basis

_START = attrgetter("start")
_NAMED = frozenset({Kind.COUNTRY, Kind.ORGANISATION, Kind.PERSON, Kind.PLACE, Kind.OFFICE})


@attrs.frozen(eq=False)
class Parties:
    """Where a document names each of the two: the country, a minister, a firm, a capital."""

    named: dict[str, list[Mention]]

    def near(self, view: SentenceView) -> Iterator[Reading]:
        """India and Russia, each from the sentence itself, else from the words before it, else from those behind."""
        for state, mentions in self.named.items():
            if not mentions:
                continue
            at = bisect_right(mentions, view.end, key=_START) - 1
            m = mentions[max(at, 0)]
            basis = Basis.ASSERTED if view.start <= m.start < view.end else Basis.RESOLVED
            yield read("parties", state, m, basis=basis)


def find_parties(views: Sequence[SentenceView]) -> Parties:
    """The mentions of each state, in the order of the text."""
    named: dict[str, list[Mention]] = {state: [] for state in sorted(PAIR)}
    for view in views:
        for m, state in view.countries():
            if state in PAIR and m.kind in _NAMED:
                named[state].append(m)
    return Parties(named)
