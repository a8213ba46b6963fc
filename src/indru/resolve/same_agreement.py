"""Whether two drafts tell of one agreement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indru.parsing.drafts import Draft
from indru.resolve.compatible import closeness, dates_agree, families, same_status, values
from indru.values import DateSpan

_GENERAL = frozenset({"agreement", "deal", "document"})
_SALE = frozenset({"contract", "deal"})


def same_agreement(group: Sequence[Draft], draft: Draft) -> int:
    """How well a draft fits a group of drafts of one agreement; 0 where it can't be the same.

    What contradicts keeps them apart: kinds, systems, dates, cities, counts, "the first" and "the second". Words
    that point back ("the deal") may then join; a new noun ("a contract") joins only where system or date is the same.
    """
    if not _may_agree(group, draft):
        return 0
    kinds = {str(k) for k in values(group, "kind")}
    shared = bool(_subjects([draft]) & _subjects(group))
    named = bool(families(draft.all("systems")) & families(values(group, "systems")))
    score = 1 + 4 * named + 2 * shared + 3 * (str(draft.get("kind")) in kinds)
    restated = all(other.heading for other in group)
    if draft.weak or (draft.definite and not draft.more):
        alike = draft.weak or restated or named or shared or not _has_own(group, draft, kinds)
        return score + closeness(group, draft) if alike else 0
    if restated and same_status(group, draft) and not draft.more:
        return score
    if draft.strength < 3 and any(other.sentence == draft.sentence and not other.more for other in group):
        return score  # "the biggest transaction since the collapse: a licence contract"
    same_day = _same_date(values(group, "signed"), draft.all("signed"))
    if not same_status(group, draft) or (draft.more and not (named and same_day)):
        return 0
    return score if named or (same_day and (shared or str(draft.get("kind")) in kinds)) else 0


def _has_own(group: Sequence[Draft], draft: Draft, kinds: set[str]) -> bool:
    """Whether "the agreement" has a kind or a date that the group lacks, so that it is one told only here.

    "The paper" may be any that was named.
    """
    if draft.get("kind") == "document":
        return False
    dated = bool(draft.all("signed")) and not values(group, "signed")
    return dated or str(draft.get("kind")) not in kinds


def _may_agree(group: Sequence[Draft], draft: Draft) -> bool:
    kinds = {str(k) for k in values(group, "kind")}
    mine, theirs = families(draft.all("systems")), families(values(group, "systems"))
    return (
        _kinds_agree(kinds, str(draft.get("kind")))
        and not (mine and theirs and not mine & theirs)
        and dates_agree(values(group, "signed"), draft.all("signed"))
        and _equal(values(group, "rank"), draft.all("rank"))
        and _cities(values(group, "place"), draft.all("place"))
        and _counts_agree(group, draft)
        and not _is_still_open(group, draft)
    )


def _is_still_open(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether the one is still to be signed and the other was, on a day that is told: they are two."""
    told = {str(d.get("status")) for d in group if d.strength >= 3}
    dated = values(group, "signed") if told == {"signed"} else draft.all("signed")
    return bool(dated) and {*told, draft.get("status")} == {"proposed", "signed"} and len(told) == 1


def _kinds_agree(kinds: set[str], kind: str) -> bool:
    return kind in kinds or kind in _GENERAL or bool(kinds & _GENERAL) or (kind in _SALE and bool(kinds & _SALE))


def _counts_agree(group: Sequence[Draft], draft: Draft) -> bool:
    """ "Ten agreements" are another record than "an agreement"."""
    return set(draft.all("count")) == set(values(group, "count"))


def _subjects(drafts: Iterable[Draft]) -> set[str]:
    """The families of systems that drafts name, or that the text around them speaks of."""
    return {family for d in drafts for family in families([*d.all("systems"), *d.all("about")])}


def _equal(known: Sequence[object], said: Sequence[object]) -> bool:
    return not known or not said or bool(set(known) & set(said))


def _cities(known: Sequence[object], said: Sequence[object]) -> bool:
    """Whether places agree: Goa isn't Moscow, but it is in India."""
    pairs = [
        (getattr(x, "city", "") or getattr(x, "id", ""), getattr(y, "city", "") or getattr(y, "id", ""))
        for x in known
        for y in said
    ]
    return all(x == y or x.isupper() or y.isupper() for x, y in pairs)


def _same_date(known: Sequence[object], said: Sequence[object]) -> bool:
    return any(x == y for x in known for y in said if isinstance(x, DateSpan))
