"""What meetings take from one another: talks on a visit are held where the visit is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from indru.parse.drafts import Draft, Reading
from indru.resolve.compatible import dates_agree, values
from indru.values import Basis

Group = list[Draft]
_SPECIFIC = ("commission", "two-plus-two", "summit", "multilateral", "call", "visit", "bilateral")


def settle_meetings(groups: Sequence[Group]) -> list[Group]:
    """The groups with the places and dates that follow from the visit on which a meeting was held."""
    groups = [sorted(group, key=lambda d: _SPECIFIC.index(str(d.get("format")))) for group in groups]
    visits = [group for group in groups if group[0].get("format") == "visit"]
    return [group if group in visits else _settled(group, visits) for group in groups]


def _settled(group: Group, visits: Sequence[Group]) -> Group:
    more: list[Reading] = []
    visit = next((v for v in visits if _is_on(group, v)), None)
    if not values(group, "place") and visit is not None and group[0].get("format") != "call":
        more.extend(_taken(visit, "place"))
    if not values(group, "date"):
        if visit is not None and values(group, "during"):
            more.extend(_taken(visit, "date"))
        if not more or more[-1].field != "date":
            more.extend(r._replace(field="date") for d in group for r in d.readings if r.field == "news-date")
    if not more:
        return group
    return [attrs.evolve(group[0], readings=(*group[0].readings, *more)), *group[1:]]


def _taken(group: Group, field: str) -> list[Reading]:
    """The most telling reading of a visit: a city before a country, days before a year."""
    readings = [r for d in group for r in d.readings if r.field == field]
    if field == "place":
        readings.sort(key=lambda r: r.rule.startswith("country"))
    return [r._replace(basis=Basis.RESOLVED) for r in readings[:1]]


def _is_on(group: Group, visit: Group) -> bool:
    """Whether a meeting can be part of a visit: the visitor takes part, and neither time nor status speaks against it."""
    guests = _names(visit)
    if not guests & _names(group):
        return False
    # Whoever has arrived may have his talks before him.
    if _status(group) != _status(visit) and (_status(group), _status(visit)) != ("scheduled", "held"):
        return False
    return dates_agree(values(group, "date"), values(visit, "date"))


def _status(group: Group) -> Any:
    firm = [d.get("status") for d in group if d.strength >= 3] or [d.get("status") for d in group]
    return firm[0]


def _names(group: Group) -> set[str]:
    return {p.name for p in values(group, "participants")}  # type: ignore[attr-defined]
