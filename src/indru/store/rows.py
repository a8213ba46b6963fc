"""A reading as flat rows: lists as JSON arrays, dates as EDTF with their bounds, money as decimal text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Final

from indru.model import Agreement, Meeting, ParseResult, Procurement, WeaponSystem
from indru.values import DateSpan, Money, Quantity

Row = dict[str, str | int | None]

TABLES: Final = {
    "agreement": "agreements",
    "meeting": "meetings",
    "procurement": "procurements",
    "weapon_system": "weapon_systems",
}
"""The tables of records, and where a result has theirs."""


def reading_row(result: ParseResult) -> Row:
    """What a reading says of its document."""
    source = result.source
    return {
        "publisher": _text(source.publisher),
        "published": _text(source.published),
        "place": _text(source.place),
        "url": _text(source.url),
        "title": _text(source.title),
    }


def record_rows(result: ParseResult) -> Iterator[tuple[str, Row]]:
    """The table and the row of each record."""
    flat: dict[str, Any] = {
        "agreement": _agreement,
        "meeting": _meeting,
        "procurement": _procurement,
        "weapon_system": _system,
    }
    for table, attribute in TABLES.items():
        for position, record in enumerate(getattr(result, attribute)):
            yield table, {"position": position, "id": record.id, **flat[table](record)}


def evidence_rows(result: ParseResult) -> Iterator[Row]:
    """Each quote of each record."""
    for record in result.records:
        for item in record.evidence:
            yield {
                "record": record.id,
                "type": type(record).__name__,
                "field": item.field,
                "start": item.span.start,
                "end": item.span.end,
                "quote": _text(item.quote),
                "basis": item.basis.value,
                "rule": _text(item.rule),
            }


def writable(text: str) -> str:
    """A text as SQLite can hold it: half a surrogate pair becomes the replacement character."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _agreement(record: Agreement) -> Row:
    return {
        "kind": record.kind.value,
        "status": record.status.value,
        "title": _text(record.title),
        **_dates("signed", record.signed),
        "place": _text(record.place),
        "parties": _list(record.parties),
        "signatories": _list(record.signatories),
        "systems": _list(record.systems),
        "term": _text(record.term),
        "count": record.count,
        "areas": _list(record.areas),
        "amends": _text(record.amends),
        "extends": _text(record.extends),
        "implements": _text(record.implements),
    }


def _meeting(record: Meeting) -> Row:
    return {
        "format": record.format.value,
        "status": record.status.value,
        **_dates("date", record.date),
        "place": _text(record.place),
        "participants": _list(record.participants),
        "host": record.host,
        "visitor": record.visitor,
        "ordinal": record.ordinal,
        "series": _text(record.series),
        "topics": _list(record.topics),
        "outcomes": _list(record.outcomes),
    }


def _procurement(record: Procurement) -> Row:
    quantity, value = record.quantity, record.value
    return {
        "system": _text(record.system),
        "mode": record.mode.value,
        "status": record.status.value,
        **_dates("ordered", record.ordered),
        "quantity": _part(quantity, "number"),
        "quantity_upper": _part(quantity, "upper"),
        "quantity_qualifier": _part(quantity, "qualifier"),
        "unit": _part(quantity or record.delivered or record.outstanding, "unit"),
        "value": _part(value, "amount"),
        "value_upper": _part(value, "upper"),
        "value_qualifier": _part(value, "qualifier"),
        "currency": _part(value, "currency"),
        "delivered": _part(record.delivered, "number"),
        "outstanding": _part(record.outstanding, "number"),
        "delivery": _text(record.delivery),
        "supplier": record.supplier,
        "recipient": record.recipient,
        "site": _text(record.site),
        "maker": _text(record.maker),
        "description": _text(record.description),
    }


def _system(record: WeaponSystem) -> Row:
    return {
        "designation": _text(record.designation),
        "family": _list(record.family),
        "category": _text(record.category),
        "kind": _text(record.kind),
        "origin": _list(record.origin),
        "makers": _list(record.makers),
        "catalogued": int(record.catalogued),
    }


def _text(value: object) -> str | None:
    return None if value is None else writable(str(value))


def _list(values: Iterable[object]) -> str:
    return json.dumps([_text(value) for value in values], ensure_ascii=False)


def _dates(name: str, date: DateSpan | None) -> Row:
    return {
        name: _text(date),
        f"{name}_earliest": _text(date and date.earliest),
        f"{name}_latest": _text(date and date.latest),
    }


def _part(value: Quantity | Money | None, name: str) -> str | int | None:
    part: object = getattr(value, name, None)
    if isinstance(part, Decimal):
        return f"{part:f}"
    return part if type(part) is int else _text(part)
