"""Dates in English news: which stretches of the text are dates, and which dates they are.

The scan goes from trigger to trigger (a digit, a month, a weekday, "last", "early"), found in one pass, and
reads at each the longest phrase that its grammar knows. What no calendar date is stays silent: durations,
habits ("every Monday"), clock times, designations, prices.
"""

from __future__ import annotations

import datetime as dt

from indru.knowledge import Knowledge, default_knowledge
from indru.scan.date_grammar import date_grammar
from indru.scan.date_meaning import DateMention, DurationMention, Meaning, span_of, written
from indru.scan.date_reader import DateReader
from indru.scan.date_resolution import Setting, evaluate
from indru.scan.durations import scan_durations
from indru.values import Basis, DateSpan

__all__ = ["DateMention", "DurationMention", "Meaning", "resolve_date", "scan_dates", "scan_durations"]


def scan_dates(
    text: str, lower: str, *, start: int = 0, end: int | None = None, knowledge: Knowledge | None = None
) -> list[DateMention]:
    """Every date of a text, in order. *lower* is *text* in lower case, character by character.

    >>> text = "They met on December 6, 2021 and will meet again next March."
    >>> [(text[d.start : d.end], d.meaning) for d in scan_dates(text, text.lower())]
    [('December 6, 2021', ('point', 2021, 12, 6)), ('next March', ('which', ('point', 0, 3, 0), 'next'))]
    """
    reader = DateReader(text, lower, date_grammar(knowledge or default_knowledge()))
    return reader.scan(start, len(lower) if end is None else end)


def resolve_date(
    mention: DateMention, reference: dt.date | None, *, future: bool | None, anchor: dt.date | None = None
) -> tuple[DateSpan, Basis] | None:
    """The date that a mention means, or None where that can't be known.

    Args:
        mention: what `scan_dates` found.
        reference: the document's own date.
        future: the tense of the clause; None where it tells nothing, which counts as past, as most news is.
        anchor: the date told last, on which "the following day" and "that year" hang.

    >>> [found] = scan_dates("on Monday", "on monday")
    >>> resolve_date(found, dt.date(2021, 12, 8), future=False)
    (DateSpan('2021-12-06'), <Basis.RESOLVED: 'resolved'>)
    >>> resolve_date(found, None, future=False) is None
    True
    """
    text = written(mention.meaning)
    basis = Basis.ASSERTED
    if not text or ("XXXX" in text and reference is not None):
        text = evaluate(mention.meaning, Setting(reference, future, anchor))
        basis = Basis.RESOLVED
    date = span_of(text) if text else None
    return (date, basis) if date else None
