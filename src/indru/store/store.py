"""A store: readings with their texts in one SQLite file."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sqlite3
from collections.abc import Collection, Generator, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import attrs

from indru.codec import from_json, to_json
from indru.errors import ArgumentError, CodecError, StoreError
from indru.model import ParseResult
from indru.store.database import connect, told
from indru.store.rows import Row, evidence_rows, reading_row, record_rows, writable

_WAIT = 60.0
"""How many seconds a writer waits for another one."""


@attrs.frozen(kw_only=True)
class Hit:
    """A text that a search found.

    Attributes:
        reading: The key of the reading.
        snippet: Words around the place, what was found in square brackets.
    """

    reading: str
    title: str | None
    published: str | None
    document: str | None
    snippet: str


@attrs.frozen(kw_only=True)
class Entry:
    """A reading to store, with its text and where it came from, if they are to be kept."""

    result: ParseResult
    text: str | None = None
    document: str | None = None


class Store:
    """Readings in an SQLite file, one a text, by the SHA-256 of the text.

    One process writes at a time, and others wait for it; any number read meanwhile. What `add` has returned
    for is on the disk, whatever happens to the process afterwards, and a batch is stored whole or not at all.

    Args:
        path: the file; it is made where there is none.
        readonly: never write, and make no file.

    Raises:
        StoreError: the file isn't a store, is corrupt, cut short or newer, or can't be opened.

    >>> import indru, tempfile
    >>> text = "Russia will supply spare parts for Su-30MKI jets."
    >>> with tempfile.TemporaryDirectory() as folder, Store(f"{folder}/news.sqlite") as store:
    ...     added = store.add(indru.parse(text), text)
    ...     again = store.add(indru.parse(text), text)
    ...     [hit.snippet for hit in store.search("spare part")], added, again
    (['Russia will supply [spare] [parts] for Su-30MKI jets.'], True, False)
    """

    def __init__(self, path: str | os.PathLike[str], *, readonly: bool = False) -> None:
        self.path = Path(path)
        self.readonly = readonly
        self._connection = connect(self.path, readonly=readonly, timeout=_WAIT)

    def close(self) -> None:
        """Close the file; the store can't be used afterwards."""
        self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Store {self.path}>"

    def __len__(self) -> int:
        with told(self.path):
            return int(self._connection.execute("SELECT count(*) FROM reading").fetchone()[0])

    def __contains__(self, key: object) -> bool:
        with told(self.path):
            found = self._connection.execute("SELECT 1 FROM reading WHERE key = ?", (str(key),)).fetchone()
        return found is not None

    def __iter__(self) -> Iterator[ParseResult]:
        """The readings, in the order of their keys.

        Raises:
            StoreError: a reading can't be read as one.
        """
        with told(self.path):
            for key, json in self._connection.execute("SELECT key, json FROM reading ORDER BY key"):
                try:
                    result = from_json(ParseResult, json)
                except CodecError as error:
                    raise StoreError(str(self.path), f"reading {key}: {error}") from error
                yield result

    def add(self, result: ParseResult, text: str | None = None, *, document: str | None = None) -> bool:
        """Store a reading, and its text so that it can be searched; False where it is there already.

        Raises:
            ArgumentError: *text* isn't the text of the reading.
            StoreError: it can't be written.
        """
        return self.add_all([Entry(result=result, text=text, document=document)]) == 1

    def add_all(self, entries: Iterable[Entry]) -> int:
        """Store several readings in one transaction, and say how many are new."""
        prepared = [(entry, to_json(entry.result)) for entry in entries if _fits(entry)]
        with self._transaction():
            return sum(self._insert(entry, json) for entry, json in prepared)

    def replace(self, result: ParseResult, text: str | None = None, *, document: str | None = None) -> None:
        """Store a reading in place of the one of the same text; its text stays, if none is given."""
        entry = Entry(result=result, text=text, document=document)
        _fits(entry)
        key = result.source.id
        with self._transaction():
            kept = self.text(key) if text is None else text
            self._connection.execute("DELETE FROM reading WHERE key = ?", (key,))
            self._insert(attrs.evolve(entry, text=kept), to_json(result))

    def remove(self, key: str) -> bool:
        """Take out a reading with its text; False where it isn't there."""
        with self._transaction():
            return self._connection.execute("DELETE FROM reading WHERE key = ?", (key,)).rowcount == 1

    def text(self, key: str) -> str | None:
        """The text of a reading, exactly as it was given; None where it wasn't stored."""
        with told(self.path):
            found = self._connection.execute(
                "SELECT text, exact FROM text WHERE reading = (SELECT id FROM reading WHERE key = ?)", (key,)
            ).fetchone()
        if found is None:
            return None
        text, exact = found
        return str(text if exact is None else exact.decode("utf-8", "surrogatepass"))

    def search(self, words: str, *, limit: int = 20) -> tuple[Hit, ...]:
        """The texts that hold all of these words, the best first; words in double quotes stand together.

        Words are found in any case and with their endings: "missile" finds "missiles".

        Raises:
            ArgumentError: *words* has no word, or *limit* isn't above 0.
        """
        query = _query(words)
        if type(limit) is not int or limit < 1:
            raise ArgumentError("limit", "an int above 0", limit)
        with told(self.path):
            rows = self._connection.execute(
                """
                SELECT r.key, r.title, r.published, r.document, snippet(words, 0, '[', ']', '…', 16)
                FROM words JOIN reading AS r ON r.id = words.rowid
                WHERE words MATCH ? ORDER BY words.rank, r.key LIMIT ?
                """,
                (query, limit),
            ).fetchall()
        return tuple(
            Hit(reading=key, title=title, published=published, document=document, snippet=snippet)
            for key, title, published, document, snippet in rows
        )

    def _insert(self, entry: Entry, json: str) -> bool:
        result, text = entry.result, entry.text
        document = None if entry.document is None else writable(entry.document)
        row: Row = {"key": result.source.id, "json": json, "document": document, **reading_row(result)}
        inserted = self._put("reading", [row], "INSERT OR IGNORE")
        if not inserted:
            return False
        identity = self._connection.execute("SELECT id FROM reading WHERE key = ?", (result.source.id,)).fetchone()[0]
        if text is not None:
            plain = writable(text)
            exact = None if plain == text else text.encode("utf-8", "surrogatepass")
            self._connection.execute("INSERT INTO text VALUES (?, ?, ?)", (identity, plain, exact))
        tables: dict[str, list[Row]] = {}
        for table, flat in record_rows(result):
            tables.setdefault(table, []).append({"reading": identity, **flat})
        tables["evidence"] = [{"reading": identity, **flat} for flat in evidence_rows(result)]
        for table, rows in tables.items():
            self._put(table, rows)
        return True

    def _put(self, table: str, rows: Collection[Row], verb: str = "INSERT") -> int:
        """Insert rows of equal columns; table and columns are our own words, never the text's."""
        if not rows:
            return 0
        names = list(next(iter(rows)))
        columns = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" * len(names))
        statement = f"{verb} INTO {table} ({columns}) VALUES ({marks})"
        return self._connection.executemany(statement, [tuple(row.values()) for row in rows]).rowcount

    @contextlib.contextmanager
    def _transaction(self) -> Generator[None, None, None]:
        if self.readonly:
            raise StoreError(str(self.path), "was opened for reading only")
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):  # a full disk has rolled it back by itself
                    self._connection.execute("ROLLBACK")
                raise


def key_of(text: str) -> str:
    """The key of the reading of a text: its SHA-256.

    >>> key_of("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _fits(entry: Entry) -> bool:
    given: Any = entry.result
    if type(given) is not ParseResult:
        raise ArgumentError("result", "a ParseResult", given)
    if entry.text is not None and key_of(entry.text) != entry.result.source.id:
        raise ArgumentError("text", f"the text of the reading {entry.result.source.id[:12]}", entry.text)
    return True


def _query(words: str) -> str:
    """A query of FTS5 in which each word is a word, whatever signs it holds: "S-400" is no subtraction."""
    given: Any = words
    parts = re.findall(r'"([^"]*)"|([^\s"]+)', given) if isinstance(given, str) else []
    plain = [part for pair in parts if re.search(r"\w", part := "".join(pair))]
    if not plain:
        raise ArgumentError("words", "a text with a word", words)
    return " ".join(f'"{writable(part)}"' for part in plain).replace("\0", " ")
