"""Dates that are written out: "December 6, 2021", "06.12.2021", "4-5 December", "2011-2020", "the 1960s"."""

from __future__ import annotations

import re

from indru.scan.date_context import clean_year
from indru.scan.date_grammar import DateGrammar
from indru.scan.date_meaning import Meaning, month_length

_DIGITS = re.compile(r"\d{1,9}")
_SMALL_WORD = re.compile(r"[ \t\n]{1,2}([a-z]+)")
_JOINT = re.compile(r"(?:[ ]?(?:st|nd|rd|th))?()[ \t\n]{1,3}(?:and|&)[ \t\n]{1,3}(?:the[ ])?")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?:[ ]of[ ](this|last|next)[ ]month\b|[ -]century\b)")
_MONTHS_ON = {"this": 0, "last": -1, "next": 1}


def _valid(year: int, month: int, day: int) -> bool:
    """Whether there is such a day; in an unknown year February may have 29."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year or 2024, month)


def _full_year(text: str) -> int:
    """Two digits as a year: up to 49 of this century."""
    number = int(text.strip("'"))
    return number + (0 if number > 99 else 2000 if number < 50 else 1900)


class DigitReader:
    """Reads dates from their first digit or from the name of their month."""

    __slots__ = ("grammar", "lower", "promised", "text")

    def __init__(self, text: str, lower: str, grammar: DateGrammar) -> None:
        self.text = text
        self.lower = lower
        self.grammar = grammar
        self.promised: dict[int, tuple[int, Meaning]] = {}
        """By place, second days of pairs, whose month or year stands with one of the two only."""

    def read(self, at: int) -> tuple[int, Meaning] | None:
        """End and meaning of the date that begins with a digit; a year alone is `("year", 2021)`."""
        lower = self.lower
        if at in self.promised:
            return self.promised[at]
        if at and not self._free(at):
            return None
        match = _DIGITS.match(lower, at)
        if match is None:
            return None
        size = match.end() - at
        if size == 4:
            return self._year(at)
        if size > 2:
            return None
        return self._numeric(at) or self._day_month(at) or self._ordinal(at, match.end())

    def _free(self, at: int) -> bool:
        """Whether no letter, digit or currency sign before the digit makes it part of something else."""
        lower = self.lower
        before = lower[at - 1]
        if before.isalnum() or before in "$\u20ac\u00a3\u20b9#_+\u00a9":
            return False
        if before in ".,/:" and at > 1:
            return not lower[at - 2].isdigit()
        if before == "-" and at > 1 and lower[at - 2].isalnum():
            return lower.startswith("mid", at - 4) or lower.startswith(("end", "late"), max(0, at - 4))
        return True

    def _year(self, at: int) -> tuple[int, Meaning] | None:
        match = self.grammar.year_first.match(self.lower, at)
        if match is None:
            return None
        year = int(match["y"])
        if match["m"]:
            month, day = int(match["m"]), int(match["d"])
            if not (1000 <= year <= 2999 and _valid(year, month, day)):
                return None
            return match.end(), ("point", year, month, day)
        if match["decade"]:
            return (match.end(), ("edtf", f"{year // 10}X")) if year % 10 == 0 and 1500 <= year < 2100 else None
        if not 1900 <= year <= 2099:
            return None
        if match["y2"] or match["yy"]:
            return self._years(match, year)
        return match.end(), ("year", year)

    def _years(self, match: re.Match[str], year: int) -> tuple[int, Meaning] | None:
        """As in "2011-2020", "2012-13"; "2021-12", which can't be a span of years, is a month."""
        if match["y2"]:
            last = int(match["y2"])
        else:
            last = year // 100 * 100 + int(match["yy"])
            if match["yy"] == "00" and year % 100 == 99:
                last += 100
        if last > year:
            if not clean_year(self.lower, match.end(), self.grammar):
                return None
            return match.end(), ("range", ("point", year, 0, 0), ("point", last, 0, 0))
        month = int(match["yy"] or 0)
        if 1 <= month <= 12 and match[0][4] == "-":
            return match.end(), ("point", year, month, 0)
        return None

    def _numeric(self, at: int) -> tuple[int, Meaning] | None:
        """Day first, as India and Russia write; month first only where the second number can't be a month."""
        match = self.grammar.numeric.match(self.lower, at)
        if match is None:
            return None
        if match["decade"]:
            tens = int(match["a"])
            before = self.lower[max(0, at - 5) : at]
            dated = before.endswith(("the ", "mid-", "mid ", "mid-'", "early ", "late ", "'"))
            return (match.end(), ("edtf", f"19{tens}X")) if tens >= 3 and len(match["a"]) == 1 and dated else None
        first = int(match["a"])
        if match["y2"]:
            month_year = len(match["a"]) == 2 and 1 <= first <= 12
            return (match.end(), ("point", int(match["y2"]), first, 0)) if month_year else None
        second = int(match["b"])
        year = _full_year(match["y"] or match["yy"])
        short = match["yy"] is not None
        if short and match["sep"] != "/" and len(match["a"] + match["b"]) < 4:
            return None
        if not _valid(year, second, first):
            if (short and match["sep"] == ".") or not _valid(year, first, second):
                return None
            first, second = second, first
        return match.end(), ("point", year, second, first)

    def _day_month(self, at: int) -> tuple[int, Meaning] | None:
        match = self.grammar.day_month.match(self.lower, at)
        if match is None:
            return None
        words, text = self.grammar.words, self.text
        name = match["mon"]
        if name in self.grammar.careful and not text[match.start("mon")].isupper() and not match["y"]:
            return None
        month = words[name].value
        day = int(match["d1"])
        year, end = self._year_of(match, name)
        last = match["d2"] or match["d3"]
        last_month = words[match["mon2"]].value if match["mon2"] else month
        if not _valid(year, month, day):
            return None
        if not last:
            return end, ("point", year, month, day)
        second = "d2" if match["d2"] else "d3"
        return self._days(match, second, end, (year, month, day), last_month)

    def _year_of(self, match: re.Match[str], name: str) -> tuple[int, int]:
        """The year of a day, and where the phrase ends: "09 Dec 24" has one, "on 9 Dec 24 men" hasn't."""
        if match["y"]:
            return int(match["y"]), match.end()
        short = match["yy"]
        if not short:
            return 0, match.end()
        plain = len(match["d1"]) == 2 and name != "may" and len(name) <= 4
        if plain and match["d1"][0] != "0" and _SMALL_WORD.match(self.lower, match.end()):
            plain = False
        if (plain and clean_year(self.lower, match.end(), self.grammar)) or short.startswith("'"):
            return _full_year(short), match.end()
        return 0, match.end("mon2") if match["mon2"] else match.end("mon")

    def _days(
        self, match: re.Match[str], second: str, end: int, first: tuple[int, int, int], last_month: int
    ) -> tuple[int, Meaning] | None:
        """An interval of two days, or the first of two that stand apart: "on 5 and 12 July"."""
        year, month, day = first
        last_day = int(match[second])
        if not _valid(year, last_month, last_day):
            return None
        joint = _JOINT.match(self.lower, match.end("d1"))
        next_day = last_month == month and last_day == day + 1
        if joint and not next_day and not self.lower.endswith("between ", 0, match.start()):
            self.promised[joint.end()] = (end, ("point", year, last_month, last_day))
            return joint.start(1), ("point", year, month, day)
        first_year = year
        if (last_month, last_day) <= (month, day):
            if last_month == month:
                return None
            first_year = year - 1 if year else 0
        start: Meaning = ("point", first_year, month, day)
        return end, ("range", start, ("point", year, last_month, last_day))

    def _ordinal(self, at: int, end: int) -> tuple[int, Meaning] | None:
        """As in "the 6th of this month", "the 21st century"."""
        match = _ORDINAL.match(self.lower, end)
        if match is None:
            return None
        number = int(self.lower[at:end])
        if match[1]:
            return (match.end(), ("day-of", number, _MONTHS_ON[match[1]])) if 1 <= number <= 31 else None
        return (match.end(), ("edtf", f"{number - 1:02d}XX")) if 2 <= number <= 21 else None

    def read_month(self, at: int) -> tuple[int, Meaning, bool] | None:
        """End and meaning of the date that begins with a month, and whether its name is all there is."""
        if at in self.promised:
            return (*self.promised[at], False)
        match = self.grammar.month.match(self.lower, at)
        if match is None:
            return None
        words = self.grammar.words
        month = words[match["mon"]].value
        if match["d1"]:
            if not _valid(0, month, int(match["d1"])):
                return None
            read = self._from_day(match, month)
            if read:
                return (*read, False)
        elif match["mon3"]:
            year, last = int(match["y3"]), words[match["mon3"]].value
            first: Meaning = ("point", year - (last < month), month, 0)
            return match.end(), ("range", first, ("point", year, last, 0)), False
        elif match["y2"] or match["yy2"]:
            year = _full_year(match["y2"] or match["yy2"])
            if clean_year(self.lower, match.end(), self.grammar):
                return match.end(), ("point", year, month, 0), False
        return match.end("mon"), ("point", 0, month, 0), True

    def _from_day(self, match: re.Match[str], month: int) -> tuple[int, Meaning] | None:
        day = int(match["d1"])
        year = _full_year(match["y"] or match["yy"]) if match["y"] or match["yy"] else 0
        if not _valid(year, month, day):
            return None
        end = match.end()
        if not year and not clean_year(self.lower, end, self.grammar):
            return None
        if not match["d2"] and not match["d2b"]:
            return end, ("point", year, month, day)
        last_month = self.grammar.words[match["mon2"]].value if match["mon2"] else month
        second = "d2" if match["d2"] else "d2b"
        return self._days(match, second, end, (year, month, day), last_month) or (
            match.end("d1"),
            ("point", 0, month, day),
        )
