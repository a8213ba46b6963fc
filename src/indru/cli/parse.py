"""`indru parse`: articles in, records out."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Generator, Iterator
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any

import typer

from indru.cli.documents import Article, Report, find_documents, read_articles
from indru.cli.monitor import Monitor, monitored
from indru.cli.options import load_knowledge
from indru.cli.output import Reading, write_array, write_lines
from indru.errors import IndruError

if TYPE_CHECKING:
    from indru.knowledge import Knowledge


class Format(StrEnum):
    """How results are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


def parse(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files, folders (all .txt, .jsonl and .html files in them) or - for standard input.",
            show_default=False,
        ),
    ],
    form: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Default: table on a terminal, otherwise jsonl.", show_default=False),
    ] = None,
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
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here and not to standard output."),
    ] = None,
    explained: Annotated[
        bool,
        typer.Option("--explain", help="Also say for each sentence which words were noticed, and what came of each."),
    ] = False,
) -> None:
    """Read articles and show the agreements, meetings, procurements and weapon systems they tell of.

    What can't be read is named on standard error, and the rest is done; the exit code is then 1.
    """
    known = load_knowledge(knowledge or [])
    check_date(published)
    form = form or _default_format(output)
    with monitored() as monitor, _opened(output) as stream:
        documents = list(monitor.sort_out(find_documents(paths, leave_out=output)))
        # Lines and a bar on one terminal would overwrite each other; tables come when the bar is gone.
        with monitor.bar(len(documents), wanted=bool(output) or form is Format.TABLE or not sys.stdout.isatty()):
            readings = read_all(documents, published, known, monitor, explained=explained)
            if form is Format.JSON:
                write_array(readings, stream)
            elif form is Format.JSONL:
                write_lines(readings, stream)
            else:
                readings = iter(list(readings))
        if form is Format.TABLE:
            from indru.cli.tables import write_tables

            write_tables(readings, stream if output else None)
    if monitor.failed:
        raise typer.Exit(1)


def check_date(published: str | None) -> None:
    """Refuse a date that is none, before anything is read."""
    if published is None:
        return
    from indru.values import DateSpan

    try:
        DateSpan(published)
    except IndruError as error:
        raise typer.BadParameter(str(error), param_hint="--published") from error


def _default_format(output: Path | None) -> Format:
    if output is None and sys.stdout.isatty():
        return Format.TABLE
    return Format.JSON if output is not None and output.suffix.lower() == ".json" else Format.JSONL


@contextlib.contextmanager
def _opened(output: Path | None) -> Generator[IO[bytes], None, None]:
    if output is None:
        yield sys.stdout.buffer
        return
    try:
        stream = output.open("wb")
    except OSError as error:
        raise typer.BadParameter(f"can't write {output}: {error.strerror or error}", param_hint="--output") from error
    with stream:
        yield stream


def read_all(
    documents: list[str],
    published: str | None,
    knowledge: Knowledge | None,
    monitor: Monitor,
    *,
    explained: bool,
) -> Iterator[Reading]:
    """Read the articles of all documents; those that can't be read are told."""
    for document in documents:
        for article in monitor.sort_out(read_articles(document)):
            reading = parse_article(article, published, knowledge, explained=explained)
            if isinstance(reading, Report):
                monitor.tell(reading)
            else:
                yield reading
        monitor.advance()


def parse_article(
    article: Article, published: str | None, knowledge: Knowledge | None, *, explained: bool
) -> Reading | Report:
    """The reading of an article, or what went wrong."""
    import indru

    known: dict[str, Any] = {
        "published": article.published or published,
        "url": article.url,
        "publisher": article.publisher,
        "title": article.title,
        "knowledge": knowledge,
    }
    try:
        if not explained:
            return Reading(article, indru.parse(article.text, **known))
        trace = indru.inspect(article.text, **known)
        return Reading(article, trace.result, indru.explain(trace))
    except IndruError as error:
        return Report(article.where, str(error))
    except Exception as error:  # a bug, which should cost one article and not the other ten thousand
        return Report(article.where, f"indru failed on this text, which is a bug: {type(error).__name__}: {error}")
