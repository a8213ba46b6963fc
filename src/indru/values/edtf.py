"""The reading of an EDTF text (ISO 8601-2): what days it leaves open, and how finely it is put.

Days are proleptic Gregorian ordinals, as `datetime.date.toordinal` counts them: comparing and adding integers
is ten times faster than doing so with dates.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from indru.errors import ModelError


class DatePrecision(StrEnum):
    """How finely a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    """Spring is March to May, and so on; winter runs from December into the next year."""
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    """From one date to another, both stated."""
    OPEN = "open"
    """Only the start or only the end is stated."""


BEFORE_ALL_DAYS = 0
"""Stands for the start that an open span doesn't have; day 1 is 0001-01-01."""

AFTER_ALL_DAYS = date.max.toordinal() + 1
"""Stands for the end that an open span doesn't have."""

A_LEAP_YEAR = 2000
"""Where a date of unknown year is laid out, so that 29 February exists."""


class Reading(NamedTuple):
    """What an EDTF text says; of a date of unknown year, as if it fell in `A_LEAP_YEAR`."""

    edtf: str
    first: int
    last: int
    precision: DatePrecision
    approximate: bool
    year_known: bool
    reach_first: int
    """The first day that is possible: earlier than `first` where the date is approximate."""
    reach_last: int


_DATE = re.compile(
    r"""
    (?: (?P<year> [0-9]{4} | XXXX ) (?: - (?P<part> [0-9]{2} ) (?: - (?P<day> [0-9]{2} ) )? )?
      | (?P<decade> [0-9]{3} ) X
      | (?P<century> [0-9]{2} ) XX
    )
    (?P<approximate> ~? )
    """,
    re.VERBOSE,
)

_LONGEST = len("2021-12-06~/2021-12-06~")

_PARTS: dict[str, tuple[int, int, DatePrecision]] = {
    **{f"{month:02}": (month, 1, DatePrecision.MONTH) for month in range(1, 13)},
    "21": (3, 3, DatePrecision.SEASON),
    "22": (6, 3, DatePrecision.SEASON),
    "23": (9, 3, DatePrecision.SEASON),
    "24": (12, 3, DatePrecision.SEASON),
    **{str(33 + quarter): (1 + 3 * quarter, 3, DatePrecision.QUARTER) for quarter in range(4)},
    "40": (1, 6, DatePrecision.HALF_YEAR),
    "41": (7, 6, DatePrecision.HALF_YEAR),
}
"""The parts of a year by their number in EDTF: first month, how many months, precision."""


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """Read an EDTF text, or raise `ModelError`. Kept, since one text names few dates, and each many times."""
    if len(text) == 10 and text[4] == "-" and text[7] == "-":
        try:
            day = date.fromisoformat(text).toordinal()
        except ValueError:
            pass  # of unknown year, or wrong: the long way tells
        else:
            return Reading(text, day, day, DatePrecision.DAY, False, True, day, day)
    if len(text) > _LONGEST:
        raise ModelError("edtf", text, f"a date has at most {_LONGEST} characters")
    start, slash, end = text.partition("/")
    return _read_interval(text, start, end) if slash else _read_date(text, text)


def _read_interval(whole: str, start: str, end: str) -> Reading:
    if start == ".." or end == "..":
        return _read_open(whole, start, end)
    first, last = _read_date(start, whole), _read_date(end, whole)
    if first.year_known != last.year_known:
        raise ModelError("edtf", whole, "both ends of an interval must have a year, or neither")
    if start.removesuffix("~") == end.removesuffix("~"):
        return first if first.approximate else last
    if first.first > last.last and (first.year_known or start[5:7] == end[5:7]):
        # Without a year, 30 December to 2 January is three days across the new year.
        raise ModelError("edtf", whole, "an interval can't end before it starts")
    return Reading(
        edtf=whole,
        first=first.first,
        last=last.last,
        precision=DatePrecision.INTERVAL,
        approximate=first.approximate or last.approximate,
        year_known=first.year_known,
        reach_first=first.reach_first,
        reach_last=last.reach_last,
    )


def _read_open(whole: str, start: str, end: str) -> Reading:
    if start == end:
        raise ModelError("edtf", whole, "an interval needs a date at one end")
    stated = _read_date(end if start == ".." else start, whole)
    open_start, open_end = start == "..", end == ".."
    return Reading(
        edtf=whole,
        first=BEFORE_ALL_DAYS if open_start else stated.first,
        last=AFTER_ALL_DAYS if open_end else stated.last,
        precision=DatePrecision.OPEN,
        approximate=stated.approximate,
        year_known=stated.year_known,
        reach_first=BEFORE_ALL_DAYS if open_start else stated.reach_first,
        reach_last=AFTER_ALL_DAYS if open_end else stated.reach_last,
    )


def _read_date(text: str, whole: str) -> Reading:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ModelError("edtf", whole, "must be an EDTF date such as '2021-12-06', '2021', 'XXXX-05' or '2021/..'")
    year, part, day, decade, century, mark = match.groups()
    if year == "XXXX" and part is None:
        raise ModelError("edtf", whole, "a date of unknown year must have a month")
    try:
        if decade is not None:
            first, last, precision = _days(int(decade) * 10, 10 * 12, DatePrecision.DECADE)
        elif century is not None:
            first, last, precision = _days(int(century) * 100, 100 * 12, DatePrecision.CENTURY)
        else:
            first, last, precision = _days_of(A_LEAP_YEAR if year == "XXXX" else int(year), part, day)
    except (KeyError, ValueError):
        raise ModelError("edtf", whole, "there is no such date in the calendar") from None
    reach = last - first + 1 if mark else 0
    return Reading(
        edtf=text,
        first=first,
        last=last,
        precision=precision,
        approximate=mark == "~",
        year_known=year != "XXXX",
        reach_first=max(first - reach, BEFORE_ALL_DAYS + 1),
        reach_last=min(last + reach, AFTER_ALL_DAYS - 1),
    )


def _days_of(year: int, part: str | None, day: str | None) -> tuple[int, int, DatePrecision]:
    """The first and last day of a year, of a part of it, or of a day in it."""
    if part is None:
        return _days(year, 12, DatePrecision.YEAR)
    month, months, precision = _PARTS[part]
    if day is None:
        return _days(year, months, precision, month)
    only = date(year, int(part), int(day)).toordinal()  # a day of a season is refused here: no month has its number
    return only, only, DatePrecision.DAY


def _days(year: int, months: int, precision: DatePrecision, month: int = 1) -> tuple[int, int, DatePrecision]:
    """The first and last day of so many months."""
    first = date(year, month, 1).toordinal()
    years, rest = divmod(month - 1 + months, 12)
    end = year + years
    # The calendar ends with the year 9999, in the middle of a winter.
    last = AFTER_ALL_DAYS - 1 if end > date.max.year else date(end, rest + 1, 1).toordinal() - 1
    return first, last, precision
