"""TOML files to rows. Any file may hold any tables; a mistake is an error that says file, row and problem.

A `source` above the tables holds for the rows of the file that name none of their own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from importlib.resources import files as resource_files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, cast

from indru.errors import KnowledgeError
from indru.knowledge.registry import ROW_TYPES
from indru.knowledge.structure import MisfitError, structure, suggest

Tables = dict[str, tuple[Any, ...]]


def data_files() -> tuple[Traversable, ...]:
    """The TOML files that come with the package, by name."""
    folder = resource_files("indru.knowledge") / "data"
    files = [file for file in folder.iterdir() if file.name.endswith(".toml")]
    return tuple(sorted(files, key=lambda file: file.name))


def load_rows(files: Iterable[Traversable | Path | str]) -> Tables:
    """Read the rows of TOML files, table by table, in the order of the files.

    Raises:
        KnowledgeError: a file can't be read or is no TOML; a table or key is unknown; a key is missing; a
            value is of the wrong type; an id occurs twice in a table.
    """
    found: dict[str, dict[str, Any]] = {table: {} for table in ROW_TYPES}
    homes: dict[tuple[str, str], str] = {}
    for file in files:
        source = Path(file) if isinstance(file, str) else file
        content = _read(source)
        default = content.pop("source", None)
        for table, rows in content.items():
            _check_table(source.name, table, rows)
            for number, value in enumerate(rows, start=1):
                row = _row(source.name, table, number, value, default)
                if row.id in found[table]:
                    problem = f"the id is taken by a row of {homes[table, row.id]}; ids are unique in a table"
                    raise KnowledgeError(source.name, f"{table} {row.id}", problem)
                found[table][row.id] = row
                homes[table, row.id] = source.name
    return {table: tuple(rows.values()) for table, rows in found.items()}


def _read(file: Traversable | Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise KnowledgeError(str(file), "", f"can't be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(file.name, "", f"is not UTF-8: {error.reason} at byte {error.start}") from error
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(file.name, "", f"is no TOML: {error}") from error


def _check_table(file: str, table: str, rows: object) -> None:
    if table not in ROW_TYPES:
        raise KnowledgeError(file, "", f"unknown table {table!r}{suggest(table, ROW_TYPES)}")
    if not isinstance(rows, list):
        raise KnowledgeError(file, "", f"write [[{table}]], a list of tables, and not [{table}]")


def _row(file: str, table: str, number: int, value: object, source: object) -> Any:
    if source is not None and isinstance(value, dict):
        value = {"source": source, **cast("dict[str, Any]", value)}
    try:
        row = structure(ROW_TYPES[table], value)
    except MisfitError as misfit:
        raise KnowledgeError(file, _label(table, number, value), str(misfit)) from None
    if not row.source:
        raise KnowledgeError(file, f"{table} {row.id}", "key 'source': every row says where it comes from")
    return row


def _label(table: str, number: int, value: object) -> str:
    name = cast("dict[str, Any]", value).get("id") if isinstance(value, dict) else None
    return f"{table} {name}" if isinstance(name, str) else f"{table} number {number}"
