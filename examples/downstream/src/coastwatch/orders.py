"""What is on order: one line for each procurement that an article tells of."""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib.resources import files

import attrs

import indru


@cache
def knowledge() -> indru.Knowledge:
    """Indru's knowledge and the rows of this package; read once."""
    return indru.default_knowledge().extended(files("coastwatch").joinpath("knowledge.toml"))


@attrs.frozen(kw_only=True)
class Order:
    """A system, how many of it, and the words of the article that say so."""

    system: str
    number: int | None
    quote: str


def find_orders(text: str, *, published: dt.date | None = None) -> tuple[Order, ...]:
    """The orders that an article tells of, in its order."""
    result = indru.parse(text, published=published, knowledge=knowledge())
    return tuple(map(_order, result.procurements))


def _order(deal: indru.Procurement) -> Order:
    evidence: tuple[indru.Evidence, ...] = deal.evidence_for("quantity") or deal.evidence_for("system")
    return Order(
        system=deal.system.designation,
        number=deal.quantity.number if deal.quantity is not None else None,
        quote=evidence[0].quote,
    )
