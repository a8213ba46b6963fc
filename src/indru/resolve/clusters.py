"""Which drafts tell of one event: pairwise rules by record type, applied in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from indru.parse.drafts import Draft
from indru.values import DateSpan

Cluster = list[Draft]


def cluster(drafts: Iterable[Draft]) -> list[Cluster]:
    """Drafts grouped by event. Each joins the best earlier group that it agrees with, else opens its own.

    A weak draft (a definite mention without news of its own, say) opens no group.
    """
    groups: list[Cluster] = []
    for draft in sorted(drafts, key=lambda d: (d.weak, d.start)):
        agree = _SAME[draft.type]
        scored = [(score, -index) for index, group in enumerate(groups) if (score := agree(group, draft)) > 0]
        if scored:
            groups[-max(scored)[1]].append(draft)
        elif not draft.weak:
            groups.append([draft])
    return groups


def values(group: Sequence[Draft], field: str) -> list[object]:
    """Every value that a group of drafts has for a field."""
    return [value for draft in group for value in draft.all(field)]


def dates_agree(a: Iterable[object], b: Iterable[object]) -> bool:
    """Whether no date of one contradicts a date of the other; a less precise date of the same day agrees."""
    return all(dates_compatible(x, y) for x in a for y in b)


def dates_compatible(a: object, b: object) -> bool:
    """Whether two dates may be of one event.

    >>> dates_compatible(DateSpan("2021-12"), DateSpan("2021-12-06"))
    True
    >>> dates_compatible(DateSpan("XXXX-12-06"), DateSpan("2021-12-07"))
    False
    """
    if not isinstance(a, DateSpan) or not isinstance(b, DateSpan) or a == b:
        return True
    if a.earliest and a.latest and b.earliest and b.latest:
        return a.earliest <= b.latest and b.earliest <= a.latest
    return a.edtf[4:].startswith(b.edtf[4:]) or b.edtf[4:].startswith(a.edtf[4:])


def _families(found: Iterable[object]) -> set[str]:
    return {(getattr(s, "family", ()) or (getattr(s, "designation", ""),))[0] for s in found}


def _agreements(group: Sequence[Draft], draft: Draft) -> int:
    kinds = {str(k) for k in values(group, "kind")}
    kind = str(draft.get("kind"))
    if not _kinds_agree(kinds, kind):
        return 0
    mine, theirs = _families(draft.all("systems")), _families(values(group, "systems"))
    if mine and theirs and not mine & theirs:
        return 0
    if not dates_agree(values(group, "signed"), draft.all("signed")):
        return 0
    if draft.all("count") != tuple(values(group, "count"))[:1] and (draft.all("count") or values(group, "count")):
        return 0
    score = 1 + 4 * bool(mine & theirs) + 3 * (kind in kinds)
    if draft.definite or draft.weak:
        return score + _closeness(group, draft)
    if draft.more:
        return score if mine & theirs and _same_status(group, draft) and kind in kinds else 0
    return score if _same_status(group, draft) else 0


def _same_status(group: Sequence[Draft], draft: Draft) -> bool:
    known = set(values(group, "status"))
    return not known or draft.get("status") in known


def _closeness(group: Sequence[Draft], draft: Draft) -> int:
    return max(0, 3 - min(abs(draft.sentence - other.sentence) for other in group))


def _kinds_agree(kinds: set[str], kind: str) -> bool:
    return kind in kinds or kind == "agreement" or "agreement" in kinds


def _meetings(group: Sequence[Draft], draft: Draft) -> int:
    if draft.get("format") not in values(group, "format"):
        return 0
    mine = {p.name for p in draft.all("participants")}
    theirs = {p.name for p in values(group, "participants")}  # type: ignore[attr-defined]
    if mine and theirs and not mine & theirs:
        return 0
    if not dates_agree(values(group, "date"), draft.all("date")):
        return 0
    places = {p.id for p in values(group, "place")}  # type: ignore[attr-defined]
    place = draft.get("place")
    if draft.get("format") == "visit" and mine != theirs:
        return 0
    if not _same_status(group, draft):
        return 0
    return 1 + 2 * len(mine & theirs) + bool(place is not None and place.id in places)


def _procurements(group: Sequence[Draft], draft: Draft) -> int:
    if not _families(draft.all("system")) & _families(values(group, "system")):
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


_SAME: dict[str, Callable[[Sequence[Draft], Draft], int]] = {
    "agreement": _agreements,
    "meeting": _meetings,
    "procurement": _procurements,
}
