"""Dates of orders from the contracts of the same text: "the contract for the rifles", signed in another sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    for group in procurements:
        date = _date_for(group, procurements, agreements) if not values(group, "ordered") else None
        if date is not None and date.value not in taken:
            yield [*group, _only(group[0], date._replace(field="ordered", basis=Basis.RESOLVED))]
        else:
            yield group


def _date_for(group: Group, procurements: Sequence[Group], agreements: Sequence[Group]) -> Reading | None:
    """The date of signing that can be of an order: one contract on the system, and one undated order of it."""
    if ProcurementChoice(group).status() not in _ORDERED:
        return None
    kin = families(values(group, "system"))
    rivals = [g for g in procurements if g is not group and families(values(g, "system")) & kin]
    if any(not values(g, "ordered") and ProcurementChoice(g).status() in _ORDERED for g in rivals):
        return None
    dates = {r.value: r for a in agreements if families(values(a, "systems")) & kin for r in _signed(a)}
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
