"""Gold: what a careful reader wrote down of a text, one JSON object beside each."""

from __future__ import annotations

import datetime

import attrs

from indru.model import (
    AgreementKind,
    AgreementStatus,
    MeetingFormat,
    MeetingStatus,
    ProcurementMode,
    ProcurementStatus,
)
from indru.values import DateSpan, Money, Quantity


@attrs.frozen(kw_only=True)
class GoldAgreement:
    """An agreement as gold has it: people, places and systems by name."""

    kind: AgreementKind
    status: AgreementStatus
    signed: DateSpan | None = None
    place: str | None = None
    parties: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    term: DateSpan | None = None
    quote: str | None = None


@attrs.frozen(kw_only=True)
class GoldMeeting:
    """A meeting as gold has it."""

    format: MeetingFormat
    status: MeetingStatus
    date: DateSpan | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    quote: str | None = None


@attrs.frozen(kw_only=True)
class GoldProcurement:
    """A procurement as gold has it."""

    system: str
    mode: ProcurementMode
    status: ProcurementStatus
    ordered: DateSpan | None = None
    quantity: Quantity | None = None
    value: Money | None = None
    quote: str | None = None


GoldRecord = GoldAgreement | GoldMeeting | GoldProcurement


@attrs.frozen(kw_only=True)
class GoldSource:
    """What the text says of itself."""

    publisher: str | None = None
    published: DateSpan | None = None
    place: str | None = None


@attrs.frozen(kw_only=True)
class GoldDocument:
    """A text and its records. `published` is the day that is known from outside, to hand to `parse`."""

    id: str
    text: str = attrs.field(repr=False)
    published: datetime.date | None = None
    source: GoldSource = GoldSource()
    agreements: tuple[GoldAgreement, ...] = ()
    meetings: tuple[GoldMeeting, ...] = ()
    procurements: tuple[GoldProcurement, ...] = ()
    systems: tuple[str, ...] = ()
