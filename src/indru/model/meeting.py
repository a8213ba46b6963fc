"""Meetings: talks, calls, visits, summits and sessions, held or scheduled."""

from __future__ import annotations

from enum import StrEnum

import attrs

from indru.model.people import Person, Place
from indru.model.record import Record
from indru.values import DateSpan


class MeetingFormat(StrEnum):
    BILATERAL = "bilateral"
    TWO_PLUS_TWO = "two-plus-two"
    SUMMIT = "summit"
    COMMISSION = "commission"
    VISIT = "visit"
    CALL = "call"
    MULTILATERAL = "multilateral"


class MeetingStatus(StrEnum):
    HELD = "held"
    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"


@attrs.frozen(kw_only=True)
class Meeting(Record):
    """A talk, call, visit, summit or commission session between people or delegations of the two states."""

    format: MeetingFormat
    status: MeetingStatus
    date: DateSpan | None = None
    place: Place | None = None
    participants: tuple[Person, ...] = ()
    host: str | None = None
    visitor: str | None = None
    ordinal: int | None = None
    series: str | None = None
    topics: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
