"""What the parsers return: drafts of records, each value still with the place that it was read from."""

from __future__ import annotations

from typing import Any, NamedTuple

import attrs

from indru.scan.mentions import Mention
from indru.values import Basis


class Reading(NamedTuple):
    """One value of one field, and where it was read. `rule` names the cue or the row that read it."""

    field: str
    value: Any
    start: int
    end: int
    rule: str
    basis: Basis = Basis.ASSERTED


def read(field: str, value: Any, at: Mention, rule: str = "", basis: Basis = Basis.ASSERTED) -> Reading:
    """A reading at a mention, by the rule of its row unless another is named."""
    return Reading(field, value, at.start, at.end, rule or rule_of(at), basis)


def rule_of(m: Mention) -> str:
    """The id of the row that a mention comes from, with its kind: `cue:seal-sign`."""
    row_id = getattr(m.value, "id", "")
    return f"{m.kind.value}:{row_id}" if row_id else m.kind.value


@attrs.frozen(kw_only=True, eq=False)
class Draft:
    """A record in the making. `type` is the record's name; `readings` are in the order of the parser.

    `definite`: the words point back ("the deal"), so the draft may only add to an event told elsewhere.
    `weak`: too little for a record of its own. `more`: the words set it off from others ("another 48").
    """

    type: str
    sentence: int
    start: int
    readings: tuple[Reading, ...]
    definite: bool = False
    weak: bool = False
    more: bool = False
    heading: bool = False
    """It stands in a headline, which tells what the text then tells again."""
    strength: int = 3
    """How strongly the words speak for the status; 1 and 2 are mere hints."""

    def get(self, field: str) -> Any:
        """The first value of a field, or None."""
        for reading in self.readings:  # asked thousands of times a text: no generator
            if reading.field == field:
                return reading.value
        return None

    def all(self, field: str) -> tuple[Any, ...]:
        """Every value of a field."""
        return tuple([r.value for r in self.readings if r.field == field])
