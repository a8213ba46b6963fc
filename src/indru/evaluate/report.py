"""What an evaluation finds: scores, and each mistake by name."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

import attrs

OVERALL: Final = ("agreements", "meetings", "procurements", "systems")
"""The record types whose F1 the overall figure is the mean of."""

RECORD: Final = "record"
"""The slot that counts whether a record is there at all."""


@attrs.frozen
class Score:
    """How many of a kind are right, how many were said and are not so, how many are so and were not said.

    Where nothing was due and nothing was said, all is well: each ratio is 1.

    >>> score = Score(right=3, spurious=1, missing=2)
    >>> score.precision, score.recall, round(score.f1, 3)
    (0.75, 0.6, 0.667)
    """

    right: int = 0
    spurious: int = 0
    missing: int = 0

    @property
    def gold(self) -> int:
        """How many there are to find."""
        return self.right + self.missing

    @property
    def said(self) -> int:
        """How many were found, rightly or not."""
        return self.right + self.spurious

    @property
    def precision(self) -> float:
        """The part of what was said that is right."""
        return self.right / self.said if self.said else float(not self.gold)

    @property
    def recall(self) -> float:
        """The part of what there is that was said."""
        return self.right / self.gold if self.gold else float(not self.said)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.spurious + other.spurious, self.missing + other.missing)


class MistakeKind(StrEnum):
    """What is wrong."""

    MISSED = "missed"
    """A record of gold that was not read."""
    SPURIOUS = "spurious"
    """A record that was read and isn't in gold."""
    SLOT = "slot"
    """A record that was read, with something else in one of its slots."""


@attrs.frozen(kw_only=True)
class Mistake:
    """One difference between gold and a reading."""

    document: str
    record_type: str
    """By the key of gold: `agreements`."""
    kind: MistakeKind
    slot: str | None = None
    """Only with `slot`."""
    gold: str | None = None
    """What gold has and the reading doesn't."""
    said: str | None = None
    """What the reading has and gold doesn't."""
    quote: str | None = None
    """Where the text says it: the evidence of what was said, otherwise the quote of gold."""


@attrs.frozen(kw_only=True)
class Report:
    """Scores by record type and slot, and all mistakes in the order of the documents.

    Attributes:
        documents: How many were scored.
        by_slot: Scores by record type, then by slot; the slot `record` counts the records themselves.
        mistakes: Each difference, by document.
    """

    documents: int
    by_slot: Mapping[str, Mapping[str, Score]]
    mistakes: tuple[Mistake, ...] = attrs.field(default=(), repr=False)  # there may be thousands

    @property
    def by_type(self) -> dict[str, Score]:
        """All slots of a record type together, the records themselves counting as one slot each."""
        return {name: sum(slots.values(), Score()) for name, slots in self.by_slot.items()}

    @property
    def records(self) -> dict[str, Score]:
        """Records alone, whatever stands in their slots."""
        return {name: slots[RECORD] for name, slots in self.by_slot.items() if RECORD in slots}

    @property
    def overall(self) -> float:
        """The mean F1 of agreements, meetings, procurements and systems."""
        by_type = self.by_type
        return sum(by_type[name].f1 for name in OVERALL) / len(OVERALL)
