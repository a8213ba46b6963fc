"""What a sentence says of a procurement beside status and amounts: its sides, maker, site, delivery, kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indru.knowledge.cues import CueKind
from indru.parsing.drafts import Reading, read
from indru.parsing.targets import Target
from indru.parsing.view import SentenceView, country_of
from indru.scan.mentions import Kind, Mention

_MAKERS = frozenset({"company", "shipyard", "state corporation", "joint venture"})
_COMING = frozenset({"delivered", "arrived", "delivery", "begun", "begins", "ends", "delivering"})
_PLACED = re.compile(r"\b(?:at|in|near|from)(?: the| its)? $")


def read_particulars(view: SentenceView, target: Target, ordered: Reading | None) -> Iterator[Reading]:
    """The sides, the maker, the site, the date of delivery and the kind of thing, as far as the sentence says so."""
    yield from _sides(view, target.anchor)
    yield from _making(view, target.anchor)
    yield from _delivery(view, target.anchor, ordered)
    if target.here:
        yield from _description(view, target.named)


def _sides(view: SentenceView, anchor: Mention) -> Iterator[Reading]:
    """Russia and India by the nearest word for each: a country, a ministry, a service, a firm, a minister."""
    for field, country in (("supplier", "RUS"), ("recipient", "IND")):
        nearest = view.nearest(anchor, [m for m, state in view.countries() if state == country])
        if nearest is not None:
            yield read(field, country, nearest)


def _making(view: SentenceView, anchor: Mention) -> Iterator[Reading]:
    """The firm that makes or repairs it, and where: "built by Yantar at Kaliningrad", "assembled at Nashik by HAL"."""
    work = [m for m in view.cues[CueKind.MODE] if m.value.value != "lease" and view.distance(m, anchor) <= _REACH]
    if not work:
        return
    firms = [m for m in view.by_kind[Kind.ORGANISATION] if m.value.kind in _MAKERS and country_of(m) in ("RUS", "IND")]
    maker = min(firms, key=lambda m: min(view.distance(m, cue) for cue in work), default=None)
    if maker is not None and min(view.distance(maker, cue) for cue in work) <= _NEAR:
        yield read("maker", maker.value.name, maker)
    for place in view.by_kind[Kind.PLACE]:
        near = min(view.distance(place, cue) for cue in work) <= _NEAR
        if near and not place.value.government and _PLACED.search(view.words(place.start - 14, place.start)):
            yield read("site", place.value, place)
            return


_REACH = 120
_NEAR = 45
_DATE_NEAR = 70


def _delivery(view: SentenceView, anchor: Mention, ordered: Reading | None) -> Iterator[Reading]:
    """When it came or is to come: the date behind a word for delivery, unless it is that of the order."""
    coming = [m for m in view.cues[CueKind.SUPPLY] if m.value.value in _COMING and view.distance(m, anchor) <= _REACH]
    best: tuple[int, Mention] | None = None
    for date in view.by_kind[Kind.DATE]:
        if ordered is not None and date.start == ordered.start:
            continue
        gaps = [view.distance(cue, date) for cue in coming if view.same_clause(cue, date)]
        if gaps and min(gaps) <= _DATE_NEAR and (best is None or min(gaps) < best[0]):
            best = (min(gaps), date)
    resolved = view.resolve(best[1], future=None) if best is not None else None
    if best is not None and resolved is not None:
        yield Reading("delivery", resolved[0], best[1].start, best[1].end, "date", resolved[1])


def _description(view: SentenceView, named: Mention) -> Iterator[Reading]:
    """The words behind the name that say more than it does: "Ka-31 airborne early warning helicopters"."""
    behind = _WORDS.match(view.words(named.end, named.end + _LONGEST))
    if behind is None:
        return
    ends = [
        behind[0].rfind(f" {unit.replace('-', ' ')}") + len(unit) + 1 for unit in named.value.units if unit in behind[0]
    ]
    length = max((end for end in ends if end > 0), default=0)
    length += behind[0][length : length + 1] == "s"
    text = view.document.text[named.end + 1 : named.end + length]
    if " " in text:
        yield Reading("description", text, named.end + 1, named.end + length, "description")


_LONGEST = 70
_WORDS = re.compile(r"(?: (?!(?:and|or|of|for|in|to|from|with|on|by|that|which)\b)[a-z][a-z-]{0,20}){2,6}")
