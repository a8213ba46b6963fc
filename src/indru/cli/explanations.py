"""Why a text reads as it does, for `indru parse --explain`: as JSON, and as a table below the records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from indru.explanation import ExplainedCue, ExplainedSentence
from indru.model import ParseResult, Record


def explanation_rows(sentences: Iterable[ExplainedSentence]) -> list[dict[str, Any]]:
    """The sentences with their cues as JSON has them; one without cues stays, for nothing to see is an answer too."""
    return [
        {
            "start": sentence.span.start,
            "end": sentence.span.end,
            "text": sentence.text,
            "cues": [_cue_row(cue) for cue in sentence.cues],
        }
        for sentence in sentences
    ]


def _cue_row(cue: ExplainedCue) -> dict[str, Any]:
    fed = [one.partition("@")[::2] for one in cue.fed]
    return {
        "cue": cue.cue,
        "kind": cue.kind.value,
        "start": cue.span.start,
        "end": cue.span.end,
        "quote": cue.quote,
        "fed": [{"field": field, "record": record} for field, record in fed],
        "reason": cue.reason or None,
    }


def explanation_lines(
    sentences: Sequence[ExplainedSentence], result: ParseResult
) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Each sentence that has cues, with a line for each: the words, the row, and what they fed or why nothing."""
    names = _numbered(result)
    for sentence in sentences:
        if sentence.cues:
            yield sentence.text, [(cue.quote, cue.cue, _outcome(cue, names)) for cue in sentence.cues]


def _outcome(cue: ExplainedCue, names: dict[str, str]) -> str:
    if cue.reason:
        return f"nothing: {cue.reason}"
    fields: dict[str, list[str]] = {}
    for one in cue.fed:
        field, _, record = one.partition("@")
        fields.setdefault(record, []).append(field.rpartition(".")[2])
    return "; ".join(f"{names[record]}: {', '.join(said)}" for record, said in fields.items())


def _numbered(result: ParseResult) -> dict[str, str]:
    """Records by their place in their table, as "agreement 2": an id says nothing to people."""
    tables: tuple[tuple[str, Sequence[Record]], ...] = (
        ("agreement", result.agreements),
        ("meeting", result.meetings),
        ("procurement", result.procurements),
    )
    return {record.id: f"{name} {number}" for name, records in tables for number, record in enumerate(records, 1)}
