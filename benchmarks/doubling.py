"""Whether time grows with the length of a text, and no faster: `python benchmarks/doubling.py`.

Each text is read once, twice, four and eight times as long; a doubling that takes more than 2.3 times as long, in
processor time and at the best of five, makes the exit code 1.
"""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Callable
from typing import Final

from texts import relevant

import indru

LIMIT: Final = 2.3
SIZES: Final = (1, 2, 4, 8)
_ARTICLES: Final = "\n\n".join(relevant(120))

TEXTS: Final[dict[str, Callable[[int], str]]] = {
    "articles": lambda size: (_ARTICLES * 8)[: 25_000 * size],
    "digits": lambda size: "1" * (125_000 * size),
    "commas": lambda size: "," * (125_000 * size),
    "brackets": lambda size: "(" * (25_000 * size) + ")" * (25_000 * size),
    "6 lakh": lambda size: "6 lakh " * (4_000 * size),
    "the": lambda size: "the " * (60_000 * size),
    "one sentence": lambda size: "India and Russia signed a contract for 5 tanks and " * (500 * size),
    "names": lambda size: "Sergei Shoigu met Rajnath Singh, " * (800 * size),
    "quotes": lambda size: '"\u201c' * (25_000 * size),
    "stops": lambda size: "A. B. " * (10_000 * size),
}


def main() -> int:
    """Time, print, judge."""
    indru.parse(_ARTICLES[:50_000])  # the matcher is compiled and caches are filled before anything is timed
    worst = 0.0
    for name, make in TEXTS.items():
        times = [_best(make(size)) for size in SIZES]
        ratios = [after / before for before, after in itertools.pairwise(times)]
        worst = max(worst, *ratios)
        print(f"{name:<14} {times[-1]:8.3f} s  " + " ".join(f"{ratio:5.2f}" for ratio in ratios), flush=True)
    print(f"worst: {worst:.2f} (limit {LIMIT})")
    return int(worst > LIMIT)


def _best(text: str) -> float:
    times: list[float] = []
    for _ in range(5):
        start = time.process_time()
        indru.parse(text)
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
