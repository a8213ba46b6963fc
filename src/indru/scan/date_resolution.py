"""From the meaning of a phrase and the document's date to the date that is meant, by calendar arithmetic."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from indru.scan.date_meaning import Meaning, month_length, part_text, point_text, range_text

Point = tuple[int, int, int]


class Setting(NamedTuple):
    """What a relative date hangs on: the document's date, the tense of the clause, the date told last."""

    reference: dt.date | None
    future: bool | None
    anchor: dt.date | None


def evaluate(meaning: Meaning, setting: Setting) -> str:
    """The EDTF text of what is meant; empty where that can't be known."""
    kind = meaning[0]
    if kind == "range":
        return _range(meaning, setting)
    if kind == "part":
        return part_text(meaning[1], _whole(meaning[2], setting))
    if kind == "edtf":
        return str(meaning[1])
    if kind == "weekday":
        return _weekday(meaning, setting)
    if kind == "which" and meaning[1][0] != "point":
        return _season(meaning[1], meaning[2], setting)
    if kind in ("near", "far"):
        return _shifted(meaning, setting)
    if kind == "far-day":
        return _far_day(meaning, setting)
    point = _point(meaning, setting)
    return point_text(*point) if point else ""


def _whole(meaning: Meaning, setting: Setting) -> Point | str:
    """A period whose part is meant, as a point where it is one year, month or day."""
    if meaning[0] in ("near", "far") and meaning[1] in ("year", "month", "day"):
        text = _shifted(meaning, setting)
        numbers = [int(piece) for piece in text.split("-")] if text else []
        return (*numbers, 0, 0, 0)[:3] if numbers else ""  # type: ignore[return-value]
    if meaning[0] in ("point", "which", "of"):
        point = _point(meaning, setting)
        if point:
            return point
    return evaluate(meaning, setting)


def _point(meaning: Meaning, setting: Setting) -> Point | None:
    kind = meaning[0]
    if kind == "point":
        year, month, day = meaning[1:]
        if year or setting.reference is None:
            return year, month, day
        return _nearest(month, day, "", setting)
    if kind == "day-of":
        text = _shifted(("near", "month", meaning[2]), setting)
        year, month = (int(text[:4]), int(text[5:])) if text else (0, 0)
        return (year, month, meaning[1]) if text and _exists(year, month, meaning[1]) else None
    if kind == "which" and meaning[1][0] == "point":
        _, _, month, day = meaning[1]
        return _nearest(month, day, meaning[2], setting)
    if kind == "of":
        year = _shifted(meaning[2], setting)
        _, _, month, day = meaning[1]
        return (int(year), month, day) if year and _exists(int(year), month, day) else None
    return None


def _nearest(month: int, day: int, which: str, setting: Setting) -> Point | None:
    """The month, or day of a month, in the year that the tense and the document's date say."""
    reference = setting.reference
    if reference is None:
        return None if which else (0, month, day)
    if which == "this":
        return (reference.year, month, day) if _exists(reference.year, month, day) else None
    if not day:
        return _nearest_month(month, which, setting.future, reference)
    years = [year for year in range(reference.year - 8, reference.year + 9) if _exists(year, month, day)]
    days = [dt.date(year, month, day) for year in years if 1 <= year <= 9999]
    if which == "last":
        found = max((d for d in days if d < reference), default=None)
    elif which == "next" or setting.future:
        found = min((d for d in days if d >= reference), default=None)
    elif setting.future is None:
        found = min(days, key=lambda d: abs((d - reference).days), default=None)
    else:
        # A paper dated the 6th may print what its agency sent out on the 7th.
        latest = reference + dt.timedelta(days=2) if reference < _LAST_SAFE else reference
        found = max((d for d in days if d <= latest), default=None)
    return (found.year, found.month, found.day) if found else None


_LAST_SAFE = dt.date(9990, 1, 1)
_FIRST_SAFE = dt.date(10, 1, 1)


def _nearest_month(month: int, which: str, future: bool | None, reference: dt.date) -> Point:
    ahead = month - reference.month
    if which == "last":
        return (reference.year - (ahead >= 0), month, 0)
    if which == "next":
        return (reference.year + (ahead <= 0), month, 0)
    if future:
        return (reference.year + (ahead < 0), month, 0)
    return (reference.year - (ahead > 0), month, 0)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= year <= 9999 and day <= month_length(year, month)


