"""Words that point at a date from another one: "last week", "the following day", "two years ago"."""

from __future__ import annotations

import re

from indru.scan.date_context import lead_before
from indru.scan.date_grammar import DateGrammar
from indru.scan.date_meaning import Meaning
from indru.scan.date_parts import PartReader, Read, ReadNext
from indru.scan.durations import counted_at

_TIME_TAIL = re.compile(r"[ \t\n]{1,2}(?:morning|afternoon|evening|night)\b")
_PUBLIC_NAME = re.compile(r"[A-Z][A-Za-z]+ $")
_WEEKEND = re.compile(r"\b(?:over|at|during|on)[ \t\n]{1,2}the[ \t\n]{1,2}$")
_BEFORE_THE = re.compile(r"(?:before|until|till|after|by)[ \t\n]{1,2}the[ \t\n]{1,2}$")
_OUT = re.compile(r"(?:year|month|week)[ \t\n]{1,2}(?:(?:is|was)[ \t\n]{1,2}(?:out|over|up)|ends|ended)\b")
_BESIDE = (("the day before ", -1), ("the day after ", 1), ("day before ", -1), ("day after ", 1))
_BACK = frozenset({"ago", "back", "earlier", "before", "previously"})
_FROM_NOW = ("ago", "back", "hence", "from")


class PointerReader:
    """Reads pointing words in one text."""

    __slots__ = ("grammar", "lower", "parts", "read_next", "text")

    def __init__(self, text: str, lower: str, grammar: DateGrammar, parts: PartReader, read_next: ReadNext) -> None:
        self.text = text
        self.lower = lower
        self.grammar = grammar
        self.parts = parts
        self.read_next = read_next

    def day(self, at: int, word: str, days: int) -> Read | None:
        """As in "today" or "the day before yesterday"; not the "Today" of a paper's name."""
        lower, text = self.lower, self.text
        title = text[at].isupper() and text[at + 1 : at + 2].islower()
        if title and _PUBLIC_NAME.search(text, max(0, at - 20), at):
            return None
        start, end = at, at + len(word)
        for phrase, step in _BESIDE:
            if at >= len(phrase) and lower.startswith(phrase, at - len(phrase)):
                start, days = at - len(phrase), days + step
                break
        time = _TIME_TAIL.match(lower, end)
        return start, time.end() if time else end, ("near", "day", days)

    def near(self, at: int, word: str, count: int, depth: int) -> Read | None:
        """As in "last year", "this Friday", "next March", "last night", "this summer"."""
        match = self.grammar.near.match(self.lower, at)
        if match is None:
            return None
        if match["more"]:
            count = -1 if match["more"] == "past" else 1
        which = "this" if not count else "last" if count < 0 else "next"
        if match["weekday"] or match["month"]:
            return self._named(at, match.start("weekday" if match["weekday"] else "month"), which, depth)
        if match["season"]:
            return at, match.end(), ("which", ("season", self.grammar.words[match["season"]].value), which)
        definite = at >= 4 and self.lower.startswith("the ", at - 4)
        if match["time"]:
            return _time_of_day(at, match.end(), match["time"], count, definite)
        if not _points(match["unit"], word, definite, bool(match["more"])):
            return None
        if match["unit"] == "day":
            return at, match.end(), ("far", "day", 1)
        if match["unit"].endswith("year"):
            return at, *self.parts.own(match.end(), ("near", "year", count))
        if match["unit"] == "weekend" and word in ("coming", "upcoming"):
            count = 0
        return at, match.end(), ("near", match["unit"], count)

    def _named(self, at: int, named: int, which: str, depth: int) -> Read | None:
        read = self.read_next(named, depth)
        if read is None:
            return None
        meaning = read[2]
        if meaning[0] == "weekday" and meaning[3] is None:
            meaning = ("weekday", meaning[1], which, None)
        elif meaning[0] == "point" and not meaning[1]:
            meaning = ("which", meaning, which)
        return at, read[1], meaning

    def far(self, at: int, count: int) -> Read | None:
        """As in "the following day", "that year", "the previous Friday": from the date told last."""
        match = self.grammar.far.match(self.lower, at)
        if match is None or match["unit"] in ("fortnight", "decade", "century", "weekend"):
            return None
        if match["weekday"]:
            return at, match.end(), ("far-day", self.grammar.words[match["weekday"]].value, count)
        definite = at >= 4 and self.lower.startswith("the ", at - 4)
        if not definite and not self.lower.startswith("that", at):
            return None
        unit = "year" if match["unit"].endswith("year") else match["unit"]
        return at - 4 if definite else at, match.end(), ("far", unit, count)

    def unit(self, at: int, word: str) -> Read | None:
        """As in "two years ago", "three days later", "before the year is out", "over the weekend"."""
        grammar, lower = self.grammar, self.lower
        if word == "weekend" and _WEEKEND.search(lower, max(0, at - 14), at):
            return at, at + len(word), ("which", ("weekend", 0), "")
        out = _OUT.match(lower, at)
        if out and _BEFORE_THE.search(lower, max(0, at - 14), at):
            return at, out.end(), ("near", word, 0)
        direction = grammar.direction.match(lower, at + len(word))
        if direction is None:
            return None
        counted = counted_at(lower, at, word, grammar)
        if counted is None:
            return self._beside(at, word, direction)
        lead = lead_before(lower, counted.start)[0]
        towards = direction["word"]
        if lead in grammar.context["unsound-counts"] or (towards in ("before", "after") and direction["object"]):
            return None
        kind = "near" if towards.startswith(_FROM_NOW) else "far"
        meaning: Meaning = (kind, counted.unit, counted.number * (-1 if towards in _BACK else 1))
        if lead in grammar.context["about-counts"]:
            meaning = ("part", "about", meaning)
        return counted.start, direction.end("word"), meaning

    def _beside(self, at: int, word: str, direction: re.Match[str]) -> Read | None:
        """As in "the day before", "the year after": beside the date told last, unless an event follows."""
        if word not in ("day", "week", "month", "year") or direction["word"] not in ("before", "after"):
            return None
        if direction["object"] or at < 4 or not self.lower.startswith("the ", at - 4):
            return None
        return at - 4, direction.end("word"), ("far", word, -1 if direction["word"] == "before" else 1)


def _time_of_day(at: int, end: int, time: str, count: int, definite: bool) -> Read | None:
    """Thus "this morning" is today, "last night" yesterday, "the next morning" a day on from the last."""
    if definite:
        return (at, end, ("far", "day", 1)) if count == 1 else None
    if not count:
        return at, end, ("near", "day", 0)
    return (at, end, ("near", "day", -1)) if count < 0 and time in ("night", "evening") else None


def _points(unit: str, word: str, definite: bool, more: bool) -> bool:
    """Whether "last" or "next" points at one period: "the last year", "the coming months" are stretches."""
    if unit == "day":
        return word == "next" and definite
    if unit == "fortnight" or (word in ("past", "coming", "upcoming") and not more and unit != "weekend"):
        return False
    return not (definite and word in ("last", "next") and unit not in ("weekend", "century"))
