"""Whether two drafts tell of one procurement."""

from __future__ import annotations

from collections.abc import Sequence

from indru.parse.drafts import Draft
from indru.resolve.compatible import closeness, dates_agree, families, values


def same_procurement(group: Sequence[Draft], draft: Draft) -> int:
    """How well a draft fits a group of drafts of one procurement; 0 where it can't be the same."""
    if not families(draft.all("system")) & families(values(group, "system")):
        return 0
    if draft.more or not _numbers_agree(group, draft):
        return 0
    if not dates_agree(values(group, "ordered"), draft.all("ordered")):
        return 0
    score = 2 + 3 * (draft.get("mode") in values(group, "mode"))
    score += 3 * bool(_numbers(group, "quantity") & _numbers([draft], "quantity"))
    score += 2 * any(draft.get("system").id == row.id for row in values(group, "system"))  # type: ignore[attr-defined]
    return score + closeness(group, draft)


def _numbers(drafts: Sequence[Draft], field: str) -> set[int]:
    return {quantity.number for quantity in values(drafts, field)}  # type: ignore[attr-defined]


def _numbers_agree(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether the numbers can be of one order: the same whole, or a part and a whole that holds it."""
    whole, mine = _numbers(group, "quantity"), _numbers([draft], "quantity")
    if whole and mine:
        return bool(whole & mine)
    parts = _numbers([draft], "delivered") | _numbers([draft], "outstanding")
    return not whole or not parts or max(parts) <= max(whole)
