"""Whether two drafts tell of one procurement."""

from __future__ import annotations

from collections.abc import Sequence

from indru.parse.drafts import Draft
from indru.resolve.compatible import dates_agree, families, values


def same_procurement(group: Sequence[Draft], draft: Draft) -> int:
    """How well a draft fits a group of drafts of one procurement; 0 where it can't be the same."""
    if not families(draft.all("system")) & families(values(group, "system")):
        return 0
    if draft.more:
        return 0
    numbers = {q.number for q in values(group, "quantity")}  # type: ignore[attr-defined]
    quantity = draft.get("quantity")
    if quantity is not None and numbers and quantity.number not in numbers:
        return 0
    if not dates_agree(values(group, "ordered"), draft.all("ordered")):
        return 0
    modes = set(values(group, "mode"))
    same_mode = draft.get("mode") in modes
    return 2 + 3 * same_mode + 2 * (quantity is not None and bool(numbers))
