"""The reader of dates: at each trigger, the longest phrase that the grammar knows."""

from __future__ import annotations

import re

from indru.knowledge.measures import DateWordKind
from indru.scan.date_grammar import DECADES, DateGrammar
from indru.scan.date_meaning import DateMention, Meaning
from indru.scan.date_points import DigitReader, clean_year
from indru.scan.date_years import leads_month, leads_year
from indru.scan.durations import counted_at

Read = tuple[int, int, Meaning]
"""Start, end and meaning of a phrase; it may start before its trigger."""

_TOKEN = re.compile(r"\d|q[1-4]\b|fy(?=\d)|year-end\b|year's end\b|[a-z]+")
_RANGE_GAP = re.compile(r"[ \t\n]{0,2}(?:(-)|(to|until|till|through|and)\b)[ \t\n]{0,2}(?:the )?(?=[a-z0-9'])")
_LEAD = re.compile(r"\b([a-z]+)(?:[ \t\n]{1,2}(?:the|a|an))?[ \t\n]{1,2}$")
_DATE_GAP = re.compile(r"(?:,[ ]?|[ ]|[ ]?(\())(?:the )?(?=[a-z\d])")
_WEEKDAY_GAP = re.compile(r"(?:,[ ]|[ ]?(\())(?=[mtwfs])")
_LEADS = frozenset(
    "in on by since until till from before after during between through for of around about circa approximately roughly within"
    " over at near towards".split()
)
_ABOUT = frozenset({"around", "about", "circa", "approximately", "roughly", "near", "towards"})
_LOOSE = frozenset({"around", "about", "nearly", "almost", "some", "roughly", "approximately"})
_UNSOUND = ("over", "than", "least", "to", "within", "under", "past", "last", "next", "every", "each", "per")
_HABIT = frozenset({"every", "each", "alternate", "any", "per"})
_PARTS = {"start": "early", "beginning": "early", "outset": "early", "middle": "mid", "close": "end"}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_TIMES = frozenset({"morning", "afternoon", "evening", "night"})
_TIME_TAIL = re.compile(r"[ \t\n]{1,2}(?:morning|afternoon|evening|night)\b")
_PLURAL_TIME = re.compile(r"[ \t\n]{1,2}(?:mornings|afternoons|evenings|nights)\b")
_OWN_PART = re.compile(r"(?:'s)?[ \t\n]{1,2}(first|second|third|fourth|1st|2nd|3rd|4th)[- ](quarter|half)\b")
_WEEKEND = re.compile(r"\b(?:over|at|during|on)[ \t\n]{1,2}the[ \t\n]{1,2}$")
_YEAR_END = re.compile(r"(?:year-end|year's end)\b(?:[ \t\n]{1,2}(?:of )?((?:19|20)\d\d)\b)?")
_OUT = re.compile(r"(?:year|month|week)[ \t\n]{1,2}(?:(?:is|was)[ \t\n]{1,2}(?:out|over|up)|ends|ended)\b")
_COUNTED_NEXT = re.compile(r"[ \t\n]{1,2}([a-z]+)")
_PUBLIC_NAME = re.compile(r"[A-Z][A-Za-z]+ $")


