"""Dates as sound as the text has them: bounds and a precision, and never an invented part."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from indru.errors import ModelError
from indru.values.edtf import A_LEAP_YEAR, AFTER_ALL_DAYS, BEFORE_ALL_DAYS, DatePrecision, Reading, read

if TYPE_CHECKING:
    import pendulum  # takes longer to import than the rest of indru, and only the bounds need it

__all__ = ["DatePrecision", "DateSpan"]

_UNKNOWN_YEAR = "XXXX"


def _canonical(edtf: str) -> str:
    if type(edtf) is not str:
        raise ModelError("edtf", edtf, "must be a string")
    return read(edtf).edtf


@attrs.frozen(repr=False)
class DateSpan:
    """A date, from a day to a century, an interval, or a day of an unknown year, in EDTF (ISO 8601-2).

    The text is the whole value; the rest follows from it. Forms:

    - `2021-12-06`, `2021-12`: a day, a month
    - `2021`, `196X`, `19XX`: a year, a decade, a century
    - `2021-21` to `2021-24`: spring, summer, autumn, winter (from December into the next year)
    - `2021-33` to `2021-36`: a quarter; `2021-40`, `2021-41`: a half of the year
    - `XXXX-08-06`, `XXXX-05`: a day or a part of a year that isn't known; the bounds are None
    - `2025-12-04/2025-12-05`: from one date to another, each in any form above
    - `../2020`, `2021/..`: up to a date, from a date on
    - `2021~`, `2021~/2025-03`: approximate, as a whole or at one end

    An interval with equal ends is that one date.

    Comparisons are three-valued. A span stands for **one day that isn't known better**, so "in 2021" is
    neither before nor not before "in May 2021": `before`, `after`, `same`, `within` and `overlaps` then give
    None. Mind that None is false: write `is False` where you mean a certain no. `==` compares the texts, and
    there is no `<`: sort by `sort_key`.

    Raises:
        ModelError: The text is no EDTF of these forms, the day isn't in the calendar, or the end is before
            the start.

    >>> DateSpan("2021-12").latest
    Date(2021, 12, 31)
    >>> DateSpan("2021").before(DateSpan("2021-05")) is None
    True
    >>> DateSpan("2021-12-06/2021-12-06")
    DateSpan('2021-12-06')
    """

    edtf: str = attrs.field(converter=_canonical)

    @classmethod
    def day(cls, year: int | None, month: int, day: int) -> DateSpan:
        """A day; of an unknown year with None.

        >>> DateSpan.day(None, 8, 6)
        DateSpan('XXXX-08-06')
        """
        return cls(f"{_year(year)}-{_two_digits('month', month)}-{_two_digits('day', day)}")

    @classmethod
    def month(cls, year: int | None, month: int) -> DateSpan:
        """A month, or another part of a year by its number in EDTF; of an unknown year with None."""
        return cls(f"{_year(year)}-{_two_digits('month', month)}")

    @classmethod
    def year(cls, year: int) -> DateSpan:
        """A calendar year."""
        return cls(_year(year))

    @classmethod
    def decade(cls, first_year: int) -> DateSpan:
        """The ten years from *first_year*, which ends in 0.

        >>> DateSpan.decade(1960)
        DateSpan('196X')
        """
        text = _year(first_year)
        if not text.endswith("0"):
            raise ModelError("decade", first_year, "must be its first year, such as 1960")
        return cls(f"{text[:3]}X")

    @classmethod
    def interval(cls, start: DateSpan | None, end: DateSpan | None) -> DateSpan:
        """From one date to another; with None for an end that is open.

        >>> DateSpan.interval(None, DateSpan("2020"))
        DateSpan('../2020')
        """
        return cls(f"{'..' if start is None else start.edtf}/{'..' if end is None else end.edtf}")

    @property
    def earliest(self) -> pendulum.Date | None:
        """The first day that is possible; None where the year is unknown or there is no start."""
        reading = read(self.edtf)
        return _date(reading.first) if reading.year_known else None

    @property
    def latest(self) -> pendulum.Date | None:
        """The last day that is possible; None where the year is unknown or there is no end."""
        reading = read(self.edtf)
        return _date(reading.last) if reading.year_known else None

    @property
    def precision(self) -> DatePrecision:
        """How finely the date is put."""
        return read(self.edtf).precision

    @property
    def approximate(self) -> bool:
        """Whether the date, or an end of it, is only about right.

        The bounds are those of the date as it is put; comparisons allow for its own length on both sides.
        """
        return read(self.edtf).approximate

    @property
    def known_year(self) -> bool:
        """Whether the year is known; of a `XXXX` date it isn't."""
        return read(self.edtf).year_known

    @property
    def sort_key(self) -> tuple[bool, int, int, str]:
        """A total order for lists: by start, the longer first; dates of unknown year last."""
        reading = read(self.edtf)
        return not reading.year_known, reading.first, -reading.last, self.edtf

    def with_year(self, year: int) -> DateSpan:
        """The same date in a year, for a date of unknown year; an interval starts in that year.

        Raises:
            ModelError: The date has a year, or the year has no such day (29 February).

        >>> DateSpan("XXXX-12-30/XXXX-01-02").with_year(2021)
        DateSpan('2021-12-30/2022-01-02')
        """
        reading = read(self.edtf)
        if reading.year_known:
            raise ModelError("year", year, f"can't replace the year of {self.edtf}")
        if reading.first > reading.last:
            start, _, end = self.edtf.partition("/")
            return DateSpan(f"{_in_year(start, year)}/{_in_year(end, year + 1)}")
        return DateSpan(_in_year(self.edtf, year))

    def before(self, other: DateSpan) -> bool | None:
        """Whether this day is before the other one.

        >>> DateSpan("2021-12-06").before(DateSpan("2022"))
        True
        """
        one, two = read(self.edtf), read(other.edtf)
        if not (one.year_known and two.year_known):
            return None
        if one.reach_last < two.reach_first:
            return True
        return False if one.reach_first >= two.reach_last else None

    def after(self, other: DateSpan) -> bool | None:
        """Whether this day is after the other one."""
        return other.before(self)

    def same(self, other: DateSpan) -> bool | None:
        """Whether the two are one day: True only for equal days, False where they have no day in common.

        Two equal months are not certainly the same day; for equal texts use `==`.

        >>> DateSpan("XXXX-08-06").same(DateSpan("2021-08-07"))
        False
        """
        if not _may_meet(self, other):
            return False
        return True if _is_one_day(read(self.edtf)) and _is_one_day(read(other.edtf)) else None

    def overlaps(self, other: DateSpan) -> bool | None:
        """Whether the two have a day in common, each taken as a whole period.

        None where an unknown year or an approximate end decides it.

        >>> DateSpan("2021/2031").overlaps(DateSpan("2025-12"))
        True
        """
        if not _may_meet(self, other):
            return False
        firm = _is_firm(self) and _is_firm(other)
        return True if firm or self.within(other) or other.within(self) else None

    def within(self, other: DateSpan) -> bool | None:
        """Whether this day is in the other span, taken as a whole period.

        >>> DateSpan("2021-12-06").within(DateSpan("2021"))
        True
        >>> DateSpan("2021").within(DateSpan("2021-12")) is None
        True
        """
        if not _may_meet(self, other):
            return False
        one, two = read(self.edtf), read(other.edtf)
        certain = one.year_known and _is_firm(other) and _contains(two, one)
        return True if certain else None

    def refines(self, other: DateSpan) -> bool:
        """Whether this is a more precise statement of the other.

        That is: all its days are days of the other, and not the reverse. A known year refines an unknown one,
        and a plain date an approximate one.

        >>> DateSpan("2021-08-06").refines(DateSpan("XXXX-08-06"))
        True
        >>> DateSpan("2021").refines(DateSpan("2021"))
        False
        """
        return _is_part(self, other) and not _is_part(other, self)

    def intersect(self, other: DateSpan) -> DateSpan | None:
        """What both say together; None where they can't both be right.

        If one refines the other, it is the finer one. Where no single span can say it (the sixth of August of
        2020 or 2021), it is the one of unknown year.

        >>> DateSpan("XXXX-08-06").intersect(DateSpan("2021"))
        DateSpan('2021-08-06')
        >>> DateSpan("2021-11/2022-01").intersect(DateSpan("2022-01/2022-03"))
        DateSpan('2022-01')
        """
        if not _may_meet(self, other):
            return None
        if _is_part(self, other):
            return self
        if _is_part(other, self):
            return other
        if self.known_year and other.known_year:
            return _common(read(self.edtf), read(other.edtf))
        undated, dated = (other, self) if self.known_year else (self, other)
        if not dated.known_year:
            return undated
        both = [part for part in map(dated.intersect, _instances(undated, read(dated.edtf))) if part is not None]
        return both[0] if len(both) == 1 else undated

    def __str__(self) -> str:
        return self.edtf

    def __repr__(self) -> str:
        return f"DateSpan({self.edtf!r})"


