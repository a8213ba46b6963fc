"""indru reads news of defence cooperation between India and Russia, and says where it read what."""

from indru.codec import from_dict, from_json, to_dict, to_json
from indru.errors import IndruError, KnowledgeError
from indru.explain import explain
from indru.knowledge import Knowledge, default_knowledge
from indru.model import (
    Agreement,
    Meeting,
    ParseResult,
    Person,
    Place,
    Problem,
    Procurement,
    Source,
    WeaponSystem,
)
from indru.pipeline import Trace, inspect, parse
from indru.readers import find_dates, find_money, find_quantities, find_systems
from indru.values import DateSpan, Evidence, Money, Quantity, Span

__all__ = [
    "Agreement",
    "DateSpan",
    "Evidence",
    "IndruError",
    "Knowledge",
    "KnowledgeError",
    "Meeting",
    "Money",
    "ParseResult",
    "Person",
    "Place",
    "Problem",
    "Procurement",
    "Quantity",
    "Source",
    "Span",
    "Trace",
    "WeaponSystem",
    "default_knowledge",
    "explain",
    "find_dates",
    "find_money",
    "find_quantities",
    "find_systems",
    "from_dict",
    "from_json",
    "inspect",
    "parse",
    "to_dict",
    "to_json",
]
