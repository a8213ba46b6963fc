"""Whether two drafts tell of one procurement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from indru.model import WeaponCategory
from indru.parsing.drafts import Draft, Reading
from indru.resolve.compatible import closeness, dates_agree, families, values
from indru.values import Basis, Quantity


def same_procurement(group: Sequence[Draft], draft: Draft) -> int:
    """How well a draft fits a group of drafts of one procurement; 0 where it can't be the same."""
    if not families(draft.all("system")) & families(values(group, "system")) or not _systems_agree(group, draft):
        return 0
    if not _numbers_agree(group, draft) or _is_another(group, draft):
        return 0
    if not dates_agree(values(group, "ordered"), draft.all("ordered")):
        return 0
    if not draft.weak and not _modes_agree(group, draft):
        return 0
    if not draft.weak and _is_counted_apart(group, draft):
        return 0
    score = 6 + 3 * (draft.get("mode") in values(group, "mode"))
    score += 3 * _restates(group, draft)
    score += 2 * any(draft.get("system").id == row.id for row in _rows(group))
    if draft.weak:
        # "The contract" is one told before, and not the further lot.
        score -= 3 * (min(d.start for d in group) > draft.start) + 2 * (not draft.more and all(d.more for d in group))
    return score + closeness(group, draft)


def _is_counted_apart(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether what has come, with a number of its own, is told beside a purchase that was given up."""
    cancelled = "cancelled" in values(group, "status")
    return cancelled and bool(_wholes([draft])) and draft.get("status") in ("delivered", "delivering", "contracted")


def _systems_agree(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether the names can be of one system: a type and its version, a class and its ship; not Mi-8 and Mi-17."""
    return any(_alike(draft.get("system"), row) for row in _rows(group))


def _alike(one: Any, other: Any) -> bool:
    a, b = _folded(one.designation), _folded(other.designation)
    if a.startswith(b) or b.startswith(a):
        return True
    named = a.startswith("ins") and b.startswith("ins")
    return one.category is WeaponCategory.SHIP and not named


def _folded(designation: str) -> str:
    return "".join(filter(str.isalnum, designation.lower()))


def _is_another(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether "more" and "another" set the one off from the other, and they don't give the same number."""
    if not draft.more and not any(d.more for d in group):
        return False
    sought = [d.get("status") == "proposed" for d in (*group, draft) if d.get("status") is not None]
    apart = len(set(sought)) > 1 and not draft.weak
    if _restates(group, draft):
        # "Talks are on for five more. The first five were ordered in 2018."
        return apart and any(d.get("ordered") is not None for d in (*group, draft))
    if apart:
        return True
    return draft.more and bool(_wholes([draft]))


def _rows(group: Sequence[Draft]) -> list[Any]:
    return values(group, "system")


def _wholes(drafts: Sequence[Draft]) -> list[Quantity]:
    return [q for q in values(drafts, "quantity") if isinstance(q, Quantity)]


def _parts(drafts: Sequence[Draft]) -> Iterator[int]:
    for field in ("delivered", "outstanding"):
        yield from (q.number for q in values(drafts, field) if isinstance(q, Quantity))


def _restates(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether both give one number: "464 more" in the headline and "the 464" below it."""
    return any(a.number == b.number for a in _wholes(group) for b in _wholes([draft]))


def _numbers_agree(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether the numbers can be of one order: the same whole, or a part and a whole that holds it."""
    whole, mine = _wholes(group), _wholes([draft])
    if whole and mine:
        if _is_share(group, draft):
            return True
        return any(a.number == b.number or a.compatible(b) for a in whole for b in mine)
    largest = max((q.number for q in (whole or mine)), default=0)
    return not largest or max(_parts([*group, draft]), default=0) <= largest


def _is_signed(draft: Draft) -> bool:
    return any(r.field == "status" and r.rule.startswith(("cue:seal", "cue:paper")) for r in draft.readings)


def _is_share(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether a number without a name beside it is a share of one just told: "60 will be supplied ready-made"."""
    whole, mine = _wholes(group), _wholes([draft])
    near = any(0 <= draft.sentence - d.sentence <= 2 for d in group)
    apart = draft.more or draft.get("ordered") is not None or draft.get("value") is not None or _is_signed(draft)
    resolved = draft.readings[0].basis is Basis.RESOLVED
    return near and resolved and not apart and max(q.number for q in mine) < max(q.number for q in whole)


_WORK = frozenset({"upgrade", "support"})


def _modes_agree(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether work on equipment isn't mixed with the purchase of it, where the words tell the one from the other."""
    mine, theirs = _said_modes([draft]), _said_modes(group)
    return not mine or not theirs or bool(mine & theirs) or bool(mine & _WORK) == bool(theirs & _WORK)


def _said_modes(drafts: Sequence[Draft]) -> set[str]:
    readings: Iterator[Reading] = (r for draft in drafts for r in draft.readings)
    return {str(r.value) for r in readings if r.field == "mode" and r.rule != "mode:default"}
