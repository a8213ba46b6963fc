"""How equipment passes and how far it has got: what the words about supply say, and how strongly.

Every cue near a system votes for a status. A signed paper counts more than a noun of supply, a finite verb more
than an adjective ("Russian-made"), and words of another clause less than those of the system's own.
"""

from __future__ import annotations

from typing import NamedTuple

from indru.knowledge import SystemRow
from indru.knowledge.cues import CueKind, Form
from indru.parse.drafts import Reading, read
from indru.parse.view import SentenceView
from indru.scan.mentions import Kind, Mention
from indru.values import Basis

_REACH = 200
_MODE_REACH = 140
_CUES = (CueKind.SUPPLY, CueKind.MODE, CueKind.SEAL, CueKind.PAPER)
_MAKERS = frozenset({"company", "shipyard", "state corporation"})
_CONTRACTS = frozenset({"contract", "deal"})
_FIRM = 5
"""The strength from which a word alone makes a statement about supply."""


class Vote(NamedTuple):
    """What one cue says of the status, how strongly, and how near it stands."""

    strength: int
    nearness: int
    reading: Reading

    @property
    def firm(self) -> bool:
        """Whether it is a statement about supply by itself: "were ordered", "took delivery of"."""
        return self.strength >= _FIRM


def supply_cues(view: SentenceView, anchor: Mention) -> list[Mention]:
    """The words about supply that stand near enough to an anchor, but for those of a clause with its own system."""
    own = view.clause(anchor.start)
    others = {view.clause(m.start) for m in view.by_kind[Kind.SYSTEM]} - {own}
    return [
        m
        for kind in _CUES
        for m in view.cues[kind]
        if view.clause(m.start) not in others and view.distance(m, anchor) <= _REACH
    ]


def vote_on_status(view: SentenceView, anchor: Mention, cues: list[Mention]) -> Vote | None:
    """The strongest word about how far it has got; the nearest of equals."""
    votes: list[Vote] = []
    for cue in [*cues, *view.cues[CueKind.PART]]:
        said = _says(view, cue)
        if said is not None:
            strength = said[1] if view.same_clause(cue, anchor) else said[1] - 2
            if strength > 0:
                votes.append(Vote(strength, -view.distance(cue, anchor), read("status", said[0], cue)))
    for m in view.cues[CueKind.MODALITY]:
        if m.value.value == "cancelled" and view.same_clause(m, anchor) and not _denied(view, m):
            votes.append(Vote(7, 0, read("status", "cancelled", m)))
    best = max(votes, key=lambda vote: vote[:2], default=None)
    if best is not None and best.reading.value == "delivered":
        # "Took into service the first of three" is not all of it.
        begun = [vote for vote in votes if vote.reading.value == "delivering"]
        return max(begun, key=lambda vote: vote[:2], default=best)._replace(strength=best.strength)
    return best


def _denied(view: SentenceView, stage: Mention) -> bool:
    """ "A report that the Army would drop it was denied"."""
    return "negated" in view.modality(stage, both_sides=True)


def _says(view: SentenceView, cue: Mention) -> tuple[str, int] | None:
    """What a cue says of the status, and how strongly."""
    modality = view.modality(cue)
    unreal = bool(modality & {"planned", "conditional", "negated"})
    said = _SAYS[cue.value.kind](view, cue, unreal)
    if said is None or (cue.value.kind is CueKind.SUPPLY and _takes_person(view, cue)):
        return None
    if "negated" in modality and said[0] == "cancelled":
        return None
    return said


def _takes_person(view: SentenceView, cue: Mention) -> bool:
    """ "Singh received Belousov": a guest is no equipment."""
    return any(0 <= m.start - cue.end <= 25 for m in view.by_kind[Kind.PERSON])


def _paper_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    if cue.value.value not in _CONTRACTS:
        return None
    return ("proposed", 4) if unreal else ("contracted", 3)


def _seal_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    if cue.value.value == "signed":
        return ("proposed", 5) if unreal else ("contracted", 6)
    return ("proposed", 4) if cue.value.value in ("proposed", "approved") else None


def _mode_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    """An upgrade, support or lease that is only named is one that is wanted; what is made is in hand."""
    if unreal:
        return "proposed", 3
    if cue.value.value in ("licensed-production", "joint-development"):
        return "delivered", 1
    if cue.value.value == "lease" and cue.form is Form.PAST:
        return "contracted", 3
    return "proposed", 1