class DateReader:
    """Reads the dates of one text."""

    __slots__ = ("digits", "done", "found", "grammar", "lower", "text")

    def __init__(self, text: str, lower: str, grammar: DateGrammar) -> None:
        self.text = text
        self.lower = lower
        self.grammar = grammar
        self.done = 0
        self.found: list[DateMention] = []
        self.digits = DigitReader(text, lower, grammar)

    def scan(self, start: int, end: int) -> list[DateMention]:
        """The dates whose trigger stands between two offsets."""
        grammar, lower = self.grammar, self.lower
        triggers = grammar.triggers
        window = lower if not start and end >= len(lower) else lower[start:end]
        size = len(lower)
        for pattern, at, stop in grammar.automaton.find_matches_as_indexes(window):
            at += start
            stop += start
            if at < self.done:
                continue
            word = triggers[pattern]
            if at and lower[at - 1].isalnum():
                continue
            if stop < size and lower[stop].isalnum() and word != "fy" and not word.isdigit():
                continue
            read = self.read_at(at, word, 0)
            if read and read[0] >= self.done and read[1] <= end:
                self._keep(read, at)
        return self.found

    def read_at(self, at: int, word: str, depth: int) -> Read | None:
        """The date phrase whose trigger *word* stands at a place. *depth* counts parts of parts."""
        if depth > 3:
            return None
        if word.isdigit():
            return self._digits(at, depth)
        row = self.grammar.words.get(word)
        if row is None:
            return self._special(at, word, depth)
        kind = row.kind
        if kind is DateWordKind.NEAR:
            return self._counted_part(at, depth) or self._near(at, word, row.value, depth)
        if kind is DateWordKind.FAR:
            return self._far(at, row.value)
        if kind is DateWordKind.PART:
            return self._part(at, word, depth)
        if kind is DateWordKind.MONTH:
            return self._month(at, word, depth)
        if kind is DateWordKind.WEEKDAY:
            return self._weekday(at, word, row.value, depth)
        if kind is DateWordKind.DAY:
            return self._day_word(at, word, row.value)
        if kind is DateWordKind.SEASON:
            return self._season(at, word, row.value, depth)
        return None

    def _next(self, at: int, depth: int) -> Read | None:
        """The date phrase that begins exactly at a place."""
        match = _TOKEN.match(self.lower, at)
        if match is None:
            return None
        read = self.read_at(at, match[0], depth + 1)
        return read if read and read[0] == at else None

    def _lead(self, at: int) -> tuple[str, str]:
        """The word before a place, over an article, and the article."""
        match = _LEAD.search(self.lower, max(0, at - 18), at)
        if match is None:
            return "", ""
        return match[1], "the" if self.lower.startswith("the", at - 4) else ""

    def _keep(self, read: Read, at: int) -> None:
        start, end, meaning = self._joined(read)
        lead, _ = self._lead(start)
        if lead in _HABIT:
            self.done = end
            return
        hedge = meaning[1] if meaning[0] == "part" else ""
        if lead in _ABOUT and meaning[0] == "point":
            meaning, hedge = ("part", "about", meaning), "about"
        if hedge in ("earlier", "later") and meaning[2][0] not in ("point", "near", "which", "of"):
            meaning = meaning[2]
        self.found.append(DateMention(start, end, meaning, hedge.partition("-")[0], lead if lead in _LEADS else ""))
        self.done = end

    def _joined(self, read: Read) -> Read:
        """The phrase with what follows it, if the two are the ends of an interval."""
        start, end, meaning = read
        gap = _RANGE_GAP.match(self.lower, end)
        if gap is None or meaning[0] not in ("point", "of", "part", "edtf"):
            return read
        if gap[2] == "and" and self._lead(start)[0] != "between":
            return read
        last = self._next(gap.end(), 0) if not self.lower[gap.end()].isdigit() else self._digits(gap.end(), -1)
        if last is None or last[0] != gap.end():
            return read
        joined = _interval(meaning, last[2])
        return (start, last[1], joined) if joined else read

    # What begins with a digit

    def _digits(self, at: int, depth: int) -> Read | None:
        read = self.digits.read(at)
        if read is None:
            return None
        end, meaning = read
        if meaning[0] == "year":
            meaning = ("point", meaning[1], 0, 0)
            if depth == 0 and not leads_year(self.text, self.lower, at, end, self.grammar, self._after_year(at)):
                return None
            if depth != 0 and not clean_year(self.lower, end, self.grammar):
                return None
            return at, *self._own_part(end, meaning)
        if meaning[0] == "point":
            end, meaning = self._with_year(end, meaning)
            if meaning[0] == "point" and meaning[3]:
                end = self._over_weekday(end)
        return at, end, meaning

    def _own_part(self, end: int, year: Meaning) -> tuple[int, Meaning]:
        """A year, or the quarter of it that follows: "the 1988 third quarter", "this year's first half"."""
        match = _OWN_PART.match(self.lower, end)
        if match is None or (match[2] == "half" and _ORDINALS[match[1]] > 2):
            return end, year
        return match.end(), ("part", f"{match[2]}-{_ORDINALS[match[1]]}", year)

    def _after_year(self, at: int) -> bool:
        """Whether a year stands just before: "in 2018 and 2019"."""
        if not self.found or at - self.found[-1].end > 6:
            return False
        last = self.found[-1]
        gap = self.lower[last.end : at].strip()
        return gap in (",", "and", ", and", "or", "&", "/", "-") and last.meaning[0] in ("point", "range")

    def _with_year(self, end: int, meaning: Meaning) -> tuple[int, Meaning]:
        """A month or day without a year, with the words that tell the year: "last year", "of that year"."""
        if meaning[1]:
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

    def _over_weekday(self, end: int) -> int:
        """After a day, the weekday in brackets or commas belongs to it: "December 6 (Monday)"."""
        gap = _WEEKDAY_GAP.match(self.lower, end)
        if gap is None:
            return end
        match = _TOKEN.match(self.lower, gap.end())
        row = self.grammar.words.get(match[0]) if match else None
        if match is None or row is None or row.kind is not DateWordKind.WEEKDAY:
            return end
        after = self.lower[match.end() : match.end() + 1]
        if gap[1]:
            return match.end() + 1 if after == ")" else end
        return match.end() if after in ("", ",", ".", "\n", ")") else end

    # Months, weekdays, seasons

    def _month(self, at: int, word: str, depth: int) -> Read | None:
        lead, _ = self._lead(at)
        if lead in _HABIT:
            return None
        read = self.digits.read_month(at)
        if read is None:
            return None
        end, meaning, bare = read
        if meaning[0] == "point" and not meaning[1]:
            end, tailed = self._with_year(end, meaning)
            bare = bare and tailed is meaning
            meaning = tailed
        if meaning[0] == "point" and meaning[3]:
            end = self._over_weekday(end)
        if depth == 0 and not leads_month(self.text, self.lower, at, end, word, lead, bare, self.grammar):
            return None
        if depth and word in self.grammar.careful and bare and not self.text[at].isupper():
            return None
        return at, end, meaning

    def _weekday(self, at: int, word: str, weekday: int, depth: int) -> Read | None:
        text, lower, grammar = self.text, self.lower, self.grammar
        row = grammar.words[word]
        end = at + len(word)
        careful = word in grammar.careful
        if careful:
            if not text[at].isupper():
                return None
            end += lower[end : end + 1] == "."
        if not depth and (self._lead(at)[0] in _HABIT or self._lead(at)[0] in row.not_after):
            return None
        after = _COUNTED_NEXT.match(lower, end)
        if after and after[1] in row.not_before and text[after.start(1)].isupper():
            return None
        if _PLURAL_TIME.match(lower, end):
            return None
        dated = self._dated(at, end, depth)
        if dated:
            return dated
        if careful and lower[end - 1] != "." and not (self._lead(at)[0] in ("on", "last", "next", "this")):
            return None
        tail = grammar.weekday_tail.match(lower, end)
        weeks: int | None = None
        which = ""
        if tail:
            end = tail.end()
            if tail["near"]:
                weeks = grammar.words[tail["near"]].value
            which = tail["last"] or ""
        return at, end, ("weekday", weekday, which, weeks)

    def _dated(self, at: int, end: int, depth: int) -> Read | None:
        """A weekday and its date: "Thursday (September 3)", "Tuesday, Dec. 10, 2019"."""
        gap = _DATE_GAP.match(self.lower, end)
        if gap is None:
            return None
        read = self._next(gap.end(), depth)
        if read is None or read[2][0] not in ("point", "of") or not (read[2] if read[2][0] == "point" else read[2][1])[3]:
            return None
        stop = read[1]
        if gap[1]:
            if self.lower[stop : stop + 1] != ")":
                return None
            stop += 1
        return at, stop, read[2]

    def _season(self, at: int, word: str, code: int, depth: int) -> Read | None:
        end = at + len(word)
        tail = self.grammar.season_tail.match(self.lower, end)
        if tail:
            if tail["y"]:
                return at, tail.end(), ("edtf", f"{tail['y']}-{code}")
            year = self._year_of(tail["near"], tail["far"])
            return (at, tail.end(), ("which", ("season", code), "this" if not year[2] else "last" if year[2] < 0 else "next")) if year[0] == "near" else None
        lead, article = self._lead(at)
        if depth or lead not in ("in", "by", "during", "over", "since", "until", "before", "after") or not article:
            return None
        if self.lower.startswith((" of", "-"), end) or _COUNTED_NEXT.match(self.lower, end) and word == "fall":
            return None
        return at, end, ("which", ("season", code), "")

    # Words that point

    def _day_word(self, at: int, word: str, days: int) -> Read | None:
        lower = self.lower
        if self.text[at].isupper() and self.text[at + 1 : at + 2].islower() and _PUBLIC_NAME.search(self.text, max(0, at - 20), at):
            return None
        start, end = at, at + len(word)
        for phrase in ("the day before ", "the day after ", "day before ", "day after "):
            if lower.startswith(phrase, max(0, at - len(phrase))) and at >= len(phrase):
                start = at - len(phrase)
                days += -1 if "before" in phrase else 1
                break
        time = _TIME_TAIL.match(lower, end)
        return start, time.end() if time else end, ("near", "day", days)

    def _near(self, at: int, word: str, count: int, depth: int) -> Read | None:
        match = self.grammar.near.match(self.lower, at)
        if match is None:
            return None
        lower, words = self.lower, self.grammar.words
        if match["more"]:
            count = -1 if match["more"] == "past" else 1
        which = "this" if not count else "last" if count < 0 else "next"
        if match["weekday"] or match["month"]:
            return self._near_named(at, match.start("weekday" if match["weekday"] else "month"), which, depth)
        definite = lower.startswith("the ", max(0, at - 4)) and at >= 4
        if match["season"]:
            return at, match.end(), ("which", ("season", words[match["season"]].value), which)
        if match["time"]:
            return self._near_time(at, match.end(), match["time"], count, definite)
        return self._near_unit(at, match.end(), match["unit"], word, count, definite, bool(match["more"]))

    def _near_named(self, at: int, named: int, which: str, depth: int) -> Read | None:
        read = self._next(named, depth)
        if read is None:
            return None
        meaning = read[2]
        if meaning[0] == "weekday" and meaning[3] is None:
            meaning = ("weekday", meaning[1], which, None)
        elif meaning[0] == "point" and not meaning[1]:
            meaning = ("which", meaning, which)
        return at, read[1], meaning

    def _near_time(self, at: int, end: int, time: str, count: int, definite: bool) -> Read | None:
        if definite:
            return (at, end, ("far", "day", 1)) if count == 1 else None
        if not count:
            return at, end, ("near", "day", 0)
        return (at, end, ("near", "day", -1)) if count < 0 and time in ("night", "evening") else None

    def _near_unit(
        self, at: int, end: int, unit: str, word: str, count: int, definite: bool, more: bool
    ) -> Read | None:
        """ "last year" points at a year; "the last year", "the past week", "the coming months" are stretches of time."""
        if unit == "day":
            return (at, end, ("far", "day", 1)) if word == "next" and definite else None
        if unit == "fortnight" or (word in ("past", "coming", "upcoming") and not more and unit != "weekend"):
            return None
        if definite and word in ("last", "next") and unit not in ("weekend", "century"):
            return None
        if unit.endswith(" year"):
            unit = "year"
        if unit == "year":
            return at, *self._own_part(end, ("near", unit, count))
        return at, end, ("near", unit, count)

    def _far(self, at: int, count: int) -> Read | None:
        match = self.grammar.far.match(self.lower, at)
        if match is None:
            return None
        unit = match["unit"]
        if unit in ("fortnight", "decade", "century", "weekend"):
            return None
        if match["weekday"]:
            return at, match.end(), ("far-day", self.grammar.words[match["weekday"]].value, count)
        start = at - 4 if self.lower.startswith("the ", max(0, at - 4)) and at >= 4 else at
        if start == at and not self.lower.startswith("that", at):
            return None
        return start, match.end(), ("far", "year" if unit.endswith(" year") else unit, count)

    # Parts of a period

    def _part(self, at: int, word: str, depth: int) -> Read | None:
        match = self.grammar.part.match(self.lower, at)
        if match is None or (at and self.lower[at - 1] == "-"):
            return None
        part = _PARTS.get(word, word)
        if word in _PARTS or word == "end":
            hyphen_or_year = word == "end" and self.lower[match.end() : match.end() + 1].isdigit()
            if not hyphen_or_year and (match["of"] or "").strip() != "of":
                return None
        elif match["of"] and part == "mid":
            return None
        unit = match["unit"]
        if unit:
            if not match["of"] or not (match["the"] or word == "end") or (unit == "day" and part not in ("earlier", "later")):
                return None
            return at, match.end(), _part_of(part, ("near", unit, 0))
        if match["of"] and match["of"].strip() not in ("of", "in", "on", "part of"):
            return None
        read = self._next(match.end(), depth)
        if read is None or not _divisible(read[2], part):
            return None
        return at, read[1], _part_of(part, read[2])

    def _counted_part(self, at: int, depth: int) -> Read | None:
        match = self.grammar.counted_part.match(self.lower, at)
        if match is None:
            return None
        part = _part_name(match["which"], match["unit"], match["count"], self.grammar)
        if not part:
            return None
        if not match["of"]:
            if part.startswith("quarter-") and match["which"] not in ("last", "final", "opening"):
                return at, match.end(), ("which", ("quarter", int(part[-1])), "")
            return None
        if match["whole"]:
            if not match["the"]:
                return None
            base: Meaning = ("near", match["whole"], 0)
            return (at, match.end(), ("part", part, base)) if match["whole"] in ("year", "month") else None
        read = self._next(match.end(), depth)
        if read is None or not _holds(read[2], part):
            return None
        return at, read[1], ("part", part, read[2])

    # The rest

    def _special(self, at: int, word: str, depth: int) -> Read | None:
        grammar, lower = self.grammar, self.lower
        if word in DECADES:
            lead, article = self._lead(at)
            hyphen = at and lower[at - 1] == "-"
            if not (depth or article or hyphen) or lead in ("his", "her", "their", "my"):
                return None
            return at, at + len(word), ("edtf", f"19{DECADES[word]}X")
        if word in ("fy", "fiscal", "financial"):
            return self._fiscal(at)
        if word in ("q1", "q2", "q3", "q4", "q"):
            match = grammar.quarter.match(lower, at)
            return (at, match.end(), ("edtf", f"{match['y']}-{32 + int(match['q'])}")) if match else None
        if word in ("year-end", "year's end", "month-end"):
            match = _YEAR_END.match(lower, at)
            whole: Meaning = ("near", "month" if word == "month-end" else "year", 0)
            if match and match[1]:
                whole = ("point", int(match[1]), 0, 0)
            return at, match.end() if match else at + len(word), ("part", "end", whole)
        if word in ("first", "second", "third", "fourth", "final", "opening"):
            return self._counted_part(at, depth)
        return self._counted_unit(at, word)

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

    def _counted_unit(self, at: int, word: str) -> Read | None:
        """ "two years ago", "three days later", "the day after", "before the year is out"."""
        grammar, lower = self.grammar, self.lower
        if word == "weekend" and _WEEKEND.search(lower, max(0, at - 14), at):
            return at, at + 7, ("which", ("weekend", 0), "")
        if word in ("year", "month", "week"):
            out = _OUT.match(lower, at)
            if out:
                return at, out.end(), ("near", word, 0)
        direction = grammar.direction.match(lower, at + len(word))
        if direction is None:
            return None
        counted = counted_at(lower, at, word, grammar)
        if counted is None:
            return self._next_to(at, word, direction)
        before = lower[max(0, counted.start - 14) : counted.start].rsplit(None, 1)
        lead = before[-1] if before else ""
        if lead in _UNSOUND:
            return None
        sign = -1 if direction["word"] in ("ago", "back", "earlier", "before", "previously") else 1
        if direction["word"] in ("ago", "back", "hence") or direction["word"].startswith("from"):
            kind = "near"
        elif direction["word"] in ("before", "after") and direction["object"]:
            return None
        else:
            kind = "far"
        meaning: Meaning = (kind, counted.unit, sign * counted.number)
        if lead in _LOOSE:
            meaning = ("part", "about", meaning)
        return counted.start, direction.end("word"), meaning

    def _next_to(self, at: int, word: str, direction: re.Match[str]) -> Read | None:
        """ "the day before", "the year after": next to the date told last, unless an event follows."""
        if word not in ("day", "week", "month", "year") or direction["word"] not in ("before", "after"):
            return None
        if direction["object"] or not self.lower.startswith("the ", max(0, at - 4)):
            return None
        return at - 4, direction.end("word"), ("far", word, -1 if direction["word"] == "before" else 1)


