"""Questions to records: filters that compose, timelines, who met whom, the order book."""

from indru.query.names import Aliases, Names
from indru.query.orders import OrderLine, order_book
from indru.query.records import Records
from indru.query.timelines import Encounter, Happening, timeline, who_met_whom

__all__ = [
    "Aliases",
    "Encounter",
    "Happening",
    "Names",
    "OrderLine",
    "Records",
    "order_book",
    "timeline",
    "who_met_whom",
]
