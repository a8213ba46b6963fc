"""The quote of a record: the shortest stretch of the text that holds what tells of it."""

from __future__ import annotations

from indru.model import Record

_REACH = 160
"""How far a quote may stretch, in characters: about two lines of a column."""
_TRIED = 20
"""How many places of a field are tried: a name may stand in a text a thousand times."""


def quote_of(record: Record, field: str, text: str) -> str:
    """The words around the evidence of *field*, as far as they are evidence for the record too.

    Evidence of one record may lie pages apart, so it counts only within reach and in the same paragraph. The
    quote is verbatim; characters that a terminal would obey are shown as spaces.

    Args:
        record: the record to quote for.
        field: the field that makes it: the status of an agreement, the system of a procurement.
        text: the raw text that the record was read from.
    """
    spans = sorted((item.span.start, item.span.end) for item in record.evidence if item.quote)
    anchors = [(item.span.start, item.span.end) for item in record.evidence_for(field) if item.quote]
    windows = [_widen(anchor, spans, text) for anchor in (anchors or spans)[:_TRIED]]
    if not windows:
        return ""
    # A headline often names the thing first, and the sentence that tells of it comes later.
    start, end, _ = max(windows, key=lambda window: window[2])
    return plain(text[start:end])


def _widen(anchor: tuple[int, int], spans: list[tuple[int, int]], text: str) -> tuple[int, int, int]:
    """The stretch around an anchor, and how much evidence it holds."""
    start, end = anchor
    held = 0
    for other_start, other_end in spans:
        low, high = min(start, other_start), max(end, other_end)
        if high - low <= _REACH and "\n\n" not in text[low:high]:
            start, end = low, high
            held += 1
    return start, end, held


def plain(text: str) -> str:
    r"""The text on one line, without characters that control a terminal.

    >>> plain("signed\n\x1b[31m a  contract")
    'signed [31m a contract'
    """
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())
