"""The texts that are timed: written by the project from a fixed seed, so that every run reads the same ones."""

from __future__ import annotations

from random import Random
from typing import Final

from indru.articles import Style, write

SEED: Final = 2021
_FILLER: Final = (
    "The monsoon reached the coast of Kerala on Tuesday, three days before its usual date, and farmers in the southern "
    "districts began to sow paddy. Traders at the market said that prices of onions had risen by 12 per cent since "
    "May, and the state government announced relief of Rs 250 crore for 14,000 families. Schools will open again on "
    "3 June.\n\n"
)


def relevant(count: int = 60) -> list[str]:
    """Articles with records."""
    random = Random(SEED)
    return [write(random, relevant=True).text for _ in range(count)]


def near_misses(count: int = 60) -> list[str]:
    """Articles of the same making in which nothing passes between the two countries."""
    random = Random(SEED + 1)
    return [write(random, relevant=False).text for _ in range(count)]


def unrelated(count: int = 60) -> list[str]:
    """News of other things, 2.6 KB each."""
    return [f"Story {number}.\n\n" + _FILLER * 7 for number in range(count)]


def long(count: int = 2) -> list[str]:
    """Many articles in one text of 100 KB."""
    joined = "\n\n".join(relevant(400))[:100_000]
    return [f"{number}\n{joined}" for number in range(count)]


def noisy(count: int = 40) -> list[str]:
    """Articles with the furniture of web pages, characters that nobody sees, and wide spaces."""
    random = Random(SEED + 2)
    styles = tuple(Style)
    texts = [write(random, style=styles[number % len(styles)]).text for number in range(count)]
    furniture = "Home | News | Sports\nShare this article\nAlso read: five things to know\n"
    return [furniture + text.replace(" the ", "\u00a0the\u200b ") + "\nSubscribe to our newsletter" for text in texts]


KINDS: Final = {
    "relevant": relevant,
    "near misses": near_misses,
    "unrelated": unrelated,
    "long": long,
    "noisy": noisy,
}
