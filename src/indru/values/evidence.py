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


@attrs.frozen(repr=False, order=True)
class Span:
    """A half-open range of character offsets into the raw text: `raw[start:end]`.

    Offsets count code points, as Python does, not bytes and not the UTF-16 units of a browser. Spans sort by
    their start, then by their end.

    Raises:
        ModelError: An offset is negative or no integer, or the end is before the start.

    >>> Span(0, 5).of("India and Russia")
    'India'
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        # Checked here and not by validators: a reading makes hundreds of these.
        start, end = self.start, self.end
        if type(start) is not int or start < 0:
            raise ModelError("start", start, "an offset must be an integer that isn't negative")
        if type(end) is not int or end < start:
            raise ModelError("end", end, f"a span must end at an integer from its start {start} on")

    def of(self, text: str) -> str:
        """The characters of *text* that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character; an empty span shares none."""
        return max(self.start, other.start) < min(self.end, other.end)

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end})"


@attrs.frozen(kw_only=True, repr=False)
class Evidence:
    """One reason why a field holds what it holds: the field, the exact quote, and the rule that read it.

    `raw[span.start:span.end] == quote` holds for the raw text given to `parse`. A value that the caller
    handed in has an empty span, an empty quote and the rule `argument`.

    Raises:
        ModelError: The quote isn't as long as the span, or the field or the rule has no name.

    >>> Evidence(field="place", span=Span(10, 16), quote="Moscow", rule="place").quote
    'Moscow'
    """

    field: str
    span: Span
    quote: str
    basis: Basis = Basis.ASSERTED
    rule: str

    def __attrs_post_init__(self) -> None:
        # Checked here and not by validators: a reading makes hundreds of these.
        span, quote = self.span, self.quote
        if type(span) is not Span:
            raise ModelError("span", span, "must be of type Span")
        if type(quote) is not str or len(quote) != span.end - span.start:
            raise ModelError("quote", quote, f"must be a text as long as its span {span}")
        if type(self.basis) is not Basis:
            raise ModelError("basis", self.basis, "must be of type Basis")
        field, rule = self.field, self.rule
        if type(field) is not str or not field or field.isspace():
            raise ModelError("field", field, "must be the name of a field")
        if type(rule) is not str or not rule or rule.isspace():
            raise ModelError("rule", rule, "must be the name of the rule that read the value")

    def __repr__(self) -> str:
        basis = "" if self.basis is Basis.ASSERTED else f", basis=Basis.{self.basis.name}"
        said = f"field={self.field!r}, span={self.span!r}, quote={self.quote!r}"
        return f"Evidence({said}{basis}, rule={self.rule!r})"
