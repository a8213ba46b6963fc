"""`indru evaluate`: how well the texts of a folder are read, by the gold that lies beside them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from indru.cli.monitor import monitored
from indru.cli.options import load_knowledge
from indru.errors import GoldError

if TYPE_CHECKING:
    from indru.evaluate import Mistake, Report, Score
    from indru.knowledge import Knowledge


class Format(StrEnum):
    """How scores are written."""

    TABLE = "table"
    JSON = "json"


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD",
            help="A folder with NAME.txt and its gold NAME.json, or one such .json file.",
            show_default=False,
        ),
    ],
    errors: Annotated[
        bool, typer.Option("--errors", help="Name each mistake: what gold has, what was read, where.")
    ] = False,
    form: Annotated[Format, typer.Option("--format", "-f", help="For people or for programs.")] = Format.TABLE,
    knowledge: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="TOML rows that add to what indru knows; may be repeated."),
    ] = None,
) -> None:
    """Read texts and compare the records with gold: precision, recall and F1 by record type and slot."""
    report = _score(gold, load_knowledge(knowledge or []))
    with monitored():
        if form is Format.JSON:
            row = _as_json(report, errors=errors)
            sys.stdout.buffer.write(json.dumps(row, ensure_ascii=False, indent=1).encode() + b"\n")
        else:
            from indru.cli.scores import write_scores

            write_scores(report, errors=errors)


def _score(path: Path, knowledge: Knowledge | None) -> Report:
    import indru
    from indru.evaluate import evaluate, read_gold

    try:
        gold = read_gold(path)
    except GoldError as error:
        raise typer.BadParameter(str(error), param_hint="GOLD") from error
    results = {
        document.id: indru.parse(document.text, published=document.published, knowledge=knowledge) for document in gold
    }
    return evaluate(gold, results, knowledge=knowledge)


def _as_json(report: Report, *, errors: bool) -> dict[str, Any]:
    row: dict[str, Any] = {
        "documents": report.documents,
        "overall": report.overall,
        "types": {
            name: {
                **_figures(score),
                "slots": {slot: _figures(one) for slot, one in report.by_slot[name].items()},
            }
            for name, score in report.by_type.items()
        },
    }
    return row | {"mistakes": list(_mistakes(report.mistakes))} if errors else row


def _figures(score: Score) -> dict[str, float]:
    return {
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
        "right": score.right,
        "spurious": score.spurious,
        "missing": score.missing,
    }


def _mistakes(mistakes: tuple[Mistake, ...]) -> Iterator[dict[str, str | None]]:
    for mistake in mistakes:
        yield {
            "document": mistake.document,
            "record_type": mistake.record_type,
            "kind": mistake.kind.value,
            "slot": mistake.slot,
            "gold": mistake.gold,
            "said": mistake.said,
            "quote": mistake.quote,
        }
