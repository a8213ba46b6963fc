"""What a document says in two ways: values of one record that can't both be true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from indru.model import Problem
from indru.parsing.drafts import Draft, Reading
from indru.resolve.records import Builder
from indru.values import DateSpan, Money, Qualifier, Quantity

_FIELDS = ("quantity", "value", "ordered", "signed", "date")


def find_conflicts(groups: Sequence[Sequence[Draft]], builder: Builder) -> Iterator[Problem]:
    """The conflicts inside each group of drafts of one event, both sides quoted.

    "Over 6 lakh rifles" in the lead and "nearly 6 lakh rifles" below it is one.
    """
    for group in groups:
        readings = [r for draft in group for r in draft.readings if r.field in _FIELDS]
        for field in _FIELDS:
            distinct = list({r.value: r for r in readings if r.field == field}.values())
            for one, other in combinations(distinct[:_MOST], 2):
                if contradict(one.value, other.value):
                    yield _problem(group[0].type, one, other, builder)


_MOST = 8
"""So many values of one field are compared; a text with more has said enough to be looked at."""


def contradict(one: Any, other: Any) -> bool:
    """Whether two numbers, sums or dates of one field can't both be true."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return one.compatible(other) is False or (one.number == other.number and _opposed(one, other))
    if isinstance(one, Money) and isinstance(other, Money):
        return one.compatible(other) is False or (one.amount == other.amount and _opposed(one, other))
    if isinstance(one, DateSpan) and isinstance(other, DateSpan):
        return one.overlaps(other) is False
    return False


def _opposed(one: Quantity | Money, other: Quantity | Money) -> bool:
    """ "Over" and "nearly" of one number meet in the number itself, which neither of them means."""
    return {one.qualifier, other.qualifier} == {Qualifier.OVER, Qualifier.UNDER}


def _problem(record: str, one: Reading, other: Reading, builder: Builder) -> Problem:
    first, second = sorted((one, other), key=lambda r: r.start)
    return Problem(
        code=f"conflict-{one.field}",
        message=f"the text gives the {first.field} of one {record} as {first.value} and as {second.value}",
        evidence=(builder.evidence(first), builder.evidence(second)),
    )
