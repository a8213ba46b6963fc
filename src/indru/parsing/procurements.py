"""Procurements: a system, and words that say that it passes between the two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from indru.knowledge.cues import CueKind
from indru.parsing.amounts import fits, read_quantity, read_value
from indru.parsing.drafts import Draft, Reading, read
from indru.parsing.listed import listed_order, not_signed
from indru.parsing.modes import read_mode
from indru.parsing.occasions import Occasion
from indru.parsing.orders import read_ordered
from indru.parsing.particulars import read_particulars
from indru.parsing.recipients import Recipients
from indru.parsing.scope import PAIR, Scope
from indru.parsing.supply import supply_cues, vote_on_status
from indru.parsing.targets import Target, Topic, Topics, find_targets, next_topics, russian
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind
from indru.text import LineRole
from indru.values import Basis


class ProcurementReader:
    """Reads the sentences of a document in their order, and keeps in mind which system they speak of."""

    def __init__(self, scope: Scope, views: Sequence[SentenceView], occasions: Sequence[Occasion | None]) -> None:
        self.occasions = occasions
        self.views = views
        self.recipients = Recipients(scope, views)
        self.topics = Topics(_opening(views))

    def read(self, view: SentenceView) -> Iterator[Draft]:
        """The procurements that one sentence tells of, or adds to."""
        if self._opens_item(view):
            self.topics = Topics(None)
        drafts = [] if _is_question(view) else self._drafts(view)
        yield from _without_sums(list(_pooled(drafts)))
        self.topics = next_topics(view, self.topics, told=bool(drafts))

    def _drafts(self, view: SentenceView) -> list[Draft]:
        counted: set[int] = set()
        drafts: list[Draft] = []
        for target in find_targets(view, self.topics):
            if target.anchor.start in counted or not self._concerns(view, target):
                continue
            draft = _draft(view, target, self.occasions[view.index])
            if draft is not None:
                counted.update(r.start for r in draft.readings if r.field in _AMOUNTS)
                drafts.append(draft)
        return drafts

    def _opens_item(self, view: SentenceView) -> bool:
        """Whether a numbered item begins, and the system spoken of so far was that of another item."""
        topic = self.topics.main
        if topic is None or topic.ahead or view.role is not LineRole.LIST or not _NUMBERED.match(view.text):
            return False
        named = self.views[topic.sentence]
        return named.role is LineRole.LIST and named.paragraph != view.paragraph

    def _concerns(self, view: SentenceView, target: Target) -> bool:
        """Whether what is told of a target can be an affair of India and Russia."""
        if not target.here:
            states = {state for _, state in view.countries()}
            if states - PAIR and "IND" not in states:
                return False
        return self.recipients.concern(view, target.named, *view.clause_span(target.anchor.start))


_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[ivx]{1,4})[.)] ")
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
    words = view.words(view.start, view.end)
    return words.rstrip().endswith("?") and bool(_YES_OR_NO.match(words.lstrip()))


def _without_sums(drafts: list[Draft]) -> list[Draft]:
    """Either the sum or its parts, where one sentence has both.

    "In all 151 have come: 80 under a contract of 2008 and 71 under another" are two orders, and "310 tanks: 124
    complete, 186 as kits" is one.
    """
    counted = [d for d in drafts if d.get("quantity") is not None]
    total = sum(d.get("quantity").number for d in counted)
    for draft in counted:
        parts = [d for d in counted if d is not draft and d.get("system") is draft.get("system")]
        if len(parts) >= 2 and 2 * draft.get("quantity").number == total:
            apart = len({d.get("ordered") for d in parts}) > 1
            return [d for d in drafts if (d is not draft if apart else d not in parts)]
    return drafts


def _pooled(drafts: list[Draft]) -> Iterator[Draft]:
    """Drafts of one system under two names in a sentence are one: "the Gorshkov, rebuilt as INS Vikramaditya"."""
    kept: dict[str, Draft] = {}
    for draft in drafts:
        row = draft.get("system")
        other = kept.get(row.id)
        if other is None or draft.get("quantity") or draft.more or draft.weak or _is_work(draft) != _is_work(other):
            if other is not None:
                yield other
            kept[row.id] = draft
        else:
            best, rest = (draft, other) if draft.strength > other.strength else (other, draft)
            said = {r.field for r in best.readings}
            extra = tuple(r for r in rest.readings if r.field not in said or r.field == "system")
            kept[row.id] = attrs.evolve(best, readings=best.readings + extra)
    yield from kept.values()


def _is_work(draft: Draft) -> bool:
    return draft.get("mode") in ("upgrade", "support")


_AMOUNTS = ("quantity", "delivered", "outstanding", "value")


def _draft(view: SentenceView, target: Target, occasion: Occasion | None) -> Draft | None:
    cues = supply_cues(view, target.anchor, target.named)
    if not (target.here or target.headed):
        # "The repair of the vessel costs so much" tells of the price, and not of another deal.
        cues = [m for m in cues if m.value.value not in ("upgrade", "support")]
    row = target.named.value
    vote = not_signed(view, vote_on_status(view, target.anchor, cues, row), occasion)
    amounts = (*read_quantity(view, target.anchor, row), *read_value(view, target.anchor))
    if _denied(view, target) or (vote is None and (target.here or not _belongs(view, target, amounts))):
        return None
    basis = Basis.ASSERTED if target.here else Basis.RESOLVED
    readings: list[Reading] = [read("system", row, target.named, basis=basis)]
    if vote is not None:
        readings.append(read_mode(view, target.anchor, target.named, cues))
        readings.append(vote.reading)
    readings.extend(amounts)
    if vote is not None:
        ordered = next(read_ordered(view, target.anchor), None) if vote.reading.value in _ORDERED else None
        ordered = ordered or listed_order(view, vote, occasion)
        readings.extend([ordered] if ordered is not None else [])
        readings.extend(read_particulars(view, target, ordered))
    strength = vote.strength if vote is not None else 0
    wished = target.anchor in view.cues[CueKind.MORE]
    return Draft(
        type="procurement",
        sentence=view.index,
        start=target.anchor.start,
        readings=tuple(readings),
        more=wished or _is_more(view, target, amounts),
        strength=strength,
        weak=not (target.here or wished) and strength < _enough(target, amounts),
    )


_ORDERED = ("contracted", "delivering", "delivered")


def _is_more(view: SentenceView, target: Target, amounts: Sequence[Reading]) -> bool:
    """Whether it is a further lot: "another 48", "29 more", "more S-400s", "an additional contract"."""
    at = next((r.start for r in amounts if r.field == "quantity"), target.anchor.start)
    number = next((m for m in view.by_kind[Kind.NUMBER] if m.start == at), None)
    start, end = (number.value.number_start, number.value.number_end) if number else (at, target.anchor.end)
    return any(
        0 <= start - m.end <= 20 or 0 <= m.start - end <= 2 or view.end - m.end <= 2  # "... are wanted besides."
        for m in view.cues[CueKind.MORE]
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
        m.value.id == "denial" and m.start > target.anchor.end and view.distance(m, target.anchor) <= 200
        for m in view.cues[CueKind.MODALITY]
    )
