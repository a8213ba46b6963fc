"""Score the golden articles, and the development corpus where it lies beside the project: `nox -s accuracy`.

Adds a line for each set to `accuracy.csv`. With `--base REV` it also shows which records the working tree reads
otherwise than that revision; with `--dry` it adds nothing.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import subprocess
import sys
from pathlib import Path
from typing import Final

import indru
from indru.evaluate import OVERALL, Report, evaluate, read_gold

ROOT: Final = Path(__file__).resolve().parent.parent
SETS: Final = {"golden": ROOT / "tests" / "golden", "dev": ROOT.parent / "shared" / "corpus" / "dev"}
HISTORY: Final = Path(__file__).with_name("accuracy.csv")
HEADER: Final = ("date", "commit", "set", "documents", "overall", *OVERALL)


def main() -> None:
    """Score, note, compare."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--base", metavar="REV", help="show what changed in the records since this revision")
    arguments.add_argument("--dry", action="store_true", help="add nothing to accuracy.csv")
    options = arguments.parse_args()
    folders = {name: folder for name, folder in SETS.items() if folder.is_dir()}
    rows = [row_of(name, score(folder)) for name, folder in folders.items()]
    table = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
    table.writerows([HEADER, *rows])
    if not options.dry:
        append(rows)
    if options.base:
        from compare import compare

        sys.stdout.flush()
        compare(options.base, folders)


def score(folder: Path) -> Report:
    """Read the texts of a folder and score them."""
    gold = read_gold(folder)
    return evaluate(gold, {one.id: indru.parse(one.text, published=one.published) for one in gold})


def row_of(name: str, report: Report) -> list[str]:
    """A line of the history."""
    today = datetime.datetime.now(datetime.UTC).date()
    by_type = report.by_type
    figures = (report.overall, *(by_type[record_type].f1 for record_type in OVERALL))
    return [today.isoformat(), commit(), name, str(report.documents), *(f"{figure:.4f}" for figure in figures)]


def commit() -> str:
    """The revision, with a plus where the sources differ from it."""
    revision = git("rev-parse", "--short", "HEAD").strip()
    return revision + ("+" if git("status", "--porcelain", "--", "src").strip() else "")


def git(*arguments: str) -> str:
    """What a command of git says."""
    return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def append(rows: list[list[str]]) -> None:
    """Add lines to the history."""
    new = not HISTORY.exists()
    with HISTORY.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([HEADER, *rows] if new else rows)


if __name__ == "__main__":
    main()
