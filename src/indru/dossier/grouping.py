"""Which records are of one event: groups that depend on the set of readings alone, not on its order.

Records that say the same are one from the start. The others are taken in a fixed order, those that say most first,
and each joins the group that fits it best: it must fit the fullest records of the group, and no reading tells of
one event twice, since it told them apart itself. A record that says too little to tell events apart joins only
where there is a single event that it can mean.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any

import attrs

from indru.dossier.matching import NEVER, compare
from indru.dossier.merged import Member
from indru.model import Agreement, Meeting, Procurement, Record, WeaponSystem

_LEADERS = 4
"""So many distinct records of a group are compared with a new one."""


class _Group:
    """The members of one event so far."""

    __slots__ = ("leaders", "members", "readings")

    def __init__(self) -> None:
        self.leaders: list[Record] = []
        self.members: list[Member[Any]] = []
        self.readings: set[str] = set()

    def take(self, record: Record, members: Iterable[Member[Any]]) -> None:
        if len(self.leaders) < _LEADERS:
            self.leaders.append(record)
        for member in members:
            self.members.append(member)
            self.readings.add(member.reading)

    def fit(self, record: Record) -> int | None:
        """How well a record fits; None where it doesn't. One reason that can't be is enough against it."""
        total = 0
        same = False
        for leader in self.leaders:
            verdict = compare(record, leader)
            if any(reason.weight <= NEVER for reason in verdict.reasons):
                return None
            same = same or verdict.same
            total = max(total, sum(reason.weight for reason in verdict.reasons))
        return total if same else None

    def may_be(self, record: Record) -> bool:
        """Whether nothing that a record says speaks against this event."""
        return all(all(reason.weight >= -1 for reason in compare(record, leader).reasons) for leader in self.leaders)


_Blocks = dict[Hashable, dict[_Group, None]]
"""The groups under each key, in the order in which they came."""


def group(members: Sequence[Member[Any]]) -> Iterator[tuple[Member[Any], ...]]:
    """The members of one type, event by event."""
    blocks: _Blocks = defaultdict(dict)
    every: list[_Group] = []
    vague: list[tuple[Record, list[Member[Any]]]] = []
    for record, alike in _distinct(members):
        if not _tells_apart(record):
            vague.append((record, alike))
            continue
        for part in _once_a_reading(alike):
            _place(record, part, blocks, every)
    for record, alike in vague:
        for part in _once_a_reading(alike):
            _place_vague(record, part, blocks, every)
    for found in every:
        yield tuple(sorted(found.members, key=lambda member: (member.reading, member.record.id)))


def _distinct(members: Sequence[Member[Any]]) -> list[tuple[Record, list[Member[Any]]]]:
    """Records that say the same as one, those that say most first."""
    alike: defaultdict[Hashable, list[Member[Any]]] = defaultdict(list)
    for member in members:
        alike[_content(member.record)].append(member)
    found = [
        (min(same, key=lambda member: member.record.id).record, sorted(same, key=lambda m: (m.reading, m.record.id)))
        for same in alike.values()
    ]
    return sorted(found, key=lambda item: (-len(item[0].filled()), repr(item[0]), item[0].id))


def _content(record: Record) -> Hashable:
    """What a record says, without the words it says it with."""
    return tuple(getattr(record, field.name) for field in attrs.fields(type(record)) if field.name not in _OWN)


_OWN = ("id", "evidence", "description", "topics", "outcomes")


def _once_a_reading(members: list[Member[Any]]) -> Iterator[list[Member[Any]]]:
    """Parts in which each reading stands once: what it tells twice in the same words it means as two."""
    parts: list[dict[str, Member[Any]]] = []
    for member in members:
        free = [part for part in parts if member.reading not in part]
        if not free:
            parts.append({})
        (free or parts[-1:])[0][member.reading] = member
    yield from (list(part.values()) for part in parts)


def _place(record: Record, members: list[Member[Any]], blocks: _Blocks, every: list[_Group]) -> None:
    best: tuple[int, _Group] | None = None
    for candidate in _candidates(_looks(record), blocks):
        if not candidate.readings.isdisjoint(member.reading for member in members):
            continue
        fit = candidate.fit(record)
        if fit is not None and (best is None or fit > best[0]):
            best = (fit, candidate)
    target = best[1] if best is not None else _new(every)
    target.take(record, members)
    _enter(_keys(record), target, blocks)


def _place_vague(record: Record, members: list[Member[Any]], blocks: _Blocks, every: list[_Group]) -> None:
    """What says too little to tell events apart joins the only event that it can mean, or stands by itself."""
    near = [
        candidate
        for candidate in _candidates(_looks(record), blocks)
        if candidate.readings.isdisjoint(member.reading for member in members) and candidate.may_be(record)
    ]
    target = near[0] if len(near) == 1 else _new(every)
    target.take(record, members)
    _enter(_keys(record), target, blocks)


def _new(every: list[_Group]) -> _Group:
    every.append(_Group())
    return every[-1]


def _enter(keys: Iterable[Hashable], target: _Group, blocks: _Blocks) -> None:
    for key in keys:
        blocks[key][target] = None


def _candidates(keys: Iterable[Hashable], blocks: _Blocks) -> list[_Group]:
    return list(dict.fromkeys(candidate for key in keys for candidate in blocks[key]))


def _keys(record: Record) -> list[Hashable]:
    """Under what a group is filed: a record of the same event looks under one of these."""
    if isinstance(record, WeaponSystem):
        return [record.designation]
    if isinstance(record, Meeting):
        return list(_meeting_keys(record))
    return [key for name in _names(record) for key in ((name, "all"), *((name, year) for year in _years(record)))]


def _looks(record: Record) -> list[Hashable]:
    """Where a record looks: what is dated among those of its years and the undated, what isn't among all."""
    if isinstance(record, WeaponSystem | Meeting):
        return _keys(record)
    years = _years(record)
    when = ["all"] if years == [_UNDATED] else [*years, _UNDATED]
    return [(name, year) for name in _names(record) for year in when]


