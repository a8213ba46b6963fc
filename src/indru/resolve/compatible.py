"""What two drafts must agree on to tell of one event: dates, statuses, families of systems."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indru.parsing.drafts import Draft
from indru.values import DateSpan

Cluster = list[Draft]


def values(group: Sequence[Draft], field: str) -> list[object]:
    """Every value that a group of drafts has for a field."""
    return [r.value for draft in group for r in draft.readings if r.field == field]


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
    if not isinstance(a, DateSpan) or not isinstance(b, DateSpan):
        return True
    return a.overlaps(b) is not False


def families(found: Iterable[object]) -> set[str]:
    """The families of systems: Su-30 and Su-30MKI are one."""
    return {(getattr(s, "family", ()) or (getattr(s, "designation", ""),))[0] for s in found}


def same_status(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether a draft says of the event what the group says, or the group says nothing."""
    known = set(values(group, "status"))
    return not known or draft.get("status") in known


def closeness(group: Sequence[Draft], draft: Draft) -> int:
    """3 for a draft of the same sentence as one of the group, less for each sentence between."""
    return max(0, 3 - min(abs(draft.sentence - other.sentence) for other in group))
