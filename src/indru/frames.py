"""Records as Arrow tables, and so as data frames and SQL: one flat schema a record type, and back without loss.

A date field is four columns (`signed_earliest`, `signed_latest`, `signed_precision`, `signed_edtf`), a count
or a sum of money one for each of its parts (`value_amount`, `value_upper`, `value_currency`,
`value_qualifier`), and so is a place. A list stays a list; people, systems and evidence are structs.
`reading` is the id of the document, where that is known. It needs the extra `frames`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib import import_module
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, cast, get_args, get_origin, get_type_hints

import attrs

from indru.codec import from_dict
from indru.errors import ArgumentError, MissingExtraError, ModelError
from indru.model import Agreement, Meeting, ParseResult, Place, Problem, Procurement, Source, WeaponSystem
from indru.values import DateSpan, Money, Quantity, Span

if TYPE_CHECKING:
    import polars

T = TypeVar("T")

Arrow: TypeAlias = Any
"""A table or schema of pyarrow, or a data frame of pandas: neither ships types that a checker may read."""

VERSION = 1
"""Of the schemas; it grows when a column is renamed, retyped or dropped, and stands in their metadata."""

DECIMALS = 8
"""The digits that an amount of money has after the point, of 38 in all: as many as every reader takes."""

FRAME_TYPES: dict[str, type[Any]] = {
    "agreements": Agreement,
    "meetings": Meeting,
    "procurements": Procurement,
    "weapon_systems": WeaponSystem,
    "sources": Source,
    "problems": Problem,
}
"""The types that have a schema, by the name of their table."""

_FLAT: tuple[type[Any], ...] = (DateSpan, Quantity, Money, Place, Span)
"""What is spread over columns instead of nested."""


class Frame(Generic[T]):
    """Records of one type that polars, pandas, pyarrow and DuckDB read as a table, by the Arrow C stream.

    >>> systems = Frame(WeaponSystem, [WeaponSystem(id="s1", designation="S-400")])
    >>> systems.to_arrow().column("designation").to_pylist()
    ['S-400']
    """

    def __init__(self, kind: type[T], records: Iterable[T], *, readings: Iterable[str | None] | None = None) -> None:
        """
        Args:
            kind: their type, one of `FRAME_TYPES`; it is what an empty table has its columns from.
            records: the records.
            readings: the id of the document of each, for the column `reading`.

        Raises:
            ArgumentError: a record is of another type, or `readings` isn't one for each record.
        """
        _check_kind(kind)
        self.kind = kind
        self.records = tuple(records)
        self.readings = (None,) * len(self.records) if readings is None else tuple(readings)
        for record in self.records:
            if type(record) is not kind:
                raise ArgumentError("records", f"all of type {kind.__name__}", record)
        if len(self.readings) != len(self.records):
            raise ArgumentError("readings", "one for each record", self.readings)

    def __len__(self) -> int:
        return len(self.records)

    def __iter__(self) -> Iterator[T]:
        return iter(self.records)

    def __repr__(self) -> str:
        return f"<Frame of {len(self)} {self.kind.__name__}>"

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        stream: object = self.to_arrow().__arrow_c_stream__(requested_schema)
        return stream

    def __arrow_c_schema__(self) -> object:
        schema: object = schema_of(cast("Any", self.kind)).__arrow_c_schema__()
        return schema

    def to_arrow(self) -> Arrow:
        """The records as a table of Arrow.

        Raises:
            ModelError: An amount of money has more digits after the point than `DECIMALS`.
        """
        rows = [
            {"reading": reading, **_row(record)} for reading, record in zip(self.readings, self.records, strict=True)
        ]
        return _pyarrow().Table.from_pylist(rows, schema=schema_of(cast("Any", self.kind)))

    def to_pandas(self) -> Arrow:
        """The records as a data frame whose columns keep the types of Arrow: no count becomes a float."""
        pandas = _module("pandas")
        return self.to_arrow().to_pandas(types_mapper=pandas.ArrowDtype)

    def to_polars(self) -> polars.DataFrame:
        """The records as a data frame of polars."""
        frame: polars.DataFrame = _module("polars").DataFrame(self)
        return frame


def frames_of(results: ParseResult | Iterable[ParseResult]) -> dict[str, Frame[Any]]:
    """The tables of one or many results, by name: `agreements`, `meetings` and so on; an empty one too.

    >>> tables = frames_of(ParseResult(source=Source(id="d1")))
    >>> sorted(tables)
    ['agreements', 'meetings', 'problems', 'procurements', 'sources', 'weapon_systems']
    >>> len(tables["sources"]), len(tables["meetings"])
    (1, 0)
    """
    read = (results,) if isinstance(results, ParseResult) else tuple(results)
    made: dict[str, Frame[Any]] = {}
    for name, kind in FRAME_TYPES.items():
        pairs = [(record, result.source.id) for result in read for record in _part(result, name)]
        made[name] = Frame(kind, (record for record, _ in pairs), readings=(reading for _, reading in pairs))
    return made


def to_arrow(records: Iterable[T], kind: type[T] | None = None) -> Arrow:
    """Records of one type as a table; say the type where there may be none."""
    return _frame(records, kind).to_arrow()


def to_pandas(records: Iterable[T], kind: type[T] | None = None) -> Arrow:
    """Records of one type as a data frame of pandas with the types of Arrow."""
    return _frame(records, kind).to_pandas()


def to_polars(records: Iterable[T], kind: type[T] | None = None) -> polars.DataFrame:
    """Records of one type as a data frame of polars."""
    return _frame(records, kind).to_polars()


def from_arrow(kind: type[T], table: Any) -> tuple[T, ...]:
    """Read the records of a table back, from whatever speaks the Arrow C stream: a data frame, a relation.

    Columns that the schema doesn't have are passed over, and missing ones read as not filled.

    Raises:
        CodecError: A row is no record of that type; says where.
        ArgumentError: The type has no schema, or the table isn't one of Arrow.

    >>> systems = (WeaponSystem(id="s1", designation="S-400", makers=("Almaz-Antey",)),)
    >>> from_arrow(WeaponSystem, to_arrow(systems)) == systems
    True
    """
    _check_kind(kind)
    if not hasattr(table, "__arrow_c_stream__"):
        raise ArgumentError("table", "a table that speaks the Arrow C stream", table)
    rows = _pyarrow().table(table).to_pylist()
    return tuple(from_dict(kind, _mapping(kind, row, "")) for row in rows)


@cache
def schema_of(kind: Any) -> Arrow:
    """The schema of a record type, with its name and version as metadata.

    Raises:
        ArgumentError: The type has none.

    >>> schema_of(Procurement).field("value_amount").type
    Decimal128Type(decimal128(38, 8))
    """
    _check_kind(kind)
    arrow = _pyarrow()
    metadata = {"indru.type": kind.__name__, "indru.frames": str(VERSION)}
    return arrow.schema([("reading", arrow.string()), *_columns(kind, "")], metadata=metadata)


def _frame(records: Iterable[T], kind: type[T] | None) -> Frame[T]:
    made = tuple(records)
    if kind is None:
        if not made:
            raise ArgumentError("kind", "the type of the records, since there are none", kind)
        kind = type(made[0])
    return Frame(kind, made)


def _part(result: ParseResult, name: str) -> Sequence[Any]:
    return (result.source,) if name == "sources" else getattr(result, name)


def _check_kind(kind: object) -> None:
    if kind not in FRAME_TYPES.values():
        raise ArgumentError("kind", "a type of record, or Problem", kind)


def _module(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise MissingExtraError("frames", (name,)) from error


def _pyarrow() -> Any:
    return _module("pyarrow")


@attrs.frozen
class _Field:
    """A field of a class: its name, and its type without None and without the tuple around it."""

    name: str
    kind: Any
    many: bool


@cache
def _fields(kind: Any) -> tuple[_Field, ...]:
    hints = get_type_hints(kind)
    return tuple(_field(field.name, hints[field.name]) for field in attrs.fields(kind))


def _field(name: str, hint: Any) -> _Field:
    if isinstance(hint, UnionType):
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
    many = get_origin(hint) is tuple
    return _Field(name, get_args(hint)[0] if many else hint, many)


def _prefix(field: _Field, before: str) -> str:
    # An evidence's span is `start` and `end`, which are plain enough.
    return before if field.kind is Span else f"{before}{field.name}_"


def _columns(kind: Any, before: str) -> list[tuple[str, Any]]:
    """The names and types of the columns of a class."""
    arrow = _pyarrow()
    if kind is DateSpan:
        types = (arrow.date32(), arrow.date32(), arrow.string(), arrow.string())
        return [(f"{before}{part}", type_) for part, type_ in zip(_DATE_PARTS, types, strict=True)]
    made: list[tuple[str, Any]] = []
    for field in _fields(kind):
        if field.kind in _FLAT and not field.many:
            made += _columns(field.kind, _prefix(field, before))
        else:
            one = _type(field.kind)
            # `element` is what Parquet calls an item: by another name the schema wouldn't come back equal.
            held = arrow.list_(arrow.field("element", one)) if field.many else one
            made.append((before + field.name, held))
    return made


_DATE_PARTS = ("earliest", "latest", "precision", "edtf")


def _is_class(kind: Any) -> bool:
    return attrs.has(kind)


def _type(kind: Any) -> Any:
    arrow = _pyarrow()
    if _is_class(kind):
        return arrow.struct(_columns(kind, ""))
    if issubclass(kind, str):
        return arrow.string()
    return {int: arrow.int64(), bool: arrow.bool_(), Decimal: arrow.decimal128(38, DECIMALS)}[kind]


def _row(value: Any) -> dict[str, Any]:
    """A value as the columns of its class; what isn't filled is left out, and so null."""
    row: dict[str, Any] = {}
    _write(row, value, "")
    return row


