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
from indru.parse.amounts import is_part
from indru.parse.drafts import Reading, read
from indru.parse.modes import indian_maker
from indru.parse.view import SentenceView
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
    return _strongest(votes, single=system.designation.startswith("INS "))


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
    if best is None:
        return None
    if best.reading.value == "contracted":
        further = [v for v in votes if v.reading.value in ("delivered", "delivering") and v.strength >= _FIRM]
        best = max(further, key=lambda vote: vote[:2], default=best)._replace(strength=best.strength)
    if best.reading.value == "delivered" and not single:
        # "Took into service the first of three" is not all of it.
        begun = [vote for vote in votes if vote.reading.value == "delivering" and vote.here]
        return max(begun, key=lambda vote: vote[:2], default=best)._replace(strength=best.strength)
    return best


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
    return said


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


_CONTRACTS = frozenset({"contract", "deal"})
_FRAMES = frozenset({"agreement", "intergovernmental-agreement"})


def _paper_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    if cue.value.value not in _CONTRACTS | _FRAMES or any(
        m.start <= cue.start and cue.end <= m.end for m in view.cues[CueKind.MODE]
    ):
        return None  # No paper is the licence in "made under Russian licence".
    if any(m.value.value == "negated" and 0 <= cue.start - m.end <= 20 for m in view.cues[CueKind.MODALITY]):
        return "proposed", 6
    if unreal or _may_come(view, cue):
        return "proposed", 4
    if cue.value.value in _FRAMES:
        return "contracted", 2
    return "contracted", 4 if _is_dated(view, cue) else 3


_DATED = re.compile(r",? (?:of|from|in|dated) ")


def _is_dated(view: SentenceView, paper: Mention) -> bool:
    """ "Under a contract of 2001": a paper with its date was signed."""
    dates = view.by_kind[Kind.DATE]
    if any(d.end == paper.start - 1 for d in dates):
        return True
    return any(paper.end < d.start <= paper.end + 8 and _DATED.match(view.words(paper.end, d.start)) for d in dates)


def _may_come(view: SentenceView, paper: Mention) -> bool:
    """ "A contract on the helicopter may come this year", "would be through in weeks"."""
    return bool(_TO_COME.search(view.words(paper.end, paper.end + 70)))


_TO_COME = re.compile(
    r" (?:may|might|could) "
    r"| (?:will|would|is likely to|is expected to) be (?:through|ready|signed|concluded|inked|placed)\b"
)


def _seal_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    """A signed contract is an order, an agreement of governments less surely so, and a protocol or treaty none."""
    if cue.value.value in ("proposed", "approved"):
        return None if _asks_money(view, cue) else ("proposed", 4)
    if cue.value.value != "signed":
        return None
    paper = view.nearest(cue, view.cues[CueKind.PAPER], limit=120)
    if paper is not None and _EVEN.search(view.words(paper.start - 8, paper.start)):
        return None  # "Even a contract signed this year would bring her too late."
    if paper is not None and cue.form is Form.PAST and _is_participle(view, cue, paper):
        unreal = "negated" in view.modality(cue)  # "Ten would be acquired under a contract signed this month."
    unreal = unreal or _hypothetical(view, cue)
    if paper is None and _ends_talks(view, cue):
        return "proposed", 4
    unreal = unreal or _awaited(view, cue)
    if paper is None and not unreal and not _buys(view, cue):
        return None  # "INS Trikand concludes her port call."
    kind = paper.value.value if paper is not None else "contract"
    if cue.form is Form.BASE and view.words(cue.start - 4, cue.start).endswith((" no ", " a ", "any ")):
        return None  # "There was no sign of it."
    if kind in _FRAMES:
        return ("proposed", 5) if unreal else ("contracted", 4)
    if kind == "memorandum":
        return ("proposed", 5) if unreal else ("contracted", 5)
    if kind in _CONTRACTS or kind == "document":
        return ("proposed", 6) if unreal else ("contracted", 6)
    return None


def _buys(view: SentenceView, seal: Mention) -> bool:
    """Whether something is signed for, or the sentence of the signature tells of supply."""
    if view.words(seal.end, seal.end + 5) == " for " or view.words(seal.end - 4, seal.end) == " for":
        return True
    return bool(view.cues[CueKind.SUPPLY] or view.cues[CueKind.MODE])