def _weekday(meaning: Meaning, setting: Setting) -> str:
    """A weekday as newspapers use it: on or before the day of publication, in the future on or after it."""
    _, weekday, which, weeks = meaning
    reference = setting.reference
    if reference is None or not _FIRST_SAFE < reference < _LAST_SAFE:
        return ""
    if weeks is not None:
        monday = reference - dt.timedelta(days=reference.weekday()) + dt.timedelta(weeks=weeks)
        return (monday + dt.timedelta(days=weekday)).isoformat()
    back = (reference.weekday() - weekday) % 7
    ahead = -back % 7
    if which == "last":
        return (reference - dt.timedelta(days=back or 7)).isoformat()
    if which == "next":
        return (reference + dt.timedelta(days=ahead or 7)).isoformat()
    forward = setting.future or (which == "this" and setting.future is None)
    return (reference + dt.timedelta(days=ahead if forward else -back)).isoformat()


def _season(what: Meaning, which: str, setting: Setting) -> str:
    """A season of the year that the tense says; a winter counts for the year in which it begins."""
    reference = setting.reference
    if reference is None:
        return ""
    kind: str = what[0]
    number: int = what[1]
    if kind == "weekend":
        this_week = setting.future or reference.weekday() >= 5
        return _shifted(("near", "weekend", 0 if this_week else -1), setting)
    if kind == "quarter" and not which:
        return _quarter(number, reference)
    if kind == "season":
        first_month, code = (3, 6, 9, 12)[number - 21], number
    else:
        first_month, code = 3 * number - 2, 32 + number
    begun = first_month <= reference.month
    over = first_month + 3 <= reference.month
    year = reference.year
    if which == "this":
        pass
    elif which == "last":
        year -= not over
    elif which == "next" or setting.future:
        year += over if setting.future and which != "next" else begun
    else:
        year -= not begun
    return f"{year:04d}-{code}"


def _quarter(number: int, reference: dt.date) -> str:
    """The quarter nearest to a date: reports of the quarter just over count most, whatever their tense."""
    months = [(reference.year + years) * 12 + 3 * number - 2 for years in (-1, 0, 1)]
    now = reference.year * 12 + reference.month - 2
    nearest = min(months, key=lambda month: abs(month - now))
    year = (nearest - 1) // 12
    return f"{year:04d}-{32 + number}" if 1 <= year <= 9999 else ""


def _far_day(meaning: Meaning, setting: Setting) -> str:
    """The weekday before or after the date told last, or that of its week."""
    _, weekday, count = meaning
    anchor = setting.anchor
    if anchor is None or not _FIRST_SAFE < anchor < _LAST_SAFE:
        return ""
    ahead = (weekday - anchor.weekday()) % 7
    if count > 0:
        ahead = ahead or 7
    elif count < 0:
        ahead -= 7
    return (anchor + dt.timedelta(days=ahead)).isoformat()


_PERIODS = {"century": 1200, "decade": 120, "year": 12, "quarter": 3, "month": 1}


def _shifted(meaning: Meaning, setting: Setting) -> str:
    """So many days, weeks, months or years on from the document's date, or from the date told last."""
    kind, unit, count = meaning
    base = setting.reference if kind == "near" else setting.anchor
    if base is None or abs(count) > 100_000 or not _FIRST_SAFE < base < _LAST_SAFE:
        return ""
    try:
        if unit == "day":
            return (base + dt.timedelta(days=count)).isoformat()
        if unit in ("week", "weekend"):
            monday = base - dt.timedelta(days=base.weekday()) + dt.timedelta(weeks=count)
            first = monday + dt.timedelta(days=5 if unit == "weekend" else 0)
            return f"{first.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}"
    except OverflowError:
        return ""
    return _shifted_months(base, unit, count)


def _shifted_months(base: dt.date, unit: str, count: int) -> str:
    months = base.year * 12 + base.month - 1 + count * _PERIODS[unit]
    year, month = months // 12, months % 12 + 1
    if not 1 <= year <= 9999:
        return ""
    if unit == "month":
        return f"{year:04d}-{month:02d}"
    if unit == "quarter":
        return f"{year:04d}-{33 + (month - 1) // 3}"
    if unit == "decade":
        return f"{year // 10:03d}X"
    if unit == "century":
        return f"{year // 100:02d}XX"
    return f"{year:04d}"


def _range(meaning: Meaning, setting: Setting) -> str:
    """Both ends; an end whose year is missing takes that of the other, so that the interval runs forward."""
    first, last = meaning[1], meaning[2]
    if last[0] == "point" and first[0] == "point" and not last[1] and not first[1] and setting.reference:
        end = _point(last, setting)
        start = (_before(first, end)) if end else None
        if start and end:
            return range_text(point_text(*start), point_text(*end))
        return ""
    return range_text(evaluate(first, setting), evaluate(last, setting))


def _before(first: Meaning, end: Point) -> Point | None:
    year = end[0] - ((first[2], first[3]) > (end[1], end[2]))
    return (year, first[2], first[3]) if _exists(year, first[2], first[3]) else None
