"""Readings side by side, none of them merged: each record is an event of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from indru.model import ParseResult, Record


@attrs.frozen
class Telling:
    """A record, and the key of the reading that has it."""

    reading: str
    record: Record


@attrs.frozen
class Event:
    """What one record tells."""

    id: str
    record: Record
    members: tuple[Telling, ...]


class Apart:
    """Readings as a dossier holds them, without the question which tell of the same."""

    def __init__(self, results: Iterable[ParseResult]) -> None:
        self._readings = {result.source.id: result for result in results}

    @property
    def readings(self) -> Mapping[str, ParseResult]:
        """The readings by the hash of their text."""
        return self._readings

    @property
    def agreements(self) -> tuple[Event, ...]:
        """Each agreement that is read."""
        return self._events("agreements")

    @property
    def meetings(self) -> tuple[Event, ...]:
        """Each meeting that is read."""
        return self._events("meetings")

    @property
    def procurements(self) -> tuple[Event, ...]:
        """Each procurement that is read."""
        return self._events("procurements")

    def conflicts(self) -> tuple[()]:
        """None: what isn't taken for the same contradicts nothing."""
        return ()

    def _events(self, kind: str) -> tuple[Event, ...]:
        return tuple(
            Event(f"{key}/{record.id}", record, (Telling(key, record),))
            for key, result in self._readings.items()
            for record in getattr(result, kind)
        )
