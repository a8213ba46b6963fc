"""`indru schema`: what the JSON of a type looks like, for validators and for generators of code."""

from __future__ import annotations

import json
from typing import Annotated

import typer


def schema(
    kind: Annotated[
        str, typer.Argument(metavar="[TYPE]", help="A type such as Meeting; the whole result by default.")
    ] = "ParseResult",
) -> None:
    """Write the JSON Schema (2020-12) of a result, a record or a value."""
    from indru.schema import SCHEMA_TYPES, json_schema

    if kind not in SCHEMA_TYPES:
        raise typer.BadParameter("must be one of " + ", ".join(SCHEMA_TYPES), param_hint="TYPE")
    typer.echo(json.dumps(json_schema(SCHEMA_TYPES[kind]), ensure_ascii=False, indent=2))
