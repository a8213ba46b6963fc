"""When something was ordered: the date beside the words for ordering or signing, and not beside those for delivery."""

from __future__ import annotations

from collections.abc import Iterator

from indru.knowledge.cues import CueKind
from indru.parse.drafts import Reading
from indru.parse.view import SentenceView
from indru.scan.mentions import Kind, Mention

_REACH = 70


def read_ordered(view: SentenceView, anchor: Mention) -> Iterator[Reading]:
    """The date of the order: "ordered in 2018", "under a contract of February 2001", or the one that heads the line."""
    own = _ordering(view)
    rivals = [m for m in view.cues[CueKind.SUPPLY] if m.value.value in ("delivered", "delivering", "begun", "proposed")]
    best: tuple[int, Mention] | None = None
    for date in view.by_kind[Kind.DATE]:
        mine = min((_gap(view, m, date) for m in own), default=10_000)
        theirs = min((_gap(view, m, date) for m in rivals), default=10_000)
        price = mine + view.distance(date, anchor) // 2 + (40 if _taken(view, date, anchor) else 0)
        if mine <= _REACH and mine <= theirs and (best is None or price < best[0]):
            best = (price, date)
    chosen = best[1] if best is not None else view.lead if own else None
    if chosen is None:
        return
    resolved = view.resolve(chosen, future=None)
    if resolved is None:
        return
    earliest = resolved[0].earliest
    if earliest is None or view.reference is None or earliest <= view.reference:
        yield Reading("ordered", resolved[0], chosen.start, chosen.end, "date", resolved[1])


def _gap(view: SentenceView, cue: Mention, date: Mention) -> int:
    """How far a date is from a verb; it belongs rather to the one before it: "concluded in 2008, 80 were shipped"."""
    return view.distance(cue, date) + (0 if date.start > cue.start else 15)


def _ordering(view: SentenceView) -> list[Mention]:
    """The words for ordering, buying, leasing and signing; a contract before the agreement that it rests on."""
    papers = [m for m in view.cues[CueKind.PAPER] if m.value.value in ("contract", "deal")]
    frames = [m for m in view.cues[CueKind.PAPER] if m.value.value == "intergovernmental-agreement"]
    own = [m for m in view.cues[CueKind.SEAL] if m.value.value == "signed"]
    if papers and frames:
        own = [m for m in own if view.nearest(m, [*papers, *frames]) in papers]
    own.extend(m for m in view.cues[CueKind.SUPPLY] if m.value.value in ("contracted", "bought"))
    own.extend(m for m in view.cues[CueKind.MODE] if m.value.value == "lease")
    own.extend(papers or frames)
    return own


def _taken(view: SentenceView, date: Mention, anchor: Mention) -> bool:
    """Whether another number stands right before a date: "80 under a contract of 2008 and 71 under another"."""
    if date.start > anchor.start:
        return False
    return any(m.end <= date.start and m is not anchor for m in view.by_kind[Kind.NUMBER])
