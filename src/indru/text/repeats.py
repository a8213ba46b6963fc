"""What a page says twice: doubled bodies, standfirsts taken from the text, teasers cut short."""

from __future__ import annotations

_LEAST = 40
"""Letters and digits that a passage must have to count as said before; short ones recur by right."""
_KEY = 24
_KEPT = 4
"""How many passages of one beginning are kept for comparison: enough for a page, and linear on any input."""


class Repeats:
    """The passages seen so far."""

    __slots__ = ("_seen",)

    def __init__(self) -> None:
        self._seen: dict[str, list[str]] = {}

    def seen(self, lower: str, start: int, end: int, *, cut: bool = False) -> bool:
        """Whether a passage was seen before, and keep it; with *cut*, also if its beginning alone is left."""
        while start < end and not lower[start].isalnum():
            start += 1
        if end - start < _LEAST:
            return False
        before = self._seen.setdefault(lower[start : start + _KEY], [])
        if not before:
            before.append(lower[start:end])
            return False
        folded = _fold(lower[start:end])
        if len(folded) < _LEAST:
            return False
        for passage in before:
            known = _fold(passage)
            if known == folded or (cut and known.startswith(folded)):
                return True
        if len(before) < _KEPT:
            before.append(lower[start:end])
        return False


def _fold(passage: str) -> str:
    return "".join(filter(str.isalnum, passage))
