"""What the page shows, as plain data: articles, their records, the events they tell of, and conflicts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from textwrap import shorten
from typing import Any

from indru.model import Agreement, Meeting, ParseResult, Procurement, Record
from indru.model.wording import label, wording
from indru.plots import event_date, event_title, timeline_row

_EVENTS = (Agreement, Meeting, Procurement)
_HIDDEN = ("catalogued", "id", "evidence")


def content(readings: Sequence[tuple[str, ParseResult]]) -> dict[str, Any]:
    """The data of the page, for pairs of a raw text and what was read in it; a text that comes twice counts once."""
    unique = {result.source.id: (text, result) for text, result in readings}
    articles: list[dict[str, Any]] = []
    records: list[dict[str, Any]] = []
    places: dict[tuple[str, str], int] = {}
    reasons: dict[tuple[str, str, str], int] = {}  # few and often repeated: evidence names them by number
    for text, result in unique.values():
        units = _utf16(text)
        first = len(records)
        for record in result.records:
            places[result.source.id, record.id] = len(records)
            records.append(_record(record, len(articles), units, reasons))
        articles.append(_article(text, result, list(range(first, len(records)))))
    events, conflicts = _merged([result for _, result in unique.values()], places)
    for index, event in enumerate(events):
        for place in event["records"]:
            records[place]["event"] = index
    return {
        "articles": articles,
        "records": records,
        "reasons": list(reasons),
        "events": events,
        "conflicts": conflicts,
    }


def _article(text: str, result: ParseResult, records: list[int]) -> dict[str, Any]:
    source = result.source
    first_line = next((line.strip() for line in text.splitlines() if line.strip()), "(no text)")
    url = source.url or ""
    return {
        "id": source.id,
        "title": source.title or shorten(first_line, 110, placeholder=" …"),
        "about": ", ".join(wording(value) for value in (source.publisher, source.place, source.published) if value),
        "url": url if url.lower().startswith(("http://", "https://")) else None,
        "text": text,
        "records": records,
        "problems": [problem.message for problem in result.problems],
    }


def _record(
    record: Record, article: int, units: Callable[[int], int], reasons: dict[tuple[str, str, str], int]
) -> dict[str, Any]:
    evidence = [
        [
            units(item.span.start),
            units(item.span.end),
            reasons.setdefault((item.field, item.basis.value, item.rule), len(reasons)),
        ]
        for item in record.evidence
    ]
    fields = [[name, label(name), wording(getattr(record, name))] for name in record.filled() if name not in _HIDDEN]
    kind = type(record).__name__.lower()
    return {"id": record.id, "kind": kind, "article": article, "fields": fields, "evidence": evidence}


def _utf16(text: str) -> Callable[[int], int]:
    """From offsets that count characters to those of a browser, where one beyond U+FFFF counts twice."""
    wide = [index for index, character in enumerate(text) if ord(character) > 0xFFFF]
    return lambda offset: offset + bisect_left(wide, offset)


def _event(record: Record, members: list[int]) -> dict[str, Any]:
    date, row = event_date(record), timeline_row(record)
    event: dict[str, Any] = {
        "kind": type(record).__name__.lower(),
        "title": event_title(record),
        "status": wording(getattr(record, "status", "")),
        "when": wording(date) if date else "",
        "edtf": date.edtf if date else "",
        "row": None if row is None else {name: row[name] for name in ("first", "last", "day")},
        "place": wording(getattr(record, "place", None) or getattr(record, "site", None) or ""),
        "people": [],
        "systems": [],
        "records": members,
    }
    if isinstance(record, Agreement):
        event["people"] = [[person.name, person.country] for person in record.signatories]
        event["systems"] = [system.designation for system in record.systems]
    elif isinstance(record, Meeting):
        event["people"] = [[person.name, person.country] for person in record.participants]
    elif isinstance(record, Procurement):
        event["systems"] = [record.system.designation]
        numbers = ("quantity", "delivered", "outstanding", "value", "delivery")
        event["order"] = {name: wording(getattr(record, name) or "") for name in numbers}
        event["order"]["mode"] = wording(record.mode)
        event["order"]["route"] = " → ".join(code for code in (record.supplier, record.recipient) if code)
    return event


def _merged(
    results: list[ParseResult], places: dict[tuple[str, str], int]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The events that the articles tell of, and where the articles contradict each other."""
    events = [
        _event(record, [places[result.source.id, record.id]])
        for result in results
        for record in result.records
        if isinstance(record, _EVENTS)
    ]
    events.sort(key=lambda event: (not event["edtf"], event["edtf"], event["title"]))
    return events, []
