"""Evidence as W3C Web Annotations, which annotation tools read: a quote selector and a position selector each."""

from __future__ import annotations

from typing import Any

from indru.errors import ArgumentError
from indru.model import ParseResult, Record
from indru.values import Evidence
from indru.values.checks import is_tuple

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_BESIDE = 32
"""The characters of prefix and suffix, by which a quote is found again in a text that has changed."""


def web_annotations(text: str, result: ParseResult, *, source: str | None = None) -> list[dict[str, Any]]:
    """One annotation for each quote of each record, in the order of the records.

    The selectors are those of the Web Annotation Data Model (W3C Recommendation of 23 February 2017):
    `TextQuoteSelector` with prefix and suffix, and `TextPositionSelector`, whose positions count characters
    from 0, the end excluded.

    Args:
        text: The raw text that was read.
        result: What was read in it.
        source: The address of the text; without it, the one that was handed to `parse`, else its hash as a URN.

    Raises:
        ArgumentError: *text* isn't the text of *result*.

    >>> import indru
    >>> text = "India and Russia signed a contract for 5,000 Igla-S missiles."
    >>> annotation = web_annotations(text, indru.parse(text))[0]
    >>> annotation["target"]["selector"][0]["exact"]
    'India'
    """
    address = source or result.source.url or f"urn:sha256:{result.source.id}"
    return [
        _annotation(text, record, item, address)
        for record in result.records
        for item in record.evidence
        if item.span.start < item.span.end
    ]


def _annotation(text: str, record: Record, item: Evidence, address: str) -> dict[str, Any]:
    start, end = item.span.start, item.span.end
    if text[start:end] != item.quote:
        raise ArgumentError("text", f"the text of the result, which quotes {item.quote!r} at {start}", text[start:end])
    quote = {
        "type": "TextQuoteSelector",
        "exact": item.quote,
        "prefix": text[max(0, start - _BESIDE) : start],
        "suffix": text[end : end + _BESIDE],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    said = f"{type(record).__name__}.{item.field} = {_value(record, item.field)} ({item.basis}, {item.rule})"
    return {
        "@context": CONTEXT,
        "type": "Annotation",
        "motivation": "classifying",
        "body": {"type": "TextualBody", "value": said, "format": "text/plain", "purpose": "classifying"},
        "target": {"source": address, "selector": [quote, position]},
    }


def _value(record: Record, field: str) -> str:
    value = getattr(record, field, None)
    return ", ".join(map(str, value)) if is_tuple(value) else str(value)
