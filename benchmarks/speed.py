"""Time every stage and the whole beside its peers: `nox -s bench`.

Prints a table, and adds a line a figure to `history.csv`. Each figure is the median of rounds in which all readers take
turns, in processor time, so that what else the machine does touches all alike. `--instructions` adds how many
instructions an article takes, by `perf` or, slowly, by valgrind. `--dry` adds nothing to the history.
"""

from __future__ import annotations

import argparse
import csv
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from accuracy import commit
from peers import installed
from texts import KINDS

import indru
from indru.parsing.document import parse_document
from indru.parsing.source import parse_source
from indru.resolve.document import resolve_document
from indru.scan.scan import scan
from indru.text import Document

HISTORY: Final = Path(__file__).with_name("history.csv")
HEADER: Final = ("date", "commit", "texts", "reader", "articles_per_s", "mb_per_s", "times_parse", "instructions")
SLOW: Final = ("dateparser search_dates", "quantulum3")
"""Peers that take so long that a few articles must do."""
FEW: Final = 4


def main() -> None:
    """Time, print, note."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--instructions", action="store_true")
    arguments.add_argument("--dry", action="store_true")
    options = arguments.parse_args()
    rows = [row for kind in KINDS for row in figures(kind, options.rounds)]
    if options.instructions:
        rows = with_instructions(rows)
    print_table(rows)
    if not options.dry:
        append(rows)


def figures(kind: str, rounds: int) -> list[list[str]]:
    """A line for each reader of one kind of texts."""
    texts = KINDS[kind]()
    readers: dict[str, Callable[[str], object]] = {"parse": indru.parse, "is_relevant": indru.is_relevant}
    if kind == "relevant":
        readers.update(installed())
    seconds = {name: statistics.median(times) for name, times in _timed(readers, texts, rounds).items()}
    if kind == "relevant":
        seconds.update(stages(texts, rounds))
    size = statistics.mean(len(text.encode()) for text in texts)
    return [
        [kind, name, f"{1 / each:.4g}", f"{size / each / 1e6:.3g}", f"{seconds['parse'] / each:.3g}", ""]
        for name, each in seconds.items()
    ]


def _timed(readers: Mapping[str, Callable[[str], object]], texts: list[str], rounds: int) -> dict[str, list[float]]:
    """Seconds for an article, round by round."""
    times: dict[str, list[float]] = {name: [] for name in readers}
    for round_ in range(rounds + 1):
        for name, read in readers.items():
            chosen = texts[:FEW] if name in SLOW else texts
            start = time.process_time()
            for text in chosen:
                read(text)
            if round_:  # the first one warms up
                times[name].append((time.process_time() - start) / len(chosen))
    return times


def stages(texts: list[str], rounds: int) -> dict[str, float]:
    """Seconds for an article in each stage of `parse`."""
    knowledge = indru.default_knowledge()
    times: dict[str, list[float]] = {"stage text": [], "stage scan": [], "stage parse": [], "stage resolve": []}
    for _ in range(rounds):
        spent = dict.fromkeys(times, 0.0)
        for text in texts:
            marks = [time.process_time()]
            document = Document.of(text, knowledge)
            source = parse_source(document, knowledge, published=None, url=None, publisher=None)
            marks.append(time.process_time())
            found = scan(document, knowledge)
            marks.append(time.process_time())
            drafts = parse_document(found, None)
            marks.append(time.process_time())
            resolve_document(drafts, document, source, knowledge)
            marks.append(time.process_time())
            for name, before, after in zip(spent, marks, marks[1:], strict=False):
                spent[name] += after - before
        for name, seconds in spent.items():
            times[name].append(seconds / len(texts))
    return {name: statistics.median(each) for name, each in times.items()}


_COUNTED: Final = """
import sys
sys.path.insert(0, sys.argv[1])
import indru, texts
for text in texts.relevant(int(sys.argv[2])):
    indru.parse(text)
"""


def with_instructions(rows: list[list[str]]) -> list[list[str]]:
    """The instructions of `parse` on relevant articles: what more articles take, divided by their number."""
    counts = [_instructions(number) for number in (2, 12)]
    each = "" if None in counts else str((counts[1] - counts[0]) // 10)  # type: ignore[operator]
    return [[*row[:-1], each] if row[:2] == ["relevant", "parse"] else row for row in rows]


def _instructions(articles: int) -> int | None:
    command = [sys.executable, "-c", _COUNTED, str(Path(__file__).parent), str(articles)]
    if shutil.which("perf"):
        done = subprocess.run(["perf", "stat", "-x,", "-e", "instructions:u", *command], capture_output=True, text=True)
        if found := re.search(r"^(\d+),", done.stderr, re.MULTILINE):
            return int(found[1])
    if shutil.which("valgrind"):
        with tempfile.TemporaryDirectory() as folder:
            tool = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out"]
            done = subprocess.run([*tool, *command], capture_output=True, text=True)
        if found := re.search(r"Collected\s*:\s*(\d+)", done.stderr):
            return int(found[1])
    print("neither perf nor valgrind can count instructions here")
    return None


def print_table(rows: list[list[str]]) -> None:
    """The figures as columns."""
    print(f"{'texts':<12} {'reader':<40} {'articles/s':>11} {'MB/s':>8} {'x parse':>8} {'instructions':>13}")
    for kind, name, articles, size, times, instructions in rows:
        print(f"{kind:<12} {name:<40} {articles:>11} {size:>8} {times:>8} {instructions:>13}")


def append(rows: list[list[str]]) -> None:
    """Add lines to the history."""
    new = not HISTORY.exists()
    day, revision = time.strftime("%Y-%m-%d"), commit()
    with HISTORY.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([HEADER] if new else [])
        writer.writerows([day, revision, *row] for row in rows)


if __name__ == "__main__":
    main()
