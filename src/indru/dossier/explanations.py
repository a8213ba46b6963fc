"""Why a merged record is what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from indru.dossier.matching import compare
from indru.dossier.merged import Claim, MergedRecord, claim
from indru.dossier.reasons import Verdict


@attrs.frozen(kw_only=True)
class Explanation:
    """Why one member belongs to a merged record: what it shares with the fullest one, with its quotes."""

    reading: str
    """The key of the reading."""
    record: str
    """The id of the record in it."""
    verdict: Verdict
    """What speaks for and against; without reasons for the fullest member itself."""
    claims: tuple[Claim, ...]
    """What the member says, field by field, with its quotes."""

    def __str__(self) -> str:
        lines = [f"{self.reading[:8]} {self.record}"]
        lines += [f"  {reason.weight:+d} {reason.field}: {reason.text}" for reason in self.verdict.reasons]
        return "\n".join(lines)


def explanations_of(merged: MergedRecord[Any]) -> Iterator[Explanation]:
    """For each member of a merged record why it is in it."""
    members = sorted(merged.members, key=lambda member: (-len(member.record.filled()), member.record.id))
    for place, member in enumerate(members):
        verdicts = [compare(member.record, other.record) for other in members[:place]]
        best = max(verdicts, key=lambda verdict: sum(r.weight for r in verdict.reasons), default=Verdict(True, ()))
        yield Explanation(
            reading=member.reading,
            record=member.record.id,
            verdict=best,
            claims=tuple(claim(member, field) for field in member.record.filled()),
        )
