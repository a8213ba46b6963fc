"""Opening the file of a store: only what is one, is whole and isn't newer is touched."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Generator
from pathlib import Path
from typing import Final
from urllib.request import pathname2url

from indru.errors import StoreError
from indru.store.schema import APPLICATION_ID, MIGRATIONS

SCHEMA_VERSION: Final = len(MIGRATIONS)
"""What this version of indru writes."""

_HEADER: Final = 100
_MAGIC: Final = b"SQLite format 3\0"


def connect(path: Path, *, readonly: bool, timeout: float) -> sqlite3.Connection:
    """A connection to a store, made where there is none yet.

    Raises:
        StoreError: the file is of another kind, corrupt, cut short, newer, or can't be opened; it is left as
            it was.
    """
    version = _inspect(path, readonly=readonly)
    with told(path):
        if version is not None:
            _check_whole(path, timeout)
        connection = _opened(path, readonly=readonly, timeout=timeout)
        try:
            if not readonly:
                _migrate(connection)
                connection.execute("PRAGMA journal_mode = WAL")
            elif version != SCHEMA_VERSION:
                raise StoreError(str(path), f"has the older schema {version}; open it for writing once")
        except BaseException:
            connection.close()
            raise
    return connection


@contextlib.contextmanager
def told(path: Path) -> Generator[None, None, None]:
    """Errors of SQLite as `StoreError`, each with what to do about it."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(str(path), _problem(error)) from error


def _problem(error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_FULL"):
        return "the disk is full; nothing of this batch was stored, and what was stored before can still be read"
    if name.startswith("SQLITE_BUSY"):
        return "another process is writing; try again when it is done"
    if name.startswith("SQLITE_READONLY"):
        return "can only be read"
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return f"is corrupt ({error}); restore it from a copy, or make it anew from the articles"
    return f"can't be used: {error}"


def _inspect(path: Path, *, readonly: bool) -> int | None:
    """The schema version by the header, read without SQLite, which would leave files beside; None for no store yet."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        if readonly:
            raise StoreError(str(path), "there is no such file") from None
        return None
    except OSError as error:
        raise StoreError(str(path), f"can't be read: {error.strerror or error}") from error
    if not header:
        if readonly:
            raise StoreError(str(path), "is empty; add articles to it first")
        return None
    if not header.startswith(_MAGIC[: len(header)]):
        raise StoreError(str(path), "is no SQLite file; a store is made by indru, under a name of its own")
    if len(header) < _HEADER:
        raise StoreError(str(path), "is cut short; restore it from a copy, or make it anew from the articles")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise StoreError(str(path), "is an SQLite file of another program")
    version = int.from_bytes(header[60:64], "big")
    if version > SCHEMA_VERSION:
        raise StoreError(str(path), f"has schema {version}, and this indru knows up to {SCHEMA_VERSION}; update indru")
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    # Where a log lies beside it, the end of the file may still be in there.
    if size < (65536 if page == 1 else page) * pages and not _has_log(path):
        raise StoreError(str(path), "is cut short; restore it from a copy, or make it anew from the articles")
    return version


def _has_log(path: Path) -> bool:
    return any(
        os.path.exists(f"{path}{suffix}") and os.path.getsize(f"{path}{suffix}") for suffix in ("-wal", "-journal")
    )


def _check_whole(path: Path, timeout: float) -> None:
    """Let SQLite check the structure; without a log beside it, so that no file is made or changed."""
    mode = "mode=ro" if _has_log(path) else "immutable=1"
    with contextlib.closing(sqlite3.connect(_uri(path, mode), uri=True, timeout=timeout)) as connection:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok" and not (mode == "immutable=1" and _has_log(path)):  # a writer came in between
        raise StoreError(str(path), f"is corrupt ({found}); restore it from a copy, or make it anew from the articles")


def _opened(path: Path, *, readonly: bool, timeout: float) -> sqlite3.Connection:
    # Reading takes part in the log, which needs files beside; where none can be made, nobody writes either.
    fixed = readonly and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    mode = "immutable=1" if fixed and not _has_log(path) else "mode=ro" if fixed else "mode=rwc"
    connection = sqlite3.connect(
        _uri(path, mode), uri=True, timeout=timeout, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    if readonly:
        connection.execute("PRAGMA query_only = ON")
    return connection


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring a new or older store to today's schema, in one transaction."""
    if connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again: another process may have done it while this one waited.
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        for script in MIGRATIONS[version:]:
            for statement in _statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def _statements(script: str) -> Generator[str, None, None]:
    """The statements of a script one by one: `executescript` would commit before it begins."""
    statement = ""
    for part in script.split(";"):
        statement += part + ";"
        if statement.strip("; \n") and sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _uri(path: Path, mode: str) -> str:
    return f"file:{pathname2url(str(path.absolute()))}?{mode}"
