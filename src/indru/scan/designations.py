"""Designations that the catalogue lacks but that follow a pattern: "Ka-52", "Project 22350", "INS Kolkata"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from indru.knowledge import DesignationRow, Knowledge, SystemRow
from indru.scan.mentions import Kind, Mention

_TAKEN = frozenset({Kind.SYSTEM, Kind.ORGANISATION, Kind.PLACE})


def find_designations(text: str, found: list[Mention], knowledge: Knowledge) -> Iterator[Mention]:
    """Systems named by pattern where the catalogue has no row; marked as not catalogued by their source."""
    pattern, rows = _compiled(knowledge)
    if pattern is None:
        return
    taken = [(m.start, m.end) for m in found if m.kind in _TAKEN]
    at = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at < len(taken) and taken[at][0] < end:
            continue
        row = rows[match.lastgroup or ""]
        yield Mention(start, end, Kind.SYSTEM, _system(row, match.group()))


@functools.lru_cache(maxsize=8)
def _compiled(knowledge: Knowledge) -> tuple[re.Pattern[str] | None, Mapping[str, DesignationRow]]:
    rows = {f"d{index}": row for index, row in enumerate(knowledge.table(DesignationRow).values())}
    if not rows:
        return None, rows
    pattern = "|".join(f"(?P<{name}>{row.pattern})" for name, row in rows.items())
    return re.compile(rf"(?<![\w-])(?:{pattern})(?=s?(?!\w))"), rows


@functools.lru_cache(maxsize=4096)
def _system(row: DesignationRow, written: str) -> SystemRow:
    """The system that a designation of a pattern names, made on the spot."""
    name = row.canonical(written)
    return SystemRow(
        id=f"text-{name.lower().replace(' ', '-')}",
        designation=name,
        family=(name,),
        category=row.category,
        kind=row.system_kind,
        origin=row.origin,
        units=row.units,
        source=("text",),
    )
