"""Dates as the heads of pages write them: "2021-12-06", "13.02.2026", "Aug 6", "1st of September 2022"."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import cache

import attrs

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_SHAPES = rf"""(?<![\w./-])(?:
      (?P<y1>\d{{4}})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})
    | (?P<d2>\d{{1,2}})[./-](?P<m2>\d{{1,2}})[./-](?P<y2>\d{{4}})
    | (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?[ -]?(?:of[ ])?(?P<n3>{_MONTH})(?:\.?,?[ -](?P<y3>\d{{4}}))?
    | (?P<n4>{_MONTH})\.?[ -](?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?:,?[ ](?P<y4>\d{{4}}))?
    | (?P<n5>{_MONTH})\.?,?[ ](?P<y5>\d{{4}})
    )(?!\w)"""
_FORMS = (("y1", "m1", "d1"), ("y2", "m2", "d2"), ("y3", "n3", "d3"), ("y4", "n4", "d4"), ("y5", "n5", ""))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_SHAPES, re.VERBOSE)


@attrs.frozen
class PageDate:
    """A date and where it stands in the view; `edtf` has `XXXX` for a year that isn't told."""

    start: int
    end: int
    edtf: str


def find_date(lower: str, start: int, end: int) -> PageDate | None:
    """The first date in a stretch of the lower-cased view.

    >>> find_date("posted 13.02.2026", 0, 17)
    PageDate(start=7, end=17, edtf='2026-02-13')
    """
    for match in _pattern().finditer(lower, start, end):
        edtf = _read(match)
        if edtf is not None:
            return PageDate(match.start(), match.end(), edtf)
    return None


def match_date(lower: str, start: int, end: int) -> PageDate | None:
    """The date that begins just at *start*.

    >>> match_date("aug 6 (agency)", 0, 14).edtf
    'XXXX-08-06'
    """
    match = _pattern().match(lower, start, end)
    edtf = _read(match) if match is not None else None
    return PageDate(match.start(), match.end(), edtf) if match is not None and edtf is not None else None


def _read(match: re.Match[str]) -> str | None:
    for year_key, month_key, day_key in _FORMS:
        month_text = match[month_key]
        if month_text is None:
            continue
        year_text = match[year_key]
        month = _MONTHS.index(month_text[:3]) + 1 if month_key[0] == "n" else int(month_text)
        day = int(match[day_key]) if day_key else 0
        if year_key == "y2" and month > 12 >= day:
            month, day = day, month  # an American "12/31/2021"; India and Russia put the day first
        return _edtf(year_text, month, day)
    return None


def _edtf(year_text: str | None, month: int, day: int) -> str | None:
    year = int(year_text) if year_text else 2000  # a leap year, so that an undated 29 February passes
    if not (1900 <= year <= 2099 and 1 <= month <= 12 and 0 <= day <= monthrange(year, month)[1]):
        return None
    head = f"{year_text or 'XXXX'}-{month:02}"
    return f"{head}-{day:02}" if day else head