def _part_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    if view.nearest(cue, view.by_kind[Kind.NUMBER], limit=20) is None:
        return None
    return (str(cue.value.value).replace("outstanding", "delivering"), 4)


def _supply_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    value, weight = cue.value.value, cue.value.weight
    paid = any(view.same_clause(m, cue) for m in view.by_kind[Kind.MONEY])
    if value in ("contracted", "bought"):
        if unreal or cue.form is Form.BASE:
            return "proposed", 5
        return ("contracted", 5) if value == "contracted" or paid else ("delivered", 4)
    if value == "obtained":
        if unreal:
            return "proposed", 3
        return ("contracted", 3) if paid else ("delivered", 3 if cue.form is Form.PAST else 1)
    if value == "delivered":
        return ("contracted", 3) if unreal else ("delivered", weight or 5)
    if value == "":
        return ("proposed", 3) if unreal else ("delivered", 1)
    return value, weight or _USUAL[value]


_USUAL = {"delivering": 5, "proposed": 4, "cancelled": 6}
_SAYS = {
    CueKind.PAPER: _paper_says,
    CueKind.SEAL: _seal_says,
    CueKind.MODE: _mode_says,
    CueKind.SUPPLY: _supply_says,
    CueKind.PART: _part_says,
}


def read_mode(view: SentenceView, anchor: Mention, named: Mention, cues: list[Mention]) -> Reading:
    """How it passes: the word that governs the system, the maker, or what is known of the system.

    Words before the name govern it more than words behind it ("the upgrade of the T-72"). An Indian maker of a
    Russian system makes it by licence. Where nothing is said, equipment is bought.
    """
    said = _mode_said(view, anchor, cues)
    joint = _is_joint(named.value)
    if said is not None and not (joint and said.value.value in ("licensed-production", "purchase")):
        return read("mode", said.value.value, said)
    if joint:
        return Reading("mode", "joint-development", *named[:2], f"system:{named.value.id}", Basis.INFERRED)
    maker = _indian_maker(view, anchor)
    if maker is not None:
        return read("mode", "licensed-production", maker, basis=Basis.INFERRED)
    return Reading("mode", "purchase", *named[:2], "mode:default", Basis.INFERRED)


_BOUGHT = frozenset({"contracted", "bought", "delivered", ""})


def _mode_said(view: SentenceView, anchor: Mention, cues: list[Mention]) -> Mention | None:
    """The word for the mode, unless a word for buying stands nearer: "ordered, with kits for the next lot"."""
    own = [m for m in cues if m.value.kind is CueKind.MODE and view.same_clause(m, anchor)]
    own = own or [m for m in cues if m.value.kind is CueKind.MODE and view.distance(m, anchor) <= _MODE_REACH]
    best = min(own, key=lambda m: (m.value.weight == 1, _price(view, anchor, m)), default=None)
    if best is None or (best.value.weight != 1 and best.value.value not in ("upgrade", "support")):
        return best
    bought = [
        m
        for m in cues
        if view.same_clause(m, anchor)
        and (
            (m.value.kind is CueKind.SUPPLY and m.value.value in _BOUGHT)
            or (m.value.kind is CueKind.PAPER and m.value.value in _CONTRACTS and best.value.weight == 1)
        )
    ]
    nearest = min((_price(view, anchor, m) for m in bought), default=10_000)
    return best if _price(view, anchor, best) <= nearest else None


def _price(view: SentenceView, anchor: Mention, cue: Mention) -> int:
    return view.distance(cue, anchor) + (20 if cue.start > anchor.start else 0)


def _is_joint(row: SystemRow) -> bool:
    """Whether the two states make the system together, as they do BrahMos."""
    return "joint" in row.link and {"RUS", "IND"} <= set(row.origin)


def _indian_maker(view: SentenceView, anchor: Mention) -> Mention | None:
    """A firm of India in the clause: what Hindustan Aeronautics supplies, it has made."""
    makers = [
        m
        for m in view.by_kind[Kind.ORGANISATION]
        if m.value.kind in _MAKERS and m.value.country == ("IND",) and view.same_clause(m, anchor)
    ]
    return view.nearest(anchor, makers, limit=120)
