"""Whether two rows claim one name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from indru.errors import KnowledgeError
from indru.knowledge.rows import OrganisationRow, PersonRow, SystemRow


def fold_name(name: str) -> str:
    """A name without case, hyphens, blanks and points: what must not be claimed twice.

    >>> fold_name("Su-30 MKI") == fold_name("SU30MKI")
    True
    """
    return re.sub(r"[-\s.]", "", name).casefold()


def check_names(file: str, table: str, rows: Mapping[str, Any], fresh: Iterable[Any]) -> None:
    """Refuse names of *fresh* rows that other rows of the table have, unless one of the two declares it.

    Raises:
        KnowledgeError: two rows claim a name, or a row declares an ambiguity with a row that there isn't.
    """
    owners: dict[str, list[Any]] = {}
    for row in rows.values():
        for name in {fold_name(name) for name in claimed(row)}:
            owners.setdefault(name, []).append(row)
    for row in fresh:
        for other in row.ambiguous_with:
            if other not in rows:
                problem = f"key 'ambiguous_with': there is no {table} {other!r}"
                raise KnowledgeError(file, f"{table} {row.id}", problem)
        for name in claimed(row):
            for other in owners[fold_name(name)]:
                if not _agreed(row, other):
                    problem = f"the name {name!r} is of {table} {other.id}; say ambiguous_with if it is of both"
                    raise KnowledgeError(file, f"{table} {row.id}", problem)


def _agreed(row: Any, other: Any) -> bool:
    return row.id == other.id or other.id in row.ambiguous_with or row.id in other.ambiguous_with


def claimed(row: SystemRow | PersonRow | OrganisationRow) -> tuple[str, ...]:
    """The names by which a row alone should be meant. Short names of people are shared by nature."""
    if isinstance(row, SystemRow):
        return row.all_names
    return (*row.names, *row.short) if isinstance(row, PersonRow) and row.alone else row.names
