"""Meetings: talks, calls, visits, summits and sessions, held or scheduled."""

from __future__ import annotations

from enum import StrEnum

import attrs

from indru.model.people import Person, Place
from indru.model.record import Record
from indru.values import DateSpan
from indru.values.checks import (
    a,
    optional,
    optional_country,
    optional_ordinal,
    optional_text,
    texts,
    tuple_of,
)


class MeetingFormat(StrEnum):
    """In what form two sides meet."""

    BILATERAL = "bilateral"
    """Any talks of two sides."""
    TWO_PLUS_TWO = "two-plus-two"
    """Foreign and defence ministers together."""
    SUMMIT = "summit"
    """The annual summit of the heads."""
    COMMISSION = "commission"
    """A session of the inter-governmental commission."""
    VISIT = "visit"
    """The trip of a person or delegation."""
    CALL = "call"
    MULTILATERAL = "multilateral"
    """SCO, BRICS, RIC and the like, where both attend."""


class MeetingStatus(StrEnum):
    """Whether a meeting took place."""

    HELD = "held"
    """Ongoing ones included."""
    SCHEDULED = "scheduled"
    """Postponed ones included."""
    CANCELLED = "cancelled"


@attrs.frozen(kw_only=True, repr=False)
class Meeting(Record):
    """A talk, call, visit, summit or commission session between people or delegations of the two states.

    Attributes:
        participants: People that the text names, in its order.
        host: The country that receives, ISO 3166-1 alpha-3.
        visitor: The country that comes, ISO 3166-1 alpha-3.
        ordinal: 21 for "the 21st summit".
        series: What the ordinal counts: "annual summit", "working group on ...".
        topics: What was talked of.
        outcomes: What came of it.
    """

    format: MeetingFormat = attrs.field(validator=a(MeetingFormat))
    status: MeetingStatus = attrs.field(validator=a(MeetingStatus))
    date: DateSpan | None = attrs.field(default=None, validator=optional(DateSpan))
    place: Place | None = attrs.field(default=None, validator=optional(Place))
    participants: tuple[Person, ...] = attrs.field(default=(), validator=tuple_of(Person))
    host: str | None = attrs.field(default=None, validator=optional_country)
    visitor: str | None = attrs.field(default=None, validator=optional_country)
    ordinal: int | None = attrs.field(default=None, validator=optional_ordinal)
    series: str | None = attrs.field(default=None, validator=optional_text)
    topics: tuple[str, ...] = attrs.field(default=(), validator=texts)
    outcomes: tuple[str, ...] = attrs.field(default=(), validator=texts)
