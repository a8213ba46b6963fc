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


def supply_cues(view: SentenceView, anchor: Mention) -> list[Mention]:
    """The words about supply that stand near enough to an anchor, but for those of a clause with its own system."""
    own = view.clause(anchor.start)
    others = {view.clause(m.start) for m in view.by_kind[Kind.SYSTEM]} - {own}
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
    for cue in [*cues, *view.cues[CueKind.PART]]:
        if cue.value.value == "afloat" and system.category is not WeaponCategory.SHIP:
            continue
        said = _says(view, cue)
        if said is not None:
            strength = said[1] - _penalty(view, cue, anchor)
            if strength > 0:
                votes.append(Vote(strength, -view.distance(cue, anchor), read("status", said[0], cue)))
    votes.extend(
        Vote(7, 0, read("status", "cancelled", m))
        for m in view.cues[CueKind.MODALITY]
        if m.value.value == "cancelled" and view.same_clause(m, anchor) and not _unreal_end(view, m)
    )
    return _strongest(votes, single=system.designation.startswith("INS "))


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
        begun = [vote for vote in votes if vote.reading.value == "delivering"]
        return max(begun, key=lambda vote: vote[:2], default=best)._replace(strength=best.strength)
    return best


_FIRM = 5
"""The strength from which a word alone makes a statement about supply."""


def _unreal_end(view: SentenceView, stage: Mention) -> bool:
    """ "A report that the Army would drop it was denied"."""
    return bool(view.modality(stage, both_sides=True) & {"negated", "planned", "conditional"})


def _says(view: SentenceView, cue: Mention) -> tuple[str, int] | None:
    """What a cue says of the status, and how strongly."""
    modality = view.modality(cue)
    if _FINITE.search(view.words(cue.start - 26, cue.start)):
        modality -= {"planned"}  # "The last frigate to be built there is now commissioned."
    unreal = bool(modality & {"planned", "conditional", "negated"})
    said = _SAYS[cue.value.kind](view, cue, unreal)
    if said is None or (cue.value.kind is CueKind.SUPPLY and _takes_person(view, cue)):
        return None
    if "negated" in modality and said[0] == "cancelled":
        return None
    return said


_FINITE = re.compile(r"\b(?<!to )(?<!will )(?:is|are|was|were|has been|have been) (?:now |formally |already )?$")


def _takes_person(view: SentenceView, cue: Mention) -> bool:
    """ "Singh received Belousov", "received the approval": neither a guest nor a nod is equipment."""
    if any(0 <= m.start - cue.end <= 25 for m in view.by_kind[Kind.PERSON]):
        return True
    nods = [m for m in view.cues[CueKind.SUPPLY] if m.value.value == "proposed"]
    return cue.value.value == "delivered" and any(0 <= m.start - cue.end <= 5 for m in nods)


_CONTRACTS = frozenset({"contract", "deal"})
_FRAMES = frozenset({"agreement", "intergovernmental-agreement", "memorandum"})


def _paper_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    if cue.value.value not in _CONTRACTS:
        return None
    if "negated" in view.modality(cue):
        return "proposed", 6
    if unreal or _may_come(view, cue):
        return "proposed", 4
    return "contracted", 3


def _may_come(view: SentenceView, paper: Mention) -> bool:
    """ "A contract on the helicopter may come this year"."""
    behind = view.words(paper.end, paper.end + 70)
    return any(f" {word} " in behind for word in ("may", "might", "could"))


def _seal_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    """A signed contract is an order, an agreement of governments less surely so, and a protocol or treaty none."""
    if cue.value.value in ("proposed", "approved"):
        return "proposed", 4
    if cue.value.value != "signed":
        return None
    paper = view.nearest(cue, view.cues[CueKind.PAPER], limit=120)
    kind = paper.value.value if paper is not None else "contract"
    unreal = unreal or _awaited(view, cue)
    if cue.form is Form.BASE and view.words(cue.start - 4, cue.start).endswith((" no ", " a ", "any ")):
        return None  # "There was no sign of it."
    if kind in _FRAMES:
        return ("proposed", 5) if unreal else ("contracted", 5)
    if kind in _CONTRACTS or kind == "document":
        return ("proposed", 6) if unreal else ("contracted", 6)
    return None


def _awaited(view: SentenceView, seal: Mention) -> bool:
    """ "Almost ready for signature": a word before it says that it is still to come."""
    return any(
        m.value.value == "proposed" and 0 <= seal.start - m.end <= 30 and view.same_clause(m, seal)
        for m in view.cues[CueKind.SEAL]
    )


def _mode_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    """An upgrade, support or lease that is only named is one that is wanted; what is made is in hand."""
    if cue.value.weight == 2 and indian_maker(view, cue) is None and not _licensed(view, cue):
        return None
    if unreal:
        return "proposed", 3
    if cue.value.value in ("licensed-production", "joint-development"):
        running = cue.form is Form.THIRD or view.words(cue.start - 4, cue.start) == "now "
        return ("delivering", 4) if running else ("delivered", 1)
    if cue.value.value == "lease" and cue.form is Form.PAST:
        return "contracted", 3
    return "proposed", 1


def _licensed(view: SentenceView, cue: Mention) -> bool:
    """ "The plants that now build it under licence"."""
    return any(m.value.id == "mode-licence" and view.same_clause(m, cue) for m in view.cues[CueKind.MODE])


def _part_says(view: SentenceView, cue: Mention, _unreal: bool) -> tuple[str, int] | None:
    if view.nearest(cue, view.by_kind[Kind.NUMBER], limit=20) is None:
        return None
    return (str(cue.value.value).replace("outstanding", "delivering"), 4)


def _supply_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    value, weight = cue.value.value, cue.value.weight
    reader = _SUPPLY.get(value)
    if reader is not None:
        return reader(view, cue, unreal)
    if value == "delivered":
        if unreal and weight:
            return None  # "It is not even in service at home."
        return ("contracted", 3) if unreal else ("delivered", weight or 5)
    if value == "proposed" and _asks_money(view, cue):
        return None
    if value == "afloat":
        return "delivering", weight
    if value == "":
        return ("proposed", 3) if unreal else ("delivered", 1)
    return value, weight or _USUAL[value]


def _asks_money(view: SentenceView, cue: Mention) -> bool:
    """ "Moscow wants another $1.2 billion": a demand for money is no wish for equipment."""
    return any(0 <= m.start - cue.end <= 16 for m in view.by_kind[Kind.MONEY])


def _order_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    """What was bought for a price was ordered; what was just bought has come."""
    if unreal or cue.form is Form.BASE:
        return "proposed", 5
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
    planned = unreal or "planned" in view.modality(cue, both_sides=True)
    return ("contracted", 3) if planned else ("delivering", cue.value.weight)


def _verb_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    """ "Deliveries have begun", "production was completed": a verb of a noun of supply beside it."""
    if unreal:
        return None
    nouns = [m for m in view.cues[CueKind.SUPPLY] if m.value.value == ""]
    nouns.extend(m for m in view.cues[CueKind.MODE] if m.value.value == "licensed-production")
    if cue.value.value == "ends":
        nouns.extend(m for m in view.cues[CueKind.PAPER] if m.value.value in _CONTRACTS)
    noun = view.nearest(cue, [m for m in nouns if view.same_clause(m, cue)], limit=60)
    if noun is None:
        return None
    return ("delivering", 6) if cue.value.value == "begins" else ("delivered", 5)


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
