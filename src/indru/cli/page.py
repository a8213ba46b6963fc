"""`indru page`: articles in, one HTML file out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from indru.cli.documents import find_documents
from indru.cli.monitor import monitored
from indru.cli.options import load_knowledge
from indru.cli.parse import check_date, read_all
from indru.errors import IndruError


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
        documents = list(monitor.sort_out(find_documents(paths, leave_out=output)))
        with monitor.bar(len(documents), wanted=True):
            readings = [
                (reading.article.text, reading.result)
                for reading in read_all(documents, published, known, monitor, explained=False)
            ]
        try:
            write(readings, output, title=title)
        except IndruError as error:
            raise typer.BadParameter(str(error)) from error
        except OSError as error:
            message = f"can't write {output}: {error.strerror or error}"
            raise typer.BadParameter(message, param_hint="--output") from error
    if monitor.failed:
        raise typer.Exit(1)
