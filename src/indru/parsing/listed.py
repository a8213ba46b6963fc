"""Orders in a list of what was signed: each takes the day of signing, or the lack of it, from what stands above."""

from __future__ import annotations

from indru.knowledge.cues import CueKind
from indru.parsing.drafts import Reading
from indru.parsing.occasions import Occasion
from indru.parsing.supply import Vote
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind
from indru.text import LineRole
from indru.values import Basis

_PAPER = ("cue:paper", "cue:seal")


def listed_order(view: SentenceView, vote: Vote, occasion: Occasion | None) -> Reading | None:
    """The day on which the papers of a list were signed: "These were signed on Monday: - A contract for 42 jets."

    An item that has a date of its own, or tells of more than a paper, keeps to itself.
    """
    if occasion is None or occasion.date is None or not _is_item(view, vote):
        return None
    if vote.reading.value != "contracted" or occasion.status == "proposed" or view.by_kind[Kind.DATE]:
        return None
    return occasion.date._replace(field="ordered", basis=Basis.RESOLVED)


def not_signed(view: SentenceView, vote: Vote | None, occasion: Occasion | None) -> Vote | None:
    """What the head of a list denies: "NOT SIGNED - The contract for the fighter" orders nothing."""
    if vote is None or occasion is None or occasion.status != "proposed" or not _is_item(view, vote):
        return vote
    if vote.reading.value != "contracted" or view.cues[CueKind.SEAL]:
        return vote
    return vote._replace(reading=vote.reading._replace(value="proposed"))


def _is_item(view: SentenceView, vote: Vote) -> bool:
    """Whether an item of a list tells of an order by a paper alone."""
    return view.role is LineRole.LIST and vote.reading.rule.startswith(_PAPER)
