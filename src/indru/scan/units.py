"""Unit nouns in the forms in which they follow a number."""

from __future__ import annotations

from functools import lru_cache

import attrs

from indru.knowledge import Knowledge
from indru.knowledge.cues import plural
from indru.knowledge.measures import UnitKind, UnitRow

COUNTABLE = frozenset({UnitKind.ARMS, UnitKind.FORMATION, UnitKind.PEOPLE, UnitKind.THING})

ARMS_KINDS = frozenset({UnitKind.ARMS, UnitKind.FORMATION})


def unit_forms(row: UnitRow) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Singular forms and plural forms of a unit.

    >>> unit_forms(UnitRow(id="battery", names=("battery",), kind=UnitKind.FORMATION, source=("",)))
    (('battery',), ('batteries',))
    """
    if row.invariant:
        return row.names, row.names
    return row.names, tuple(row.plurals.get(name) or plural(name) for name in row.names)


@attrs.frozen(eq=False)
class UnitTable:
    """Unit phrases by their words: `forms[phrase] = (unit id, kind, whether it is plural)`."""

    forms: dict[str, tuple[str, UnitKind, bool]]
    longest: int
    starts: frozenset[str]
    """First words of phrases of several words."""


@lru_cache(maxsize=8)
def unit_table(knowledge: Knowledge) -> UnitTable:
    """The units of a knowledge base, by every form."""
    forms: dict[str, tuple[str, UnitKind, bool]] = {}
    for row in knowledge.table(UnitRow).values():
        singular, plurals = unit_forms(row)
        for name in singular:
            forms.setdefault(name, (row.id, row.kind, row.invariant))
        for name in plurals:
            forms[name] = (row.id, row.kind, True)
    phrases = [phrase.split(" ") for phrase in forms]
    starts = frozenset(phrase[0] for phrase in phrases if len(phrase) > 1)
    return UnitTable(forms, max(map(len, phrases), default=1), starts)
