"""A text with its evidence marked, as HTML: for notebooks, and for pages of one's own."""

from __future__ import annotations

from html import escape
from itertools import pairwise

import attrs

from indru.errors import ModelError
from indru.model import ParseResult, Record
from indru.model.notebook import mark_style

__all__ = ["Highlighted", "highlight"]


@attrs.frozen(repr=False)
class Highlighted:
    """A piece of HTML, safe to put into a page: `str` gives it, and a notebook shows it."""

    html: str

    def __str__(self) -> str:
        return self.html

    def __html__(self) -> str:
        """What template engines take as already escaped."""
        return self.html

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return f"<Highlighted {len(self.html)} characters>"


def highlight(text: str, found: ParseResult | Record) -> Highlighted:
    """Mark in a text the words that a result, or one record, rests on.

    Where evidence of several records overlaps, the mark has the colour of the first and its tip names them
    all. Everything of the text is escaped.

    Args:
        text: The raw text, exactly as it was given to `parse`.
        found: What was read in it.

    Raises:
        ModelError: The text isn't the one that was read: a quote doesn't stand where its evidence says.

    >>> import indru
    >>> text = "Rajnath Singh met Sergei Shoigu in Moscow on 5 November 2019."
    >>> "<mark " in str(highlight(text, indru.parse(text)))
    True
    """
    records = found.records if isinstance(found, ParseResult) else (found,)
    spans: list[tuple[int, int, str, str]] = []
    for record in reversed(records):  # the source, which comes first, gives way to what the text tells of
        kind = type(record).__name__
        for item in record.evidence:
            if item.span.of(text) != item.quote:
                raise ModelError("text", item.quote, f"must be the text that was read; {item.span} holds other words")
            if item.quote:
                spans.append((item.span.start, item.span.end, kind, f"{kind}: {item.field}"))
    return Highlighted(f'<div style="white-space:pre-wrap;line-height:1.7">{_marked(text, spans)}</div>')


def _marked(text: str, spans: list[tuple[int, int, str, str]]) -> str:
    edges = sorted({0, len(text), *(edge for start, end, _, _ in spans for edge in (start, end))})
    waiting = sorted(spans, key=lambda span: span[0], reverse=True)
    active: list[tuple[int, int, str, str]] = []
    pieces: list[str] = []
    for start, end in pairwise(edges):
        active = [span for span in active if span[1] > start]
        while waiting and waiting[-1][0] <= start:
            active.append(waiting.pop())
        piece = escape(text[start:end])
        if active:
            told = escape(", ".join(dict.fromkeys(span[3] for span in active)))
            piece = f'<mark style="{mark_style(active[0][2])}" title="{told}">{piece}</mark>'
        pieces.append(piece)
    return "".join(pieces)
