"""The arguments that several functions take: a text, and the day of its publication."""

from __future__ import annotations

import datetime as dt

from indru.errors import ArgumentError


def check_text(text: object) -> str:
    """The text itself.

    Raises:
        ArgumentError: it is bytes, None, or another thing that isn't text.
    """
    if not isinstance(text, str):
        raise ArgumentError("text", "a str", text)
    return text


def check_day(published: object) -> dt.date | None:
    """The day of publication, given as a date or as `2021-12-06`; None where it isn't known.

    Raises:
        ArgumentError: it is no date.

    >>> check_day("2021-12-06")
    datetime.date(2021, 12, 6)
    """
    if published is None:
        return None
    if isinstance(published, dt.datetime):
        return published.date()
    if isinstance(published, dt.date):
        return published
    if isinstance(published, str):
        try:
            return dt.date.fromisoformat(published)
        except ValueError:
            raise ArgumentError("published", "a date such as 2021-12-06", published) from None
    raise ArgumentError("published", "a date or a text such as 2021-12-06", published)
