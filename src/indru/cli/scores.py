"""An evaluation as a table for people, and its mistakes as lines."""

from __future__ import annotations

from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from indru.cli.quotes import plain
from indru.cli.tables import terminal
from indru.evaluate import Mistake, MistakeKind, Report, Score

_FIGURES = ("Precision", "Recall", "F1", "Right", "Spurious", "Missing")
_QUOTED = 100
"""How much of a quote a line shows: a line is to find the place with."""


def write_scores(report: Report, *, errors: bool) -> None:
    """The mistakes, where they are wanted, and below them the scores."""
    console = terminal()
    if errors:
        for document, mistakes in groupby(report.mistakes, key=lambda mistake: mistake.document):
            console.print(Rule(Text(plain(document), style="bold"), align="left"))
            for mistake in mistakes:
                console.print(Text(_line(mistake)), soft_wrap=True)
            console.print("")
    console.print(_table(report))
    console.print(f"overall {report.overall:.3f} over {report.documents:,} documents")


def _table(report: Report) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("")
    for name in _FIGURES:
        table.add_column(name, justify="right")
    for name, score in report.by_type.items():
        _row(table, name, score, "bold")
        slots = report.by_slot[name]
        for slot, part in slots.items() if len(slots) > 1 else ():
            _row(table, f"  {slot}", part, "")
    return table


def _row(table: Table, name: str, score: Score, style: str) -> None:
    ratios = (f"{ratio:.3f}" for ratio in (score.precision, score.recall, score.f1))
    counts = (f"{count:,}" for count in (score.right, score.spurious, score.missing))
    table.add_row(Text(name), *ratios, *counts, style=style)


def _line(mistake: Mistake) -> str:
    if mistake.kind is MistakeKind.SLOT:
        what = (
            f"{mistake.record_type} {mistake.slot}: gold {mistake.gold or 'nothing'}, read {mistake.said or 'nothing'}"
        )
    else:
        what = f"{mistake.record_type} {mistake.kind.value}: {mistake.gold or mistake.said}"
    quote = plain(mistake.quote or "")
    shown = quote if len(quote) <= _QUOTED else f"{quote[:_QUOTED]}..."
    return plain(what) + (f' "{shown}"' if shown else "")
