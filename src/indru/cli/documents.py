"""Articles from files, folders and standard input; what can't be read is a report, never an exception."""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, cast

import attrs

from indru.errors import MissingExtraError

STANDARD_INPUT: Final = "-"
_PAGES: Final = (".html", ".htm")
_SUFFIXES: Final = (".txt", ".jsonl", *_PAGES)
_TIMESTAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d")
"""Feeds give moments, "2021-12-06T10:30:00Z"; an article has a date."""
_LIKELY: Final = ("utf_16", "utf_16_le", "utf_16_be", "cp1252", "mac_roman", "cp1251", "koi8_r")
"""The encodings that English and Russian news comes in, the commonest first."""
_OPTIONAL: Final = ("published", "url", "title", "publisher")


@attrs.frozen(kw_only=True)
class Article:
    """One text to parse, and what is known of it from outside."""

    document: str
    """The path as it was given or found, or `-`."""
    line: int | None = None
    """The line of a JSON lines file, from 1."""
    text: str
    published: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    extracted: bool = False
    """Whether the text was taken out of a page, so that nobody else has it."""

    @property
    def where(self) -> str:
        """How messages name it."""
        return self.document if self.line is None else f"{self.document}:{self.line}"


@attrs.frozen
class Report:
    """Something to tell the user about an input; `failed` where it could not be read."""

    where: str
    message: str
    failed: bool = True


def find_documents(paths: Iterable[str], leave_out: Path | None = None) -> Iterator[str | Report]:
    """The files to read, in the order given, a folder's by name; not *leave_out*, the file written to."""
    left_out = leave_out.resolve() if leave_out else None
    for path in paths:
        if path == STANDARD_INPUT or not os.path.isdir(path):
            yield path
            continue
        found = False
        for document in _walk(path):
            if isinstance(document, Report) or left_out is None or Path(document).resolve() != left_out:
                yield document
            found = True
        if not found:
            yield Report(path, f"no file ends with {', '.join(_SUFFIXES[:-1])} or {_SUFFIXES[-1]} here")


def read_articles(document: str) -> Iterator[Article | Report]:
    """The articles of one file: one for a text, one a line for JSON lines."""
    try:
        if document == STANDARD_INPUT:
            yield from _read_text(document, sys.stdin.buffer.read())
        elif document.lower().endswith(".jsonl"):
            with open(document, "rb") as lines:
                yield from _read_rows(document, lines)
        else:
            with open(document, "rb") as file:
                data = file.read()
            yield from (_read_page if document.lower().endswith(_PAGES) else _read_text)(document, data)
    except OSError as error:
        yield Report(document, f"can't be read: {error.strerror or error}")


def _walk(folder: str) -> Iterator[str | Report]:
    refused: list[OSError] = []
    for where, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.lower().endswith(_SUFFIXES) or name.startswith("."):
                continue
            document = os.path.join(where, name)
            if os.path.exists(document) and not os.path.isfile(document):
                yield Report(document, "can't be read: not a file")  # a pipe would wait for a writer for ever
            else:
                yield document
    for error in refused:
        yield Report(str(error.filename), f"can't be read: {error.strerror or error}")


def _read_text(document: str, data: bytes) -> Iterator[Article | Report]:
    decoded = _decode(data)
    if decoded is None:
        yield Report(document, "neither UTF-8 nor in an encoding that can be told; convert it to UTF-8")
        return
    text, encoding = decoded
    if encoding:
        yield Report(document, f"not UTF-8, read as {encoding}", failed=False)
    yield Article(document=document, text=text)


def _read_page(document: str, data: bytes) -> Iterator[Article | Report]:
    from indru.web import read_html

    try:
        page = read_html(data)
    except MissingExtraError as error:
        yield Report(document, str(error))
        return
    if page.problem is not None:
        yield Report(document, page.problem.message)
        return
    yield Article(
        document=document,
        text=page.text,
        published=None if page.published is None else page.published.isoformat(),
        title=page.title,
        publisher=page.publisher,
        extracted=True,
    )


def _read_rows(document: str, lines: Iterable[bytes]) -> Iterator[Article | Report]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        article = _read_row(document, number, line)
        yield Report(f"{document}:{number}", article) if isinstance(article, str) else article


def _read_row(document: str, number: int, line: bytes) -> Article | str:
    """An article, or what is wrong with the line."""
    decoded = _decode(line)
    if decoded is None:
        return "neither UTF-8 nor in an encoding that can be told; convert the file to UTF-8"
    try:
        value: object = json.loads(decoded[0])
    except (ValueError, RecursionError) as error:  # ValueError also for an integer of 5000 digits
        return f"not JSON: {error}"
    if not isinstance(value, dict):
        return "must be a JSON object with the key 'text'"
    row = cast("dict[str, Any]", value)
    text = row.get("text")
    if not isinstance(text, str):
        return "the key 'text' is missing" if "text" not in row else "the key 'text' must hold a string"
    known: dict[str, Any] = {}
    for key in _OPTIONAL:
        item = row.get(key)
        if item is not None and not isinstance(item, str):
            return f"the key {key!r} must hold a string or null"
        known[key] = item or None
    if (published := known["published"]) and (moment := _TIMESTAMP.match(published)):
        known["published"] = moment[1]
    return Article(document=document, line=number, text=text, **known)


def _decode(data: bytes) -> tuple[str, str | None] | None:
    """The text and, unless it is UTF-8, its encoding; None where that can't be told."""
    utf8 = None
    with contextlib.suppress(UnicodeDecodeError):
        utf8 = data.decode("utf-8-sig")
    if utf8 is not None and "\0" not in utf8:
        return utf8, None
    encoding = _likeliest_encoding(data)
    if encoding is not None:
        text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
        if "\0" not in text:  # else a picture or an archive, whatever it may pass for
            return text, encoding
    return None if utf8 is None else (utf8, None)


def _likeliest_encoding(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        return None
    # Short texts fit many encodings equally; taking the first would read "£5 million" as "Ł5 million".
    equal = {name for match in matches if match.chaos == best.chaos for name in match.could_be_from_charset}
    return next((name for name in _LIKELY if name in equal), best.encoding)
