"""Readings as JSON: an array, or one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO, Any

import attrs

from indru.cli.documents import Article
from indru.cli.explanations import explanation_rows
from indru.explanation import ExplainedSentence
from indru.model import ParseResult


@attrs.frozen
class Reading:
    """An article and what was read in it."""

    article: Article
    result: ParseResult
    explanation: tuple[ExplainedSentence, ...] | None = None
    """Only where it is wanted."""


def write_lines(readings: Iterable[Reading], stream: IO[bytes]) -> None:
    """One JSON object a line, each as soon as it is read."""
    for reading in readings:
        stream.write(_encode(reading) + b"\n")


def write_array(readings: Iterable[Reading], stream: IO[bytes]) -> None:
    """One JSON array, of one object for a single document too, so that its readers need one shape only."""
    before = b"[\n"
    for reading in readings:
        stream.write(before + _encode(reading))
        before = b",\n"
    stream.write(b"[]\n" if before == b"[\n" else b"\n]\n")


def _encode(reading: Reading) -> bytes:
    """`document` and `line` say where it comes from; the other keys are those of the result, with `text` for a page.

    `explanation` comes where it is wanted.
    """
    import indru

    article = reading.article
    row: dict[str, Any] = {
        "document": article.document,
        "line": article.line,
        **indru.to_dict(reading.result),
    }
    if article.extracted:
        row["text"] = article.text
    if reading.explanation is not None:
        row["explanation"] = explanation_rows(reading.explanation)
    try:
        return json.dumps(row, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half a surrogate pair, or a file name that isn't UTF-8
        return json.dumps(row).encode()
