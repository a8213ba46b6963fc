"""What happened when, and who met whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any, Final

import attrs

from indru.query.fields import date_of, people_of
from indru.values import DateSpan

_FURTHER: Final = (("delivery", "delivery"),)
"""Dates of a record beside its own, and what happens then."""


@attrs.frozen(kw_only=True)
class Happening:
    """One line of a timeline.

    Attributes:
        date: When; None where no reading says it.
        what: A status, such as `held` or `ratified`, or `delivery`.
        record: What it happened to.
        follows: Whether it is certainly after the line before it; False where it certainly isn't, None where
            nobody can tell.
    """

    date: DateSpan | None
    what: str
    record: Any
    follows: bool | None = None


@attrs.frozen(kw_only=True)
class Encounter:
    """Two people, and the meetings that they were both in."""

    people: tuple[str, str]
    records: tuple[Any, ...]

    @property
    def count(self) -> int:
        """How often they met."""
        return len(self.records)


def timeline(records: Iterable[Any]) -> tuple[Happening, ...]:
    """What happened, in an order that the dates allow.

    What is certainly before another thing stands before it. Where dates overlap ("in 2021", "in May 2021")
    no order is certain; then the one that may be earlier comes first and `follows` is None. Dates of unknown
    year come after all others, and what has no date last.
    """
    found = sorted((line for record in records for line in _happenings(record)), key=_order)
    lines: list[Happening] = []
    for line in found:
        last = lines[-1].date if lines else None
        follows = line.date.after(last) if line.date is not None and last is not None else None
        lines.append(attrs.evolve(line, follows=follows))
    return tuple(lines)


def _happenings(record: Any) -> Iterator[Happening]:
    status = str(getattr(record, "status", "") or "")
    main = date_of(record)
    steps = {(step.date, str(step.status)): step for step in getattr(record, "history", ()) if step.date is not None}
    told = False
    if main is not None and not any(date == main for date, _ in steps):
        yield Happening(date=main, what=_at_main(record, status), record=record)
        told = True
    for date, what in steps:
        yield Happening(date=date, what=what, record=record)
        told = True
    for field, what in _FURTHER:
        if (date := getattr(record, field, None)) is not None:
            yield Happening(date=date, what=what, record=record)
            told = True
    if not told and status:
        yield Happening(date=None, what=status, record=record)


def _at_main(record: Any, status: str) -> str:
    """What happened on the date of a record: a deal that is delivered by now was made then."""
    if getattr(record, "ordered", None) is not None and status in ("delivering", "delivered"):
        return "contracted"
    if getattr(record, "signed", None) is not None and status in ("ratified", "in-force", "expired"):
        return "signed"
    return status


def _order(line: Happening) -> tuple[bool, tuple[bool, int, int, str], str, str]:
    key = (True, 0, 0, "") if line.date is None else line.date.sort_key
    return line.date is None, key, line.what, str(getattr(line.record, "id", ""))


def who_met_whom(meetings: Iterable[Any]) -> tuple[Encounter, ...]:
    """Pairs of people of two sides that were in a meeting that took place, the most frequent first.

    People of one country are one side: they sat beside each other. Where no country is known, any two count.
    """
    met: dict[tuple[str, str], list[Any]] = {}
    for meeting in meetings:
        if getattr(meeting, "format", None) is None or getattr(meeting, "status", None) != "held":
            continue
        people = {person.name: person.country for person in people_of(meeting)}
        for one, two in combinations(sorted(people), 2):
            if people[one] is None or people[one] != people[two]:
                met.setdefault((one, two), []).append(meeting)
    pairs = sorted(met, key=lambda pair: (-len(met[pair]), pair))
    return tuple(Encounter(people=pair, records=tuple(met[pair])) for pair in pairs)
