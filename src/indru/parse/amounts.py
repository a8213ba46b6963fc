"""How many, for how much, ordered when: the values of a procurement, each with the system that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indru.knowledge import SystemRow
from indru.knowledge.cues import CueKind
from indru.parse.drafts import Reading
from indru.parse.view import SentenceView
from indru.scan.mentions import Kind, Mention
from indru.knowledge.measures import UnitKind

_ANY_SYSTEM = frozenset({"unit", "system", "set", "kit", "machine", "piece", "platform", "weapon", "vehicle"})
_ALONE = re.compile(
    r" ?(?:more|others?|of (?:them|these|those|the (?:type|kind|former|latter|aircraft|jets|tanks|machines))"
    r"|have|has|had|were|was|are|will|complete|in all|altogether|ready|under|which|came|come)\b"
)
_ORDERING = re.compile(r"(?:another|further|additional|order(?:ed)?|for|all|bought|numbering|wants?|get) (?:the )?$")
_EARLIER = re.compile(r"\b(?:earlier|previous|other|existing|such)\b")
_VALUE_REACH = 180


def fits(m: Mention, system: SystemRow) -> bool:
    """Whether a number counts such a system by its unit."""
    unit = m.value.quantity.unit
    return unit is not None and (
        unit in system.units or unit in _ANY_SYSTEM or (m.value.kind is UnitKind.FORMATION and system.units != ())
    )


def stands_alone(view: SentenceView, m: Mention) -> bool:
    """Whether a bare number counts what was spoken of: "29 more", "nine of them", "another 48"."""
    return m.value.quantity.unit is None and bool(
        _ALONE.match(view.words(m.value.number_end, m.value.number_end + 25))
        or _ORDERING.search(view.words(m.value.number_start - 16, m.value.number_start))
    )


def read_quantity(view: SentenceView, anchor: Mention, system: SystemRow) -> Iterator[Reading]:
    """The number before the name, or one near it in a unit of the system; parts of a whole go to their own fields."""
    whole: tuple[int, Mention] | None = None
    for m in view.by_kind[Kind.NUMBER]:
        price = _number_price(view, m, anchor, system)
        if price is None or price > 110:
            continue
        part = _part(view, m)
        if part is not None:
            yield Reading(part, m.value.quantity, m.start, m.end, f"part:{part}")
        elif whole is None or price < whole[0]:
            whole = (price, m)
    if whole is not None:
        m = whole[1]
        yield Reading("quantity", m.value.quantity, m.start, m.end, "quantity")


def _number_price(view: SentenceView, m: Mention, anchor: Mention, system: SystemRow) -> int | None:
    """How far a number is from a system that it may count; None where it counts something else."""
    number_end: int = m.value.number_end
    if _EARLIER.search(view.words(number_end, number_end + 12)):
        return None
    if m is anchor:
        return 0
    gap = anchor.start - number_end
    if 0 <= gap <= 40 and not _named_between(view, number_end, anchor.start) and m.value.kind in (None, *_ARMS):
        return gap
    if fits(m, system):
        rivals = [view.distance(m, other) for other in view.by_kind[Kind.SYSTEM] if other is not anchor]
        mine = view.distance(m, anchor)
        return mine + 30 if mine <= min(rivals, default=mine) else None
    return None


_ARMS = (UnitKind.ARMS, UnitKind.FORMATION)


def _part(view: SentenceView, m: Mention) -> str | None:
    """Whether the text says that the number is of those delivered, or of those still to come."""
    parts = [c for c in view.cues[CueKind.PART] if view.same_clause(c, m) and view.distance(c, m) <= 25]
    best = view.nearest(m, parts)
    return best.value.value if best is not None else None


def _named_between(view: SentenceView, start: int, end: int) -> bool:
    return any(start <= m.start < end for m in view.by_kind[Kind.SYSTEM])


def read_value(view: SentenceView, anchor: Mention) -> Iterator[Reading]:
    """The sum of money that is nearer to this system than to another, and is no further sum or unit price."""
    best: tuple[int, Mention] | None = None
    for m in view.by_kind[Kind.MONEY]:
        if m.value.each or any(view.distance(m, more) <= 3 for more in view.cues[CueKind.MORE]):
            continue
        mine = view.distance(m, anchor)
        rivals = [view.distance(m, other) for other in view.by_kind[Kind.SYSTEM] if other is not anchor]
        if mine <= _VALUE_REACH and mine <= min(rivals, default=mine) and (best is None or mine < best[0]):
            best = (mine, m)
    if best is not None:
        m = best[1]
        yield Reading("value", m.value.money, m.start, m.end, "money")


def read_ordered(view: SentenceView, anchor: Mention) -> Iterator[Reading]:
    """The date of the order: one beside the words for ordering or signing, and not beside those for delivery."""
    own = [m for m in view.cues[CueKind.SEAL] if m.value.value == "signed"]
    own.extend(m for m in view.cues[CueKind.SUPPLY] if m.value.value in ("contracted", "bought"))
    own.extend(m for m in view.cues[CueKind.PAPER] if m.value.value in ("contract", "intergovernmental-agreement"))
    rivals = [m for m in view.cues[CueKind.SUPPLY] if m.value.value in ("delivered", "delivering")]
    best: tuple[int, Mention] | None = None
    for date in view.by_kind[Kind.DATE]:
        mine = min((view.distance(m, date) for m in own), default=10_000)
        theirs = min((view.distance(m, date) for m in rivals), default=10_000)
        price = mine + view.distance(date, anchor) // 2
        if mine <= 70 and mine <= theirs and (best is None or price < best[0]):
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
