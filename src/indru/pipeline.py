"""The stages in order: text, scan, parse, resolve. `parse` is `inspect(...).result`: one body."""

from __future__ import annotations

import datetime

import attrs

from indru.arguments import check_day, check_text
from indru.knowledge import Knowledge, default_knowledge
from indru.model import ParseResult
from indru.parsing.document import Drafts, parse_document
from indru.parsing.source import parse_source
from indru.resolve.document import resolve_document
from indru.scan.scan import Scan, scan
from indru.text import Document


@attrs.frozen(eq=False)
class Trace:
    """What each stage made of a text."""

    document: Document
    scan: Scan
    drafts: Drafts
    result: ParseResult


def parse(
    text: str,
    *,
    published: str | datetime.date | None = None,
    url: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    knowledge: Knowledge | None = None,
) -> ParseResult:
    """Read one article, press release or statement.

    Args:
        text: the text as it is, page noise and all; offsets in the result point into it.
        published: the day of publication, where it is known from outside: `2021-12-06` or a date. "On Monday"
            is read by it. Without it, what the text doesn't date stays undated.
        url: where the text is from, for the source record.
        publisher: who published it, where the text doesn't say.
        title: its headline, likewise.
        knowledge: names and cues to read with; the ones that indru ships by default.

    Returns:
        The records, each filled field with the quote it was read from. Any text gives a result; one without
        news of the two countries gives an empty one.

    Raises:
        ArgumentError: an argument is of the wrong type, or `published` is no date.

    >>> result = parse("Russia and India signed a contract for 5,000 Igla-S missiles.", published="2023-11-14")
    >>> result.procurements[0].quantity.number
    5000
    """
    return inspect(text, published=published, url=url, publisher=publisher, title=title, knowledge=knowledge).result


def inspect(
    text: str,
    *,
    published: str | datetime.date | None = None,
    url: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    knowledge: Knowledge | None = None,
) -> Trace:
    """Read a text and keep what each stage made of it: the document, the mentions, the drafts, the records."""
    check_text(text)
    day = check_day(published)
    used = knowledge or default_knowledge()
    document = Document.of(text, used)
    source = parse_source(document, used, published=day, url=url, publisher=publisher, title=title)
    found = scan(document, used)
    drafts = parse_document(found, _reference(day, source.published))
    return Trace(document, found, drafts, resolve_document(drafts, document, source, used))


def _reference(day: datetime.date | None, published: object) -> datetime.date | None:
    """The day that "on Monday" is read by: the caller's, else the text's own where it is a whole date."""
    if day is not None:
        return day
    earliest = getattr(published, "earliest", None)
    if earliest is None or earliest != getattr(published, "latest", None):
        return None
    return datetime.date(earliest.year, earliest.month, earliest.day)
