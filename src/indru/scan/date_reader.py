"""The reader of dates: at each trigger, the longest phrase that the grammar knows."""

from __future__ import annotations

import re

from indru.knowledge.measures import DateWordKind
from indru.scan.date_context import clean_year, lead_before, leads_month, leads_year
from indru.scan.date_grammar import DECADES, DateGrammar
from indru.scan.date_meaning import DateMention, Meaning
from indru.scan.date_parts import PartReader, Read
from indru.scan.date_pointers import PointerReader
from indru.scan.date_points import DigitReader

_TOKEN = re.compile(r"\d|[qh][1-4]\b|fy(?=\d)|year-end\b|year's end\b|[a-z]+")
_RANGE_GAP = re.compile(r"[ \t\n]{0,2}(?:(-)|(to|until|till|through|and)\b)[ \t\n]{0,2}(?:the )?(?=[a-z0-9'])")
_DATE_GAP = re.compile(r"(?:,[ ]?|[ ]|[ ]?(\())(?:the )?(?=[a-z\d])")
_WEEKDAY_GAP = re.compile(r"(?:,[ ]|[ ]?(\())(?=[mtwfs])")
_YEAR_END = re.compile(r"(?:year-end|year's end)\b(?:[ \t\n]{1,2}(?:of )?((?:19|20)\d\d)\b)?")
_PLURAL_TIME = re.compile(r"[ \t\n]{1,2}(?:mornings|afternoons|evenings|nights)\b")
_NEXT_WORD = re.compile(r"[ \t\n]{1,2}([a-z]+)")
_DEPTH = 3


