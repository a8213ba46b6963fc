"""Parts of a period: "early 2010", "the end of next year", "the first three months of 2018"."""

from __future__ import annotations

import re
from collections.abc import Callable

from indru.scan.date_grammar import DateGrammar
from indru.scan.date_meaning import Meaning

Read = tuple[int, int, Meaning]
"""Start, end and meaning of a phrase; it may start before its trigger."""

ReadNext = Callable[[int, int], Read | None]
"""Reads the date phrase that begins exactly at a place; the second number counts phrases inside phrases."""

_NAMES = {"start": "early", "beginning": "early", "outset": "early", "middle": "mid", "close": "end"}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_OWN_PART = re.compile(r"(?:'s)?[ \t\n]{1,2}(first|second|third|fourth|1st|2nd|3rd|4th)[- ](quarter|half)\b")


class PartReader:
    """Reads parts of periods in one text."""

    __slots__ = ("grammar", "lower", "read_next")

    def __init__(self, lower: str, grammar: DateGrammar, read_next: ReadNext) -> None:
        self.lower = lower
        self.grammar = grammar
        self.read_next = read_next

    def named(self, at: int, word: str, depth: int) -> Read | None:
        """A part by its name: "late 2024", "mid-May", "the middle of next month", "later this year"."""
        match = self.grammar.part.match(self.lower, at)
        if match is None or (at and self.lower[at - 1] == "-"):
            return None
        part = _NAMES.get(word, word)
        link = (match["of"] or "").strip()
        if part == "end" or word in _NAMES:
            # "end-January", "by end 2027"
            joined = self.lower[at + 3] == "-" or self.lower[match.end() : match.end() + 1].isdigit()
            if link != "of" and not (word == "end" and joined):
                return None
        elif link and part == "mid":
            return None
        if match["unit"]:
            return self._of_current(at, match, part, link)
        read = self.read_next(match.end(), depth)
        if read is None or not _divisible(read[2], part):
            return None
        return at, read[1], _part_of(part, read[2])

    def _of_current(self, at: int, match: re.Match[str], part: str, link: str) -> Read | None:
        """A part of the year, month or week that is now: "by the end of the year", "earlier in the day"."""
        if not link or not (match["the"] or part == "end"):
            return None
        if match["unit"] == "day" and part not in ("earlier", "later"):
            return None
        return at, match.end(), _part_of(part, ("near", match["unit"], 0))

    def counted(self, at: int, depth: int) -> Read | None:
        """A part by its number: "the second half of 2025", "the first week of May", "the third quarter"."""
        match = self.grammar.counted_part.match(self.lower, at)
        if match is None:
            return None
        part = _part_name(match["which"], match["unit"], match["count"], self.grammar)
        if not part:
            return None
        if not match["of"]:
            lone = part.startswith("quarter-") and match["which"] in _ORDINALS
            return (at, match.end(), ("which", ("quarter", int(part[-1])), "")) if lone else None
        if match["whole"]:
            current = match["the"] and match["whole"] in ("year", "month")
            return (at, match.end(), ("part", part, ("near", match["whole"], 0))) if current else None
        read = self.read_next(match.end(), depth)
        if read is None or not _holds(read[2], part):
            return None
        return at, read[1], ("part", part, read[2])

    def own(self, end: int, year: Meaning) -> tuple[int, Meaning]:
        """A year, or the part of it that follows: "the 1988 third quarter", "this year's first half"."""
        match = _OWN_PART.match(self.lower, end)
        if match is None or (match[2] == "half" and _ORDINALS[match[1]] > 2):
            return end, year
        return match.end(), ("part", f"{match[2]}-{_ORDINALS[match[1]]}", year)


def _part_of(part: str, whole: Meaning) -> Meaning:
    if part in ("earlier", "later") and whole[0] in ("weekday", "edtf"):
        return whole
    if (whole[0] == "near" and whole[1] == "day") or whole[0] == "weekday" or (whole[0] == "point" and whole[3]):
        return whole
    return ("part", part, whole)


def _divisible(meaning: Meaning, part: str) -> bool:
    """Whether something can be early or late: years and months can, days only as in "earlier on Tuesday"."""
    kind = meaning[0]
    if part in ("earlier", "later"):
        return kind in ("weekday", "near", "point", "which", "of")
    if kind == "point":
        return not meaning[3] or part in ("early", "late")
    if kind == "near":
        return meaning[1] != "day" or part in ("early", "late")
    return kind in ("edtf", "which", "of", "part", "far", "weekday")


def _holds(meaning: Meaning, part: str) -> bool:
    """Whether a counted part fits: weeks are parts of months, quarters parts of years."""
    months = part.startswith("week")
    halves = part.startswith("half")
    if meaning[0] in ("near", "far"):
        return meaning[1] == ("month" if months else "year") or (halves and meaning[1] == "month")
    inner = meaning[1] if meaning[0] in ("which", "of") else meaning
    if inner[0] != "point" or inner[3]:
        return False
    return bool(inner[2]) if months else halves or not inner[2]


def _part_name(which: str, unit: str | None, count: str | None, grammar: DateGrammar) -> str:
    """The name of a counted part: `half-2`, `quarter-3`, `week-last`, `months-1-6`."""
    last = which in ("last", "final")
    if count:
        number = int(count) if count.isdigit() else grammar.numbers[count]
        if not 1 < number < 12 or which not in ("first", "opening", "last", "final"):
            return ""
        return f"months-{13 - number}-12" if last else f"months-1-{number}"
    number = _ORDINALS.get(which, 1)
    if unit == "half":
        return "half-2" if last else f"half-{number}" if number < 3 else ""
    if unit == "quarter":
        return "quarter-4" if last else f"quarter-{number}"
    return "week-last" if last else f"week-{number}"
