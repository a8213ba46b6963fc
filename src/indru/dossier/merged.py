"""Merged records: one event as all readings together tell it, with each reading's own words kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Generic, TypeVar, cast

import attrs

from indru.model import Record, Source
from indru.values import DateSpan, Evidence

R = TypeVar("R", bound=Record)


@attrs.frozen(kw_only=True)
class Claim:
    """What one reading says of one field, with the quotes that it says it by."""

    reading: str
    """The key of the reading: the hash of its text."""
    record: str
    """The id of the record in that reading."""
    value: Any
    evidence: tuple[Evidence, ...] = ()
    """Spans point into the text of the reading."""
    reported: DateSpan | None = None
    """When the reading was published."""


@attrs.frozen(kw_only=True)
class Step:
    """One step in the life of a deal, an agreement or a meeting: what it became, when, and who says so."""

    status: str
    date: DateSpan | None = None
    """When it became so, where a reading says that."""
    reported: DateSpan | None = None
    """When it was first reported."""
    readings: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class Member(Generic[R]):
    """One record of one reading."""

    source: Source
    record: R

    @property
    def reading(self) -> str:
        """The key of the reading: the hash of its text."""
        return self.source.id

    def __repr__(self) -> str:
        return f"<Member {self.reading[:8]} {self.record!r}>"


@attrs.frozen(kw_only=True, repr=False)
class MergedRecord(Generic[R]):
    """One event as all readings together tell it.

    Fields of the record can be asked for directly: `merged.date` is `merged.record.date`.

    Attributes:
        record: The chosen values, in a record of the same type as the readings'. It has no evidence of its
            own, since a span means nothing without its text: `values` and `evidence_for` have it by reading.
        members: The records that were merged, by the key of their reading.
        witnesses: The keys of the readings in groups that don't depend on each other: copies of one text
            and texts of one agency are one group.
    """

    record: R
    members: tuple[Member[R], ...]
    witnesses: tuple[tuple[str, ...], ...]

    @property
    def id(self) -> str:
        """The id of the merged record; that of a member, so that more readings seldom change it."""
        return self.record.id

    @property
    def type(self) -> str:
        """The kind of record: `Meeting`, say."""
        return type(self.record).__name__

    @property
    def mentions(self) -> tuple[str, ...]:
        """The keys of all readings that tell of it, copies too."""
        return tuple(dict.fromkeys(member.reading for member in self.members))

    @property
    def values(self) -> Mapping[str, tuple[Claim, ...]]:
        """For each field that a reading fills, what each says."""
        return MappingProxyType(values_of(self.members))

    def evidence_for(self, field: str) -> tuple[tuple[str, Evidence], ...]:
        """The quotes for a field, each with the key of its reading."""
        return tuple((claim.reading, item) for claim in self.values.get(field, ()) for item in claim.evidence)

    @property
    def first_reported(self) -> DateSpan | None:
        """The earliest day of publication of a reading that tells of it."""
        days = self._published()
        return days[0] if days else None

    @property
    def last_reported(self) -> DateSpan | None:
        """The latest day of publication of a reading that tells of it."""
        days = self._published()
        return max(days, key=lambda day: (str(day.latest), day.edtf)) if days else None

    def _published(self) -> list[DateSpan]:
        known = (member.source.published for member in self.members)
        return sorted((day for day in known if day is not None and day.known_year), key=lambda day: day.sort_key)

    @property
    def history(self) -> tuple[Step, ...]:
        """The steps in its life, in the order in which they were reported."""
        from indru.dossier.histories import history_of

        return history_of(self)

    def __getattr__(self, name: str) -> Any:
        # Names with underscores are Python's own questions (copy, pickle), asked before `record` is there.
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.record, name)

    def __repr__(self) -> str:
        shown = repr(self.record)[1:-1]
        return f"<Merged{shown} mentions={len(self.mentions)} witnesses={len(self.witnesses)}>"


def claim(member: Member[Any], field: str) -> Claim:
    """What a member says of a field."""
    record = member.record
    return Claim(
        reading=member.reading,
        record=record.id,
        value=getattr(record, field),
        evidence=record.evidence_for(field),
        reported=member.source.published,
    )


def values_of(members: Sequence[Member[Any]]) -> dict[str, tuple[Claim, ...]]:
    """For each field that a member fills, what each says, in the order of the fields."""
    found: dict[str, list[Claim]] = {}
    for member in members:
        for name in member.record.filled():
            found.setdefault(name, []).append(claim(member, name))
    kind = cast("type[Record]", type(members[0].record))
    order = [field.name for field in attrs.fields(kind) if field.name in found]
    return {name: tuple(found[name]) for name in order}
