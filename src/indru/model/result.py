"""What a reading returns: the records of one document, and the problems met."""

from __future__ import annotations

import attrs

from indru.model.agreement import Agreement
from indru.model.meeting import Meeting
from indru.model.procurement import Procurement
from indru.model.source import Source
from indru.model.weapons import WeaponSystem
from indru.values import Evidence


@attrs.frozen(kw_only=True)
class Problem:
    """Something odd about a text that an analyst should know: `code` is stable, `message` is for people."""

    code: str
    message: str
    evidence: tuple[Evidence, ...] = ()


@attrs.frozen(kw_only=True)
class ParseResult:
    """The records of one document."""

    source: Source
    agreements: tuple[Agreement, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    procurements: tuple[Procurement, ...] = ()
    weapon_systems: tuple[WeaponSystem, ...] = ()
    problems: tuple[Problem, ...] = ()
