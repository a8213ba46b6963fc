"""Why two records are of one event, or aren't."""

from __future__ import annotations

from typing import NamedTuple


class Reason(NamedTuple):
    """One thing that speaks for one event, or against it."""

    field: str
    """The field that it is about."""
    weight: int
    """How much it speaks for it; against it below 0."""
    text: str
    """The reason in words."""


class Verdict(NamedTuple):
    """Whether two records are of one event, and why."""

    same: bool
    reasons: tuple[Reason, ...]

    @property
    def pro(self) -> tuple[Reason, ...]:
        """What speaks for it."""
        return tuple(reason for reason in self.reasons if reason.weight > 0)

    @property
    def contra(self) -> tuple[Reason, ...]:
        """What speaks against it."""
        return tuple(reason for reason in self.reasons if reason.weight < 0)
