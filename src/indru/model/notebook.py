"""Records as HTML for notebooks: each value beside the words that it rests on, everything escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from indru.model.record import Record
from indru.model.result import ParseResult
from indru.model.wording import label, wording

_ROWS: Final = 200
"""A notebook shows at most so many records of a list; the rest are counted."""
_QUOTES: Final = 6
_CELL: Final = 'style="text-align:left;vertical-align:top"'
_COLOURS: Final = {
    "Agreement": "91,124,250",
    "Meeting": "240,140,40",
    "Procurement": "18,170,150",
    "WeaponSystem": "170,110,210",
}


def mark_style(kind: str) -> str:
    """The style of a mark for a type of record: a tint that is legible on light and on dark ground."""
    colour = _COLOURS.get(kind, "130,140,155")
    return f"background:rgba({colour},.28);color:inherit;border-bottom:2px solid rgb({colour});padding:0 2px"


def record_html(record: Record) -> str:
    """A table of the fields that are filled, each with its quotes."""
    kind = type(record).__name__
    rows = "".join(
        f"<tr><th {_CELL}>{escape(label(field))}</th><td {_CELL}>{escape(wording(getattr(record, field)))}</td>"
        f"<td {_CELL}>{_quotes(record, field)}</td></tr>"
        for field in record.filled()
    )
    return f"<table><caption {_CELL}><b>{escape(kind)}</b></caption><tbody>{rows}</tbody></table>"


def records_html(records: Iterable[Record]) -> str:
    """A table for each type of record, a row a record and a column a field that any of them fills."""
    by_type: dict[str, list[Record]] = {}
    for record in records:
        by_type.setdefault(type(record).__name__, []).append(record)
    return "".join(_table(kind, found) for kind, found in by_type.items()) or "<i>no records</i>"


def result_html(result: ParseResult) -> str:
    """The tables of a result, and what is odd about its text."""
    notes = "".join(f"<li>{escape(problem.message)}</li>" for problem in result.problems)
    return records_html(result.records) + (f"<ul>{notes}</ul>" if notes else "")


def _table(kind: str, records: Sequence[Record]) -> str:
    shown = records[:_ROWS]
    filled = {field for record in shown for field in record.filled()}
    fields = [field for field in vars(type(shown[0])).get("__slots__", ()) if field in filled] or sorted(filled)
    head = "".join(f"<th {_CELL}>{escape(label(field))}</th>" for field in fields)
    rows = "".join(
        "<tr>" + "".join(f"<td {_CELL}>{_value(record, field)}</td>" for field in fields) + "</tr>" for record in shown
    )
    more = f" (the first {_ROWS:,} of {len(records):,})" if len(records) > _ROWS else ""
    caption = f"<caption {_CELL}><b>{escape(kind)}</b>{more}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _value(record: Record, field: str) -> str:
    value = getattr(record, field)
    if value is None or value == ():
        return ""
    quotes = " · ".join(dict.fromkeys(item.quote for item in record.evidence_for(field) if item.quote))
    style = mark_style(type(record).__name__)
    title = f' title="{escape(quotes)}" style="{style}"' if quotes else ""
    return f"<span{title}>{escape(wording(value))}</span>"


def _quotes(record: Record, field: str) -> str:
    style = mark_style(type(record).__name__)
    found = [item for item in record.evidence_for(field) if item.quote]
    marks = [
        f'<mark style="{style}" title="{escape(f"{item.basis.value}, {item.rule}, {item.span}")}">'
        f"{escape(item.quote)}</mark>"
        for item in found[:_QUOTES]
    ]
    more = f" and {len(found) - _QUOTES} more" if len(found) > _QUOTES else ""
    return " ".join(marks) + more