def _is_participle(view: SentenceView, seal: Mention, paper: Mention) -> bool:
    """ "Under a contract signed this month", "a contract for ships to be built here, signed."."""
    if 0 <= seal.start - paper.end <= 2:
        return bool(_UNDER.search(view.words(paper.start - 40, paper.start)))
    last = view.end - seal.end <= 2 and paper.end < seal.start
    return last and view.words(seal.start - 2, seal.start) == ", "


_EVEN = re.compile(r"\b(?:even an?|any) $")
_UNDER = re.compile(r"\b(?:under|by|per|from|of|in) (?:an?|the|its|another|this) (?:[\w$.,-]{1,20} ){0,4}$")


_AFTER = re.compile(r" ?(?:after|once|until|till|when|before|if)\b")


def _hypothetical(view: SentenceView, seal: Mention) -> bool:
    """ "The first planes come 36 months after the contract is signed"."""
    start, _ = view.clause_span(seal.start)
    present = view.words(seal.start - 4, seal.start).endswith((" is ", "are "))
    return present and bool(_AFTER.match(view.words(start, start + 8)))


def _ends_talks(view: SentenceView, seal: Mention) -> bool:
    """ "The negotiation has been concluded": the price is settled, and nothing signed."""
    talks = (*view.cues[CueKind.SEAL], *view.cues[CueKind.SUPPLY])
    return any(m.value.value == "proposed" and 0 <= seal.start - m.end <= 20 for m in talks)


def _awaited(view: SentenceView, seal: Mention) -> bool:
    """ "Almost ready for signature": a word before it says that it is still to come."""
    return any(
        m.value.value == "proposed" and _BEFORE_SIGNING.fullmatch(view.words(m.end, seal.start))
        for m in view.cues[CueKind.SEAL]
    )


_BEFORE_SIGNING = re.compile(r" (?:for |the |its |a )?")


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
    if number is None or (view.distance(cue, number) > 20 and not is_part(view, number)):
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
        if unreal and weight:
            return ("contracted", 3) if value == "arrived" else None  # "It is not even in service at home."
        return ("contracted", 3) if unreal else ("delivered", weight or 5)
    if value == "proposed" and (_asks_money(view, cue) or (weight < 5 and "negated" in view.modality(cue))):
        return None  # "The bomber had not figured in the talks."
    if value == "afloat":
        return "delivering", weight
    if value == "awaited":
        return "contracted", 4
    if value in ("", "delivery"):
        return ("contracted" if value else "proposed", 3) if unreal else ("delivered", 1)
    return value, weight or _USUAL[value]


def _takes_order(view: SentenceView, cue: Mention) -> bool:
    """ "HAL received a Rs 26,000 crore order": what comes is the order."""
    return any(
        0 <= m.start - cue.end <= 35
        and m.value.value in _CONTRACTS
        and not _PREPOSITION.search(view.words(cue.end, m.start))
        for m in view.cues[CueKind.PAPER]
    )


_PREPOSITION = re.compile(r"\b(?:under|of|by|from|in|on|for|as|to|at|before|after)\b|[,;:]")


def _asks_money(view: SentenceView, cue: Mention) -> bool:
    """ "Moscow wants another $1.2 billion": a demand for money is no wish for equipment."""
    return any(
        0 <= m.start - cue.end <= 16 and not any(0 < p.start - m.end <= 3 for p in view.cues[CueKind.PAPER])
        for m in view.by_kind[Kind.MONEY]
    )


def _order_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    """What was bought for a price was ordered; what was just bought has come."""
    if unreal or cue.form is Form.BASE or view.words(cue.start, cue.start + 3) == "to ":
        return "proposed", 5
    if cue.form is Form.GERUND:
        return "proposed", 3
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
        nouns.extend(m for m in view.cues[CueKind.PAPER] if m.value.value in _CONTRACTS)
    noun = min(nouns, key=lambda m: _apart(m, cue), default=None)
    if noun is not None and _apart(noun, cue) > 60:
        return None
    if noun is None or "negated" in view.modality(cue):
        return None
    if unreal:  # "Deliveries will be completed next year": so they are going on.
        return ("delivering", 5) if noun.value.value == "delivery" else None
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
    CueKind.PAPER: _paper_says,
    CueKind.SEAL: _seal_says,
    CueKind.MODE: _mode_says,
    CueKind.SUPPLY: _supply_says,
    CueKind.PART: _part_says,
}
