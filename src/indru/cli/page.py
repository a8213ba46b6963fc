"""`indru page`: articles in, one HTML file out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from indru.cli.documents import Report, find_documents
from indru.cli.monitor import Monitor, monitored
from indru.cli.options import load_knowledge
from indru.cli.parse import check_date, read_all
from indru.errors import IndruError

if TYPE_CHECKING:
    from indru.model import ParseResult

_STORE = b"SQLite format 3\0"
"""How each file of SQLite begins."""


def page(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files, folders (all .txt, .jsonl and .html files in them) or - for standard input.",
            show_default=False,
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The HTML file to write.")] = Path(
        "dossier.html"
    ),
    title: Annotated[str, typer.Option(help="The heading of the page.")] = "India-Russia defence dossier",
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="When the articles were published, where their rows don't say."),
    ] = None,
    knowledge: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="TOML rows that add to what indru knows; may be repeated."),
    ] = None,
) -> None:
    """Write a page that shows a timeline, orders, meetings, conflicts, and each article with its evidence marked.

    It is one file that needs no network. What can't be read is named on standard error, and the rest is done; the
    exit code is then 1.
    """
    from indru.page import write

    known = load_knowledge(knowledge or [])
    check_date(published)
    with monitored() as monitor:
        stores = [path for path in paths if _is_store(path)]
        try:
            stored = [pair for path in stores for pair in _read_store(path, monitor)]
        except IndruError as error:
            raise typer.BadParameter(str(error), param_hint="PATH") from error
        paths = [path for path in paths if path not in stores]
        documents = list(monitor.sort_out(find_documents(paths, leave_out=output)))
        with monitor.bar(len(documents), wanted=True):
            readings = [
                (reading.article.text, reading.result)
                for reading in read_all(documents, published, known, monitor, explained=False)
            ]
        try:
            write([*stored, *readings], output, title=title)
        except IndruError as error:
            raise typer.BadParameter(str(error)) from error
        except OSError as error:
            message = f"can't write {output}: {error.strerror or error}"
            raise typer.BadParameter(message, param_hint="--output") from error
    if monitor.failed:
        raise typer.Exit(1)


def _is_store(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read(len(_STORE)) == _STORE
    except OSError:  # a folder, standard input, or what can't be read: told where files are read
        return False


def _read_store(path: str, monitor: Monitor) -> list[tuple[str, ParseResult]]:
    """The readings of a store with their texts; those without can't be shown, and are counted."""
    from indru.store import Store

    with Store(path, readonly=True) as store:
        held = [(store.text(result.source.id), result) for result in store]
    if missing := sum(text is None for text, _ in held):
        told = "1 reading is" if missing == 1 else f"{missing:,} readings are"
        monitor.tell(Report(path, f"{told} left out, since the store doesn't hold the text", failed=False))
    return [(text, result) for text, result in held if text is not None]
