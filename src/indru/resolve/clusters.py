"""Drafts grouped by event, in the order of the text."""

from __future__ import annotations

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
    for draft in sorted(drafts, key=lambda d: (d.weak, d.definite and d.strength < 3, d.start)):
        agree = _SAME[draft.type]
        scored = [(score, -index) for index, group in enumerate(groups) if (score := agree(group, draft)) > 0]
        if scored:
            groups[-max(scored)[1]].append(draft)
        elif not draft.weak:
            groups.append([draft])
    return groups
