"""What a paper, and what becomes of it, say of an order: "a contract of 2001", "ready for signature", "no deal yet"."""

from __future__ import annotations

import re

from indru.knowledge.cues import CueKind, Form
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind, Mention

NOUN = 3
"""The strength of a noun for a contract."""
CONTRACTS = frozenset({"contract", "deal"})
_FRAMES = frozenset({"agreement", "intergovernmental-agreement"})


def paper_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    if cue.value.value not in CONTRACTS | _FRAMES or any(
        m.start <= cue.start and cue.end <= m.end for m in view.cues[CueKind.MODE]
    ):
        return None  # No paper is the licence in "made under Russian licence".
    if any(m.value.value == "negated" and 0 <= cue.start - m.end <= 20 for m in view.cues[CueKind.MODALITY]):
        return "proposed", 6
    if cue.value.value in CONTRACTS and _is_dated(view, cue):
        return "contracted", 4
    if unreal or _may_come(view, cue):
        return "proposed", 4
    return "contracted", 2 if cue.value.value in _FRAMES else NOUN


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


def seal_says(view: SentenceView, cue: Mention, unreal: bool) -> tuple[str, int] | None:
    """A signed contract is an order, an agreement of governments less surely so, and a protocol or treaty none."""
    if cue.value.value in ("proposed", "approved"):
        return None if asks_money(view, cue) else ("proposed", 4)
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
    if kind in CONTRACTS or kind == "document":
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


def asks_money(view: SentenceView, cue: Mention) -> bool:
    """ "Moscow wants another $1.2 billion": a demand for money is no wish for equipment."""
    return any(
        0 <= m.start - cue.end <= 16 and not any(0 < p.start - m.end <= 3 for p in view.cues[CueKind.PAPER])
        for m in view.by_kind[Kind.MONEY]
    )
