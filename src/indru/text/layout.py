"""Logical lines: e-mail quoting taken off, and hard-wrapped paragraphs put together again."""

from __future__ import annotations

import re
from array import array
from itertools import pairwise

from indru.text.view import Offsets

Extent = tuple[int, int]

_WRAP_LEAST, _WRAP_MOST = 35, 100
_LIST_HEAD = re.compile(r"[-*+•●▪◦‣·#]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)](?!\S)")


def lay_out(text: str, offsets: Offsets | None) -> tuple[str, Offsets | None, list[Extent]]:
    """Join what was wrapped: the text, its offsets, and the lines that aren't empty."""
    lines = _physical(text)
    gaps = _wraps(text, lines)
    if gaps:
        text, offsets = _close(text, offsets, gaps)
        lines = _physical(text)
    return text, offsets, [line for line in lines if line[0] < line[1]]


def _physical(text: str) -> list[Extent]:
    """The extents of all lines without blanks around them, and without the `>` of quoted mail."""
    found: list[Extent] = []
    begin = 0
    for line in text.split("\n"):
        if line:
            body = line.strip()
            start = begin + (len(line) - len(line.lstrip()) if line[0] == " " else 0)
            if body.startswith(">"):
                bare = body.lstrip("> ")
                start += len(body) - len(bare)
                body = bare
            found.append((start, start + len(body)))
        else:
            found.append((begin, begin))
        begin += len(line) + 1
    return found


def _wraps(text: str, lines: list[Extent]) -> list[Extent]:
    """The gaps between lines that are one paragraph.

    Sure: a line of the length of mail ends in the middle of a sentence, and the next begins in lower case.
    Likely: there are sure gaps among the lines around, or anywhere in a text without long lines; and the next
    word wouldn't have fitted on the line.
    """
    groups = _short_groups(lines)
    sure = [[_is_sure(text, here, after) for here, after in pairwise(group)] for group in groups]
    widths = [_width(group) for group, found in zip(groups, sure, strict=True) if any(found)]
    if not widths:
        return []
    everywhere = all(end - start <= _WRAP_MOST for start, end in lines)
    gaps: list[Extent] = []
    for group, found in zip(groups, sure, strict=True):
        likely = everywhere or any(found)
        width = max(widths) if everywhere else _width(group)
        for (here, after), is_sure in zip(pairwise(group), found, strict=True):
            if is_sure or (likely and _is_full(text, here, after, width)):
                gaps.append((here[1], after[0]))
    return gaps


def _short_groups(lines: list[Extent]) -> list[list[Extent]]:
    """The runs of two lines and more that are no longer than those of mail."""
    groups: list[list[Extent]] = []
    group: list[Extent] = []
    for line in (*lines, (0, 0)):
        if line[0] < line[1] and line[1] - line[0] <= _WRAP_MOST:
            group.append(line)
            continue
        if len(group) > 1 and _width(group) >= _WRAP_LEAST:
            groups.append(group)
        group = []
    return groups


def _width(group: list[Extent]) -> int:
    return max(end - start for start, end in group)


def _is_sure(text: str, here: Extent, after: Extent) -> bool:
    return (
        here[1] - here[0] >= _WRAP_LEAST
        and text[after[0]].islower()
        and text[here[1] - 1] not in ".!?:"
        and _LIST_HEAD.match(text, after[0], after[1]) is None
    )


def _is_full(text: str, here: Extent, after: Extent, width: int) -> bool:
    word = text[after[0] : after[1]].partition(" ")[0]
    return here[1] - here[0] + 1 + len(word) > width and _LIST_HEAD.match(text, after[0], after[1]) is None


def _close(text: str, offsets: Offsets | None, gaps: list[Extent]) -> tuple[str, Offsets | None]:
    """Put one blank for each gap; offsets are needed only where a gap is longer than its line break."""
    pieces: list[str] = []
    done = 0
    for start, end in gaps:
        pieces.append(text[done:start])
        done = end
    pieces.append(text[done:])
    joined = " ".join(pieces)
    if len(joined) == len(text):
        return joined, offsets
    old_starts = offsets.starts if offsets is not None else array("l", range(len(text)))
    old_ends = offsets.ends if offsets is not None else array("l", range(1, len(text) + 1))
    starts, ends = array("l"), array("l")
    done = 0
    for start, end in gaps:
        starts.extend(old_starts[done : start + 1])
        ends.extend(old_ends[done:start])
        ends.append(old_ends[end - 1])
        done = end
    starts.extend(old_starts[done:])
    ends.extend(old_ends[done:])
    return joined, Offsets(starts, ends)
