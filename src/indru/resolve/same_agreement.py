"""Whether two drafts tell of one agreement."""

from __future__ import annotations

from collections.abc import Sequence

from indru.parse.drafts import Draft
from indru.resolve.compatible import closeness, dates_agree, families, same_status, values


def same_agreement(group: Sequence[Draft], draft: Draft) -> int:
    """How well a draft fits a group of drafts of one agreement; 0 where it can't be the same."""
    kinds = {str(k) for k in values(group, "kind")}
    kind = str(draft.get("kind"))
    if not _kinds_agree(kinds, kind):
        return 0
    mine, theirs = families(draft.all("systems")), families(values(group, "systems"))
    if mine and theirs and not mine & theirs:
        return 0
    if not dates_agree(values(group, "signed"), draft.all("signed")):
        return 0
    if draft.all("count") != tuple(values(group, "count"))[:1] and (draft.all("count") or values(group, "count")):
        return 0
    score = 1 + 4 * bool(mine & theirs) + 3 * (kind in kinds)
    if draft.definite or draft.weak:
        return score + closeness(group, draft)
    if draft.more:
        return score if mine & theirs and same_status(group, draft) and kind in kinds else 0
    return score if same_status(group, draft) else 0


def _kinds_agree(kinds: set[str], kind: str) -> bool:
    return kind in kinds or kind == "agreement" or "agreement" in kinds
