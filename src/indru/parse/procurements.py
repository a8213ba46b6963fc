"""Procurements: a system, and words that say that it passes between the two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from indru.knowledge.cues import CueKind
from indru.parse.amounts import fits, read_quantity, read_value
from indru.parse.drafts import Draft, Reading, read
from indru.parse.modes import read_mode
from indru.parse.orders import read_ordered
from indru.parse.scope import PAIR, Scope
from indru.parse.supply import supply_cues, vote_on_status
from indru.parse.targets import Target, Topic, Topics, find_targets, next_topics, russian
from indru.parse.view import SentenceView
from indru.scan.mentions import Kind
from indru.values import Basis


class ProcurementReader:
    """Reads the sentences of a document in their order, and keeps in mind which system they speak of."""

    def __init__(self, scope: Scope, views: Sequence[SentenceView]) -> None:
        self.scope = scope
        self.topics = Topics(_opening(views))
        self.india = next((v.index for v in views if any(state == "IND" for _, state in v.countries())), 0)

    def read(self, view: SentenceView) -> Iterator[Draft]:
        """The procurements that one sentence tells of, or adds to."""
        drafts = [] if _is_question(view) else self._drafts(view)
        yield from _without_totals(list(_pooled(drafts)))
        self.topics = next_topics(view, self.topics, told=bool(drafts))

    def _drafts(self, view: SentenceView) -> list[Draft]:
        counted: set[int] = set()
        drafts: list[Draft] = []
        for target in find_targets(view, self.topics):
            if target.anchor.start in counted or not self._concerns(view, target):
                continue
            draft = _draft(view, target)
            if draft is not None:
                counted.update(r.start for r in draft.readings if r.field in _AMOUNTS)
                drafts.append(draft)
        return drafts

    def _concerns(self, view: SentenceView, target: Target) -> bool:
        """Whether what is told of a target can be an affair of India and Russia.

        Where the text hasn't come to India yet, its equipment goes elsewhere: "the brigade has got the Smerch".
        """
        if _HEAD < view.index < self.india:
            return False
        if not target.here:
            states = {state for _, state in view.countries()}
            if states - PAIR and "IND" not in states:
                return False
        return self.scope.between(view, *view.clause_span(target.anchor.start))


_HEAD = 2
"""Headline and lead may speak of India without its name."""
_AHEAD = 4
"""So many sentences may go by before a text names the system that it speaks of."""


def _opening(views: Sequence[SentenceView]) -> Topic | None:
    """The system that the first sentences speak of before they name it."""
    for view in views[: _AHEAD + 1]:
        for m in view.by_kind[Kind.SYSTEM]:
            if russian(m.value):
                return Topic(m, view.index, ahead=True)
    return None


_YES_OR_NO = re.compile(r"(?:have|has|had|did|do|does|is|are|was|were|will|would|can|could|should)\b")


def _is_question(view: SentenceView) -> bool:
    """Whether a sentence asks whether something is so, and tells nothing: "Have you offered the S-500?" """
    return view.text.rstrip().endswith("?") and bool(_YES_OR_NO.match(view.text.lower().lstrip()))


def _without_totals(drafts: list[Draft]) -> list[Draft]:
    """ "In all 151 have come: 80 under a contract of 2008 and 71 under another" are two, of which 151 is the sum."""
    dated = [d for d in drafts if not d.weak and d.get("ordered") is not None and d.get("quantity") is not None]
    total = sum(d.get("quantity").number for d in dated)
    for draft in dated:
        rest = [d for d in dated if d is not draft and d.get("system") is draft.get("system")]
        if len(rest) >= 2 and 2 * draft.get("quantity").number == total:
            return [d for d in drafts if d is not draft]
    return drafts


def _pooled(drafts: list[Draft]) -> Iterator[Draft]:
    """Drafts of one system under two names in a sentence are one: "the Gorshkov, rebuilt as INS Vikramaditya"."""
    kept: dict[str, Draft] = {}
    for draft in drafts:
        row = draft.get("system")
        other = kept.get(row.id)
        if other is None or draft.get("quantity") or draft.more or draft.weak:
            if other is not None:
                yield other
            kept[row.id] = draft
        else:
            best, rest = (draft, other) if draft.strength > other.strength else (other, draft)
            said = {r.field for r in best.readings}
            extra = tuple(r for r in rest.readings if r.field not in said or r.field == "system")
            kept[row.id] = attrs.evolve(best, readings=best.readings + extra)
    yield from kept.values()


_AMOUNTS = ("quantity", "delivered", "outstanding", "value")


def _draft(view: SentenceView, target: Target) -> Draft | None:
    cues = supply_cues(view, target.anchor)
    row = target.named.value
    vote = vote_on_status(view, target.anchor, cues, row)
    amounts = (*read_quantity(view, target.anchor, row), *read_value(view, target.anchor))
    if _denied(view, target) or (vote is None and (target.here or not _belongs(view, target, amounts))):
        return None
    basis = Basis.ASSERTED if target.here else Basis.RESOLVED
    readings: list[Reading] = [read("system", row, target.named, basis=basis)]
    if vote is not None:
        readings.append(read_mode(view, target.anchor, target.named, cues))
        readings.append(vote.reading)
    readings.extend(amounts)
    if vote is not None and vote.reading.value in ("contracted", "delivering", "delivered"):
        readings.extend(read_ordered(view, target.anchor))
    strength = vote.strength if vote is not None else 0
    return Draft(
        type="procurement",
        sentence=view.index,
        start=target.anchor.start,
        readings=tuple(readings),
        more=any(view.distance(target.anchor, m) <= 25 for m in view.cues[CueKind.MORE]),
        strength=strength,
        weak=not target.here and strength < _enough(target, amounts),
    )


def _enough(target: Target, amounts: Sequence[Reading]) -> int:
    """How strong the word about supply must be for a record of its own, where the system is named elsewhere."""
    if target.headed:
        return 1 if amounts else 3
    if any(r.field != "value" for r in amounts):
        return 3
    return 5 if amounts else 10


def _belongs(view: SentenceView, target: Target, amounts: Sequence[Reading]) -> bool:
    """Whether amounts without a word about supply can be of a deal told before: a price, or a number in its unit."""
    if any(r.field == "value" for r in amounts):
        return True
    counted = [m for m in view.by_kind[Kind.NUMBER] if any(m.start == r.start for r in amounts)]
    return any(target.headed or fits(m, target.named.value) for m in counted)


def _denied(view: SentenceView, target: Target) -> bool:
    """ "A lease of four bombers, reported in October, has been disowned in Moscow"."""
    return any(
        m.value.id == "denial" and m.start > target.anchor.end and view.distance(m, target.anchor) <= 120
        for m in view.cues[CueKind.MODALITY]
    )
