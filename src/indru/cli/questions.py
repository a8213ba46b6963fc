"""`indru timeline|meetings|orders|conflicts|explain`: questions to a store, merged over its readings."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from indru.cli.monitor import monitored
from indru.cli.quotes import plain
from indru.errors import IndruError, StoreError
from indru.query import Records, order_book, timeline
from indru.query.fields import type_of

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula, or skips before one."""


class Shape(StrEnum):
    """How answers are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


StorePath = Annotated[Path, typer.Argument(metavar="STORE", help="The SQLite file that `indru add` fills.")]
Form = Annotated[Shape, typer.Option("--format", "-f", help="How to write the answer.")]
Involving = Annotated[list[str] | None, typer.Option(metavar="NAME", help="A person, country or place; repeatable.")]
Of = Annotated[list[str] | None, typer.Option(metavar="SYSTEM", help="A system or family; any of them; repeatable.")]
At = Annotated[str | None, typer.Option(metavar="PLACE", help="A place or country.")]
During = Annotated[str | None, typer.Option(metavar="DATE", help="A day, month, year or 2020/2021.")]
Before = Annotated[str | None, typer.Option(metavar="DATE")]
After = Annotated[str | None, typer.Option(metavar="DATE")]
Status = Annotated[list[str] | None, typer.Option(metavar="WORD", help="Any of them; repeatable.")]
Certain = Annotated[bool, typer.Option("--certain", help="Leave out what only may be of that date.")]

Row = dict[str, Any]


def show_timeline(
    store: StorePath,
    form: Form = Shape.TABLE,
    involving: Involving = None,
    of: Of = None,
    at: At = None,
    during: During = None,
    before: Before = None,
    after: After = None,
    status: Status = None,
    certain: Certain = False,
) -> None:
    """Show what happened when, in an order that the dates allow."""
    dossier = _load(store)
    found = _filtered(
        [*dossier.agreements, *dossier.meetings, *dossier.procurements],
        involving=involving,
        of=of,
        at=at,
        during=during,
        before=before,
        after=after,
        status=status,
        certain=certain,
    )
    columns = ("date", "what", "type", "about", "id")
    rows = (
        {
            "date": _text(line.date),
            "what": line.what,
            "type": type_of(line.record),
            "about": _about(line.record),
            "id": line.record.id,
        }
        for line in timeline(found)
    )
    _write(columns, rows, form)


def show_meetings(
    store: StorePath,
    form: Form = Shape.TABLE,
    involving: Involving = None,
    at: At = None,
    during: During = None,
    before: Before = None,
    after: After = None,
    status: Status = None,
    certain: Certain = False,
) -> None:
    """Show the meetings, each with how many texts tell of it."""
    found = _filtered(
        _load(store).meetings,
        involving=involving,
        at=at,
        during=during,
        before=before,
        after=after,
        status=status,
        certain=certain,
    )
    columns = ("date", "status", "format", "place", "participants", "mentions", "witnesses", "id")
    rows = (
        {
            "date": _text(m.date),
            "status": m.status.value,
            "format": m.format.value,
            "place": _text(m.place),
            "participants": "; ".join(map(str, m.participants)),
            "mentions": len(m.mentions),
            "witnesses": len(m.witnesses),
            "id": m.id,
        }
        for m in found
    )
    _write(columns, rows, form)


def show_orders(
    store: StorePath,
    form: Form = Shape.TABLE,
    of: Of = None,
    during: During = None,
    before: Before = None,
    after: After = None,
    certain: Certain = False,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="The book as it was on that day.")] = None,
) -> None:
    """Show what was ordered, delivered and outstanding, by system."""
    found = _filtered(
        _load(store).procurements,
        of=of,
        during=during,
        before=before,
        after=after,
        certain=certain,
    )
    columns = ("system", "unit", "ordered", "delivered", "outstanding", "complete", "records")
    try:
        book = order_book(found, as_of=as_of)
    except IndruError as error:
        raise typer.BadParameter(str(error)) from error
    rows = (
        {
            "system": line.system,
            "unit": line.unit,
            "ordered": _text(line.ordered),
            "delivered": _text(line.delivered),
            "outstanding": _text(line.outstanding),
            "complete": line.complete,
            "records": len(line.records),
        }
        for line in book
    )
    _write(columns, rows, form)


def show_conflicts(store: StorePath, form: Form = Shape.TABLE) -> None:
    """Show what the readings say of one event that can't all be true."""
    columns = ("type", "record", "kind", "field", "sides", "explained")
    rows = (
        {
            "type": found.type,
            "record": found.record,
            "kind": found.kind.value,
            "field": found.field,
            "sides": " | ".join(f"{side.value} ({len(side.claims)})" for side in found.sides),
            "explained": found.explained,
        }
        for found in _load(store).conflicts()
    )
    _write(columns, rows, form)


