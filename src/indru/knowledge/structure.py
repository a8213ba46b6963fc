"""Plain TOML values to typed rows, strictly: what doesn't fit is an error that names the key."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import Any, TypeGuard, TypeVar

import attrs

Row = TypeVar("Row")
Read = Callable[[Any], Any]
_WORDS: dict[type[Any], str] = {
    str: "text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "a table",
}


class MisfitError(ValueError):
    """A value doesn't fit its place; the message names key and problem, but not yet file and row."""


@attrs.frozen
class _Plan:
    """How to read one class: key to attribute and reader, the keys it needs, and the class."""

    reads: dict[str, tuple[str, Read]]
    required: frozenset[str]
    make: Callable[..., Any]


def structure(row_type: type[Row], value: object) -> Row:
    """Read one table of TOML as a row of the given class.

    >>> from indru.knowledge.rows import TenureRow
    >>> structure(TenureRow, {"office": "president", "start": "2012"})
    TenureRow(office='president', start='2012', end='')
    >>> structure(TenureRow, {"ofice": "president"})
    Traceback (most recent call last):
    indru.knowledge.structure.MisfitError: unknown key 'ofice' (close to: office)

    Raises:
        MisfitError: a key is unknown or missing, or a value is of the wrong type.
    """
    plan = _plan(typing.cast("Any", row_type))
    if not isinstance(value, dict):
        raise MisfitError(f"must be a table, not {_kind(value)}")
    table = typing.cast("dict[str, Any]", value)
    if not plan.required <= table.keys():
        missing = ", ".join(sorted(repr(key) for key in plan.required - table.keys()))
        unknown = _unknown(table.keys() - plan.reads.keys(), plan.reads)
        raise MisfitError(unknown or f"missing key {missing}")
    filled: dict[str, Any] = {}
    for key, item in table.items():
        if key not in plan.reads:
            raise MisfitError(_unknown([key], plan.reads))
        attribute, read = plan.reads[key]
        try:
            filled[attribute] = read(item)
        except MisfitError as misfit:
            raise MisfitError(f"key {key!r}: {misfit}") from None
    try:
        return typing.cast("Row", plan.make(**filled))
    except ValueError as error:
        raise MisfitError(str(error)) from error


def suggest(word: str, known: Iterable[str]) -> str:
    """A hint at what was meant, or nothing.

    >>> suggest("sytem", ["system", "person"])
    ' (close to: system)'
    """
    close = get_close_matches(word, list(known), n=3)
    return f" (close to: {', '.join(close)})" if close else ""


def _unknown(keys: Iterable[str], known: Iterable[str]) -> str:
    return "; ".join(f"unknown key {key!r}{suggest(key, known)}" for key in sorted(keys))


@cache
def _plan(row_type: Any) -> _Plan:
    hints = typing.get_type_hints(row_type)
    fields = [field for field in attrs.fields(row_type) if field.init]
    return _Plan(
        {_key(field.name): (field.name, _reader(hints[field.name])) for field in fields},
        frozenset(_key(field.name) for field in fields if field.default is attrs.NOTHING),
        row_type,
    )


def _key(attribute: str) -> str:
    """The TOML key of an attribute: Python keywords have an underscore that the file has not (`not_`)."""
    return attribute.removesuffix("_")


def _reader(hint: Any) -> Read:
    """The function that reads values of a type; unions are of a type and None only."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _reader(next(item for item in arguments if item is not type(None)))
    if origin is tuple:
        return _read_texts if arguments[0] is str else _list_reader(_reader(arguments[0]))
    if origin is Mapping:
        return _mapping_reader(_reader(arguments[1]))
    if hint is Decimal:
        return _read_decimal
    if issubclass(hint, StrEnum):
        return _enum_reader(hint)
    if attrs.has(hint):
        return lambda value: structure(hint, value)
    return _plain_reader(hint)


def _plain_reader(wanted: type[Any]) -> Read:
    def read(value: Any) -> Any:
        if type(value) is wanted or (wanted is float and type(value) is int):
            return value
        raise MisfitError(f"must be {_WORDS[wanted]}, not {_kind(value)}")

    return read


def _read_texts(value: Any) -> tuple[str, ...]:
    if not _is_list(value):
        raise MisfitError(f"must be a list of text, not {_kind(value)}")
    for item in value:
        if not isinstance(item, str):
            raise MisfitError(f"must be a list of text, but holds {_kind(item)}")
    return tuple(value)


def _list_reader(read: Read) -> Read:
    def read_list(value: Any) -> tuple[Any, ...]:
        if not _is_list(value):
            raise MisfitError(f"must be a list, not {_kind(value)}")
        return tuple(read(item) for item in value)

    return read_list


def _mapping_reader(read: Read) -> Read:
    def read_mapping(value: Any) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise MisfitError(f"must be a table, not {_kind(value)}")
        table = typing.cast("dict[str, Any]", value)
        return {key: read(item) for key, item in table.items()}

    return read_mapping


def _read_decimal(value: Any) -> Decimal:
    if isinstance(value, str) or type(value) is int:
        try:
            return Decimal(value)
        except InvalidOperation:
            pass
    raise MisfitError(f"must be a number in quotes, not {value!r}")


def _enum_reader(wanted: type[StrEnum]) -> Read:
    members = {str(member.value): member for member in wanted}

    def read(value: Any) -> StrEnum:
        if not isinstance(value, str):
            raise MisfitError(f"must be text, not {_kind(value)}")
        if value not in members:
            raise MisfitError(f"{value!r} is none of {', '.join(members)}{suggest(value, members)}")
        return members[value]

    return read


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def _kind(value: object) -> str:
    return _WORDS.get(type(value), type(value).__name__)