class DateReader:
    """Reads the dates of one text."""

    __slots__ = ("digits", "done", "found", "grammar", "lower", "parts", "pointers", "text")

    def __init__(self, text: str, lower: str, grammar: DateGrammar) -> None:
        self.text = text
        self.lower = lower
        self.grammar = grammar
        self.done = 0
        self.found: list[DateMention] = []
        self.digits = DigitReader(text, lower, grammar)
        self.parts = PartReader(lower, grammar, self._next)
        self.pointers = PointerReader(text, lower, grammar, self.parts, self._next)

    def scan(self, start: int, end: int) -> list[DateMention]:
        """The dates whose trigger stands between two offsets."""
        grammar, lower = self.grammar, self.lower
        triggers = grammar.triggers
        size = len(lower)
        window = lower if not start and end >= size else lower[start:end]
        for pattern, at, stop in grammar.automaton.find_matches_as_indexes(window):
            at += start
            stop += start
            if at < self.done or (at and lower[at - 1].isalnum()):
                continue
            word = triggers[pattern]
            if stop < size and lower[stop].isalnum() and word != "fy" and not word.isdigit():
                continue
            read = self._read_at(at, word, 0)
            if read and read[0] >= self.done and read[1] <= end:
                self._keep(read)
        return self.found

    def _read_at(self, at: int, word: str, depth: int) -> Read | None:
        """The date phrase whose trigger stands at a place; *depth* counts phrases inside phrases."""
        if word.isdigit():
            return self._digits(at, depth)
        row = self.grammar.words.get(word)
        if row is None:
            return self._special(at, word, depth)
        kind = row.kind
        if kind is DateWordKind.NEAR:
            return self.parts.counted(at, depth) or self.pointers.near(at, word, row.value, depth)
        if kind is DateWordKind.FAR:
            return self.pointers.far(at, row.value)
        if kind is DateWordKind.PART:
            return self.parts.named(at, word, depth)
        if kind is DateWordKind.MONTH:
            return self._month(at, depth)
        if kind is DateWordKind.WEEKDAY:
            return self._weekday(at, word, row.value, depth)
        if kind is DateWordKind.DAY:
            return self.pointers.day(at, word, row.value)
        return self._season(at, word, row.value, depth)

    def _next(self, at: int, depth: int) -> Read | None:
        """The date phrase that begins exactly at a place, inside another."""
        match = _TOKEN.match(self.lower, at)
        if match is None or depth >= _DEPTH:
            return None
        read = self._read_at(at, match[0], depth + 1)
        return read if read and read[0] == at else None

    def _keep(self, read: Read) -> None:
        start, end, meaning = self._joined(read)
        self.done = end
        context = self.grammar.context
        lead = lead_before(self.lower, start)[0]
        if lead in context["habits"]:
            return
        if lead in context["about-leads"] and meaning[0] == "point":
            meaning = ("part", "about", meaning)
        hedge = str(meaning[1]).partition("-")[0] if meaning[0] == "part" else ""
        self.found.append(DateMention(start, end, meaning, hedge, lead if lead in context["leads"] else ""))

    def _joined(self, read: Read) -> Read:
        """The phrase with what follows it, if the two are the ends of an interval."""
        start, end, meaning = read
        gap = _RANGE_GAP.match(self.lower, end)
        if gap is None or meaning[0] not in ("point", "of", "part", "edtf"):
            return read
        if gap[2] == "and" and lead_before(self.lower, start)[0] != "between":
            return read
        last = self._next(gap.end(), 0)
        joined = interval(meaning, last[2]) if last else None
        return (start, last[1], joined) if last and joined else read

    # What is written out

    def _digits(self, at: int, depth: int) -> Read | None:
        read = self.digits.read(at)
        if read is None:
            return None
        end, meaning = read
        if meaning[0] == "year":
            grammar, lower = self.grammar, self.lower
            dated = (
                clean_year(lower, end, grammar) if depth else leads_year(lower, at, end, grammar, self._after_year(at))
            )
            return (at, *self.parts.own(end, ("point", meaning[1], 0, 0))) if dated else None
        if meaning[0] == "point":
            end, meaning = self._with_year(end, meaning)
            end = self._over_weekday(end, meaning)
        return at, end, meaning

    def _after_year(self, at: int) -> bool:
        """Whether a year stands just before: "in 2018 and 2019"."""
        if not self.found or at - self.found[-1].end > 6:
            return False
        last = self.found[-1]
        gap = self.lower[last.end : at].strip()
        return gap in (",", "and", ", and", "or", "&", "/", "-") and last.meaning[0] in ("point", "range")

    def _with_year(self, end: int, meaning: Meaning) -> tuple[int, Meaning]:
        """A month or day without a year, with the words that tell the year: "last year", "of that year"."""
        if meaning[0] != "point" or meaning[1]:
            return end, meaning
        tail = self.grammar.year_tail.match(self.lower, end)
        if tail is None:
            return end, meaning
        if tail["last"]:
            return tail.end(), ("which", meaning, "last")
        return tail.end(), ("of", meaning, self._year_of(tail["near"], tail["far"]))

    def _year_of(self, near: str | None, far: str | None) -> Meaning:
        words = self.grammar.words
        if near:
            return ("near", "year", words[near].value)
        return ("far", "year", words[far or "same"].value)

    def _over_weekday(self, end: int, meaning: Meaning) -> int:
        """After a day, the weekday in brackets or commas belongs to it: "December 6 (Monday)"."""
        gap = _WEEKDAY_GAP.match(self.lower, end) if meaning[0] == "point" and meaning[3] else None
        match = _TOKEN.match(self.lower, gap.end()) if gap else None
        if gap is None or match is None:
            return end
        row = self.grammar.words.get(match[0])
        if row is None or row.kind is not DateWordKind.WEEKDAY:
            return end
        after = self.lower[match.end() : match.end() + 1]
        if gap[1]:
            return match.end() + 1 if after == ")" else end
        return match.end() if after in ("", ",", ".", "\n", ")") else end

    def _month(self, at: int, depth: int) -> Read | None:
        read = self.digits.read_month(at)
        if read is None:
            return None
        end, meaning, bare = read
        named = end
        end, tailed = self._with_year(end, meaning)
        bare = bare and tailed is meaning
        end = self._over_weekday(end, tailed)
        if depth:
            dated = not bare or self.text[at].isupper()
        else:
            dated = leads_month(self.text, self.lower, at, named if bare else end, bare, self.grammar)
        return (at, end, tailed) if dated else None

    def _weekday(self, at: int, word: str, weekday: int, depth: int) -> Read | None:
        text, lower, grammar = self.text, self.lower, self.grammar
        row = grammar.words[word]
        end = at + len(word)
        careful = word in grammar.careful
        if careful and not text[at].isupper():
            return None
        lead = "" if depth else lead_before(lower, at)[0]
        dotted = careful and lower[end : end + 1] == "."
        end += dotted
        after = _NEXT_WORD.match(lower, end)
        is_name = after is not None and after[1] in row.not_before and text[after.start(1)].isupper()
        if is_name or lead in row.not_after or _PLURAL_TIME.match(lower, end):
            return None
        dated = self._dated(at, end, depth)
        if dated:
            return dated
        if careful and not dotted and not depth and lead != "on":
            return None
        tail = grammar.weekday_tail.match(lower, end)
        if tail is None:
            return at, end, ("weekday", weekday, "", None)
        weeks = grammar.words[tail["near"]].value if tail["near"] else None
        return at, tail.end(), ("weekday", weekday, tail["last"] or "", weeks)

    def _dated(self, at: int, end: int, depth: int) -> Read | None:
        """A weekday and its date: "Thursday (September 3)", "Tuesday, Dec. 10, 2019"."""
        gap = _DATE_GAP.match(self.lower, end)
        read = self._next(gap.end(), depth) if gap else None
        if gap is None or read is None or read[2][0] not in ("point", "of"):
            return None
        point = read[2] if read[2][0] == "point" else read[2][1]
        closed = not gap[1] or self.lower[read[1] : read[1] + 1] == ")"
        return (at, read[1] + (1 if gap[1] else 0), read[2]) if point[3] and closed else None

    def _season(self, at: int, word: str, code: int, depth: int) -> Read | None:
        """As in "spring 2016", "autumn of last year", "in the summer"."""
        end = at + len(word)
        tail = self.grammar.season_tail.match(self.lower, end)
        if tail and tail["y"]:
            return at, tail.end(), ("edtf", f"{tail['y']}-{code}")
        if tail and tail["near"]:
            years = self.grammar.words[tail["near"]].value
            which = "this" if not years else "last" if years < 0 else "next"
            return at, tail.end(), ("which", ("season", code), which)
        lead, definite = lead_before(self.lower, at)
        led = lead in ("in", "by", "during", "over", "since", "until", "before", "after") and definite
        follows = self.lower.startswith((" of", "-"), end)
        # "in the fall Kabul" may be a fall of something; "in the fall." is a season.
        if depth or not led or follows or (word == "fall" and _NEXT_WORD.match(self.lower, end)):
            return None
        return at, end, ("which", ("season", code), "")

    def _special(self, at: int, word: str, depth: int) -> Read | None:
        """Triggers that are no date words: decades, fiscal years, quarters, counted parts, units of time."""
        grammar, lower = self.grammar, self.lower
        if word in DECADES:
            lead, definite = lead_before(lower, at)
            told = depth or definite or (at and lower[at - 1] == "-")
            return (at, at + len(word), ("edtf", f"19{DECADES[word]}X")) if told and lead != "his" else None
        if word in ("fy", "fiscal", "financial"):
            return self._fiscal(at)
        if word[1:].isdigit():
            match = grammar.quarter.match(lower, at)
            first = 32 if word[0] == "q" else 39
            return (at, match.end(), ("edtf", f"{match['y']}-{first + int(word[1])}")) if match else None
        if word in ("year-end", "year's end", "month-end"):
            match = _YEAR_END.match(lower, at)
            whole: Meaning = ("near", "month" if word == "month-end" else "year", 0)
            if match and match[1]:
                whole = ("point", int(match[1]), 0, 0)
            return at, match.end() if match else at + len(word), ("part", "end", whole)
        if word in ("first", "second", "third", "fourth", "final", "opening"):
            return self.parts.counted(at, depth)
        return self.pointers.unit(at, word)

    def _fiscal(self, at: int) -> Read | None:
        """India's fiscal year runs from April to March; a single year says nothing of where it begins."""
        match = self.grammar.fiscal.match(self.lower, at)
        if match is None:
            return None
        first = int(match["y"])
        first += 2000 if first < 100 else 0
        if match["y2"] is None:
            return at, match.end(), ("edtf", f"{first:04d}~")
        if int(match["y2"]) % 100 != (first + 1) % 100:
            return None
        return at, match.end(), ("edtf", f"{first:04d}-04/{first + 1:04d}-03")


_PERIODS = frozenset({"of", "part", "edtf"})


def interval(first: Meaning, last: Meaning) -> Meaning | None:
    """The interval of two meanings; a year that one end leaves out is the other's.

    >>> interval(("point", 0, 12, 30), ("point", 2022, 1, 2))
    ('range', ('point', 2021, 12, 30), ('point', 2022, 1, 2))
    """
    if first[0] == "point" and last[0] == "point":
        return _interval_of_points(first, last)
    mixed = first[0] in _PERIODS and (last[0] in _PERIODS or last[0] == "point")
    return ("range", first, last) if mixed or (first[0] == "point" and last[0] in ("of", "part")) else None


def _interval_of_points(first: Meaning, last: Meaning) -> Meaning | None:
    _, year, month, day = first
    _, last_year, last_month, last_day = last
    if bool(day) != bool(last_day) or (not month and last_month):
        return None
    if not year and last_year and month:
        year = last_year - ((month, day) > (last_month, last_day))
    elif year and not last_year and last_month:
        last_year = year + ((month, day) > (last_month, last_day))
    if year and (year, month, day) >= (last_year, last_month, last_day):
        return None
    return ("range", ("point", year, month, day), ("point", last_year, last_month, last_day))
