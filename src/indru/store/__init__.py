"""Readings in one SQLite file: kept safely, searched by word, read by any tool that reads SQLite."""

from indru.store.database import SCHEMA_VERSION
from indru.store.store import Entry, Hit, Store, key_of

__all__ = ["SCHEMA_VERSION", "Entry", "Hit", "Store", "key_of"]