_UNDATED = "undated"
_YEARS = 4
"""What may be in more years than these counts as undated."""


def _names(record: Record) -> list[str]:
    """The systems that a record is about, with their families; an agreement on none has only its kind."""
    if isinstance(record, Procurement):
        return [record.system.designation, *record.system.family]
    if isinstance(record, Agreement):
        return [name for system in record.systems for name in (system.designation, *system.family)] + ["any"]
    return []


def _years(record: Record) -> list[str]:
    date = getattr(record, "ordered", None) or getattr(record, "signed", None)
    if date is None or date.earliest is None or date.latest is None or date.latest.year - date.earliest.year > _YEARS:
        return [_UNDATED]
    return [str(year) for year in range(date.earliest.year, date.latest.year + 1)]


def _meeting_keys(meeting: Meeting) -> Iterator[Hashable]:
    if meeting.ordinal is not None:
        yield "ordinal", meeting.ordinal
    if meeting.date is not None and meeting.date.earliest is not None and meeting.date.latest is not None:
        first, last = meeting.date.earliest, meeting.date.latest
        months = (last.year - first.year) * 12 + last.month - first.month
        for month in range(min(months, _MONTHS) + 1):
            yield "month", first.year * 12 + first.month + month
    else:
        yield from (("undated", person.name) for person in meeting.participants)


_MONTHS = 12


def _tells_apart(record: Record) -> bool:
    """Whether a record says enough to tell its event from another of the kind."""
    if isinstance(record, Procurement):
        return any(value is not None for value in (record.ordered, record.quantity, record.value))
    if isinstance(record, Agreement):
        return record.signed is not None or record.title is not None or record.term is not None
    return True
