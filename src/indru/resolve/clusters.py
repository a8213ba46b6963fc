"""Drafts grouped by event, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence

from indru.parsing.drafts import Draft
from indru.resolve.same_agreement import same_agreement
from indru.resolve.same_meeting import same_meeting
from indru.resolve.same_procurement import same_procurement

_SAME: dict[str, Callable[[Sequence[Draft], Draft], int]] = {
    "agreement": same_agreement,
    "meeting": same_meeting,
    "procurement": same_procurement,
}


def cluster(drafts: Iterable[Draft]) -> list[list[Draft]]:
    """Drafts grouped by event. Each joins the best earlier group that it agrees with, else opens its own.

    A weak draft (a definite mention without news of its own, say) opens no group.
    """
    groups: list[list[Draft]] = []
    starts: list[tuple[int, int]] = []
    for draft in sorted(drafts, key=lambda d: (d.weak, d.definite and d.strength < 3, d.start)):
        agree = _SAME[draft.type]
        near = _near(starts, draft)
        scored = [(score, -index) for index in near if (score := agree(groups[index], draft)) > 0]
        if scored:
            groups[-max(scored)[1]].append(draft)
        elif not draft.weak:
            insort(starts, (draft.start, len(groups)))
            groups.append([draft])
    return groups


_MOST = 64
"""So many events before a draft and behind it are asked whether it tells of them."""


def _near(starts: Sequence[tuple[int, int]], draft: Draft) -> Iterable[int]:
    """The groups that a draft may join: all of an article's, and of a book's those told of around it.

    Else a text that tells of thousands of events would take the square of their number.
    """
    if len(starts) <= 2 * _MOST:
        return range(len(starts))
    at = bisect_left(starts, (draft.start, 0))
    return [index for _, index in starts[max(0, at - _MOST) : at + _MOST]]
