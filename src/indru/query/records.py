"""A collection of records, and filters on it that compose."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any, Generic, TypeVar, cast, overload

from indru.errors import ArgumentError, UnknownNameError
from indru.model import (
    RECORD_TYPES,
    AgreementKind,
    AgreementStatus,
    MeetingFormat,
    MeetingStatus,
    ProcurementMode,
    ProcurementStatus,
    Record,
    WeaponCategory,
)
from indru.model.notebook import records_html
from indru.query.chains import chain_of
from indru.query.fields import countries_of, date_of, kinds_of, people_of, places_of, systems_of, type_name
from indru.query.names import Aliases, Names, fold
from indru.values import DateSpan

R = TypeVar("R")

_STATUSES: tuple[type[StrEnum], ...] = (AgreementStatus, MeetingStatus, ProcurementStatus)
_KINDS: tuple[type[StrEnum], ...] = (AgreementKind, MeetingFormat, ProcurementMode, WeaponCategory)


class Records(Sequence[R], Generic[R]):
    """Records in their order; each filter gives a new collection of the same type.

    Questions on dates have three answers: yes, no, and maybe ("in 2021" may be in May; a record without a
    date may be at any time). A collection shows what is a yes **or a maybe**, unless it is asked for what is
    `certain()`. `possible()` goes back to both; the two may stand before or after the filters.

    Args:
        records: records of one reading, or merged ones.
        aliases: gives spellings by kind that stand for names in records, where a question first needs them.

    >>> import indru
    >>> result = indru.parse("Russia and India signed a contract for 5,000 Igla-S missiles.", published="2023-11-14")
    >>> procurements = Records(result.procurements)
    >>> len(procurements.of("Igla-S").status("contracted").during("2023")), len(procurements.before("1990").certain())
    (1, 0)
    """

    __slots__ = ("_kept", "_names", "_shown", "_strict")

    def __init__(self, records: Iterable[R] = (), *, aliases: Callable[[], Aliases] | None = None) -> None:
        kept = tuple((record, True) for record in records)
        self._kept: tuple[tuple[R, bool], ...] = kept
        self._shown: tuple[R, ...] = tuple(record for record, _ in kept)
        self._strict = False
        # Shared by all that is filtered from here: a name that a filter took away is still known.
        self._names = Names(self._shown, aliases)

    def _with(self, kept: Iterable[tuple[R, bool]], *, strict: bool | None = None) -> Records[R]:
        made: Records[R] = object.__new__(type(self))
        made._names = self._names
        made._kept = tuple(kept)
        made._strict = self._strict if strict is None else strict
        made._shown = tuple(record for record, sure in made._kept if sure or not made._strict)
        return made

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Records[R]: ...
    def __getitem__(self, index: int | slice) -> R | Records[R]:
        if isinstance(index, slice):
            shown = (item for item in self._kept if item[1] or not self._strict)
            return self._with(tuple(shown)[index])
        return self._shown[index]

    def __len__(self) -> int:
        return len(self._shown)

    def __iter__(self) -> Iterator[R]:
        return iter(self._shown)

    def __eq__(self, other: object) -> bool:
        # As objects: what the other one's records are isn't known here.
        return self._shown == getattr(other, "_shown", other)

    def __hash__(self) -> int:
        return hash(self._shown)

    def _repr_html_(self) -> str:
        """A table for notebooks, a row a record."""
        return records_html(cast("Record", getattr(record, "record", record)) for record in self._shown)

    def __repr__(self) -> str:
        return f"Records({list(self._shown)!r})"

    def certain(self) -> Records[R]:
        """Only those of which each question on dates is answered with a certain yes."""
        return self._with(self._kept, strict=True)

    def possible(self) -> Records[R]:
        """Those that may fit, the certain ones too."""
        return self._with(self._kept, strict=False)

    def where(self, test: Callable[[R], bool | None]) -> Records[R]:
        """Those of which a test of your own is true; with None it is neither true nor false, as with dates.

        Raises:
            ArgumentError: *test* can't be called.
        """
        if not callable(test):
            raise ArgumentError("test", "something to call with a record", test)
        judged = ((record, sure, test(record)) for record, sure in self._kept)
        return self._with((record, sure and bool(yes)) for record, sure, yes in judged if yes is None or yes)

    def involving(self, *names: str) -> Records[R]:
        """Those in which each of these has a part: a person, a country or a place.

        Spellings of one name are one ("Sergey Shoygu"), and part of a person's name is enough ("Shoigu").

        Raises:
            UnknownNameError: a name is known nowhere.
        """
        wanted = [self._names.demand(name, "person", "country", "place") for name in _texts("names", names)]
        return self.where(lambda record: all(_involves(record, found) for found in wanted))

    def between(self, one: str, other: str) -> Records[R]:
        """Those in which both of two sides have a part, each a person or a country.

        Raises:
            UnknownNameError: a name is known nowhere.
        """
        wanted = [self._names.demand(name, "person", "country") for name in _texts("names", (one, other))]
        return self.where(lambda record: all(_involves(record, found) for found in wanted))

    def of(self, *systems: str) -> Records[R]:
        """Those about one of these systems, or a member of one of these families: "Su-30" holds the Su-30MKI.

        Raises:
            UnknownNameError: a name is known nowhere.
        """
        found = [self._names.demand(name, "system")["system"] for name in _texts("systems", systems)]
        wanted = frozenset[str]().union(*found)
        return self.where(
            lambda record: any(
                name in wanted for system in systems_of(record) for name in (system.designation, *system.family)
            )
        )

    def at(self, place: str) -> Records[R]:
        """Those at a place, or anywhere in a country.

        Raises:
            UnknownNameError: the name is known nowhere.
        """
        found = self._names.demand(*_texts("place", (place,)), "place", "country")
        return self.where(lambda record: _is_at(record, found))

    def status(self, *statuses: str) -> Records[R]:
        """Those with one of these statuses: `held`, `contracted`, `signed`.

        Raises:
            UnknownNameError: no record type has such a status.
        """
        wanted = _words("status", statuses, {word.value for kind in _STATUSES for word in kind})
        return self.where(lambda record: getattr(record, "status", None) in wanted)

    def kind(self, *kinds: str) -> Records[R]:
        """Those of one of these kinds: `contract`, `call`, `lease`, `missile`, or a type such as `meeting`.

        Raises:
            UnknownNameError: no record type has such a kind.
        """
        known = {word.value for kind in _KINDS for word in kind} | {type_name(kind) for kind in RECORD_TYPES}
        wanted = _words("kind", kinds, known)
        return self.where(lambda record: not wanted.isdisjoint(kinds_of(record)))

    def during(self, span: str | DateSpan, *, field: str | None = None) -> Records[R]:
        """Those in a span: `2021`, `2021-12`, `2020-05/2021-08`.

        Args:
            span: as EDTF text or a `DateSpan`.
            field: the date that is meant, `delivery` say; by default when a meeting is, an agreement is
                signed, equipment is ordered.

        Raises:
            ModelError: *span* is no date.
        """
        return self._dated(field, DateSpan.within, _span(span))

    def before(self, date: str | DateSpan, *, field: str | None = None) -> Records[R]:
        """Those before a date; before its first day, if it is more than one."""
        span = _span(date)
        return self._dated(field, DateSpan.before, _edge(span, span.earliest))

    def after(self, date: str | DateSpan, *, field: str | None = None) -> Records[R]:
        """Those after a date; after its last day, if it is more than one."""
        span = _span(date)
        return self._dated(field, DateSpan.after, _edge(span, span.latest))

    def _dated(
        self, field: str | None, compare: Callable[[DateSpan, DateSpan], bool | None], span: DateSpan
    ) -> Records[R]:
        def test(record: R) -> bool | None:
            date = date_of(record, field)
            return None if date is None else compare(date, span)

        return self.where(test)

    def chain(self, record: Any) -> Records[R]:
        """The agreements that one amends, extends or implements, those that do so to it, and so on, by date.

        They are found by title; one that has none stands alone.
        """
        linked = chain_of(record, self._shown)
        return self._with((item, True) for item in linked)


def _span(given: str | DateSpan) -> DateSpan:
    return given if isinstance(given, DateSpan) else DateSpan(given)


def _edge(span: DateSpan, day: datetime.date | None) -> DateSpan:
    """The first or last day of a span, where it is firm: a question on "before 2020" means all of 2020."""
    return span if day is None or span.approximate else DateSpan(day.isoformat())


def _involves(record: Any, found: dict[str, frozenset[str]]) -> bool:
    return (
        any(person.name in found["person"] for person in people_of(record))
        or any(country in found["country"] for country in countries_of(record))
        or any(place.name in found.get("place", ()) for place in places_of(record))
    )


def _is_at(record: Any, found: dict[str, frozenset[str]]) -> bool:
    return any(place.name in found["place"] or place.country in found["country"] for place in places_of(record))


def _texts(argument: str, given: tuple[object, ...]) -> tuple[str, ...]:
    for value in given:
        if not isinstance(value, str):
            raise ArgumentError(argument, "a str", value)
    return tuple(map(str, given))


def _words(what: str, given: tuple[str, ...], known: set[str]) -> set[str]:
    from difflib import get_close_matches

    for word in _texts(what, given):
        if word not in known:
            raise UnknownNameError(word, (what,), tuple(get_close_matches(fold(word), sorted(known), n=3)))
    return set(given)