def show_explanation(
    store: StorePath,
    record: Annotated[str, typer.Argument(metavar="RECORD", help="The id of a record, or its beginning.")],
    form: Form = Shape.TABLE,
) -> None:
    """Show why each reading of a merged record belongs to it, with its quotes."""
    dossier = _load(store)
    found = [merged for merged in dossier.records if merged.id.startswith(record)]
    if len(found) != 1:
        raise typer.BadParameter(f"{len(found)} records have an id that begins so", param_hint="RECORD")
    columns = ("reading", "field", "value", "quote", "why")
    rows = (
        {
            "reading": item.reading[:12],
            "field": name,
            "value": str(claim.value),
            "quote": " … ".join(evidence.quote for evidence in claim.evidence),
            "why": "; ".join(reason.text for reason in item.verdict.reasons if reason.field == name),
        }
        for item in dossier.explain(found[0])
        for claim in item.claims
        for name in [claim.evidence[0].field if claim.evidence else ""]
    )
    _write(columns, rows, form)


def _load(path: Path) -> Any:
    from indru.dossier import Dossier

    try:
        return Dossier.open(path)
    except StoreError as error:
        raise typer.BadParameter(str(error), param_hint="STORE") from error


def _filtered(
    records: Iterable[Any],
    *,
    involving: Sequence[str] | None = None,
    of: Sequence[str] | None = None,
    at: str | None = None,
    during: str | None = None,
    before: str | None = None,
    after: str | None = None,
    status: Sequence[str] | None = None,
    certain: bool = False,
) -> Records[Any]:
    found: Records[Any] = Records(records)
    try:
        if involving:
            found = found.involving(*involving)
        if of:
            found = found.of(*of)
        if at:
            found = found.at(at)
        if during:
            found = found.during(during)
        if before:
            found = found.before(before)
        if after:
            found = found.after(after)
        if status:
            found = found.status(*status)
    except IndruError as error:
        raise typer.BadParameter(str(error)) from error
    return found.certain() if certain else found


def _about(record: Any) -> str:
    for name in ("title", "system"):
        if value := getattr(record, name, None):
            return str(value)
    people = "; ".join(map(str, getattr(record, "participants", ())))
    return people or str(getattr(record, "format", None) or getattr(record, "kind", ""))


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _write(columns: Sequence[str], rows: Iterable[Row], form: Shape) -> None:
    with monitored():
        if form is Shape.JSON:
            sys.stdout.buffer.write(
                json.dumps(list(rows), ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"
            )
        elif form is Shape.CSV:
            text = io.StringIO(newline="")
            writer = csv.writer(text)
            writer.writerow(columns)
            writer.writerows([safe_cell(row[column]) for column in columns] for row in rows)
            sys.stdout.buffer.write(text.getvalue().encode("utf-8", "replace"))
        else:
            _print_table(columns, rows)


def safe_cell(value: object) -> str:
    """A cell that no spreadsheet runs as a formula: an apostrophe goes before what looks like one.

    >>> safe_cell("=1+1"), safe_cell(5), safe_cell(None)
    ("'=1+1", '5', '')
    """
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(" ").startswith(_DANGEROUS) else text


def _print_table(columns: Sequence[str], rows: Iterable[Row]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from indru.cli.tables import terminal

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(plain("" if row[column] is None else str(row[column]))) for column in columns))
    terminal().print(table)
