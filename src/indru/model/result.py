"""What a reading returns: the records of one document, and the problems met."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from indru.errors import ModelError
from indru.model.agreement import Agreement
from indru.model.meeting import Meeting
from indru.model.procurement import Procurement
from indru.model.record import Record
from indru.model.source import Source
from indru.model.weapons import WeaponSystem
from indru.values import Evidence
from indru.values.checks import a, text, tuple_of


def _check_code(_instance: object, field: attrs.Attribute[Any], value: object) -> None:
    if type(value) is not str or not value.isascii() or not value.replace("-", "").isalnum() or value != value.lower():
        raise ModelError(field.name, value, "must be lower-case words joined by hyphens")


@attrs.frozen(kw_only=True)
class Problem:
    """Something odd about a text that an analyst should know: `code` is stable, `message` is for people.

    >>> Problem(code="no-date", message="no date is known for the document").code
    'no-date'
    """

    code: str = attrs.field(validator=_check_code)
    message: str = attrs.field(validator=text)
    evidence: tuple[Evidence, ...] = attrs.field(default=(), validator=tuple_of(Evidence))


@attrs.frozen(kw_only=True, repr=False)
class ParseResult:
    """The records of one document, each kind in the order of the text, and what is odd about it.

    >>> ParseResult(source=Source(id="d1"))
    <ParseResult source=d1 agreements=0 meetings=0 procurements=0 weapon_systems=0 problems=0>
    """

    source: Source = attrs.field(validator=a(Source))
    agreements: tuple[Agreement, ...] = attrs.field(default=(), validator=tuple_of(Agreement))
    meetings: tuple[Meeting, ...] = attrs.field(default=(), validator=tuple_of(Meeting))
    procurements: tuple[Procurement, ...] = attrs.field(default=(), validator=tuple_of(Procurement))
    weapon_systems: tuple[WeaponSystem, ...] = attrs.field(default=(), validator=tuple_of(WeaponSystem))
    problems: tuple[Problem, ...] = attrs.field(default=(), validator=tuple_of(Problem))

    @property
    def records(self) -> tuple[Record, ...]:
        """All records, the source first."""
        return (self.source, *self.agreements, *self.meetings, *self.procurements, *self.weapon_systems)

    def __repr__(self) -> str:
        counts = "".join(f" {field.name}={len(getattr(self, field.name))}" for field in attrs.fields(ParseResult)[1:])
        return f"<ParseResult source={self.source.id}{counts}>"

    def __rich_repr__(self) -> Iterator[tuple[str, object]]:
        """What was found, for `rich` and what prints with it: empty lists are left out."""
        for field in attrs.fields(ParseResult):
            if value := getattr(self, field.name):
                yield field.name, value

    def _repr_html_(self) -> str:
        """Tables for notebooks: a row a record, and the words each value rests on as its tip."""
        from indru.model.notebook import result_html

        return result_html(self)
