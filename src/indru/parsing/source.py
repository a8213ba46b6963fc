"""What a document says of itself: who published it, when, where, and under which title."""

from __future__ import annotations

import datetime as dt
from hashlib import sha256

import attrs

from indru.knowledge import Knowledge
from indru.model import Place, Source
from indru.parsing.publisher import find_publisher, name_lines
from indru.text import Document, Line, LineRole
from indru.text.calendar import PageDate, find_date
from indru.text.rules import TextRules, rules_of
from indru.values import DateSpan, Evidence, Span

_HEAD_BODY = 100
"""The head of a page ends at the first body line of this length."""
_HEAD_LINES = 14


@attrs.frozen
class Found:
    """A reading of one field: where it stands in the view, and the rule that read it."""

    start: int
    end: int
    rule: str


def parse_source(
    document: Document,
    knowledge: Knowledge,
    *,
    published: dt.date | None = None,
    url: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
) -> Source:
    r"""The source of a document, with evidence. What the text says comes before what the caller says.

    >>> from indru.knowledge import default_knowledge
    >>> document = Document.of("Frigate joins fleet\n\nMUMBAI, Aug 6 (PTI): A frigate came home on Tuesday.")
    >>> source = parse_source(document, default_knowledge())
    >>> source.publisher, source.published.edtf, source.place.name, source.title
    ('PTI', 'XXXX-08-06', 'Mumbai', 'Frigate joins fleet')
    """
    rules = rules_of(knowledge)
    head = _head(document)
    evidence: list[Evidence] = []

    named = find_publisher(document, head, rules)
    if named is not None:
        publisher = named.name
        evidence.append(_evidence(document, "publisher", named.start, named.end, named.rule))
    elif publisher is not None:
        evidence.append(_argument("publisher"))

    date, date_rule = _find_published(document, head, rules)
    when = DateSpan(date.edtf) if date is not None else None
    if date is not None:
        evidence.append(_evidence(document, "published", date.start, date.end, date_rule))
    elif published is not None:
        when = DateSpan(published.isoformat()[:10])
        evidence.append(_argument("published"))

    place = _read_place(document, rules)
    if place is not None and document.dateline is not None and document.dateline.place is not None:
        evidence.append(_evidence(document, "place", *document.dateline.place, "dateline"))

    headline = _find_title(document, head, rules)
    if headline is not None:
        title = document.quote(headline.start, headline.end)
        evidence.append(_evidence(document, "title", headline.start, headline.end, headline.rule))
    elif title is not None:
        evidence.append(_argument("title"))
    if url is not None:
        evidence.append(_argument("url"))
    return Source(
        id=sha256(document.raw.encode("utf-8", "surrogatepass")).hexdigest(),
        evidence=tuple(sorted(evidence, key=lambda item: (item.span.start, item.field))),
        publisher=publisher,
        published=when,
        place=place,
        url=url,
        title=title,
    )


def _evidence(document: Document, field: str, start: int, end: int, rule: str) -> Evidence:
    return Evidence(field=field, span=document.span(start, end), quote=document.quote(start, end), rule=rule)


def _argument(field: str) -> Evidence:
    return Evidence(field=field, span=Span(0, 0), quote="", rule="argument")


def _head(document: Document) -> tuple[Line, ...]:
    """The lines before the article proper."""
    dated = document.dateline.start if document.dateline is not None else -1
    for index, line in enumerate(document.lines[:_HEAD_LINES]):
        if line.role is LineRole.BODY and (line.end - line.start >= _HEAD_BODY or line.start == dated):
            return document.lines[:index]
    return document.lines[:_HEAD_LINES]


def _find_published(document: Document, head: tuple[Line, ...], rules: TextRules) -> tuple[PageDate | None, str]:
    """The date line of the head, else of the title's end, the dateline, or a labelled line of the foot.

    A date with its year comes before one without.
    """
    lower = document.lower
    undated: tuple[PageDate, str] | None = None
    for line in head:
        if line.role is LineRole.HEADER:
            date = find_date(lower, line.start, line.end)
            if date is not None and "X" not in date.edtf:
                return date, "date-line"
            undated = undated or (None if date is None else (date, "date-line"))
    for line in head:
        if line.role is LineRole.HEADING and (date := _date_of_title(document, line)) is not None:
            return date, "date-of-title"
    dateline = document.dateline
    if dateline is not None and dateline.date is not None:
        date = find_date(lower, *dateline.date)
        if date is not None:
            return date, "dateline"
    for line in document.lines[len(head) :]:
        if line.role is LineRole.HEADER and rules.has_head(lower, line.start, line.end):
            date = find_date(lower, line.start, line.end)
            if date is not None and "X" not in date.edtf:
                return date, "date-line"
    return undated or (None, "")


def _date_of_title(document: Document, line: Line) -> PageDate | None:
    """A full date that a title ends with, after a dash, a colon or a bracket ("Fired - 2003-02-12")."""
    lower = document.lower
    end = line.end
    while end > line.start and lower[end - 1] in ")] ":
        end -= 1
    date = find_date(lower, max(line.start, end - 24), end)
    if date is None or date.end != end or "X" in date.edtf:
        return None
    before = document.text[line.start : date.start].rstrip(" ")
    return date if before.endswith(("-", ":", "(", "[", "|", ",")) else None


def _read_place(document: Document, rules: TextRules) -> Place | None:
    dateline = document.dateline
    if dateline is None or dateline.place is None:
        return None
    start, end = dateline.place
    known = rules.cities.get(document.lower[start:end])
    if known is not None:
        return Place(name=known[0], country=known[1])
    name = document.text[start:end]
    return Place(name=name.title() if name.isupper() else name)


def _find_title(document: Document, head: tuple[Line, ...], rules: TextRules) -> Found | None:
    """The first heading of the head that doesn't name the publisher, without the publisher at its end."""
    outlets = name_lines(document, head, rules)
    for line in head:
        if line.role is LineRole.HEADING and line.start not in outlets:
            end = line.end
            tail = document.text.rfind(" - ", line.start, end)
            if tail > line.start and document.lower[tail + 3 : end] in rules.outlets:
                end = tail
            return Found(line.start, end, "headline")
    return None
