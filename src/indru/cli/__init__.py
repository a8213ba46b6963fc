"""The command `indru`. Importing this costs nothing: what a command needs is loaded when it runs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec

_EXTRA = ("typer", "rich", "charset_normalizer")
"""What the extra `cli` brings."""
_INTERRUPTED = 130
"""What shells report for a command that Ctrl-C ended."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; exit code 0, 1 where something could not be read, 2 for wrong usage."""
    missing = [name for name in _EXTRA if find_spec(name) is None]
    if missing:
        sys.stderr.write(
            f"indru: the command line needs {', '.join(missing)}; install it with: pip install 'indru[cli]'\n"
        )
        return 2
    try:
        from indru.cli.app import run

        return run(arguments)
    except KeyboardInterrupt:
        return _INTERRUPTED
