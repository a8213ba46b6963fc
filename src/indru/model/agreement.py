"""Agreements: treaties, pacts, contracts, protocols, memoranda, programmes, declarations."""

from __future__ import annotations

from enum import StrEnum

import attrs

from indru.model.people import Person, Place
from indru.model.record import Record
from indru.model.weapons import WeaponSystem
from indru.values import DateSpan
from indru.values.checks import a, countries, optional, optional_ordinal, optional_text, tuple_of


class AgreementKind(StrEnum):
    """What sort of paper an agreement is."""

    TREATY = "treaty"
    INTERGOVERNMENTAL_AGREEMENT = "intergovernmental-agreement"
    CONTRACT = "contract"
    """A "deal" to buy or make equipment too."""
    MEMORANDUM = "memorandum"
    PROTOCOL = "protocol"
    PROGRAMME = "programme"
    DECLARATION = "declaration"
    """Joint statements included."""
    AGREEMENT = "agreement"
    """Anything else, or several at once."""


class AgreementStatus(StrEnum):
    """How far an agreement has got, at the furthest that the text says."""

    PROPOSED = "proposed"
    """Talked of, sought, planned, expected, under negotiation."""
    SIGNED = "signed"
    """Concluded, inked, sealed."""
    RATIFIED = "ratified"
    """Approved by parliament."""
    IN_FORCE = "in-force"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    """Suspended and shelved ones included."""


class Area(StrEnum):
    """The fields that a defence cooperation agreement covers, as DCAD codes them."""

    POLICY = "policy-coordination"
    """Mutual consultation on defence policy."""
    EXERCISES = "exercises"
    EDUCATION = "education-and-exchange"
    """Training, schooling, exchange of personnel."""
    RESEARCH = "research-and-development"
    WEAPONS_PROGRAMMES = "joint-weapons-programmes"
    PROCUREMENT = "procurement"
    WORKING_GROUPS = "working-groups"
    CLASSIFIED_INFORMATION = "classified-information"
    LOGISTICS = "logistics"
    PEACEKEEPING = "peacekeeping"


@attrs.frozen(kw_only=True)
class StatusChange:
    """One step in the life of an agreement: what it became, when, and by which body (a chamber, say).

    >>> StatusChange(status=AgreementStatus.RATIFIED, date=DateSpan("2025-12"), body="State Duma").body
    'State Duma'
    """

    status: AgreementStatus = attrs.field(validator=a(AgreementStatus))
    date: DateSpan | None = attrs.field(default=None, validator=optional(DateSpan))
    body: str | None = attrs.field(default=None, validator=optional_text)

    def __str__(self) -> str:
        return self.status.value if self.date is None else f"{self.status.value} {self.date}"


@attrs.frozen(kw_only=True, repr=False)
class Agreement(Record):
    """A treaty, pact, contract, protocol, memorandum, programme or declaration that the text tells apart.

    Attributes:
        signed: When it was signed, or is to be.
        parties: The countries, ISO 3166-1 alpha-3.
        signatories: Who signed it, or oversaw the signing.
        systems: The equipment it is about.
        term: From when to when it runs: `2021/2031`, `2021/..`.
        count: How many papers it stands for, where the text only counts them ("10 agreements").
        areas: What it covers.
        amends: The title of the agreement that this one changes; `extends` and `implements` likewise.
        history: The steps in its life, in the order of the text.
    """

    kind: AgreementKind = attrs.field(validator=a(AgreementKind))
    status: AgreementStatus = attrs.field(validator=a(AgreementStatus))
    title: str | None = attrs.field(default=None, validator=optional_text)
    signed: DateSpan | None = attrs.field(default=None, validator=optional(DateSpan))
    place: Place | None = attrs.field(default=None, validator=optional(Place))
    parties: tuple[str, ...] = attrs.field(default=(), validator=countries)
    signatories: tuple[Person, ...] = attrs.field(default=(), validator=tuple_of(Person))
    systems: tuple[WeaponSystem, ...] = attrs.field(default=(), validator=tuple_of(WeaponSystem))
    term: DateSpan | None = attrs.field(default=None, validator=optional(DateSpan))
    count: int | None = attrs.field(default=None, validator=optional_ordinal)
    areas: tuple[Area, ...] = attrs.field(default=(), validator=tuple_of(Area))
    amends: str | None = attrs.field(default=None, validator=optional_text)
    extends: str | None = attrs.field(default=None, validator=optional_text)
    implements: str | None = attrs.field(default=None, validator=optional_text)
    history: tuple[StatusChange, ...] = attrs.field(default=(), validator=tuple_of(StatusChange))
