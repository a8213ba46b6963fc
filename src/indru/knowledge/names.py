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
                raise KnowledgeError(file, f"{table} {row.id}", f"key 'ambiguous_with': there is no {table} {other!r}")
        for name in claimed(row):
            for other in owners[fold_name(name)]:
                if other.id != row.id and other.id not in row.ambiguous_with and row.id not in other.ambiguous_with:
                    problem = f"the name {name!r} belongs to {table} {other.id} too; if both are right, say ambiguous_with"
                    raise KnowledgeError(file, f"{table} {row.id}", problem)


def claimed(row: SystemRow | PersonRow | OrganisationRow) -> tuple[str, ...]:
    """The names by which a row alone should be meant. Short names of people are shared by nature."""
    if isinstance(row, SystemRow):
        return row.all_names
    return (*row.names, *row.short) if isinstance(row, PersonRow) and row.alone else row.names
