"""The records: what an analyst writes down after one reading of one document."""

from indru.model.agreement import Agreement, AgreementKind, AgreementStatus, Area, StatusChange
from indru.model.meeting import Meeting, MeetingFormat, MeetingStatus
from indru.model.people import Person, Place
from indru.model.procurement import Procurement, ProcurementMode, ProcurementStatus
from indru.model.record import Record
from indru.model.result import ParseResult, Problem
from indru.model.source import Source
from indru.model.weapons import WeaponCategory, WeaponSystem

RECORD_TYPES: tuple[type[Record], ...] = (Agreement, Meeting, Procurement, WeaponSystem, Source)

__all__ = [
    "RECORD_TYPES",
    "Agreement",
    "AgreementKind",
    "AgreementStatus",
    "Area",
    "Meeting",
    "MeetingFormat",
    "MeetingStatus",
    "ParseResult",
    "Person",
    "Place",
    "Problem",
    "Procurement",
    "ProcurementMode",
    "ProcurementStatus",
    "Record",
    "Source",
    "StatusChange",
    "WeaponCategory",
    "WeaponSystem",
]
