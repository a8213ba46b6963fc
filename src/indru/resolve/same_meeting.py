"""Whether two drafts tell of one meeting."""

from __future__ import annotations

from collections.abc import Sequence

from indru.parse.drafts import Draft
from indru.resolve.compatible import dates_agree, same_status, values


def same_meeting(group: Sequence[Draft], draft: Draft) -> int:
    """How well a draft fits a group of drafts of one meeting; 0 where it can't be the same."""
    if draft.get("format") not in values(group, "format"):
        return 0
    mine = {p.name for p in draft.all("participants")}
    theirs = {p.name for p in values(group, "participants")}  # type: ignore[attr-defined]
    if mine and theirs and not mine & theirs:
        return 0
    if not dates_agree(values(group, "date"), draft.all("date")):
        return 0
    places = {p.id for p in values(group, "place")}  # type: ignore[attr-defined]
    place = draft.get("place")
    if draft.get("format") == "visit" and mine != theirs:
        return 0
    if not same_status(group, draft):
        return 0
    return 1 + 2 * len(mine & theirs) + bool(place is not None and place.id in places)
