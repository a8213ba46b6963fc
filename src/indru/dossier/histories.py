"""The steps in the life of an event, as its readings tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from indru.dossier.choosing import ORDER, reported_at
from indru.dossier.merged import Claim, Step
from indru.values import DateSpan

if TYPE_CHECKING:
    from indru.dossier.merged import MergedRecord

_DATED = {"signed": "signed", "contracted": "ordered", "delivered": "delivery", "held": "date", "scheduled": "date"}
"""The field that says when a status was reached."""


def history_of(merged: MergedRecord[Any]) -> tuple[Step, ...]:
    """The steps, in the order in which they were reported; each status once."""
    by_status: dict[str, list[Claim]] = {}
    for claim in merged.values.get("status", ()):
        by_status.setdefault(claim.value.value, []).append(claim)
    steps = [_step(merged, status, claims) for status, claims in by_status.items()]
    return tuple(sorted(steps, key=lambda step: (_day(step.reported), ORDER[step.status])))


def _step(merged: MergedRecord[Any], status: str, claims: list[Claim]) -> Step:
    claims = sorted(claims, key=lambda claim: (reported_at(claim), claim.reading))
    dated = [claim for claim in claims if reported_at(claim)]
    date = getattr(merged.record, _DATED[status]) if status in _DATED else None
    return Step(
        status=status,
        date=date,
        reported=dated[0].reported if dated else None,
        readings=tuple(dict.fromkeys(claim.reading for claim in claims)),
    )


def _day(reported: DateSpan | None) -> str:
    return reported.edtf if reported is not None else ""
