"""What the JSON of values and records looks like, as JSON Schema 2020-12, derived from the classes themselves.

A validator refuses by it what `from_dict` refuses for a wrong type, an unknown key, a missing key or a word
outside a vocabulary. What takes more than a form (a day that isn't in the calendar, a range that ends before
it starts, a quote of another length than its span) only `from_dict` refuses.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from inspect import getdoc
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from indru.codec import CODED_TYPES
from indru.errors import ArgumentError
from indru.model import ParseResult
from indru.values import DateSpan

VERSION = 1
"""Of the JSON; it grows when a key is renamed, retyped or dropped, and stands in each `$id`."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SCHEMA_TYPES: dict[str, type[Any]] = {kind.__name__: kind for kind in CODED_TYPES}
"""What has a schema, by name."""

_DATE = r"[0-9X]{4}(-[0-9]{2}){0,2}~?"
_BASICS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Decimal: {"type": "string", "pattern": r"^[0-9]{1,60}(\.[0-9]{1,60})?$"},
}


def json_schema(kind: Any = ParseResult) -> dict[str, Any]:
    """The JSON Schema of a type that `to_dict` writes; the types that it holds stand in its `$defs`.

    Raises:
        ArgumentError: `kind` is none of `SCHEMA_TYPES`.

    >>> json_schema(DateSpan)["$id"]
    'urn:indru:schema:1:DateSpan'
    >>> json_schema()["properties"]["meetings"]
    {'type': 'array', 'items': {'$ref': '#/$defs/Meeting'}}
    """
    if kind not in CODED_TYPES:
        raise ArgumentError("kind", "the type of a value, a record or a result of indru", kind)
    held: dict[str, dict[str, Any]] = {}
    body = _body(kind, held)
    made = {"$schema": DIALECT, "$id": f"urn:indru:schema:{VERSION}:{kind.__name__}", "title": kind.__name__, **body}
    if held:
        made["$defs"] = dict(sorted(held.items()))
    return made


def _body(kind: Any, held: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The schema of one class; those of the classes that it holds go into *held*."""
    described = {"description": (getdoc(kind) or "").partition("\n\n")[0].replace("\n", " ")}
    if kind is DateSpan:
        return {**described, "type": "string", "pattern": rf"^(\.\.|{_DATE})(/(\.\.|{_DATE}))?$"}
    hints = get_type_hints(kind)
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(kind)
    return {
        **described,
        "type": "object",
        "properties": {field.name: _property(field, hints[field.name], held) for field in fields},
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _property(field: attrs.Attribute[Any], hint: Any, held: dict[str, dict[str, Any]]) -> dict[str, Any]:
    made = _schema(hint, held)
    default: Any = field.default
    if default is not attrs.NOTHING and default not in (None, ()):
        made["default"] = default.value if isinstance(default, StrEnum) else default
    return made


def _schema(hint: Any, held: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if isinstance(hint, UnionType):
        parts = get_args(hint)
        return {"anyOf": [{"type": "null"} if part is NoneType else _schema(part, held) for part in parts]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _schema(get_args(hint)[0], held)}
    if hint in CODED_TYPES:
        if hint.__name__ not in held:
            held[hint.__name__] = {}  # first, for a class that holds itself
            held[hint.__name__] = _body(hint, held)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if hint in _BASICS:
        return dict(_BASICS[hint])
    return {"type": "string", "enum": [word.value for word in hint]}
