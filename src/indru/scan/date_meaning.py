"""What a phrase of the text says about a date, before it is known which date that is.

A meaning is a small tuple whose first item says what it is:

- `("point", year, month, day)`: zeros for what the text leaves out; a year of 0 is unknown.
- `("range", first, last)`: from one meaning to another.
- `("edtf", text)`: a decade, a fiscal year, in EDTF.
- `("part", part, meaning)`: `early`, `mid`, `late`, `end`, `about`, `half-1`, `quarter-3`, `months-1-3`.
- `("weekday", 0..6, which, weeks)`: `which` is "", "last", "this" or "next"; `weeks` count from this week.
- `("which", point, which)`: the last, this or next such month, day or season; "" leaves it to the tense.
- `("season", 21..24)`, `("quarter", 1..4)` and `("weekend", 0)`: of an unknown year, only inside `which`.
- `("of", point, meaning of a year)`: a day or month of this year, of that year.
- `("day-of", day, n)`: a day of the month n months on: "the 6th of this month".
- `("near", unit, n)`: n units on from the document's date: "yesterday", "last month".
- `("far", unit, n)`: n units on from the date told last: "the following day", "three months later".
- `("far-day", 0..6, n)`: the weekday next after (or last before) the date told last: "the following Monday".
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from indru.errors import ModelError
from indru.values import DateSpan

Meaning = tuple[Any, ...]

_RELATIVE = frozenset({"weekday", "which", "near", "far", "far-day", "of"})


class DateMention(NamedTuple):
    """A date as the text words it, at offsets of the reading view."""

    start: int
    end: int
    meaning: Meaning
    hedge: str = ""
    """early, mid, late, end, about, earlier, later; empty for none."""
    lead: str = ""
    """The preposition before it: "in", "by", "since", "until", "from", "between"."""

    @property
    def date(self) -> DateSpan | None:
        """The date as written, `XXXX-08-06` without its year; None where it hangs on another date."""
        text = written(self.meaning)
        return span_of(text) if text else None

    @property
    def relative(self) -> Meaning | None:
        """What the date hangs on, where it hangs on another date."""
        return None if written(self.meaning) else self.meaning


class DurationMention(NamedTuple):
    """A length of time: "for ten years", "a three-day visit". No date."""

    start: int
    end: int
    number: int
    unit: str
    """day, week, month or year."""


@lru_cache(maxsize=4096)
def span_of(text: str) -> DateSpan | None:
    """The DateSpan of EDTF text, made once for each text; None where an interval would run backwards."""
    try:
        return DateSpan(text)
    except ModelError:
        return None


def written(meaning: Meaning) -> str:
    """The EDTF text of what stands in the text itself; empty where that hangs on another date."""
    kind = meaning[0]
    if kind == "point":
        return point_text(*meaning[1:])
    if kind == "edtf":
        return str(meaning[1])
    if kind == "range":
        return range_text(written(meaning[1]), written(meaning[2]))
    if kind == "part":
        inner = meaning[2]
        return part_text(meaning[1], inner[1:] if inner[0] == "point" else written(inner))
    if kind == "which" and not meaning[2]:
        what = meaning[1]
        if what[0] in _CODES:
            return f"XXXX-{_CODES[what[0]] + what[1]}"
        return written(what)
    return ""


_CODES = {"season": 0, "quarter": 32}
"""What to add for the number of a part of the year in EDTF; seasons are numbered as there."""


def point_text(year: int, month: int, day: int) -> str:
    """EDTF of a year, month and day with zeros for what is unknown.

    >>> point_text(2021, 12, 0), point_text(0, 8, 6)
    ('2021-12', 'XXXX-08-06')
    """
    head = f"{year:04d}" if year else "XXXX"
    if day:
        return f"{head}-{month:02d}-{day:02d}"
    if month:
        return f"{head}-{month:02d}"
    return head if year else ""


def range_text(first: str, last: str) -> str:
    """EDTF of an interval; equal ends are one date."""
    if not first or not last or "/" in first or "/" in last:
        return ""
    return first if first == last else f"{first}/{last}"


def approximate(text: str) -> str:
    """The date, approximately.

    >>> approximate("2021"), approximate("2021-05-01/2021-05-07")
    ('2021~', '2021-05-01~/2021-05-07~')
    """
    return (
        "/".join(end if end.endswith("~") or end in ("", "..") else f"{end}~" for end in text.split("/"))
        if text
        else ""
    )


_HALVES_OF_MONTH = {"half-1": (1, 15), "half-2": (16, 0)}


def part_text(part: str, whole: tuple[int, ...] | str) -> str:
    """EDTF of a part of a period. "Early 2010" is `2010~`: the bounds stay those of the year, approximately.

    >>> part_text("half-2", (2025, 0, 0)), part_text("months-1-3", (2018, 0, 0)), part_text("early", "196X")
    ('2025-41', '2018-01/2018-03', '196X~')
    """
    if isinstance(whole, str):
        if part in ("earlier", "later"):
            return whole
        return approximate(whole) if "-" not in part else ""
    year, month, day = whole
    name, _, rest = part.partition("-")
    if not rest:
        text = point_text(year, month, day)
        return text if part in ("earlier", "later") else approximate(text)
    if year and not month:
        return _part_of_year(year, name, rest)
    if month and not day and name in ("week", "half"):
        return _part_of_month(year, month, part, rest)
    return ""


def _part_of_year(year: int, name: str, rest: str) -> str:
    if name == "half":
        return f"{year:04d}-{39 + int(rest)}"
    if name == "quarter":
        return f"{year:04d}-{32 + int(rest)}"
    if name == "months":
        first, last = rest.split("-")
        return range_text(f"{year:04d}-{int(first):02d}", f"{year:04d}-{int(last):02d}")
    return ""


def _part_of_month(year: int, month: int, part: str, rest: str) -> str:
    last = month_length(year, month)
    if part in _HALVES_OF_MONTH:
        first_day, last_day = _HALVES_OF_MONTH[part]
    elif rest == "last":
        first_day, last_day = last - 6, last
    else:
        first_day = 7 * int(rest) - 6
        last_day = first_day + 6
    return approximate(range_text(point_text(year, month, first_day), point_text(year, month, last_day or last)))


_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_length(year: int, month: int) -> int:
    """How many days a month has; February of an unknown year has 28, so that the last week is sound.

    >>> month_length(2024, 2), month_length(0, 2)
    (29, 28)
    """
    leap = month == 2 and year and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap else _LENGTHS[month]
