"""`indru add`: articles into a store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from indru.cli.documents import Article, Report, find_documents, read_articles
from indru.cli.monitor import Monitor, monitored
from indru.cli.options import load_knowledge
from indru.cli.parse import check_date, parse_article
from indru.errors import StoreError

if TYPE_CHECKING:
    from indru.knowledge import Knowledge
    from indru.store import Entry, Store

_BATCH = 100
"""How many readings one transaction stores: a run that is killed loses at most so many."""


def add(
    store: Annotated[Path, typer.Argument(metavar="STORE", help="The SQLite file; made where there is none.")],
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files, folders (all .txt and .jsonl files in them) or - for standard input.",
            show_default=False,
        ),
    ],
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="When the articles were published (2021-12-06), where their rows don't say.",
            show_default=False,
        ),
    ] = None,
    knowledge: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="TOML rows that add to what indru knows; may be repeated."),
    ] = None,
) -> None:
    """Read articles into a store, and say how many were new, known and failed.

    A text that the store has is not read again, so that a run that was stopped goes on where it was. What can't
    be read is named on standard error, and the rest is done; the exit code is then 1.
    """
    from indru.store import Store

    known = load_knowledge(knowledge or [])
    check_date(published)
    with monitored() as monitor:
        try:
            with Store(store) as opened:
                _add_all(opened, store, paths, published, known, monitor)
        except StoreError as error:
            raise typer.BadParameter(str(error), param_hint="STORE") from error
    if monitor.failed:
        raise typer.Exit(1)


def _add_all(
    store: Store, path: Path, paths: list[str], published: str | None, knowledge: Knowledge | None, monitor: Monitor
) -> None:
    documents = list(monitor.sort_out(find_documents(paths, leave_out=path)))
    tally = _Tally()
    batch: list[Entry] = []
    try:
        with monitor.bar(len(documents), wanted=True):
            for entry in _read_new(store, documents, published, knowledge, monitor, tally):
                batch.append(entry)
                if len(batch) == _BATCH:
                    tally.store(store, batch)
        tally.store(store, batch)
    finally:
        typer.echo(f"{tally.new:,} new, {tally.known:,} known, {tally.failed:,} failed", err=True)


class _Tally:
    """How many readings are new, how many were in the store, how many failed."""

    def __init__(self) -> None:
        self.new = self.known = self.failed = 0

    def store(self, store: Store, batch: list[Entry]) -> None:
        """Store a batch and empty it; a text that stands in it twice is known the second time."""
        new = store.add_all(batch)
        self.new += new
        self.known += len(batch) - new
        batch.clear()


def _read_new(
    store: Store,
    documents: list[str],
    published: str | None,
    knowledge: Knowledge | None,
    monitor: Monitor,
    tally: _Tally,
) -> Iterator[Entry]:
    for document in documents:
        for article in read_articles(document):
            entry = article if isinstance(article, Report) else _entry(store, article, published, knowledge)
            if isinstance(entry, Report):
                tally.failed += entry.failed
                monitor.tell(entry)
            elif entry is None:
                tally.known += 1
            else:
                yield entry
        monitor.advance()


def _entry(store: Store, article: Article, published: str | None, knowledge: Knowledge | None) -> Entry | Report | None:
    """What to store of an article; None where the store has it."""
    from indru.store import Entry, key_of

    if key_of(article.text) in store:
        return None
    reading = parse_article(article, published, knowledge, explained=False)
    if isinstance(reading, Report):
        return reading
    return Entry(result=reading.result, text=article.text, document=article.where)
