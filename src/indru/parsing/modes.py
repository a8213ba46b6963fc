"""How equipment passes: bought, leased, made by licence, upgraded, kept up, or developed together."""

from __future__ import annotations

import re

from indru.knowledge import SystemRow
from indru.knowledge.cues import CueKind, Form
from indru.parsing.drafts import Reading, read
from indru.parsing.view import SentenceView, country_of
from indru.scan.mentions import Kind, Mention
from indru.values import Basis

_MODE_REACH = 140
_MAKERS = frozenset({"company", "shipyard", "state corporation"})
_BOUGHT = frozenset({"contracted", "bought", "delivered", "", "delivery"})


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
    bought = [m for m in cues if m.value.kind is CueKind.SUPPLY and m.value.value in ("bought", "contracted")]
    nearest = view.nearest(anchor, [m for m in bought if view.same_clause(m, anchor)])
    maker = indian_maker(view, anchor)
    if maker is not None and (nearest is None or _takes_part(view, maker)):
        return read("mode", "licensed-production", maker, basis=Basis.INFERRED)
    if nearest is not None:
        return read("mode", "purchase", nearest)
    if "lease" in named.value.link:
        return Reading("mode", "lease", *named[:2], f"system:{named.value.id}", Basis.INFERRED)
    return Reading("mode", "purchase", *named[:2], "mode:default", Basis.INFERRED)


def _mode_said(view: SentenceView, anchor: Mention, cues: list[Mention]) -> Mention | None:
    """The word for the mode, unless a word for buying stands nearer: "ordered, with kits for the next lot"."""
    modes = [m for m in cues if m.value.kind is CueKind.MODE and _holds(view, anchor, m)]
    own = [m for m in modes if view.same_clause(m, anchor)]
    own = own or [m for m in modes if view.distance(m, anchor) <= _MODE_REACH]
    best = min(own, key=lambda m: (m.value.weight > 0, _price(view, anchor, m)), default=None)
    if best is None or (best.value.weight == 0 and best.value.value not in ("upgrade", "support")):
        return best
    bought = [
        m
        for m in cues
        if view.same_clause(m, anchor)
        and (
            (m.value.kind is CueKind.SUPPLY and m.value.value in _BOUGHT)
            or (m.value.kind is CueKind.PAPER and m.value.value in ("contract", "deal") and best.value.weight > 0)
        )
    ]
    nearest = min((_price(view, anchor, m) for m in bought), default=10_000)
    if best.value.value == "upgrade" and best.form in (Form.PAST, Form.PARTICIPLE) and bought:
        return None if nearest <= _MODE_REACH and not _is_verb(view, best) else best
    return best if _price(view, anchor, best) <= nearest else None


def _is_verb(view: SentenceView, cue: Mention) -> bool:
    """Whether a participle tells what is done ("is being refitted") and doesn't only describe ("a rebuilt ship")."""
    return view.words(cue.start - 7, cue.start).endswith(_AUXILIARIES)


_AUXILIARIES = (" being ", " be ", "been ", " is ", " are ", " was ", " were ")


def _holds(view: SentenceView, anchor: Mention, cue: Mention) -> bool:
    """Whether a word about making is about making in India, and one that governs a system governs this one."""
    if _governs_other(view, anchor, cue):
        return False
    if cue.value.value != "licensed-production":
        return True
    if cue.value.weight == 2:
        return indian_maker(view, cue) is not None
    if cue.value.weight == 1:
        return not _in_russia(view, cue)
    return True


def _governs_other(view: SentenceView, anchor: Mention, cue: Mention) -> bool:
    """ "21 of the type, with the upgrade of the 59 in service": the upgrade isn't of the 21."""
    if anchor.start > cue.start:
        return _follows_other(view, anchor, cue)
    return any(
        (0 <= m.start - cue.end <= 20 and " of " in view.words(cue.end - 3, m.start)) or m.start == cue.end + 1
        for m in view.by_kind[Kind.SYSTEM]
        if m is not anchor
    )


def _follows_other(view: SentenceView, anchor: Mention, cue: Mention) -> bool:
    """ "42 Su-30MKI kits to be assembled by HAL and another for 71 helicopters": what is assembled stands before."""
    reach = 40 if cue.form in (Form.PAST, Form.PARTICIPLE) else 20
    owners = [m for m in view.by_kind[Kind.SYSTEM] if m is not anchor and 0 <= cue.start - m.end <= reach]
    return any(_AND.search(view.words(m.end, cue.start)) is None for m in owners)


_AND = re.compile(r"\band\b|,")


def _in_russia(view: SentenceView, cue: Mention) -> bool:
    """Whether the maker or the place next to a word about making is Russian: "made at the Yantar yard"."""
    for kind in (Kind.ORGANISATION, Kind.PLACE):
        for m in view.by_kind[kind]:
            near = 0 <= m.start - cue.end <= 30 or 0 <= cue.start - m.end <= 2
            if near and country_of(m) == "RUS" and view.same_clause(m, cue):
                return True
    return False


def _price(view: SentenceView, anchor: Mention, cue: Mention) -> int:
    return view.distance(cue, anchor) + (20 if cue.start > anchor.start else 0)


def _is_joint(row: SystemRow) -> bool:
    """Whether the two states make the system together, as they do BrahMos."""
    return "joint" in row.link and {"RUS", "IND"} <= set(row.origin)


def _takes_part(view: SentenceView, maker: Mention) -> bool:
    """Whether a maker is a party of the order: "ordered from Bharat Dynamics"; not "kits for the factory"."""
    return view.words(maker.start - 6, maker.start).endswith((" from ", " by ", " with ", " on ")) or (
        maker.start - view.start <= 4
    )


def indian_maker(view: SentenceView, anchor: Mention) -> Mention | None:
    """A firm of India in the clause: what Hindustan Aeronautics supplies, it has made."""
    makers = [
        m
        for m in view.by_kind[Kind.ORGANISATION]
        if m.value.kind in _MAKERS
        and m.value.country == ("IND",)
        and view.same_clause(m, anchor)
        and not _makes_other(view, anchor, m)
    ]
    return view.nearest(anchor, makers, limit=120)


def _makes_other(view: SentenceView, anchor: Mention, maker: Mention) -> bool:
    """ "42 Su-30MKI kits to be assembled by HAL and another for 71 helicopters": what it makes stands before it."""
    before = view.words(maker.start - 4, maker.start).endswith(" by ") and maker.end <= anchor.start
    return before and any(m.end <= maker.start for m in view.by_kind[Kind.SYSTEM])
