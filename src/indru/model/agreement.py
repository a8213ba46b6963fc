"""Agreements: treaties, pacts, contracts, protocols, memoranda, programmes, declarations."""

from __future__ import annotations

from enum import StrEnum

import attrs

from indru.model.people import Person, Place
from indru.model.record import Record
from indru.model.weapons import WeaponSystem
from indru.values import DateSpan


class AgreementKind(StrEnum):
    TREATY = "treaty"
    INTERGOVERNMENTAL_AGREEMENT = "intergovernmental-agreement"
    CONTRACT = "contract"
    MEMORANDUM = "memorandum"
    PROTOCOL = "protocol"
    PROGRAMME = "programme"
    DECLARATION = "declaration"
    AGREEMENT = "agreement"


class AgreementStatus(StrEnum):
    PROPOSED = "proposed"
    SIGNED = "signed"
    RATIFIED = "ratified"
    IN_FORCE = "in-force"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


class Area(StrEnum):
    """The fields that a defence cooperation agreement covers, as DCAD codes them."""

    POLICY = "policy-coordination"
    EXERCISES = "exercises"
    EDUCATION = "education-and-exchange"
    RESEARCH = "research-and-development"
    WEAPONS_PROGRAMMES = "joint-weapons-programmes"
    PROCUREMENT = "procurement"
    WORKING_GROUPS = "working-groups"
    CLASSIFIED_INFORMATION = "classified-information"
    LOGISTICS = "logistics"
    PEACEKEEPING = "peacekeeping"


@attrs.frozen(kw_only=True)
class StatusChange:
    """One step in the life of an agreement: what it became, when, and by which body (a chamber of parliament, say)."""

    status: AgreementStatus
    date: DateSpan | None = None
    body: str | None = None


@attrs.frozen(kw_only=True)
class Agreement(Record):
    """A treaty, pact, contract, protocol, memorandum, programme or declaration that the text tells apart."""

    kind: AgreementKind
    status: AgreementStatus
    title: str | None = None
    signed: DateSpan | None = None
    place: Place | None = None
    parties: tuple[str, ...] = ()
    signatories: tuple[Person, ...] = ()
    systems: tuple[WeaponSystem, ...] = ()
    term: DateSpan | None = None
    count: int | None = None
    areas: tuple[Area, ...] = ()
    amends: str | None = None
    extends: str | None = None
    implements: str | None = None
    history: tuple[StatusChange, ...] = ()
