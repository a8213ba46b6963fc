"""What every record shares: an id, and evidence for each field that is filled."""

from __future__ import annotations

import attrs

from indru.values import Evidence


@attrs.frozen(kw_only=True)
class Record:
    """The base of the five record types. `id` is a hash of the content, the same for the same reading."""

    id: str
    evidence: tuple[Evidence, ...] = ()

    def evidence_for(self, field: str) -> tuple[Evidence, ...]:
        """The evidence of one field, in the order of the text; empty where the field is not filled."""
        return tuple(item for item in self.evidence if item.field == field)
