"""Running the command in this process, with a parser that only says what it was given."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from typing import Any

import pytest

import indru
from indru.cli import main
from indru.model import ParseResult, Source


@dataclass
class Outcome:
    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run(capsysbinary, monkeypatch):
    """Run `indru` with arguments and the bytes of standard input."""

    def run_command(*arguments: object, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(argument) for argument in arguments])
        captured = capsysbinary.readouterr()
        return Outcome(code, captured.out.decode(), captured.err.decode())

    return run_command


@pytest.fixture
def calls(monkeypatch):
    """The calls of a `parse` that finds nothing, and fails where the text says so."""
    made: list[tuple[str, dict[str, Any]]] = []

    def parse(text: str, **known: Any) -> ParseResult:
        made.append((text, known))
        if text == "bug":
            raise ZeroDivisionError("a bug")
        if text == "interrupt":
            raise KeyboardInterrupt
        return ParseResult(source=Source(id=f"{len(made):016x}"))

    monkeypatch.setattr(indru, "parse", parse, raising=False)
    monkeypatch.setattr(
        indru,
        "to_dict",
        lambda result: {"source": {"id": result.source.id, "title": result.source.title}},
        raising=False,
    )
    return made
