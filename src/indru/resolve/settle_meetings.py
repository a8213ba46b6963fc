"""What meetings take from one another: talks on a visit are held where the visit is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from indru.parsing.drafts import Draft, Reading
from indru.parsing.view import country_code
from indru.resolve.compatible import dates_agree, values
from indru.values import Basis, DateSpan

Group = list[Draft]
_SPECIFIC = ("commission", "two-plus-two", "summit", "multilateral", "call", "visit", "bilateral")
_STAY = 7
"""So many days after his arrival a visitor is taken to be there still, where the text doesn't say."""


def settle_meetings(groups: Sequence[Group]) -> list[Group]:
    """The groups with the places, dates and people that follow from the visits and the other meetings of a text."""
    groups = [_in_order(group) for group in groups]
    visits = [group for group in groups if _format(group) == "visit"]
    settled = [group if _format(group) == "visit" else _settled(group, visits) for group in groups]
    return [group if values(group, "place") else _beside_others(group, settled) for group in settled]


def _in_order(group: Group) -> Group:
    """The drafts with the most telling format first; what is told of a visit goes before what follows for it."""
    group = sorted(group, key=lambda d: _SPECIFIC.index(str(d.get("format"))))
    told = [r for d in group for r in d.readings if r.field == "place" and not r.rule.endswith("scene")]
    if _format(group) != "visit" or not told:
        return group
    cities = {_id(r.value) for r in told if not r.rule.startswith("country")}
    countries = [r for r in told if r.rule.startswith("country")]
    dropped = [r for r in told if r not in countries] if len(cities) > 1 and countries else []
    kept = [r for r in told if r not in dropped]
    return [attrs.evolve(d, readings=tuple(r for r in d.readings if r.field != "place" or r in kept)) for d in group]


def _settled(group: Group, visits: Sequence[Group]) -> Group:
    more: list[Reading] = []
    visit = next((v for v in visits if _is_on(group, v)), None)
    if not values(group, "date"):
        during = _taken(visit, "date") if visit is not None and values(group, "during") else []
        more += during or [r._replace(field="date") for d in group for r in d.readings if r.field == "day"][:1]
    if not values(group, "place") and _format(group) != "call":
        if visit is None and not values(group, "date"):
            visit = next((v for v in visits if _is_of_party(group, v)), None)
        scenes = [r._replace(field="place") for d in group for r in d.readings if r.field == "scene"][:1]
        more += _taken(visit, "place") if visit is not None else scenes
    return _with(group, more)


def _with(group: Group, more: Sequence[Reading]) -> Group:
    return [attrs.evolve(group[0], readings=(*group[0].readings, *more)), *group[1:]] if more else group


def _taken(group: Group, field: str) -> list[Reading]:
    """The most telling reading of a visit: a city before a country."""
    readings = [r for d in group for r in d.readings if r.field == field]
    if field == "place":
        readings.sort(key=lambda r: r.rule.startswith("country"))
    return [r._replace(basis=Basis.RESOLVED) for r in readings[:1]]


def _is_on(group: Group, visit: Group) -> bool:
    """Whether a meeting can be part of a visit: the visitor takes part, and time and status allow it."""
    # Whoever has arrived may have his talks before him.
    if _status(group) != _status(visit) and (_status(group), _status(visit)) != ("scheduled", "held"):
        return False
    if not _names(visit) & _names(group):
        return False
    return all(_stays(day, other) for day in values(visit, "date") for other in values(group, "date"))


def _stays(visit: object, date: object) -> bool:
    """Whether a date lies within a visit, of which often only the first day is told."""
    if dates_agree([visit], [date]):
        return True
    if not isinstance(visit, DateSpan) or not isinstance(date, DateSpan) or len(visit.edtf) != 10:
        return False
    if visit.earliest is None or date.earliest is None:
        return False
    return 0 <= date.earliest.toordinal() - visit.earliest.toordinal() <= _STAY


def _is_of_party(group: Group, visit: Group) -> bool:
    """Whether talks are of somebody who may have come with the visitor: undated ones of his country, in his time."""
    guests, dates = values(visit, "visitor"), values(visit, "date")
    if not any(isinstance(day, DateSpan) and len(day.edtf) >= len("2020-06-22") for day in dates):
        return False
    sides = {country_code(p.country) for p in values(group, "participants")}  # type: ignore[attr-defined]
    return (
        _format(group) == "bilateral"
        and _status(group) == _status(visit) == "held"
        and len(sides) == 2
        and set(guests) <= sides
    )


def _beside_others(group: Group, groups: Sequence[Group]) -> Group:
    """The place of another meeting of the same people on the same day."""
    dates = values(group, "date")
    for other in groups:
        if other is group or _format(other) in ("visit", "call") or not values(other, "place") or not dates:
            continue
        same = set(map(str, dates)) & set(map(str, values(other, "date")))
        if same and _names(group) & _names(other) and _status(group) == _status(other):
            return _with(group, _taken(other, "place"))
    return group


def _format(group: Group) -> str:
    return str(group[0].get("format"))


def _status(group: Group) -> Any:
    firm = [d.get("status") for d in group if d.strength >= 3] or [d.get("status") for d in group]
    return firm[0]


def _names(group: Group) -> set[str]:
    return {p.name for p in values(group, "participants")}  # type: ignore[attr-defined]


def _id(place: Any) -> str:
    return str(getattr(place, "city", "") or place.id)
