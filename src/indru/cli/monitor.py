"""What the user is told while a command runs: reports and a progress bar on standard error, a clean end."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Generator, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

import typer

from indru.cli.documents import Report

if TYPE_CHECKING:
    from rich.progress import Progress

_FEW = 5
"""A progress bar comes with more files than this."""
_BROKEN_PIPE = 141
"""What shells report for a command whose reader went away: `indru parse news | head -1`."""
Item = TypeVar("Item")


class Monitor:
    """Tells reports, counts progress, and remembers whether something failed."""

    def __init__(self) -> None:
        self.failed = False
        self._progress: Progress | None = None

    def tell(self, report: Report) -> None:
        """Name a report on standard error."""
        self.failed = self.failed or report.failed
        typer.echo(f"indru: {report.where}: {report.message}", err=True)

    def sort_out(self, items: Iterable[Item | Report]) -> Iterator[Item]:
        """The items without the reports, which are told."""
        for item in items:
            if isinstance(item, Report):
                self.tell(item)
            else:
                yield item

    @contextlib.contextmanager
    def bar(self, total: int, *, wanted: bool) -> Generator[None, None, None]:
        """Show a progress bar, where standard error is a terminal and there is enough to do."""
        if not (wanted and total > _FEW and sys.stderr.isatty()):
            yield
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        # Standard output stays what it is: rich would send it to standard error, where the bar is.
        with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
            progress.add_task("reading", total=total)
            self._progress = progress
            try:
                yield
            finally:
                self._progress = None

    def advance(self) -> None:
        """One more document is done."""
        if self._progress:
            self._progress.advance(self._progress.task_ids[0])


@contextlib.contextmanager
def monitored() -> Generator[Monitor, None, None]:
    """A monitor for one run; a reader that goes away ends the run without a word."""
    try:
        yield Monitor()
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still in the buffer would fail again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(_BROKEN_PIPE) from None
