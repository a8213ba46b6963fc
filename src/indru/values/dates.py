"""Dates as sound as the text has them: bounds and a precision, and never an invented part."""

from __future__ import annotations

from enum import StrEnum

import attrs
import pendulum


class DatePrecision(StrEnum):
    """How finely a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    INTERVAL = "interval"
    OPEN = "open"


@attrs.frozen
class DateSpan:
    """A date, from a day to a decade, an interval, or a day of an unknown year, in EDTF (ISO 8601-2).

    >>> DateSpan("2021-12").latest
    Date(2021, 12, 31)
    """

    edtf: str
    earliest: pendulum.Date | None = attrs.field(init=False, default=None, eq=False, repr=False)
    latest: pendulum.Date | None = attrs.field(init=False, default=None, eq=False, repr=False)
    precision: DatePrecision = attrs.field(init=False, default=DatePrecision.DAY, eq=False, repr=False)
    approximate: bool = attrs.field(init=False, default=False, eq=False, repr=False)
