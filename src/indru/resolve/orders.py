"""Dates of orders from the contracts of the same text: "the contract for the rifles", signed in another sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from indru.parsing.drafts import Draft, Reading
from indru.resolve.compatible import families, values
from indru.resolve.procurement_choice import ProcurementChoice
from indru.values import Basis, DateSpan

_ORDERED = frozenset({"contracted", "delivering", "delivered"})
_KINDS = frozenset({"contract", "deal", "memorandum", "agreement"})

Group = list[Draft]


def date_orders(procurements: Sequence[Group], agreements: Sequence[Group]) -> Iterator[Group]:
    """Give each order without a date that of the one signed contract on its system, if no other order has it."""
    taken = {date for group in procurements for date in values(group, "ordered")}
    undated = {index: None for index, group in enumerate(procurements) if _waits(group)}
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for index in undated:
        for family in families(values(procurements[index], "system")):
            waiting[family].append(index)
    papers = _papers(agreements if undated else ())
    for index, group in enumerate(procurements):
        date = _date_for(group, index, waiting, papers) if index in undated else None
        if date is not None and date.value not in taken:
            yield [*group, _only(group[0], date._replace(field="ordered", basis=Basis.RESOLVED))]
        else:
            yield group


def _waits(group: Group) -> bool:
    """Whether something was ordered, and the words about it don't say when."""
    return not values(group, "ordered") and ProcurementChoice(group).status() in _ORDERED


def _papers(agreements: Sequence[Group]) -> Mapping[str, list[tuple[int, Reading]]]:
    """The dates of signed papers by family of systems, with the numbers of the papers."""
    found: defaultdict[str, list[tuple[int, Reading]]] = defaultdict(list)
    for index, agreement in enumerate(agreements):
        signed = [(index, reading) for reading in _signed(agreement)]
        for family in families(values(agreement, "systems")) if signed else ():
            found[family].extend(signed)
    return found


def _date_for(
    group: Group, index: int, waiting: Mapping[str, list[int]], papers: Mapping[str, list[tuple[int, Reading]]]
) -> Reading | None:
    """The date of signing that can be of an order: one contract on the system, and one undated order of it."""
    kin = families(values(group, "system"))
    if any(waiting[family] != [index] for family in kin):
        return None
    signed = sorted((item for family in kin for item in papers.get(family, ())), key=itemgetter(0))
    dates = {reading.value: reading for _, reading in signed}
    return next(iter(dates.values())) if len(dates) == 1 else None


def _signed(agreement: Group) -> Iterator[Reading]:
    """The dates of an agreement that was signed, by kinds of paper that order things."""
    if not _KINDS & set(values(agreement, "kind")) or "proposed" in values(agreement, "status"):
        return
    for draft in agreement:
        for reading in draft.readings:
            if reading.field == "signed" and isinstance(reading.value, DateSpan):
                yield reading


def _only(like: Draft, reading: Reading) -> Draft:
    """A draft that adds one reading to a group."""
    return Draft(type=like.type, sentence=like.sentence, start=like.start, readings=(reading,), weak=True, strength=0)
