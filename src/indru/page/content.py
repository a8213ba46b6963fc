"""What the page shows, as plain data: articles, their records, the events they tell of, and conflicts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from textwrap import shorten
from typing import Any, Protocol

from indru.dossier import Dossier
from indru.model import Agreement, Meeting, ParseResult, Procurement, Record
from indru.model.wording import label, wording
from indru.plots import event_date, event_title, timeline_row

_HIDDEN = ("catalogued", "id", "evidence")


class Together(Protocol):
    """What the page asks of a dossier: its readings by the hash of their text, merged events, conflicts."""

    @property
    def readings(self) -> Mapping[str, ParseResult]:
        """By the ids of their sources."""
        ...

    @property
    def agreements(self) -> Sequence[Any]:
        """Each with its id, its record, and its members: a record with the key of its reading."""
        ...

    @property
    def meetings(self) -> Sequence[Any]:
        """As agreements."""
        ...

    @property
    def procurements(self) -> Sequence[Any]:
        """As agreements."""
        ...

    def conflicts(self) -> Sequence[Any]:
        """Each with the id of its merged record, its field, and its sides: a value with claims."""
        ...


def content(readings: Sequence[tuple[str, ParseResult]], dossier: Together | None = None) -> dict[str, Any]:
    """The data of the page, for pairs of a raw text and what was read in it; a text that comes twice counts once.

    A *dossier* of the same readings tells which records are of one event; without, one is made of them.
    """
    texts = {result.source.id: text for text, result in readings}
    results = {result.source.id: result for _, result in readings}
    if dossier is None:
        dossier = Dossier(results.values())
    else:
        results = {key: result for key, result in dossier.readings.items() if key in texts}
    articles: list[dict[str, Any]] = []
    records: list[dict[str, Any]] = []
    places: dict[tuple[str, str], int] = {}
    reasons: dict[tuple[str, str, str], int] = {}  # few and often repeated: evidence names them by number
    for key, result in results.items():
        text = texts[key]
        units = _utf16(text)
        first = len(records)
        for record in result.records:
            places[result.source.id, record.id] = len(records)
            records.append(_record(record, len(articles), units, reasons))
        articles.append(_article(text, result, list(range(first, len(records)))))
    events = _events(dossier, places)
    numbers = {event["id"]: number for number, event in enumerate(events)}
    for number, event in enumerate(events):
        for place in event["records"]:
            records[place]["event"] = number
    conflicts = [
        _conflict(conflict, numbers[conflict.record], places)
        for conflict in dossier.conflicts()
        if conflict.record in numbers
    ]
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


def _events(dossier: Together, places: dict[tuple[str, str], int]) -> list[dict[str, Any]]:
    """The events that the articles tell of, each once, in the order of time; what has no date comes last."""
    events: list[dict[str, Any]] = []
    for one in (*dossier.agreements, *dossier.meetings, *dossier.procurements):
        keys = [(member.reading, member.record.id) for member in one.members]
        members = [places[key] for key in keys if key in places]
        if members:  # else of articles whose texts the page doesn't have
            events.append(_event(one.record, members) | {"id": one.id})
    return sorted(events, key=lambda event: (not event["edtf"], event["edtf"], event["title"]))


def _conflict(conflict: Any, event: int, places: dict[tuple[str, str], int]) -> dict[str, Any]:
    sides = [
        {
            "value": wording(side.value),
            "claims": [
                [places[claim.reading, claim.record], [item.quote for item in claim.evidence if item.quote]]
                for claim in side.claims
                if (claim.reading, claim.record) in places
            ],
        }
        for side in conflict.sides
    ]
    return {"event": event, "field": label(conflict.field), "explained": conflict.explained, "sides": sides}
