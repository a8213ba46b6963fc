"""Whether two drafts tell of one meeting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indru.parsing.drafts import Draft
from indru.parsing.view import country_code
from indru.resolve.compatible import closeness, dates_agree, values

_OF_HEADS = ("bilateral", "summit")
_SESSIONS = ("summit", "commission", "two-plus-two")


def same_meeting(group: Sequence[Draft], draft: Draft) -> int:
    """How well a draft fits a group of drafts of one meeting; 0 where it can't be the same."""
    mine, theirs = list(draft.all("participants")), [p for other in group for p in other.all("participants")]
    shared = {p.name for p in mine} & {p.name for p in theirs}
    if not _formats_agree(group, draft, shared) or not _status_agrees(group, draft):
        return 0
    if not dates_agree(values(group, "date"), draft.all("date")) or not _places_agree(group, draft):
        return 0
    if draft.get("format") == "visit" and not _visitors_agree(group, draft):
        return 0
    if mine and theirs and not (shared and _sides_agree(mine, theirs)):
        return 0
    if draft.weak and not shared:
        return closeness(group, draft)
    return 1 + 2 * len(shared) + bool(draft.get("place") in values(group, "place"))


def _formats_agree(group: Sequence[Draft], draft: Draft, shared: set[str]) -> bool:
    """Talks of the two heads are their summit, where the text has one; vague talks are their session."""
    formats = {str(value) for value in values(group, "format")}
    form = str(draft.get("format"))
    if form in formats:
        return True
    if formats | {form} <= set(_OF_HEADS):
        known = {p.name for other in group for p in other.all("participants")}
        return len(shared) == 2 or (draft.weak and form == "summit" and len(known) == 2)
    return draft.weak and form == "bilateral" and bool(shared) and bool(formats & set(_SESSIONS))


def _status_agrees(group: Sequence[Draft], draft: Draft) -> bool:
    """A noun without a verb leaves open whether its meeting is still to come."""
    if draft.strength < 3:
        return True
    firm = {d.get("status") for d in group if d.strength >= 3}
    return not firm or draft.get("status") in firm


def _sides_agree(mine: Sequence[Any], theirs: Sequence[Any]) -> bool:
    """Whether no side is led by different people in the two drafts."""
    for country in ("IND", "RUS"):
        one, two = ({p.name for p in side if country_code(p.country) == country} for side in (mine, theirs))
        if one and two and not one & two:
            return False
    return True


def _visitors_agree(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether the same state comes; a delegation without a name is no minister's visit."""
    known, said = set(values(group, "visitor")), set(draft.all("visitor"))
    named = [bool(d.all("participants")) for d in group if d.all("visitor")]
    return not (known and said) or (known == said and any(named) == bool(draft.all("participants")))


def _places_agree(group: Sequence[Draft], draft: Draft) -> bool:
    """A city lies in its country; a visit goes through several cities of one; other events keep to one city."""
    place = draft.get("place")
    if place is None:
        return True
    visit = draft.get("format") == "visit"
    for other in values(group, "place"):
        if _country(other) != _country(place):
            return False
        if not visit and _city(other) and _city(place) and _city(other) != _city(place):
            return False
    return True


def _country(place: Any) -> str:
    return country_code(str(getattr(place, "country", "") or place.id))


def _city(place: Any) -> str:
    """The city of a place or venue; empty for a country."""
    if not getattr(place, "country", ""):
        return ""
    return str(getattr(place, "city", "") or place.id)
