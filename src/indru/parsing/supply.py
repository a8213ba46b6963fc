"""How far a procurement has got: what the words about supply say, and how strongly.

Every cue near a system votes for a status. A signed paper counts more than a noun of supply, a finite verb more
than an adjective ("Russian-made"), and words of another clause less than those of the system's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from indru.knowledge import SystemRow
from indru.knowledge.cues import CueKind, Form
from indru.model import WeaponCategory
from indru.parsing.amounts import is_part
from indru.parsing.contracts import CONTRACTS, NOUN, asks_money, paper_says, seal_says
from indru.parsing.drafts import Reading, read
from indru.parsing.modes import indian_maker
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind, Mention

_REACH = 200
_SEAL_REACH = 260
_CUES = (CueKind.SUPPLY, CueKind.MODE, CueKind.SEAL, CueKind.PAPER)


class Vote(NamedTuple):
    """What one cue says of the status, how strongly, and how near it stands."""

    strength: int
    nearness: int
    reading: Reading
    here: bool = True
    """Whether it stands in the clause of the system."""


def supply_cues(view: SentenceView, anchor: Mention, named: Mention) -> list[Mention]:
    """The words about supply that stand near enough to an anchor, but for those of a clause with another system."""
    own = {view.clause(anchor.start), view.clause(named.start)}
    others = {view.clause(m.start) for m in view.by_kind[Kind.SYSTEM]} - own
    return [
        m
        for kind in _CUES
        for m in view.cues[kind]
        if view.clause(m.start) not in others
        and view.distance(m, anchor) <= (_SEAL_REACH if kind is CueKind.SEAL else _REACH)
    ]


def vote_on_status(view: SentenceView, anchor: Mention, cues: list[Mention], system: SystemRow) -> Vote | None:
    """The strongest word about how far it has got; the nearest of equals."""
    votes: list[Vote] = []
    afloat = system.category is WeaponCategory.SHIP
    for cue in [*cues, *view.cues[CueKind.PART]]:
        if _IS_OF_SHIPS.get(cue.value.value, afloat) is not afloat:
            continue
        said = None if _is_of_another(view, cue, anchor) else _says(view, cue)
        if said is not None:
            penalty = _penalty(view, cue, anchor)
            if said[1] > penalty:
                near = -view.distance(cue, anchor)
                votes.append(Vote(said[1] - penalty, near, read("status", said[0], cue), penalty == 0))
    votes.extend(
        Vote(7, 0, read("status", "cancelled", m))
        for m in view.cues[CueKind.MODALITY]
        if m.value.value == "cancelled" and view.same_clause(m, anchor) and not _unreal_end(view, m)
    )
    best = _strongest(votes, single=system.designation.startswith("INS "))
    before = view.words(anchor.start - 12, anchor.start)
    if best is not None and best.reading.value == "delivered" and _ORDINAL.search(before):
        return best._replace(reading=best.reading._replace(value="delivering"))
    return best


_ORDINAL = re.compile(r"\b(?:second|third|fourth|fifth|sixth) $")
"""Before a name: "the fourth S-400 regiment was shipped", so they come one by one."""


def _is_of_another(view: SentenceView, cue: Mention, anchor: Mention) -> bool:
    """ "The remaining S-400 units and the upgrade of the Su-30MKI": what remains is of the system right behind."""
    if cue.value.value != "delivering":
        return False
    return any(0 <= m.start - cue.end <= 12 and m is not anchor for m in view.by_kind[Kind.SYSTEM])


_IS_OF_SHIPS = {"afloat": True, "arrived": False}
"""Words that mean supply only of ships, or only of what is none."""


def _penalty(view: SentenceView, cue: Mention, anchor: Mention) -> int:
    """Words of another clause count less, but a signature hardly, and what stands before a colon not at all."""
    mine, theirs = view.clause(anchor.start), view.clause(cue.start)
    if mine == theirs or (mine == theirs + 1 and view.words(view.bounds[mine], view.bounds[mine] + 1) == ":"):
        return 0
    return 1 if cue.value.kind is CueKind.SEAL else 2


def _strongest(votes: list[Vote], *, single: bool) -> Vote | None:
    """The strongest vote, but for what goes further: "under the contract concluded in 2008, 80 were shipped"."""
    best = max(votes, key=lambda vote: vote[:2], default=None)
    if best is None or best.reading.value == "denied":
        return None  # "India is not buying it": what is denied is no procurement
    if best.reading.value == "contracted" and best.strength == NOUN:
        # "The contract, which they have long wanted, is almost ready for signature": the noun alone signs nothing.
        sought = [
            v for v in votes if v.reading.rule in _UNSIGNED and v.reading.value == "proposed" and v.strength == NOUN
        ]
        best = max(sought, key=lambda vote: vote[:2], default=best)
    if best.reading.value == "contracted":
        further = [v for v in votes if v.reading.value in ("delivered", "delivering") and v.strength >= _FIRM]
        best = max(further, key=lambda vote: vote[:2], default=best)._replace(strength=best.strength)
    if best.reading.value == "delivered" and not single:
        # "Took into service the first of three" is not all of it.
        begun = [vote for vote in votes if vote.reading.value == "delivering" and vote.here]
        return max(begun, key=lambda vote: vote[:2], default=best)._replace(strength=best.strength)
    return best


_UNSIGNED = ("cue:seal-proposed", "cue:seal-sign", "cue:seal-made")
_FIRM = 4
"""The strength from which a word tells that equipment comes, whatever is signed."""


def _unreal_end(view: SentenceView, stage: Mention) -> bool:
    """ "A report that the Army would drop it was denied"."""
    return bool(view.modality(stage, both_sides=True) & {"negated", "planned", "conditional"})


def _says(view: SentenceView, cue: Mention) -> tuple[str, int] | None:
    """What a cue says of the status, and how strongly."""
    modality = view.modality(cue)
    if _FINITE.search(view.words(cue.start - 26, cue.start)):
        modality -= {"planned"}  # "The last frigate to be built there is now commissioned."
    unreal = bool(modality & {"planned", "conditional", "negated"}) or _infinitive(view, cue)
    said = _SAYS[cue.value.kind](view, cue, unreal)
    if said is None or (cue.value.kind is CueKind.SUPPLY and _takes_person(view, cue)):
        return None
    if "negated" in modality and said[0] == "cancelled":
        return None
    denied = "negated" in modality and "conditional" not in modality
    if denied and cue.value.kind is CueKind.SUPPLY and _is_denied(view, cue):
        return "denied", 2 if cue.value.value in ("delivered", "arrived") else said[1]
    return said


_STILL = re.compile(r"\b(?:yet|so far|still|to date|until|till|before|unless|any more|only|just|late)\b")


def _is_denied(view: SentenceView, cue: Mention) -> bool:
    """Whether a negation says that it isn't so, and not that it is still to come: "will not arrive before May".

    A phrase that holds its own negation means what it says: "no price has been found", "no longer looks likely".
    """
    start, end = view.clause_span(cue.start)
    negated = [m for m in view.cues[CueKind.MODALITY] if m.value.value == "negated" and start <= m.start < end]
    within = bool(negated) and all(cue.start <= m.start < cue.end for m in negated)
    return not within and not _STILL.search(view.words(start, end))


def _infinitive(view: SentenceView, cue: Mention) -> bool:
    """ "Russia to deliver the third squadron by June"."""
    return cue.form is Form.BASE and view.words(cue.start - 4, cue.start).endswith(" to ")


_FINITE = re.compile(r"\b(?<!to )(?<!will )(?:is|are|was|were|has been|have been) (?:now |formally |already )?$")


def _takes_person(view: SentenceView, cue: Mention) -> bool:
    """ "Singh received Belousov", "received the approval": neither a guest nor a nod is equipment."""
    if any(0 <= m.start - cue.end <= 25 for m in view.by_kind[Kind.PERSON]):
        return True
    nods = [m for m in view.cues[CueKind.SUPPLY] if m.value.value == "proposed"]
    return cue.value.value == "delivered" and any(0 <= m.start - cue.end <= 5 for m in nods)


def _mode_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    """An upgrade, support or lease that is only named is one that is wanted; what is made is in hand."""
    if cue.value.weight == 2 and indian_maker(view, cue) is None and not _licensed(view, cue):
        return None
    if unreal:
        return "proposed", 3
    if cue.value.value in ("upgrade", "support") and cue.form is Form.PAST:
        before = view.words(cue.start - 8, cue.start)
        if before.endswith(" being "):
            return "delivering", 4
        if before.endswith((" was ", " were ", " been ")):
            return "delivered", 4
    if cue.value.value in ("licensed-production", "joint-development"):
        before = view.words(cue.start - 6, cue.start)
        ongoing = cue.form is Form.GERUND and before.endswith((" is ", " are ", "been "))
        running = cue.form is Form.THIRD or ongoing or before.endswith(" now ")
        return ("delivering", 4) if running else ("delivered", 1)
    if cue.value.value == "lease" and cue.form is Form.PAST:
        return "delivered", 3
    return "proposed", 1


def _licensed(view: SentenceView, cue: Mention) -> bool:
    """ "The plants that now build it under licence"."""
    return any(m.value.id == "mode-licence" and view.same_clause(m, cue) for m in view.cues[CueKind.MODE])


def _part_says(view: SentenceView, cue: Mention, _unreal: bool) -> tuple[str, int] | None:
    number = view.nearest(cue, view.by_kind[Kind.NUMBER], limit=60)
    if number is None or _takes_order(view, cue) or (view.distance(cue, number) > 20 and not is_part(view, number)):
        return None
    begun = cue.value.value == "outstanding" or is_part(view, number)
    return ("delivering" if begun else "delivered"), 4


def _supply_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    value, weight = cue.value.value, cue.value.weight
    reader = _SUPPLY.get(value)
    if reader is not None:
        return reader(view, cue, unreal)
    if value in ("delivered", "arrived"):
        if _takes_order(view, cue):
            return ("proposed", 5) if unreal else ("contracted", 5)
        if not unreal and _follows_begin(view, cue):
            return "delivering", 6  # "Russia has started delivering the systems."
        if cue.form is Form.GERUND and _FOR_DOING.search(view.words(cue.start - 6, cue.start)):
            return "contracted", 3  # "The contract for supplying India with the missile".
        if unreal and weight:
            return ("contracted", 3) if value == "arrived" else None  # "It is not even in service at home."
        return ("contracted", 3) if unreal else ("delivered", weight or 5)
    if value == "proposed" and (asks_money(view, cue) or (weight < 5 and "negated" in view.modality(cue))):
        return None  # "The bomber had not figured in the talks."
    if value == "afloat":
        return "delivering", weight
    if value == "awaited":
        return "contracted", 4
    if value in ("", "delivery"):
        return ("contracted" if value else "proposed", 3) if unreal else ("delivered", 1)
    return value, weight or _USUAL[value]


def _follows_begin(view: SentenceView, cue: Mention) -> bool:
    """Whether a verb of beginning stands right before: "began supplying"."""
    return any(0 <= cue.start - m.end <= 2 for m in view.cues[CueKind.SUPPLY] if m.value.value == "begins")


_FOR_DOING = re.compile(r"\b(?:for|of|on|about) $")


def _takes_order(view: SentenceView, cue: Mention) -> bool:
    """ "HAL received a Rs 26,000 crore order": what comes is the order."""
    return any(
        0 <= m.start - cue.end <= 35 and not _PREPOSITION.search(view.words(cue.end, m.start))
        for m in (*view.cues[CueKind.PAPER], *view.cues[CueKind.SUPPLY])
        if m.value.value in CONTRACTS or m.value.id == "supply-order-noun"
    )


_PREPOSITION = re.compile(r"\b(?:under|of|by|from|in|on|for|as|to|at|before|after)\b|, |[;:]")


def _order_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    """What was bought for a price was ordered; what was just bought has come."""
    if unreal or cue.form is Form.BASE or view.words(cue.start, cue.start + 3) == "to ":
        return "proposed", 5
    if cue.form is Form.GERUND:
        return "proposed", 3
    if cue.form is Form.THIRD and cue.value.value == "bought":
        return "contracted", 5  # News of the day: "India buys missiles".
    paid = cue.value.value == "contracted" or any(view.same_clause(m, cue) for m in view.by_kind[Kind.MONEY])
    return ("contracted", 5) if paid else ("delivered", 4)


def _getting_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    if unreal:
        return "proposed", 3
    if any(view.same_clause(m, cue) for m in view.by_kind[Kind.MONEY]):
        return "contracted", 3
    return "delivered", 3 if cue.form is Form.PAST else 1


def _first_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    """A first lot has come, or is only to come: "the first regiment would be here in 24 months"."""
    planned = unreal or "planned" in view.modality(cue, both_sides=True) or view.words(cue.end, cue.end + 4) == " by "
    return ("contracted", 3) if planned else ("delivering", cue.value.weight)


def _verb_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    """ "Deliveries have begun", "production was completed": a verb of a noun of supply beside it."""
    if unreal and cue.value.value == "begins":
        return None
    nouns = [m for m in view.cues[CueKind.SUPPLY] if m.value.value in ("", "delivery")]
    nouns.extend(m for m in view.cues[CueKind.MODE] if m.value.value == "licensed-production")
    if cue.value.value == "ends":
        nouns.extend(m for m in view.cues[CueKind.PAPER] if m.value.value in CONTRACTS)
    noun = min(nouns, key=lambda m: _apart(m, cue), default=None)
    if noun is not None and _apart(noun, cue) > 60:
        return None
    if noun is None or "negated" in view.modality(cue):
        return None
    if unreal:  # "Deliveries will be completed next year": so they are going on.
        going_on = noun.value.value == "delivery" or noun.value.kind is CueKind.PAPER
        return ("delivering", 5) if going_on else None
    return ("delivering", 6) if cue.value.value == "begins" else ("delivered", 5)


def _apart(a: Mention, b: Mention) -> int:
    """The characters between two mentions, whatever clause they are in: "deliveries of which have just begun"."""
    return max(a.start - b.end, b.start - a.end)


_Says = Callable[[SentenceView, Mention, bool], tuple[str, int] | None]
_SUPPLY: dict[str, _Says] = {
    "contracted": _order_says,
    "bought": _order_says,
    "obtained": _getting_says,
    "begun": _first_says,
    "begins": _verb_says,
    "ends": _verb_says,
}
_USUAL = {"delivering": 5, "proposed": 4, "cancelled": 6}
_SAYS: dict[CueKind, _Says] = {
    CueKind.PAPER: paper_says,
    CueKind.SEAL: seal_says,
    CueKind.MODE: _mode_says,
    CueKind.SUPPLY: _supply_says,
    CueKind.PART: _part_says,
}