def _year(year: int | None) -> str:
    if year is None:
        return _UNKNOWN_YEAR
    if type(year) is not int or not 1 <= year <= 9999:
        raise ModelError("year", year, "must be an integer from 1 to 9999")
    return f"{year:04}"


def _two_digits(field: str, number: int) -> str:
    if type(number) is not int or not 1 <= number <= 99:
        raise ModelError(field, number, "must be an integer of the calendar")
    return f"{number:02}"


def _in_year(edtf: str, year: int) -> str:
    return edtf.replace(_UNKNOWN_YEAR, _year(year))


@lru_cache(maxsize=4096)
def _date(ordinal: int) -> pendulum.Date | None:
    if ordinal in (BEFORE_ALL_DAYS, AFTER_ALL_DAYS):
        return None
    from pendulum import Date

    plain = date.fromordinal(ordinal)
    return Date(plain.year, plain.month, plain.day)


def _is_firm(span: DateSpan) -> bool:
    """Whether the borders of a span are certain."""
    reading = read(span.edtf)
    return reading.year_known and not reading.approximate


def _is_one_day(reading: Reading) -> bool:
    return reading.year_known and reading.reach_first == reading.reach_last


def _meet(one: Reading, two: Reading) -> bool:
    return one.reach_first <= two.reach_last and two.reach_first <= one.reach_last


