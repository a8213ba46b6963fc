"""Gold from files, strictly: a slip in gold would pass for a mistake of the reader."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

import attrs

from indru.errors import GoldError, ModelError
from indru.evaluate.gold import GoldAgreement, GoldDocument, GoldMeeting, GoldProcurement, GoldSource
from indru.model import (
    AgreementKind,
    AgreementStatus,
    MeetingFormat,
    MeetingStatus,
    ProcurementMode,
    ProcurementStatus,
)
from indru.values import DateSpan, Money, Qualifier, Quantity
from indru.values.checks import is_country, is_text

_Read = Callable[[Any], Any]


def read_gold(path: Path | str) -> tuple[GoldDocument, ...]:
    """Read a folder of gold, or one file of it: `NAME.json`, with the text beside it in `NAME.txt`.

    Keys that the text gives nothing for may be null, `[]` or left out. What else is wrong is refused: unknown
    keys, words of no vocabulary, dates that aren't EDTF, quotes that don't stand in the text.

    Returns:
        The documents in the order of their files' names.

    Raises:
        GoldError: a file is missing or wrong; it names each problem by its place.
    """
    path = Path(path)
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files:
        raise GoldError(str(path), ("there is no .json file in this folder",))
    seen: dict[str, Path] = {}
    documents: list[GoldDocument] = []
    for file in files:
        document = _read_document(file)
        if document.id in seen:
            raise GoldError(str(file), (f"id: {document.id!r} is that of {seen[document.id].name} too",))
        seen[document.id] = file
        documents.append(document)
    return tuple(documents)


def _read_document(file: Path) -> GoldDocument:
    written = _read_text(file)
    text = _read_text(file.with_suffix(".txt"))
    try:
        value: object = json.loads(written)
    except (ValueError, RecursionError) as error:  # ValueError also for an integer of 5000 digits
        raise GoldError(str(file), (f"is no JSON: {error}",)) from error
    try:
        document: GoldDocument = attrs.evolve(_DOCUMENT(value), text=text)
    except _MisfitError as error:
        problems = tuple(f"{where.lstrip('.')}: {what}" if where else what for where, what in error.problems)
        raise GoldError(str(file), problems) from None
    if problems := tuple(_astray(document)):
        raise GoldError(str(file), problems)
    return document


def _read_text(file: Path) -> str:
    try:
        # As the command reads articles: line ends stay, so that offsets are those of the file.
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise GoldError(str(file), (f"can't be read: {error.strerror or error}",)) from error
    except UnicodeDecodeError as error:
        raise GoldError(str(file), ("is not UTF-8",)) from error


def _astray(document: GoldDocument) -> Iterator[str]:
    """The quotes that don't stand in the text."""
    for name in ("agreements", "meetings", "procurements"):
        for index, record in enumerate(getattr(document, name)):
            if record.quote is not None and record.quote not in document.text:
                yield f"{name}[{index}].quote: doesn't stand in the text"


class _MisfitError(ValueError):
    """A value isn't what its place asks for: the problems, each with the path from there."""

    def __init__(self, *problems: tuple[str, str]) -> None:
        self.problems = problems
        super().__init__(problems)


def _misfit(what: str) -> _MisfitError:
    return _MisfitError(("", what))


def _json_name(value: object) -> str:
    return "null" if value is None else type(value).__name__


def _text(value: Any) -> str:
    if not isinstance(value, str) or not is_text(value):
        raise _misfit("must be a text that isn't blank")
    return value


def _country(value: Any) -> str:
    if not isinstance(value, str) or not is_country(value):
        raise _misfit("must be an ISO 3166-1 alpha-3 code such as 'IND'")
    return value


def _span(value: Any) -> DateSpan:
    try:
        return DateSpan(_text(value))
    except ModelError as error:
        raise _misfit(str(error)) from None


def _day(value: Any) -> datetime.date:
    try:
        return datetime.date.fromisoformat(_text(value))
    except ValueError:
        raise _misfit("must be a day such as '2021-12-06'") from None


def _number(value: Any) -> int:
    if type(value) is not int:
        raise _misfit(f"must be a whole number, not {_json_name(value)}")
    return value


def _amount(value: Any) -> Decimal:
    if type(value) is float:
        return Decimal(repr(value))
    return Decimal(_number(value))


def _word(vocabulary: type[StrEnum]) -> _Read:
    def read(value: Any) -> StrEnum:
        try:
            return vocabulary(_text(value))
        except ValueError:
            raise _misfit("must be one of " + ", ".join(vocabulary)) from None

    return read


def _list(read_item: _Read) -> _Read:
    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _misfit(f"must be a list, not {_json_name(value)}")
        given = cast("list[object]", value)
        items: list[Any] = []
        problems: list[tuple[str, str]] = []
        for index, item in enumerate(given):
            try:
                items.append(read_item(item))
            except _MisfitError as error:
                problems += [(f"[{index}]{where}", what) for where, what in error.problems]
        if problems:
            raise _MisfitError(*problems)
        return tuple(items)

    return read


def _object(make: Callable[..., Any], required: tuple[str, ...], **reads: _Read) -> _Read:
    """Make a reader of objects: a key that is null is as one that is left out."""

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise _misfit(f"must be an object, not {_json_name(value)}")
        row = cast("dict[str, Any]", value)
        problems = [(f".{key}", _unknown(key, reads)) for key in row if key not in reads]
        problems += [(f".{key}", "is missing") for key in required if row.get(key) is None]
        filled: dict[str, Any] = {}
        for key, read_field in reads.items():
            if row.get(key) is None:
                continue
            try:
                filled[key] = read_field(row[key])
            except _MisfitError as error:
                problems += [(f".{key}{where}", what) for where, what in error.problems]
        if problems:
            raise _MisfitError(*problems)
        try:
            return make(**filled)
        except ModelError as error:  # a number below 0, a currency that there isn't
            raise _misfit(str(error)) from None

    return read


def _unknown(key: str, known: dict[str, _Read]) -> str:
    close = get_close_matches(key, known, n=1)
    return f"unknown key (close to: {close[0]})" if close else "unknown key"


def _document(**filled: Any) -> GoldDocument:
    return GoldDocument(text="", **filled)


_DOCUMENT = _object(
    _document,
    ("id",),
    id=_text,
    published=_day,
    source=_object(GoldSource, (), publisher=_text, published=_span, place=_text),
    agreements=_list(
        _object(
            GoldAgreement,
            ("kind", "status"),
            kind=_word(AgreementKind),
            status=_word(AgreementStatus),
            signed=_span,
            place=_text,
            parties=_list(_country),
            signatories=_list(_text),
            systems=_list(_text),
            term=_span,
            quote=_text,
        )
    ),
    meetings=_list(
        _object(
            GoldMeeting,
            ("format", "status"),
            format=_word(MeetingFormat),
            status=_word(MeetingStatus),
            date=_span,
            place=_text,
            participants=_list(_text),
            quote=_text,
        )
    ),
    procurements=_list(
        _object(
            GoldProcurement,
            ("system", "mode", "status"),
            system=_text,
            mode=_word(ProcurementMode),
            status=_word(ProcurementStatus),
            ordered=_span,
            quantity=_object(Quantity, ("number",), number=_number, qualifier=_word(Qualifier)),
            value=_object(Money, ("amount", "currency"), amount=_amount, currency=_text, qualifier=_word(Qualifier)),
            quote=_text,
        )
    ),
    systems=_list(_text),
)
"""The form of gold. What a key holds is said here and nowhere else."""
