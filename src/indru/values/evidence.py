"""Where a value was read: spans of the raw text, and the quotes they hold."""

from __future__ import annotations

from enum import StrEnum

import attrs

from indru.errors import ModelError


class Basis(StrEnum):
    """How a value came from the text."""

    ASSERTED = "asserted"
    """Stands in the text as it is."""
    RESOLVED = "resolved"
    """Read with the document's date or its other sentences."""
    INFERRED = "inferred"
    """Follows from knowledge, such as who held an office then."""


@attrs.frozen
class Span:
    """A half-open range of character offsets into the raw text: `raw[start:end]`.

    >>> Span(0, 5).of("India and Russia")
    'India'
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if self.start < 0:
            raise ModelError("start", self.start, "an offset can't be negative")
        if self.end < self.start:
            raise ModelError("end", self.end, f"a span can't end before its start {self.start}")

    def of(self, text: str) -> str:
        """The characters of *text* that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@attrs.frozen(kw_only=True)
class Evidence:
    """One reason why a field holds what it holds: the field, the exact quote, and the rule that read it.

    `raw[span.start:span.end] == quote` holds for the raw text given to `parse`. A value that the caller
    handed in has an empty span, an empty quote and the rule `argument`.

    >>> Evidence(field="place", span=Span(10, 16), quote="Moscow", basis=Basis.ASSERTED, rule="place").quote
    'Moscow'
    """

    field: str
    span: Span
    quote: str
    basis: Basis = Basis.ASSERTED
    rule: str

    def __attrs_post_init__(self) -> None:
        if len(self.quote) != self.span.end - self.span.start:
            raise ModelError("quote", self.quote, f"a quote must be as long as its span {self.span}")
