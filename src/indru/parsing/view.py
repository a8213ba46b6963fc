"""One sentence as the parsers see it: its mentions by kind, its clauses, and how real each clause is."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from indru.knowledge.cues import CueKind
from indru.scan.dates import resolve_date
from indru.scan.mentions import Kind, Mention
from indru.scan.scan import ScannedSentence
from indru.text import Document, LineRole
from indru.values import Basis, DateSpan

_PAUSE = re.compile(r"\([\w'&.-]{1,12}\)|[;:()]|(?<= )-(?= )")
_ABBREVIATION = 3
"""A bracket of one word, at least so long, is no pause: "the Indian Air Force (IAF)"."""
_NEAR = 55
"""How far a modal word reaches, in characters: "is expected, after a year of talks, to sign"."""


class SentenceView:
    """The mentions of one sentence, indexed for the parsers. Made once, read by all of them."""

    __slots__ = (
        "_numbers",
        "_states",
        "bounds",
        "by_kind",
        "cues",
        "document",
        "end",
        "index",
        "lead",
        "lower",
        "mentions",
        "paragraph",
        "reference",
        "role",
        "start",
    )  # fmt: skip

    def __init__(self, document: Document, row: ScannedSentence, reference: datetime.date | None) -> None:
        self.document = document
        self.lower = document.lower
        self.index = row.index
        self.start = row.sentence.start
        self.end = row.sentence.end
        self.paragraph = row.sentence.line
        self.role = row.sentence.role
        self.mentions = row.mentions
        self.reference = reference
        self.by_kind: defaultdict[Kind, list[Mention]] = defaultdict(list)
        self.cues: defaultdict[CueKind, list[Mention]] = defaultdict(list)
        cue, cues, by_kind = Kind.CUE, self.cues, self.by_kind
        for m in row.mentions:
            kind = m.kind
            if kind is not cue:
                by_kind[kind].append(m)
            elif m.value.value != "none":
                cues[m.value.kind].append(m)
        self.bounds = self._clause_bounds()
        self._numbers = _numbered(document.text, self.bounds)
        self._states = _states_named(row.mentions)
        self.lead: Mention | None = None
        """The date that heads the entry of a chronology: "30 November 1996, Irkutsk. Contract for 40 aircraft."."""

    @property
    def heading(self) -> bool:
        """Whether it is a headline or a heading."""
        return self.role is LineRole.HEADING

    @property
    def text(self) -> str:
        """The sentence in the reading view."""
        return self.document.text[self.start : self.end]

    def words(self, start: int, end: int) -> str:
        """The lower-cased view between two offsets, kept inside the sentence."""
        # Asked hundreds of times a text, so without calls of max and min.
        low = start if start > self.start else self.start  # noqa: FURB136
        high = end if end < self.end else self.end  # noqa: FURB136
        return self.lower[low:high]

    def _clause_bounds(self) -> list[int]:
        """Where clauses begin: behind pauses, and at subordinating words that a comma or a verb sets off."""
        text, bounds = self.document.text, [self.start]
        pauses = [p.start() for p in _PAUSE.finditer(text, self.start, self.end) if p.end() - p.start() < _ABBREVIATION]
        if pauses:
            inside = [(m.start, m.end) for m in self.mentions if m.kind is not Kind.CUE]
            bounds.extend(at for at in pauses if not any(start <= at < end for start, end in inside))
        bounds.extend(
            m.start
            for m in self.cues[CueKind.BREAK]
            if m.value.value in ("sub", "that") or (m.value.value == "co" and text[m.start - 2 : m.start] == ", ")
        )
        return sorted(set(bounds)) if len(bounds) > 1 else bounds

    def clause(self, offset: int) -> int:
        """The number of the clause that an offset is in; behind a bracket, the clause before it goes on."""
        bounds = self.bounds
        return self._numbers[bisect_right(bounds, offset) - 1] if len(bounds) > 1 else 0

    def clause_span(self, offset: int) -> tuple[int, int]:
        """Where the clause around an offset begins and ends."""
        number = bisect_right(self.bounds, offset) - 1
        end = self.bounds[number + 1] if number + 1 < len(self.bounds) else self.end
        return self.bounds[number], end

    def same_clause(self, a: Mention, b: Mention) -> bool:
        return self.clause(a.start) == self.clause(b.start)

    def distance(self, a: Mention, b: Mention) -> int:
        """How far two mentions are apart, in characters, with a price for each clause between them."""
        gap = b.start - a.end if a.start <= b.start else a.start - b.end
        gap = max(gap, 0)
        if len(self.bounds) == 1:
            return gap
        return gap + 60 * abs(self.clause(a.start) - self.clause(b.start))

    def nearest(self, anchor: Mention, others: list[Mention], limit: int = 10_000) -> Mention | None:
        """The mention nearest to an anchor."""
        if not others:
            return None
        best = min(others, key=lambda m: self.distance(anchor, m))
        return best if self.distance(anchor, best) <= limit else None

    def modality(self, anchor: Mention, *, both_sides: bool = False) -> frozenset[str]:
        """How real the event at an anchor is: `planned`, `negated`, `postponed`, `cancelled`, `conditional` ..."""
        found: set[str] = {"planned"} if self.words(anchor.start - 4, anchor.start) == " be " else set()
        modals = self.cues[CueKind.MODALITY]
        if not modals:
            return frozenset(found)
        start, end = self.clause_span(anchor.start)
        for m in modals:
            if start <= m.start < end:
                before = m.start < anchor.start and m.end <= anchor.end and anchor.start - m.end <= _NEAR
                inside = m.start >= anchor.start and m.end <= anchor.end
                after = both_sides and m.start >= anchor.end and m.start - anchor.end <= _NEAR
                if before or inside or after or m.value.value in ("cancelled", "postponed"):
                    found.add(m.value.value)
            elif m.value.value == "negated" and 0 <= start - m.end <= 2 and self.words(start, start + 5) == "that ":
                found.add("negated")  # "denied that India is buying it"
        return frozenset(found)

    def has_habit(self, anchor: Mention) -> bool:
        """Whether the clause says that it happens again and again."""
        habits = self.cues[CueKind.HABIT]
        return bool(habits) and any(self.same_clause(m, anchor) for m in habits)

    def resolve(
        self, date: Mention, *, future: bool | None, anchor: datetime.date | None = None
    ) -> tuple[DateSpan, Basis] | None:
        """What a date of the sentence means, given the document's date and the tense."""
        return resolve_date(date.value, self.reference, future=future, anchor=anchor)

    def countries(self) -> Sequence[tuple[Mention, str]]:
        """Every mention that stands for a state, with the state: countries, people, organisations, capitals."""
        return self._states