def _contains(whole: Reading, part: Reading) -> bool:
    return whole.reach_first <= part.reach_first and part.reach_last <= whole.reach_last


def _may_meet(one: DateSpan, two: DateSpan) -> bool:
    """Whether there are years in which the two have a day in common."""
    dated = two if two.known_year else one
    undated = one if two.known_year else two
    if undated.known_year:
        return _meet(read(one.edtf), read(two.edtf))
    return any(
        _meet(read(instance.edtf), placed) for placed in _placed(dated) for instance in _instances(undated, placed)
    )


def _is_part(one: DateSpan, two: DateSpan) -> bool:
    """Whether the first, whatever its year, has all its days in the second in some year."""
    if two.known_year:
        return one.known_year and _contains(read(two.edtf), read(one.edtf))
    return all(
        any(_contains(read(instance.edtf), placed) for instance in _instances(two, placed)) for placed in _placed(one)
    )


def _placed(span: DateSpan) -> list[Reading]:
    """The readings of a span in the years that matter: before, in and after a leap year if it has none."""
    if span.known_year:
        return [read(span.edtf)]
    return [read(instance.edtf) for instance in _in_years(span, range(A_LEAP_YEAR - 1, A_LEAP_YEAR + 3))]


def _instances(undated: DateSpan, around: Reading) -> list[DateSpan]:
    """A date of unknown year in the years in which it may touch a span; if that is long, near its ends.

    Twelve years hold two leap years wherever they start, and more than two need not be told apart.
    """
    open_start, open_end = around.reach_first == BEFORE_ALL_DAYS, around.reach_last == AFTER_ALL_DAYS
    start = date.fromordinal(around.reach_last if open_start else around.reach_first).year
    end = start if open_start or open_end else date.fromordinal(around.reach_last).year
    first = start - 12 if open_start else start - 1
    last = start + 12 if open_end else min(start + 12, end + 1)
    return _in_years(undated, [*range(first, last + 1), *range(max(last + 1, end - 1), end + 2)])


def _in_years(undated: DateSpan, years: Iterable[int]) -> list[DateSpan]:
    made: list[DateSpan] = []
    for year in years:
        try:
            made.append(undated.with_year(year))
        except ModelError:  # no 29 February, or no such year in the calendar
            continue
    return made


def _common(one: Reading, two: Reading) -> DateSpan:
    """The days that two spans share, in the coarsest form that holds them exactly."""
    first = date.fromordinal(max(one.reach_first, two.reach_first))
    last = date.fromordinal(min(one.reach_last, two.reach_last))
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        if first.month == 1 and last.month == 12:
            return DateSpan(f"{_year(first.year)}/{_year(last.year)}")
        return DateSpan.interval(DateSpan.month(first.year, first.month), DateSpan.month(last.year, last.month))
    return DateSpan(f"{first.isoformat()}/{last.isoformat()}")
