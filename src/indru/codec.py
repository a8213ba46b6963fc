"""Values and records as JSON, and back, without loss and without guessing.

Dates are EDTF text, decimals and words of a vocabulary are text, a span is `{"start": 0, "end": 5}`, and a
field that isn't filled is `null` or `[]`. Keys stand in the order of the fields. Reading is strict: an
unknown key, a number given as text, a text given for a list, a key that stands twice, NaN, all are a
`CodecError` that says where. A key may be left out if its field needn't be filled.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_origin, overload

import attrs

from indru.errors import ArgumentError, CodecError, ModelError
from indru.model import RECORD_TYPES, ParseResult, Person, Place, Problem, StatusChange
from indru.values import DateSpan, Evidence, Money, Quantity, Span

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")

CODED_TYPES: tuple[type[Any], ...] = (
    ParseResult,
    *RECORD_TYPES,
    Problem,
    StatusChange,
    Person,
    Place,
    Evidence,
    Span,
    DateSpan,
    Quantity,
    Money,
)
"""What can be written and read."""

_DECIMAL = re.compile(r"[0-9]{1,60}(?:\.[0-9]{1,60})?")


@overload
def to_dict(obj: DateSpan) -> str: ...  # pyright: ignore[reportOverlappingOverload]
@overload
def to_dict(obj: attrs.AttrsInstance) -> dict[str, Any]: ...
def to_dict(obj: attrs.AttrsInstance) -> Any:
    """A value, a record or a result as dictionaries, lists, strings, integers, booleans and None.

    A `DateSpan` by itself is a string.

    Raises:
        ArgumentError: It is none of `CODED_TYPES`.

    >>> to_dict(Quantity(number=600000, unit="rifle"))
    {'number': 600000, 'upper': None, 'qualifier': 'exact', 'unit': 'rifle'}
    """
    if type(obj) not in CODED_TYPES:
        raise ArgumentError("obj", "a value, a record or a result of indru", obj)
    return _converter().unstructure(obj)


def from_dict(cls: type[T], mapping: object) -> T:
    """Read a value, a record or a result from what `to_dict` writes.

    Raises:
        CodecError: Something isn't as it must be; `paths` names each place and its problem.
        ArgumentError: `cls` is none of `CODED_TYPES`.

    >>> from_dict(Quantity, {"number": 600000, "unit": "rifle"})
    Quantity(number=600000, unit='rifle')
    >>> from_dict(Quantity, {"number": "many"})
    Traceback (most recent call last):
    indru.errors.CodecError: can't read Quantity: $.number: must be an integer, not str
    """
    if cls not in CODED_TYPES:
        raise ArgumentError("cls", "the type of a value, a record or a result of indru", cls)
    try:
        return _converter().structure(mapping, cls)
    except Exception as error:
        # Whatever comes is for a part of the input, and its place says more than the traceback of a hook.
        raise CodecError(cls.__name__, tuple(_paths(error, "$"))) from None


def to_json(obj: attrs.AttrsInstance, *, indent: int | None = None) -> str:
    """A value, a record or a result as JSON, on one line if *indent* is None.

    Letters of any script stand as they are. Only a text with half of a surrogate pair is escaped, since no
    file can hold it otherwise. Two such halves side by side, first and second, don't come back: to JSON they are
    one character, and `from_json` refuses a quote that they make shorter than its span.

    >>> to_json(Span(10, 16))
    '{"start": 10, "end": 16}'
    """
    written: Any = to_dict(obj)
    text = json.dumps(written, ensure_ascii=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(written, indent=indent)
    return text


def from_json(cls: type[T], text: str) -> T:
    """Read a value, a record or a result from what `to_json` writes.

    Raises:
        CodecError: It is no JSON, or something in it isn't as it must be.
        ArgumentError: *text* is no string, or `cls` is none of `CODED_TYPES`.

    >>> from_json(DateSpan, '"2021-12"')
    DateSpan('2021-12')
    """
    if type(text) is not str:
        raise ArgumentError("text", "JSON as a string", text)
    if cls not in CODED_TYPES:
        raise ArgumentError("cls", "the type of a value, a record or a result of indru", cls)
    try:
        mapping = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse_constant)
    except RecursionError:
        raise CodecError(cls.__name__, ("$: nested too deeply",)) from None
    except ValueError as error:  # no JSON, an integer of 5000 digits, or refused by the hooks
        raise CodecError(cls.__name__, (f"$: {error}",)) from None
    return from_dict(cls, mapping)


class _MismatchError(ValueError):
    """A part of the input isn't what the type asks for."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _MismatchError(f"the key {key!r} stands twice in one object")
            seen.add(key)
    return made


def _refuse_constant(name: str) -> Any:
    raise _MismatchError(f"{name} is no JSON")


