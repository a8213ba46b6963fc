"""Options that commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from indru.errors import IndruError

if TYPE_CHECKING:
    from indru.knowledge import Knowledge


def load_knowledge(files: list[Path]) -> Knowledge | None:
    """The knowledge of the package and of the files of `--knowledge`; None where there are none."""
    if not files:
        return None
    from indru.knowledge import default_knowledge

    knowledge = default_knowledge()
    for file in files:
        try:
            knowledge = knowledge.extended(file)
        except (IndruError, OSError) as error:
            raise typer.BadParameter(str(error), param_hint="--knowledge") from error
    return knowledge
