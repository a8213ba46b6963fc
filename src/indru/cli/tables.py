"""Readings as tables for people: each row a record, with the quote that it was read from."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper
from typing import IO

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from indru.cli.explanations import explanation_lines
from indru.cli.output import Reading
from indru.cli.quotes import plain, quote_of
from indru.explanation import ExplainedSentence
from indru.model import Agreement, Meeting, ParseResult, Person, Place, Procurement, WeaponSystem
from indru.values import DateSpan, Money, Qualifier, Quantity

_FILE_WIDTH = 140
_NARROW = 10
"""The width of the first two columns: a status, a date, most designations."""
_SHARES = (19, 22, 35)
"""How the other columns share the rest of the line."""
_CUE_SHARES = (3, 3, 5)
"""How the words, their row and what came of them share a line."""
_SIGNS = {Qualifier.EXACT: "", Qualifier.OVER: "over ", Qualifier.UNDER: "under ", Qualifier.ABOUT: "about "}


def write_tables(readings: Iterable[Reading], stream: IO[bytes] | None) -> None:
    """Tables for each article and a line with the totals, to a file or else to standard output."""
    if stream is None:
        _print_all(readings, terminal())
        return
    text = TextIOWrapper(stream, encoding="utf-8", errors="replace", write_through=True)
    _print_all(readings, Console(file=text, highlight=False, width=_FILE_WIDTH))
    text.detach()


def terminal() -> Console:
    """Standard output, for tables."""
    if reconfigure := getattr(sys.stdout, "reconfigure", None):
        reconfigure(errors="replace")  # a terminal that knows no rupee sign
    return Console(highlight=False)


def _print_all(readings: Iterable[Reading], console: Console) -> None:
    documents = agreements = meetings = procurements = systems = 0
    for reading in readings:
        for part in _render(reading):
            console.print(part)
        documents += 1
        agreements += len(reading.result.agreements)
        meetings += len(reading.result.meetings)
        procurements += len(reading.result.procurements)
        systems += len(reading.result.weapon_systems)
    console.print(
        f"{_count(documents, 'document')}: {_count(agreements, 'agreement')}, {_count(meetings, 'meeting')}, "
        f"{_count(procurements, 'procurement')}, {_count(systems, 'weapon system')}"
    )


def _render(reading: Reading) -> Iterator[RenderableType]:
    result, text = reading.result, reading.article.text
    yield Rule(Text(plain(reading.article.where), style="bold"), align="left")
    if about := _about(reading):
        yield Text(about, style="dim")
    tables = (
        _agreements(result.agreements, text),
        _meetings(result.meetings, text),
        _procurements(result.procurements, text),
        _systems(result.weapon_systems, text),
    )
    shown = [table for table in tables if table.row_count]
    yield from shown
    if not shown:
        yield Text("nothing found on defence cooperation of India and Russia")
    if reading.explanation is not None:
        yield from _explanation(reading.explanation, result)
    for problem in result.problems:
        yield Text(f"note: {plain(problem.message)}", style="yellow")
    yield ""


def _explanation(sentences: Sequence[ExplainedSentence], result: ParseResult) -> Iterator[RenderableType]:
    yield Text("Why", style="bold")
    for sentence, lines in explanation_lines(sentences, result):
        yield Text(plain(sentence), style="italic")
        table = Table(box=None, show_header=False, pad_edge=False, expand=True)
        for share in _CUE_SHARES:
            table.add_column(ratio=share, overflow="fold")
        for line in lines:
            _row(table, *line)
        yield Padding(table, (0, 0, 1, 2))


def _about(reading: Reading) -> str:
    source = reading.result.source
    parts = (source.title, source.publisher, _place(source.place), _date(source.published))
    return ", ".join(plain(part) for part in parts if part)


def _agreements(records: Sequence[Agreement], text: str) -> Table:
    table = _table("Agreements", "Status", "Signed", "What", "Who and where")
    for record in records:
        what = _lines(
            record.title or _words(record.kind), _names(record.systems), _labelled("term", _date(record.term))
        )
        who = _lines(_people(record.signatories) or ", ".join(record.parties), _place(record.place))
        _row(table, _words(record.status), _date(record.signed), what, who, quote_of(record, "status", text))
    return table


def _meetings(records: Sequence[Meeting], text: str) -> Table:
    table = _table("Meetings", "Status", "Date", "What", "Who and where")
    for record in records:
        who = _lines(_people(record.participants), _place(record.place))
        quote = quote_of(record, "format", text)
        _row(table, _words(record.status), _date(record.date), _words(record.format), who, quote)
    return table


def _procurements(records: Sequence[Procurement], text: str) -> Table:
    table = _table("Procurements", "Status", "Ordered", "What", "How many and how much")
    for record in records:
        what = _lines(record.system.designation, _words(record.mode))
        numbers = _lines(
            _quantity(record.quantity),
            _money(record.value),
            _labelled("delivered", _quantity(record.delivered)),
            _labelled("outstanding", _quantity(record.outstanding)),
            _labelled("delivery", _date(record.delivery)),
        )
        _row(
            table,
            _words(record.status),
            _date(record.ordered),
            what,
            numbers,
            quote_of(record, "system", text),
        )
    return table


def _systems(records: Sequence[WeaponSystem], text: str) -> Table:
    table = _table("Weapon systems", "System", "Origin", "Category", "Kind")
    for record in records:
        quote = quote_of(record, "designation", text)
        category = _words(record.category or "")
        _row(table, record.designation, ", ".join(record.origin), category, record.kind or "", quote)
    return table


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False, expand=True)
    # The same widths for all tables, so that the quotes of an article stand below each other.
    for column in columns[:2]:
        table.add_column(column, width=_NARROW, overflow="fold")
    for column, share in zip((*columns[2:], "Quote"), _SHARES, strict=True):
        table.add_column(column, ratio=share, overflow="fold")
    return table


def _row(table: Table, *cells: str) -> None:
    # As Text: what stands in square brackets in an article is no markup.
    table.add_row(*(Text("\n".join(plain(line) for line in cell.split("\n"))) for cell in cells))


def _words(value: str) -> str:
    """A value of a vocabulary as words, which wrap: "licensed production"."""
    return value.replace("-", " ")


def _lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)


def _labelled(label: str, value: str) -> str:
    return f"{label}: {value}" if value else ""


def _names(systems: Iterable[WeaponSystem]) -> str:
    return ", ".join(system.designation for system in systems)


def _people(people: Iterable[Person]) -> str:
    return ", ".join(person.name for person in people)


def _place(place: Place | None) -> str:
    return place.name if place else ""


def _date(date: DateSpan | None) -> str:
    return date.edtf if date else ""


def _quantity(quantity: Quantity | None) -> str:
    if quantity is None:
        return ""
    number = f"{quantity.number:,}" + (f" to {quantity.upper:,}" if quantity.upper is not None else "")
    return f"{_SIGNS[quantity.qualifier]}{number}" + (f" {quantity.unit}" if quantity.unit else "")


def _money(money: Money | None) -> str:
    if money is None:
        return ""
    amount = f"{money.amount:,f}" + (f" to {money.upper:,f}" if money.upper is not None else "")
    return f"{_SIGNS[money.qualifier]}{money.currency} {amount}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
