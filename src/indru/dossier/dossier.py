"""The dossier: a set of readings, and the merged records that follow from it."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from indru.codec import to_json
from indru.dossier.choosing import choose
from indru.dossier.conflicts import Conflict, find_conflicts
from indru.dossier.explanations import Explanation, explanations_of
from indru.dossier.grouping import group
from indru.dossier.merged import Member, MergedRecord, values_of
from indru.dossier.witnesses import copy_groups, witness_groups
from indru.errors import ArgumentError, UnknownReadingError
from indru.model import Agreement, Meeting, ParseResult, Procurement, WeaponSystem
from indru.query import Encounter, Happening, OrderLine, Records, order_book, timeline, who_met_whom
from indru.values import DateSpan


class Dossier:
    """A set of readings, each under the hash of its text, and what they tell together.

    It grows and shrinks like a set, and what is merged follows from the set alone: neither order nor batches
    matter, and two dossiers are joined by `|`. The same text read twice counts once; of two different
    readings of it the fuller one is kept.

    >>> import indru
    >>> one = indru.parse("India signed a contract with Russia for 5,000 Igla-S missiles.", published="2023-11-14")
    >>> dossier = Dossier([one])
    >>> dossier.procurements[0].quantity.number
    5000
    """

    def __init__(self, results: Iterable[ParseResult] = ()) -> None:
        self._readings: dict[str, ParseResult] = {}
        self._merged: dict[str, tuple[MergedRecord[Any], ...]] = {}
        self._copies: Mapping[str, int] | None = None
        self.update(results)

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Dossier:
        """The dossier of the readings that a store holds, which `indru add` and `indru.store.Store` fill.

        Raises:
            StoreError: The file is no store, or can't be read.
        """
        from indru.store import Store

        with Store(path, readonly=True) as store:
            return cls(store)

    def add(self, result: ParseResult) -> None:
        """Add a reading; one that is known already changes nothing."""
        if type(result) is not ParseResult:
            raise ArgumentError("result", "a ParseResult", result)
        key = result.source.id
        known = self._readings.get(key)
        if known is result or known == result:
            return
        self._readings[key] = result if known is None else max(known, result, key=_fullness)
        self._forget()

    def update(self, results: Iterable[ParseResult]) -> None:
        """Add several readings."""
        for result in results:
            self.add(result)

    def remove(self, key: str) -> None:
        """Take out the reading of a text by its hash.

        Raises:
            UnknownReadingError: There is none.
        """
        if key not in self._readings:
            raise UnknownReadingError(key)
        del self._readings[key]
        self._forget()

    def _forget(self) -> None:
        self._merged.clear()
        self._copies = None

    def __or__(self, other: Dossier) -> Dossier:
        joined = Dossier(self._readings.values())
        joined.update(other._readings.values())
        return joined

    def __len__(self) -> int:
        return len(self._readings)

    def __iter__(self) -> Iterator[ParseResult]:
        return iter(self._readings.values())

    def __contains__(self, key: object) -> bool:
        return key in self._readings

    def __eq__(self, other: object) -> bool:
        return self._readings == other._readings if isinstance(other, Dossier) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<Dossier readings={len(self)}>"

    @property
    def readings(self) -> Mapping[str, ParseResult]:
        """The readings by the hash of their text, in the order of the hashes."""
        return MappingProxyType(dict(sorted(self._readings.items())))

    @property
    def agreements(self) -> Records[MergedRecord[Agreement]]:
        """Agreements, merged."""
        return Records(self._records("agreements"))

    @property
    def meetings(self) -> Records[MergedRecord[Meeting]]:
        """Meetings, merged."""
        return Records(self._records("meetings"))

    @property
    def procurements(self) -> Records[MergedRecord[Procurement]]:
        """Procurements, merged."""
        return Records(self._records("procurements"))

    @property
    def weapon_systems(self) -> Records[MergedRecord[WeaponSystem]]:
        """Weapon systems, merged by designation."""
        return Records(self._records("weapon_systems"))

    @property
    def records(self) -> tuple[MergedRecord[Any], ...]:
        """All merged records."""
        return (*self.agreements, *self.meetings, *self.procurements, *self.weapon_systems)

    def timeline(self) -> tuple[Happening, ...]:
        """What happened, in an order that the dates allow."""
        return timeline(self.records)

    def who_met_whom(self) -> tuple[Encounter, ...]:
        """Pairs of people with the meetings that they were both in."""
        return who_met_whom(self.meetings)

    def order_book(self, *, as_of: str | DateSpan | None = None) -> tuple[OrderLine, ...]:
        """How much was ordered, has come and is still to come, by system: today, or on a day in the past."""
        return order_book(self.procurements, as_of=as_of)

    def known_as_of(self, day: str | datetime.date | DateSpan) -> Dossier:
        """The dossier of the readings that were certainly published by a day.

        >>> Dossier().known_as_of("2021-12-06").records
        ()
        """
        until = day if isinstance(day, DateSpan) else DateSpan(str(day))
        return Dossier(result for result in self._readings.values() if _published_by(result, until))

    def conflicts(self) -> tuple[Conflict, ...]:
        """What the readings say of one event that can't all be true; explained ones too."""
        readings = self._readings
        return tuple(conflict for merged in self.records for conflict in find_conflicts(merged, readings))

    def explain(self, record: MergedRecord[Any]) -> tuple[Explanation, ...]:
        """Why each member of a merged record is in it: reasons for and against, and its quotes."""
        return tuple(explanations_of(record))

    def witnesses(self, record: MergedRecord[Any]) -> tuple[tuple[str, ...], ...]:
        """The readings that tell of an event, in groups that don't depend on each other."""
        return record.witnesses

    def mentions(self, record: MergedRecord[Any]) -> tuple[str, ...]:
        """All readings that tell of an event, copies too."""
        return record.mentions

    def _records(self, kind: str) -> tuple[MergedRecord[Any], ...]:
        if kind not in self._merged:
            self._merged[kind] = tuple(self._merge(kind))
        return self._merged[kind]

    def _merge(self, kind: str) -> Iterator[MergedRecord[Any]]:
        copies = self._copy_groups()
        members = [
            Member(source=result.source, record=record)
            for result in self.readings.values()
            for record in getattr(result, kind)
        ]
        merged = [_merged(found, copies) for found in group(members)]
        return iter(sorted(merged, key=lambda one: (one.id, one.members[0].reading)))

    def _copy_groups(self) -> Mapping[str, int]:
        if self._copies is None:
            self._copies = copy_groups(self._readings)
        return self._copies


def _merged(members: Sequence[Member[Any]], copies: Mapping[str, int]) -> MergedRecord[Any]:
    witness = witness_groups((member.source for member in members), copies)
    groups: dict[int, list[str]] = {}
    for key in dict.fromkeys(member.reading for member in members):
        groups.setdefault(witness[key], []).append(key)
    record = choose(members, values_of(members), witness)
    return MergedRecord(
        record=record, members=tuple(members), witnesses=tuple(tuple(keys) for keys in sorted(groups.values()))
    )


def _published_by(result: ParseResult, until: DateSpan) -> bool:
    published = result.source.published
    return published is not None and published.after(until) is False and published.known_year


def _fullness(result: ParseResult) -> tuple[int, int, str]:
    """A total order of readings of one text: more known of its source, more records, then the JSON."""
    return len(result.source.filled()), len(result.records), to_json(result)
