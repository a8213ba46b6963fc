"""Which date and which place belong to an event: each goes to the nearest event that can own it."""

from __future__ import annotations

from collections.abc import Sequence

from indru.knowledge.cues import CueKind
from indru.parse.drafts import Reading
from indru.parse.view import SentenceView
from indru.scan.mentions import Kind, Mention

_EVENTS = (CueKind.SEAL, CueKind.TALK, CueKind.VISIT, CueKind.SUPPLY)


def date_near(
    view: SentenceView, anchor: Mention, own: Sequence[Mention], *, future: bool, limit: int = 90
) -> Reading | None:
    """The date of an event: one that is nearer to the event's words than to those of another event."""
    rivals = [m for kind in _EVENTS for m in view.cues[kind] if m not in own]
    best: tuple[int, Mention] | None = None
    for date in view.by_kind[Kind.DATE]:
        mine = min(view.distance(m, date) for m in own)
        if mine > limit:
            continue
        theirs = min((view.distance(m, date) for m in rivals if view.same_clause(m, date)), default=10_000)
        if theirs + 15 < mine and not any(view.same_clause(m, date) for m in own):
            continue
        if best is None or mine < best[0]:
            best = (mine, date)
    if best is None:
        return None
    resolved = view.resolve(best[1], future=future or None)
    if resolved is None:
        return None
    value, basis = resolved
    return Reading("date", value, best[1].start, best[1].end, "date", basis)


_AT = ("in", "at", "near", "from", "to", "reached", "visiting", "for", "visit", "around")


def place_near(view: SentenceView, anchor: Mention, own: Sequence[Mention], limit: int = 110) -> Reading | None:
    """Where an event is: a place behind "in" or "at", near the event's words."""
    best: tuple[int, Mention] | None = None
    for place in [*view.by_kind[Kind.PLACE], *view.by_kind[Kind.COUNTRY]]:
        before = view.words(place.start - 12, place.start).replace(" the ", " ").split()
        if not before or before[-1] not in ("in", "at", "near"):
            continue
        mine = min(view.distance(m, place) for m in own) + (20 if place.kind is Kind.COUNTRY else 0)
        if mine <= limit and (best is None or mine < best[0]):
            best = (mine, place)
    if best is None:
        return None
    place = best[1]
    return Reading("place", place.value, place.start, place.end, f"{place.kind}:{place.value.id}")
