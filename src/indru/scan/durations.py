"""Lengths of time: "for ten years", "a three-day visit". No dates, but terms and visits have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from indru.knowledge import Knowledge, default_knowledge
from indru.scan.date_grammar import DateGrammar, date_grammar
from indru.scan.date_meaning import DurationMention

_UNITS = {
    "day": "day",
    "days": "day",
    "week": "week",
    "weeks": "week",
    "month": "month",
    "months": "month",
    "year": "year",
    "years": "year",
    "decade": "decade",
    "decades": "decade",
    "fortnight": "fortnight",
    "fortnights": "fortnight",
}
_IN_UNITS = {"decade": ("year", 10), "fortnight": ("week", 2)}


# "ten to fifteen years" has no one number.
_RANGE_BEFORE = re.compile(r"(?:\d-|[\da-z][ ](?:to|or)[ ])$")
# "for a year" is a length of time, "twice a year" a rate.
_SPAN_BEFORE = re.compile(r"\b(?:for|in|within|of|over|than|nearly|almost|about|after|lasting|another|last)[ \n]$")


class Counted(NamedTuple):
    """A unit of time with the number before it."""

    start: int
    end: int
    number: int
    unit: str
    article: bool
    """Whether the number is "a" or "an"."""


def counted_at(lower: str, at: int, word: str, grammar: DateGrammar) -> Counted | None:
    """The number before the unit of time that stands at a place, if there is one: "two years", "a month"."""
    unit = _UNITS.get(word)
    if unit is None:
        return None
    if not _may_count(lower, at, grammar):
        return None
    before = lower[max(0, at - _LONGEST) : at]
    match = grammar.count_before.search(before)
    if match is None or match["vague"] or _RANGE_BEFORE.search(before, 0, match.start()):
        return None
    if match["digits"]:
        number = int(match["digits"])
    elif match["word"]:
        number = sum(grammar.numbers[part] for part in match["word"].replace("-", " ").split())
    else:
        number = 2 if match["two"] else 1
        if match["one"] and before[: match.start()].rstrip().endswith(("half", "quarter of")):
            return None
    start = at - len(before) + match.start()
    if unit in _IN_UNITS:
        unit, times = _IN_UNITS[unit]
        number *= times
    return Counted(start, at + len(word), number, unit, bool(match["one"]))


_COUNTS = frozenset({"a", "an", "couple", "of", "few", "several", "many", "some"})


def _may_count(lower: str, at: int, grammar: DateGrammar) -> bool:
    """Whether the word before a unit of time can be a number: few are, and the pattern is slow to find out."""
    if not at or lower[at - 1] not in " \n-":
        return False
    start = at - 1
    while start > 0 and at - start < _LONGEST and lower[start - 1].isalnum():
        start -= 1
    word = lower[start : at - 1]
    return not word or word[-1].isdigit() or word in _COUNTS or word in grammar.numbers


_LONGEST = 26


def scan_durations(
    text: str,  # noqa: ARG001 - all scanners are called alike
    lower: str,
    *,
    start: int = 0,
    end: int | None = None,
    knowledge: Knowledge | None = None,
) -> list[DurationMention]:
    """Every length of time of a text, in order; ages and distances ("two years ago") are none.

    >>> text = "On a three-day visit they renewed the pact for ten years."
    >>> [(d.number, d.unit) for d in scan_durations(text, text.lower())]
    [(3, 'day'), (10, 'year')]
    """
    grammar = date_grammar(knowledge or default_knowledge())
    return list(_durations(lower[:end], start, grammar))


def _durations(lower: str, start: int, grammar: DateGrammar) -> Iterator[DurationMention]:
    for pattern, at, end in grammar.automaton.find_matches_as_indexes(lower):
        word = grammar.triggers[pattern]
        if word not in _UNITS or at < start:
            continue
        if (at and lower[at - 1].isalnum()) or lower[end : end + 1].isalnum():
            continue
        counted = counted_at(lower, at, word, grammar)
        if counted and _lasts(lower, counted, grammar):
            yield DurationMention(counted.start, counted.end, counted.number, counted.unit)


def _lasts(lower: str, counted: Counted, grammar: DateGrammar) -> bool:
    """Whether a counted unit is a length of time, and no age, rate or distance from a day."""
    start, end = counted.start, counted.end
    if lower.startswith(("-old", " old", " of age"), end) or grammar.direction.match(lower, end):
        return False
    if not counted.article or lower.startswith(("-long", " long"), end):
        return True
    return _SPAN_BEFORE.search(lower, max(0, start - 10), start) is not None
