"""The commands and what they have in common. A new command is a module here and one line below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from indru._version import __version__
from indru.cli.add import add
from indru.cli.evaluate import evaluate
from indru.cli.page import page
from indru.cli.parse import parse
from indru.cli.questions import show_conflicts, show_explanation, show_meetings, show_orders, show_timeline
from indru.cli.schema import schema

app = typer.Typer(
    name="indru",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(parse)
app.command()(evaluate)
app.command()(page)
app.command()(add)
app.command()(schema)
app.command("timeline")(show_timeline)
app.command("meetings")(show_meetings)
app.command("orders")(show_orders)
app.command("conflicts")(show_conflicts)
app.command("explain")(show_explanation)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"indru {__version__}")
        raise typer.Exit


@app.callback()
def describe(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and stop."),
    ] = False,
) -> None:
    """Read news on India-Russia defence cooperation into typed records, each field with its quote."""


def run(arguments: Sequence[str] | None) -> int:
    """Run one command and give its exit code."""
    try:
        app(args=None if arguments is None else list(arguments), prog_name="indru")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return 0
