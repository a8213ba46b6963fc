"""Chronicles: lists of dated entries, whose dates head the lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from indru.parsing.view import SentenceView
from indru.scan.date_meaning import DateMention
from indru.scan.dates import scan_dates
from indru.scan.mentions import Kind, Mention

_HEAD = 6
"""How far into a line the date that heads it may begin: behind a bullet, say."""
_DAY = re.compile(r"[*\u2022-]? ?(\d{1,2})(?:st|nd|rd|th)? ?[-:.)|] ")


def date_lines(views: Sequence[SentenceView]) -> None:
    """Give the sentences of a line the date that the line begins with.

    "30 November 1996, Irkutsk. Contract for 40 aircraft." In a chronicle by months a line may begin with the day
    alone, "6 - Fomin receives the ambassador", below a line that names the month.
    """
    line, lead, month = -1, None, None
    for view in views:
        if view.paragraph != line:
            line = view.paragraph
            first = next(iter(view.by_kind[Kind.DATE]), None)
            lead = first if first is not None and first.start - view.start <= _HEAD else None
            month = _month(view) or month
            if lead is None and month is not None:
                lead = _day_of(view, month)
        view.lead = lead


def _month(view: SentenceView) -> int | None:
    """The number of the month that a line consists of."""
    words = view.words(view.start, view.end).strip(" :-.")
    if not 3 <= len(words) <= 9:
        return None
    dates = scan_dates(f"in {words.capitalize()}", f"in {words}")
    meaning: tuple[Any, ...] = dates[0].meaning if len(dates) == 1 else ("",)
    return int(meaning[2]) if meaning[0] == "point" and not meaning[3] and not meaning[1] else None


def _day_of(view: SentenceView, month: int) -> Mention | None:
    """The date of a line that begins with a day of the month."""
    match = _DAY.match(view.words(view.start, view.start + 10))
    if match is None or not 1 <= int(match[1]) <= 31:
        return None
    start, end = view.start + match.start(1), view.start + match.end(1)
    return Mention(start, end, Kind.DATE, DateMention(start, end, ("point", 0, month, int(match[1]))))