def _numbered(text: str, bounds: Sequence[int]) -> list[int]:
    """The numbers of clauses by where they begin; what follows a bracket has the number of what it stands in."""
    if len(bounds) == 1:
        return [0]
    numbers: list[int] = []
    opened: list[int] = []
    for index, start in enumerate(bounds):
        number = index
        if text[start] == "(" and index:
            opened.append(numbers[-1])
        elif text[start] == ")" and opened:
            number = opened.pop()
        numbers.append(number)
    return numbers


def country_code(country: str) -> str:
    """The state of today: the Soviet Union is Russia."""
    return "RUS" if country == "SUN" else country


_STATES = frozenset({Kind.COUNTRY, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.OFFICE})


_PAIR = frozenset({"IND", "RUS"})


def _states_named(mentions: Sequence[Mention]) -> list[tuple[Mention, str]]:
    """The states that the mentions of a sentence stand for.

    What two states share ("the 2+2 dialogue") speaks for both only where no third state is named: India has such a
    dialogue with the United States too.
    """
    named = [(m, states_of(m)) for m in mentions if m.kind in _STATES]
    third = any(len(states) == 1 and not _PAIR.issuperset(states) for _, states in named)
    return [(m, state) for m, states in named if len(states) == 1 or not third for state in states]


def country_of(m: Mention) -> str:
    """The state that a mention speaks for, as ISO 3166-1 alpha-3; the Soviet Union is Russia; else empty."""
    if m.kind not in _STATES:
        return ""
    country = m.value.id if m.kind is Kind.COUNTRY else m.value.country
    if not isinstance(country, str):
        country = country[0] if len(country) == 1 else ""
    return country_code(country)


_OBSERVERS = frozenset({"broadcaster", "news agency", "newspaper", "think tank", "website"})
"""Kinds of organisations that tell of deals and take no part: "as per SIPRI, Russia delivered"."""


def states_of(m: Mention) -> tuple[str, ...]:
    """The states that a mention speaks for: both of the two for their commission or a joint venture of theirs."""
    if m.kind is Kind.ORGANISATION and m.value.kind in _OBSERVERS:
        return ()
    if m.kind is Kind.ORGANISATION and len(m.value.country) == 2:
        return tuple(country_code(country) for country in m.value.country)
    country = country_of(m)
    return (country,) if country else ()
