"""Who held an office on a day: dated tenures, read so that nobody is named who may not have held it."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Mapping

from indru.knowledge.rows import PersonRow
from indru.values import DateSpan

Tenure = tuple[dt.date, dt.date, PersonRow]
Holders = Mapping[tuple[str, str], tuple[Tenure, ...]]


def first_day(text: str) -> dt.date:
    """The first day of `2019-05-30`, `2019-05` or `2019`.

    >>> first_day("2019-05")
    datetime.date(2019, 5, 1)
    """
    return dt.date.fromisoformat((text + "-01-01")[:10])


def last_day(text: str) -> dt.date:
    """The last day of `2019-05-30`, `2019-05` or `2019`.

    >>> last_day("2019-05"), last_day("2020")
    (datetime.date(2019, 5, 31), datetime.date(2020, 12, 31))
    """
    if len(text) == 7:
        year, month = int(text[:4]), int(text[5:])
        return dt.date(year, month, calendar.monthrange(year, month)[1])
    return dt.date.fromisoformat((text + "-12-31")[:10])


def index_tenures(
    people: Iterable[PersonRow], same_office: Mapping[str, str], same_state: Mapping[str, str]
) -> Holders:
    """Tenures by office and country. Ends known to the month or year are drawn in to what is certain."""
    found: dict[tuple[str, str], list[Tenure]] = {}
    for person in people:
        country = same_state.get(person.country, person.country)
        for tenure in person.offices:
            if tenure.start:
                end = first_day(tenure.end) if tenure.end else dt.date.max
                office = same_office.get(tenure.office, tenure.office)
                found.setdefault((office, country), []).append((last_day(tenure.start), end, person))
    return {key: tuple(sorted(rows, key=lambda row: row[:2])) for key, rows in found.items()}


def holder(tenures: Iterable[Tenure], date: dt.date | DateSpan) -> PersonRow | None:
    """The one person in office through the whole of a date, if there is just one."""
    first, last = (date.earliest, date.latest) if isinstance(date, DateSpan) else (date, date)
    if first is None or last is None:
        return None
    sure = [person for start, end, person in tenures if start <= first and last <= end]
    return sure[0] if len({person.id for person in sure}) == 1 else None