def _write(row: dict[str, Any], value: Any, before: str) -> None:
    if type(value) is DateSpan:
        parts = (value.earliest, value.latest, value.precision.value, value.edtf)
        row.update((before + name, part) for name, part in zip(_DATE_PARTS, parts, strict=True))
        return
    for field in _fields(cast("Any", type(value))):
        held = getattr(value, field.name)
        if held is None:
            continue
        if field.many:
            row[before + field.name] = [_cell(item) for item in held]
        elif field.kind in _FLAT:
            _write(row, held, _prefix(field, before))
        else:
            row[before + field.name] = _cell(held, before + field.name)


def _cell(value: Any, column: str = "") -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        # Arrow's texts are UTF-8, which has no half surrogate pairs.
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    if isinstance(value, Decimal):
        if -cast("int", value.as_tuple().exponent) > DECIMALS:
            raise ModelError(column, value, f"a frame holds at most {DECIMALS} digits after the point")
        return value
    return _row(value) if _is_class(type(value)) else value


def _mapping(kind: Any, row: dict[str, Any], before: str) -> dict[str, Any]:
    """The columns of a class as the mapping that the codec reads."""
    made: dict[str, Any] = {}
    for field in _fields(kind):
        if field.kind in _FLAT and not field.many:
            made[field.name] = _flat(field.kind, row, _prefix(field, before))
            continue
        value = row.get(before + field.name)
        if field.many:
            made[field.name] = [_item(field.kind, item) for item in value or ()]
        else:
            made[field.name] = None if value is None else _item(field.kind, value)
    return made


def _flat(kind: Any, row: dict[str, Any], before: str) -> Any:
    """A value from its columns; None where none of them is filled."""
    if kind is DateSpan:
        return row.get(f"{before}edtf")
    made = _mapping(kind, row, before)
    return None if all(part is None for part in made.values()) else made


def _item(kind: Any, value: Any) -> Any:
    if _is_class(kind):
        return _mapping(kind, cast("dict[str, Any]", value), "") if isinstance(value, dict) else value
    if isinstance(value, Decimal):
        return format(value, "f")
    return value


_EXACTLY: Any = __import__("decimal").Context(prec=76)
"""Amounts are read back at all their digits, whatever the precision of the thread."""
