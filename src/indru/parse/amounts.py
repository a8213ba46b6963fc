"""How many and for how much: the numbers and sums of a procurement, each with the system that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indru.knowledge import SystemRow
from indru.knowledge.cues import CueKind
from indru.knowledge.measures import UnitKind
from indru.model import WeaponCategory
from indru.parse.drafts import Reading
from indru.parse.view import SentenceView
from indru.scan.mentions import Kind, Mention

_ANY_SYSTEM = frozenset({"unit", "system", "set", "kit", "machine", "piece", "platform", "weapon", "vehicle"})
_ALONE = re.compile(
    r" ?(?:more|others?|further ones|of (?:them|these|those)"
    r"|of the (?:type|kind|former|latter|aircraft|jets|tanks|machines)"
    r"|have|has|had|were|was|are|will|complete|in all|altogether|ready|under|which|came|come|from the)\b"
    r"|, (?:bought|ordered|delivered|built|acquired)\b"
)
_ORDERING = re.compile(r"(?:another|further|additional|order(?:ed)?|for|all|bought|numbering|wants?|get) (?:the )?$")
_EARLIER = re.compile(r"\b(?:earlier|previous|other|existing)\b")
_VALUE_REACH = 180


def fits(m: Mention, system: SystemRow) -> bool:
    """Whether a number counts such a system by its unit."""
    unit = m.value.quantity.unit
    return unit is not None and (
        unit in system.units
        or unit in _ANY_SYSTEM
        or unit in _ROUNDS.get(system.category, ())
        or (unit in _FORMATIONS and system.units != ())
    )


_FORMATIONS = frozenset({"squadron", "regiment", "battalion", "battery", "brigade", "division", "flight-unit"})
_ROUNDS = {WeaponCategory.AIR_DEFENCE: ("missile",)}
"""What a system is refilled with: "288 missiles for the S-400"."""


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
            if part:
                yield Reading(part, m.value.quantity, m.start, m.end, f"part:{part}")
        elif whole is None or price < whole[0]:
            whole = (price, m)
    if whole is not None:
        m = whole[1]
        yield Reading("quantity", m.value.quantity, m.start, m.end, "quantity")


_ORDINAL = re.compile(r" ?[|.)]")
_APART = re.compile(r"[,:;]|\b(?:and|or)\b")


def _number_price(view: SentenceView, m: Mention, anchor: Mention, system: SystemRow) -> int | None:
    """How far a number is from a system that it may count; None where it counts something else."""
    number_end: int = m.value.number_end
    if _EARLIER.search(view.words(number_end, number_end + 12)):
        return None
    if view.words(m.start - 6, m.start) == "other ":
        return None
    if m.start == view.start and _ORDINAL.match(view.words(number_end, number_end + 2)):
        return None
    if m is anchor:
        return 0
    gap = anchor.start - number_end
    if 0 <= gap <= 40 and m.value.kind in (None, *_ARMS) and not _counts_paper(view, anchor):
        between = view.words(number_end, anchor.start)
        if not _APART.search(between) and not _named_between(view, number_end, anchor.start):
            return gap
    if fits(m, system) or _is_whole(view, m) or (m.value.quantity.unit is None and _part_cue(view, m, 12)):
        rivals = [view.distance(m, other) for other in view.by_kind[Kind.SYSTEM] if other is not anchor]
        mine = view.distance(m, anchor)
        return mine + 30 if mine <= min(rivals, default=mine) else None
    return None


_ARMS = (UnitKind.ARMS, UnitKind.FORMATION)


def _counts_paper(view: SentenceView, system: Mention) -> bool:
    """Whether the name only describes a noun behind it: "three Su-57 options", "two S-400 deals"."""
    nouns = [*view.cues[CueKind.PAPER], *(m for m in view.cues[CueKind.SUPPLY] if m.value.value in ("proposed", ""))]
    return any(0 <= m.start - system.end <= 1 and view.words(m.end - 1, m.end) == "s" for m in nouns)


_WHOLE = re.compile(r"(?: [\w-]+){0,3} of (?:the |its |a total of |all )?")
_THESE = re.compile(r" of (?:these|those|which|the latter|the former)\b")


def _part(view: SentenceView, m: Mention) -> str | None:
    """The field that a number of a part belongs to; empty where it says neither come nor still to come.

    "Three of the five have come", "of 310, 80 have been shipped", "the last two".
    """
    reach = 60 if (inside := _is_part(view, m)) else 25
    best = _part_cue(view, m, reach)
    if best is not None and not _is_whole(view, m):
        return str(best.value.value)
    return "" if inside else None


def _part_cue(view: SentenceView, m: Mention, reach: int) -> Mention | None:
    """The words beside a number that tell of a part: "have come", "the last two"."""
    parts = [c for c in view.cues[CueKind.PART] if view.same_clause(c, m) and view.distance(c, m) <= reach]
    return view.nearest(m, parts)


def _is_part(view: SentenceView, m: Mention) -> bool:
    """Whether a number is told as one of a larger: "three of the five squadrons", "two dozen of these"."""
    end = m.value.number_end
    if _THESE.match(view.words(end, end + 20)):
        return True
    if any(_WHOLE.fullmatch(view.words(end, other.value.number_start)) for other in _near(view, m, 1)):
        return True
    start = m.start
    return any(
        _OF.search(view.words(view.start, other.value.number_start))
        and _THEN.fullmatch(view.words(other.value.number_end, start))
        for other in _near(view, m, -1)
    )


_OF = re.compile(r"\bof (?:the |its |these )?$")
_THEN = re.compile(r"(?: [\w'-]+){0,4},(?: [\w'-]+){0,3} ")


def _is_whole(view: SentenceView, m: Mention) -> bool:
    """Whether a number is the whole that another one is a part of."""
    start = m.value.number_start
    return any(_WHOLE.fullmatch(view.words(other.value.number_end, start)) for other in _near(view, m, -1))


def _near(view: SentenceView, m: Mention, side: int) -> list[Mention]:
    """The numbers shortly behind (1) or before (-1) a number."""
    return [n for n in view.by_kind[Kind.NUMBER] if 0 < side * (n.value.number_start - m.value.number_start) <= 60]


def _named_between(view: SentenceView, start: int, end: int) -> bool:
    return any(start <= m.start < end for m in view.by_kind[Kind.SYSTEM])


def read_value(view: SentenceView, anchor: Mention) -> Iterator[Reading]:
    """The sum of money that is nearer to this system than to another, and is the price of the deal."""
    best: tuple[int, Mention] | None = None
    for m in view.by_kind[Kind.MONEY]:
        if not _is_price(view, m):
            continue
        mine = view.distance(m, anchor)
        rivals = [view.distance(m, other) for other in view.by_kind[Kind.SYSTEM] if other is not anchor]
        if mine <= _VALUE_REACH and mine <= min(rivals, default=mine) and (best is None or mine < best[0]):
            best = (mine, m)
    if best is not None:
        m = best[1]
        yield Reading("value", m.value.money, m.start, m.end, "money")


_EACH = re.compile(r" (?:for )?(?:each|apiece|a piece|per)\b")


def _is_price(view: SentenceView, m: Mention) -> bool:
    """Whether a sum can be a price: no unit price, no further demand ("another $1.2 billion"), no advance."""
    if m.value.each or _EACH.match(view.words(m.end, m.end + 12)):
        return False
    if any(view.distance(m, more) <= 3 for more in view.cues[CueKind.MORE]):
        return False
    words = [c for c in view.cues[CueKind.PRICE] if view.same_clause(c, m) and view.distance(c, m) <= 30]
    nearest = view.nearest(m, words)
    return nearest is None or nearest.value.value == "price"