@cache
def _converter() -> Converter:
    """The one converter, made when first needed: cattrs takes longer to import than all of the model."""
    from cattrs import Converter

    made = Converter(forbid_extra_keys=True, unstruct_collection_overrides={tuple: list})

    def object_hook(kind: Any) -> Callable[[Any, Any], Any]:
        return _object_hook(kind, made)

    def tuple_hook(kind: Any) -> Callable[[Any, Any], Any]:
        return _tuple_hook(kind, made)

    for kind, words in ((str, "a string"), (int, "an integer"), (bool, "true or false")):
        made.register_structure_hook(kind, _exactly(kind, words))
    made.register_structure_hook(DateSpan, lambda value, _: DateSpan(_text(value)))
    made.register_unstructure_hook(DateSpan, lambda value: value.edtf)
    made.register_structure_hook(Decimal, lambda value, _: _decimal(value))
    made.register_unstructure_hook(Decimal, lambda value: format(value, "f"))
    made.register_structure_hook(StrEnum, _word)
    made.register_unstructure_hook(StrEnum, lambda value: value.value)
    made.register_structure_hook_factory(_is_tuple, tuple_hook)
    made.register_structure_hook_factory(_is_object, object_hook)
    return made


def _is_object(kind: Any) -> bool:
    return kind in CODED_TYPES and kind is not DateSpan


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _exactly(kind: type[Any], words: str) -> Callable[[Any, Any], Any]:
    """Make a hook that takes values of one type only: cattrs by itself would make 3 of "3"."""

    def take(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise _MismatchError(f"must be {words}, not {_json_name(value)}")
        return value

    return take


def _text(value: Any) -> str:
    if type(value) is not str:
        raise _MismatchError(f"must be a string, not {_json_name(value)}")
    return value


def _decimal(value: Any) -> Decimal:
    if _DECIMAL.fullmatch(_text(value)) is None:
        raise _MismatchError("must be a string with a decimal number, such as '12.5'")
    return Decimal(value)


def _word(value: Any, vocabulary: type[StrEnum]) -> StrEnum:
    text = _text(value)
    try:
        return vocabulary(text)
    except ValueError:
        raise _MismatchError("must be one of " + ", ".join(vocabulary)) from None


def _object_hook(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    """Make a hook that takes objects only, and says so once: cattrs would name each field of the class."""
    from cattrs.gen import make_dict_structure_fn

    read: Callable[[Any, Any], Any] = make_dict_structure_fn(kind, converter)

    def take(value: Any, _: Any) -> Any:
        if isinstance(value, Mapping):
            return read(cast("Mapping[str, Any]", value), kind)
        raise _MismatchError(f"must be an object, not {_json_name(value)}")

    return take


def _tuple_hook(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    """Make a hook that takes lists only: to cattrs a string is a collection of its letters."""
    from cattrs import IterableValidationError, IterableValidationNote

    item_type: Any = get_args(kind)[0]
    read = converter.get_structure_hook(item_type)

    def take(value: Any, _: Any) -> Any:
        if type(value) not in (list, tuple):
            raise _MismatchError(f"must be a list, not {_json_name(value)}")
        items: list[Any] = []
        errors: list[Exception] = []
        for index, item in enumerate(value):
            try:
                items.append(read(item, item_type))
            except Exception as error:
                error.add_note(IterableValidationNote(f"item {index}", index, item_type))
                errors.append(error)
        if errors:
            raise IterableValidationError("items of a list", errors, tuple)  # pyright: ignore[reportCallIssue]
        return tuple(items)

    return take


def _json_name(value: object) -> str:
    return "null" if value is None else type(value).__name__


def _paths(error: BaseException, path: str) -> Iterator[str]:
    """Each problem that cattrs collected, with the JSON path of its place."""
    from cattrs import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

    if isinstance(error, IterableValidationError):
        for inner, item in error.group_exceptions()[0]:
            yield from _paths(inner, f"{path}[{item.index}]")
    elif isinstance(error, ClassValidationError):
        of_fields, of_whole = error.group_exceptions()
        for inner, field in of_fields:
            yield from _paths(inner, f"{path}.{field.name}")
        for inner in of_whole:
            if isinstance(inner, ModelError) and inner.field in attrs.fields_dict(error.cl):
                yield from _paths(inner, f"{path}.{inner.field}")
            else:
                yield from _paths(inner, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(map(str, error.extra_fields)):
            yield f"{path}.{key}: unknown key" if key.isidentifier() else f"{path}[{key!r}]: unknown key"
    elif isinstance(error, KeyError):
        yield f"{path}: is missing"
    elif isinstance(error, ModelError):
        yield f"{path}: {str(error).removeprefix(f'{error.field}: ')}"
    else:
        yield f"{path}: {error}"