def _part_of(part: str, whole: Meaning) -> Meaning:
    if part in ("earlier", "later") and whole[0] in ("weekday", "edtf"):
        return whole
    if whole[0] == "near" and whole[1] == "day":
        return whole
    return ("part", part, whole)


def _divisible(meaning: Meaning, part: str) -> bool:
    """Whether something can be early or late: years and months can, days can't, but for "earlier on Tuesday"."""
    kind = meaning[0]
    if part in ("earlier", "later"):
        return kind in ("weekday", "near", "point", "which", "of")
    if kind == "point":
        return not meaning[3] or part in ("early", "late")
    if kind == "near":
        return meaning[1] in ("year", "month", "decade", "week", "century") or part in ("early", "late")
    return kind in ("edtf", "which", "of", "part", "far", "weekday")


def _holds(meaning: Meaning, part: str) -> bool:
    """Whether a counted part fits: weeks are parts of months, quarters parts of years."""
    kind, *rest = meaning
    months = part.startswith("week")
    if kind in ("near", "far"):
        return rest[0] == ("month" if months else "year") or (part.startswith("half") and rest[0] in ("month", "year"))
    inner = rest[0] if kind in ("which", "of") else meaning
    if inner[0] != "point" or inner[3]:
        return False
    return bool(inner[2]) if months else part.startswith("half") or not inner[2]


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


def _interval(first: Meaning, last: Meaning) -> Meaning | None:
    """The interval of two meanings; a year that one end leaves out is the other's."""
    if last[0] == "range" or first[0] == "range":
        return None
    if first[0] == "point" and last[0] == "point":
        return _interval_of_points(first, last)
    if {first[0], last[0]} <= {"of", "part", "edtf", "point"} and first[0] != "point" or last[0] in ("of", "part"):
        return ("range", first, last)
    return None


def _interval_of_points(first: Meaning, last: Meaning) -> Meaning | None:
    _, year, month, day = first
    _, last_year, last_month, last_day = last
    if bool(day) != bool(last_day) or (not month and last_month):
        return None
    if not year and last_year and month:
        year = last_year - ((month, day) > (last_month, last_day))
    elif year and not last_year and last_month:
        last_year = year + ((month, day) > (last_month, last_day))
    if (year, month, day) >= (last_year, last_month, last_day) and year:
        return None
    return ("range", ("point", year, month, day), ("point", last_year, last_month, last_day))
