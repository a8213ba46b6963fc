"""How many and for how much: the numbers and sums of a procurement, each with the system that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from indru.knowledge import SystemRow
from indru.knowledge.cues import CueKind
from indru.knowledge.measures import UnitKind
from indru.model import WeaponCategory
from indru.parsing.drafts import Reading
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind, Mention
from indru.values import Qualifier, Quantity

_ANY_SYSTEM = frozenset(
    {"unit", "system", "set", "kit", "machine", "piece", "platform", "weapon", "vehicle", "set-of-things"}
)
_ALONE = re.compile(
    r" ?(?:more|others?|further ones|of (?:them|these|those)"
    r"|of the (?:type|kind|former|latter|aircraft|jets|tanks|machines)"
    r"|have|has|had|were|was|are|will|complete|in all|altogether|ready"
    r"|under|which|that|ordered|contracted|came|come|from the)\b"
    r"|, (?:bought|ordered|delivered|built|acquired)\b"
)
_ORDERING = re.compile(
    r"(?:another|further|additional|order(?:ed)?|for|all|bought|numbering|wants?|get|out of) (?:the )?$"
)
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
        or (_ORDERING.search(view.words(m.value.number_start - 16, m.value.number_start)) and not _counts_noun(view, m))
    )


def _number(view: SentenceView, m: Mention) -> Quantity:
    """The number, without a hedge whose word belongs to a verb or a noun: "handed over 35,000", "talks about two"."""
    quantity: Quantity = m.value.quantity
    taken = any(
        c.start < m.start < c.end for kind in (CueKind.SUPPLY, CueKind.SEAL, CueKind.PART) for c in view.cues[kind]
    )
    return attrs.evolve(quantity, qualifier=Qualifier.EXACT) if taken else quantity


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
                yield Reading(part, _number(view, m), m.start, m.end, f"part:{part}")
        elif whole is None or price < whole[0]:
            whole = (price, m)
    if whole is not None:
        m = whole[1]
        yield Reading("quantity", _number(view, m), m.start, m.end, "quantity")


_MOST = 50_000_000
_ORDINAL = re.compile(r" ?[|.)]")
_APART = re.compile(r"[,:;]|\b(?:and|or)\b")


def _number_price(view: SentenceView, m: Mention, anchor: Mention, system: SystemRow) -> int | None:
    """How far a number is from a system that it may count; None where it counts something else."""
    number_end: int = m.value.number_end
    if m.value.quantity.number > _MOST:
        return None  # "2,095 crore" is a sum.
    if _EARLIER.search(view.words(number_end, number_end + 12)):
        return None
    if view.words(m.start - 8, m.start).endswith((" other ", "(other ", "all but ")):
        return None
    if m.start == view.start and _ORDINAL.match(view.words(number_end, number_end + 2)):
        return None
    if m is anchor:
        return 0
    if m.value.quantity.number == 1:
        return None  # "One more submarine" and "a helicopter" tell of no number.
    gap = anchor.start - number_end
    if 0 <= gap <= 40 and m.value.kind in (None, *_ARMS) and not _counts_paper(view, anchor):
        between = view.words(number_end, anchor.start)
        if not _APART.search(between) and not _named_between(view, number_end, anchor.start):
            return gap
    bare = m.value.quantity.unit is None and not _counts_noun(view, m)
    if fits(m, system) or (bare and (_is_whole(view, m) or _part_cue(view, m, 12))):
        rivals = [view.distance(m, other) for other in view.by_kind[Kind.SYSTEM] if other is not anchor]
        mine = view.distance(m, anchor)
        return mine + 30 if mine <= min(rivals, default=mine) else None
    return None


_FUNCTION = (
    "of out have has had were was are is will would to in on by for from and but that which ordered bought contracted"
    " delivered more already now so complete due at under with"
)
_NOUN = re.compile(rf" (?!(?:{_FUNCTION.replace(' ', '|')})\b)[a-z]")


def _counts_noun(view: SentenceView, m: Mention) -> bool:
    """Whether a bare number stands before a noun that is no unit: "seven of its eight boilers"."""
    end: int = m.value.number_end
    named = any(other.start == end + 1 for other in view.by_kind[Kind.SYSTEM])
    return not named and bool(_NOUN.match(view.document.text[end : end + 12]))  # "42 MKIs" are no noun.


_ARMS = (UnitKind.ARMS, UnitKind.FORMATION)


def _counts_paper(view: SentenceView, system: Mention) -> bool:
    """Whether the name only describes a noun behind it: "three Su-57 options", "two S-400 deals"."""
    nouns = [
        *view.cues[CueKind.PAPER],
        *(m for m in view.cues[CueKind.SUPPLY] if m.value.value in ("proposed", "", "delivery")),
    ]
    return any(0 <= m.start - system.end <= 1 and view.words(m.end - 1, m.end) == "s" for m in nouns)


_WHOLE = re.compile(r"(?: [\w-]+){0,3} (?:out )?of (?:the |its |a total of |all )?")
_THESE = re.compile(r" of (?:these|those|which|the latter|the former)\b")
_THEM = re.compile(r" of them\b")


def _part(view: SentenceView, m: Mention) -> str | None:
    """The field that a number of a part belongs to; empty where it says neither come nor still to come.

    "Three of the five have come", "of 310, 80 have been shipped", "the last two".
    """
    if _SOME.search(view.words(m.start - 12, m.start)) and not _ordered(view, m):
        return "delivered" if _come(view, m) else ""
    reach = 60 if (inside := is_part(view, m)) else 25
    best = _part_cue(view, m, reach)
    if best is not None and not _is_whole(view, m):
        return str(best.value.value)
    if not inside:
        return None
    return "delivered" if _come(view, m) else ""


_SOME = re.compile(r"\b(?:first|including) $")


def _ordered(view: SentenceView, m: Mention) -> bool:
    """Whether the clause of a number tells of an order: "the first 70,000 were bought off the shelf"."""
    return any(c.value.value in ("bought", "contracted") and view.same_clause(c, m) for c in view.cues[CueKind.SUPPLY])


def _come(view: SentenceView, m: Mention) -> bool:
    """Whether the sentence tells of a number that they have come: "the first eight are already with a squadron"."""
    words = [c for c in view.cues[CueKind.SUPPLY] if c.value.value in ("delivered", "arrived")]
    nearest = view.nearest(m, words, limit=140)
    return nearest is not None and not view.modality(nearest) & {"planned", "negated", "conditional"}


_RELATIVE = 14
"""The characters of "that are" and the like between a number and what it says of a part."""


def _part_cue(view: SentenceView, m: Mention, reach: int) -> Mention | None:
    """The words beside a number that tell of a part: "have come", "the last two"."""
    parts = [
        c
        for c in view.cues[CueKind.PART]
        if (view.same_clause(c, m) and view.distance(c, m) <= reach) or 0 <= c.start - m.end <= _RELATIVE
    ]
    best = view.nearest(m, parts)
    if best is None:
        return None
    mine = [n for n in view.by_kind[Kind.NUMBER] if n is m or not _is_its_whole(view, m, n)]
    return best if view.nearest(best, mine) is m else None


def _is_its_whole(view: SentenceView, m: Mention, whole: Mention) -> bool:
    """Whether a number right behind one is its whole: "three of the five that were ordered have come"."""
    return bool(_WHOLE.fullmatch(view.words(m.value.number_end, whole.value.number_start)))


def is_part(view: SentenceView, m: Mention) -> bool:
    """Whether a number is told as one of a larger: "three of the five squadrons", "two dozen of these"."""
    end = m.value.number_end
    if _THESE.match(view.words(end, end + 20)) and any(n.start < m.start for n in view.by_kind[Kind.NUMBER]):
        return True
    if _THEM.match(view.words(end, end + 9)) and _come(view, m):
        return True  # "Russia delivered three of them": of those that a sentence before tells of
    if any(_WHOLE.fullmatch(view.words(end, other.value.number_start)) for other in _near(view, m, 1)):
        return True
    if _is_summand(view, m):
        return True
    start = m.start
    return any(
        _OF.search(view.words(view.start, other.value.number_start))
        and _THEN.fullmatch(view.words(other.value.number_end, start))
        for other in _near(view, m, -1)
    )


_OF = re.compile(r"(?:^|[,;(] )of (?:the |its |these )?$")
_THEN = re.compile(r"(?: [\w'-]+){0,9},(?: [\w'-]+){0,3} ")


def _is_summand(view: SentenceView, m: Mention) -> bool:
    """Whether a number and another one make a third that stands before them: "310 tanks: 124 complete, 186 as kits"."""
    own = (*view.cues[CueKind.PAPER], *view.cues[CueKind.SEAL], *view.cues[CueKind.SUPPLY], *view.by_kind[Kind.SYSTEM])
    if any(0 <= p.start - m.value.number_end <= 25 for p in own):
        return False  # "In all 151 have come: 80 under a contract of 2008, 71 under another."
    numbers = view.by_kind[Kind.NUMBER]
    mine = m.value.quantity.number
    rest = {n.value.quantity.number for n in numbers if n is not m}
    return any(n.start < m.start and n.value.quantity.number - mine in rest - {mine} for n in numbers)


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


def _hedges(view: SentenceView, more: Mention) -> bool:
    """ "Worth Rs 5,000 crore, more than 6 lakh rifles": a hedge, and nothing more."""
    return view.words(more.end, more.end + 6) == " than "


def _is_price(view: SentenceView, m: Mention) -> bool:
    """Whether a sum can be a price: no unit price, no further demand ("another $1.2 billion"), no advance."""
    if m.value.each or _EACH.match(view.words(m.end, m.end + 12)):
        return False
    if any(view.distance(m, more) <= 3 and not _hedges(view, more) for more in view.cues[CueKind.MORE]):
        return False
    if any(view.words(p.end - 1, p.end) == "s" and view.distance(p, m) <= 30 for p in view.cues[CueKind.PAPER]):
        return False  # "Two contracts worth Rs 858 crore" give the sum of both.
    words = [
        c
        for c in view.cues[CueKind.PRICE]
        if view.same_clause(c, m) and view.distance(c, m) <= 30 and (c.value.value != "compared" or c.end <= m.start)
    ]
    nearest = view.nearest(m, words)
    return nearest is None or nearest.value.value == "price"
