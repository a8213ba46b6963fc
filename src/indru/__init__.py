"""indru reads news of defence cooperation between India and Russia, and says where it read what."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indru.codec import from_dict, from_json, to_dict, to_json
    from indru.dossier import Dossier
    from indru.errors import IndruError
    from indru.explanation import explain
    from indru.knowledge import Knowledge, default_knowledge
    from indru.many import parse_many
    from indru.model import (
        Agreement,
        Meeting,
        ParseResult,
        Person,
        Problem,
        Procurement,
        Source,
        WeaponSystem,
    )
    from indru.pipeline import inspect, parse
    from indru.readers import find_dates, find_money, find_quantities, find_systems
    from indru.screening import is_relevant
    from indru.values import DateSpan, Evidence, Money, Quantity
    from indru.web import parse_html

__all__ = [
    "Agreement",
    "DateSpan",
    "Dossier",
    "Evidence",
    "IndruError",
    "Knowledge",
    "Meeting",
    "Money",
    "ParseResult",
    "Person",
    "Problem",
    "Procurement",
    "Quantity",
    "Source",
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
    "is_relevant",
    "parse",
    "parse_html",
    "parse_many",
    "to_dict",
    "to_json",
]

_HOMES = {
    "codec": "from_dict from_json to_dict to_json",
    "dossier": "Dossier",
    "errors": "IndruError",
    "explanation": "explain",
    "knowledge": "Knowledge default_knowledge",
    "many": "parse_many",
    "model": "Agreement Meeting ParseResult Person Problem Procurement Source WeaponSystem",
    "pipeline": "inspect parse",
    "readers": "find_dates find_money find_quantities find_systems",
    "screening": "is_relevant",
    "values": "DateSpan Evidence Money Quantity",
    "web": "parse_html",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    """Load a public name at its first use: whoever wants the records alone doesn't wait for the parser."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
