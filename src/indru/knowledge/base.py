"""Knowledge: all rows together, and the questions that readers of text put to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Any, TypeVar, cast

import attrs

from indru.errors import KnowledgeError
from indru.knowledge.cues import CueRow, VerbRow
from indru.knowledge.loader import Tables, data_files, load_rows
from indru.knowledge.measures import CurrencyRow, DateWordRow, HedgeRow, NumberWordRow, ScaleRow, UnitRow
from indru.knowledge.names import check_names
from indru.knowledge.noise import (
    AbbreviationRow,
    BoilerplateRow,
    LabelRow,
    OpenerRow,
    OutletRow,
    OutletWordRow,
)
from indru.knowledge.registry import ROW_TYPES
from indru.knowledge.rows import CountryRow, OfficeRow, OrganisationRow, PersonRow, PlaceRow, SystemRow
from indru.knowledge.structure import suggest
from indru.knowledge.tenures import Holders, holder, index_tenures
from indru.values import DateSpan

Row = TypeVar("Row")
_NAMES = {row_type: table for table, row_type in ROW_TYPES.items()}
_UNIQUE_NAMES = ("system", "person", "organisation")


@attrs.frozen(eq=False)
class Knowledge:
    """Typed rows by table and id. Compared and hashed by identity, so that matchers can be kept for each.

    >>> default_knowledge().system("ak-203").designation
    'AK-203'
    """

    _tables: Mapping[str, Mapping[str, Any]]
    _holders: Holders = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        offices = {row.id: row.of for row in self.offices.values() if row.of}
        states = {row.id: row.counts_as for row in self.countries.values() if row.counts_as}
        object.__setattr__(self, "_holders", index_tenures(self.people.values(), offices, states))

    def __repr__(self) -> str:
        counts = (f"{len(rows)} {table}" for table, rows in self._tables.items() if rows)
        return f"Knowledge({', '.join(counts)})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, ({table: dict(rows) for table, rows in self._tables.items()},)

    @classmethod
    def from_files(cls, paths: Iterable[Traversable | Path | str]) -> Knowledge:
        """The knowledge of these TOML files and nothing else.

        Raises:
            KnowledgeError: a file doesn't follow the rules; the message says which row and why.
        """
        paths = tuple(paths)
        tables = load_rows(paths)
        knowledge = cls(_by_id(tables))
        knowledge._check(", ".join(Path(str(path)).name for path in paths), tables)
        return knowledge

    def extended(self, path: Traversable | Path | str) -> Knowledge:
        """This knowledge and the rows of one more TOML file; a row whose id there is replaces it.

        Raises:
            KnowledgeError: the file doesn't follow the rules, or claims a name that another row has.
        """
        fresh = load_rows([path])
        added = {table: {row.id: row for row in rows} for table, rows in fresh.items()}
        merged = {table: {**rows, **added[table]} for table, rows in self._tables.items()}
        knowledge = Knowledge(_freeze(merged))
        knowledge._check(Path(str(path)).name, fresh)
        return knowledge

    def table(self, row_type: type[Row]) -> Mapping[str, Row]:
        """The rows of one class by id, in the order of the files.

        >>> default_knowledge().table(CountryRow)["IND"].name
        'India'
        """
        return cast("Mapping[str, Row]", self._tables[_NAMES[row_type]])

    @property
    def systems(self) -> Mapping[str, SystemRow]:
        """Weapon systems and platforms."""
        return self.table(SystemRow)

    @property
    def people(self) -> Mapping[str, PersonRow]:
        """People with their offices."""
        return self.table(PersonRow)

    @property
    def offices(self) -> Mapping[str, OfficeRow]:
        """Offices and the phrases for them."""
        return self.table(OfficeRow)

    @property
    def organisations(self) -> Mapping[str, OrganisationRow]:
        """Ministries, firms, parliaments, news outlets."""
        return self.table(OrganisationRow)

    @property
    def places(self) -> Mapping[str, PlaceRow]:
        """Cities, regions, bases, venues."""
        return self.table(PlaceRow)

    @property
    def countries(self) -> Mapping[str, CountryRow]:
        """Countries by ISO 3166-1 alpha-3."""
        return self.table(CountryRow)

    @property
    def cues(self) -> Mapping[str, CueRow]:
        """The words that say what happened."""
        return self.table(CueRow)

    @property
    def verbs(self) -> Mapping[str, VerbRow]:
        """Irregular verbs."""
        return self.table(VerbRow)

    @property
    def units(self) -> Mapping[str, UnitRow]:
        """Nouns that things are counted in."""
        return self.table(UnitRow)

    @property
    def currencies(self) -> Mapping[str, CurrencyRow]:
        """Currencies by ISO 4217."""
        return self.table(CurrencyRow)

    @property
    def scales(self) -> Mapping[str, ScaleRow]:
        """Words that multiply a number: lakh, million."""
        return self.table(ScaleRow)

    @property
    def hedges(self) -> Mapping[str, HedgeRow]:
        """Phrases that hedge a number."""
        return self.table(HedgeRow)

    @property
    def numbers(self) -> Mapping[str, NumberWordRow]:
        """Numbers written out."""
        return self.table(NumberWordRow)

    @property
    def date_words(self) -> Mapping[str, DateWordRow]:
        """Words of dates."""
        return self.table(DateWordRow)

    @property
    def boilerplate(self) -> Mapping[str, BoilerplateRow]:
        """Page furniture."""
        return self.table(BoilerplateRow)

    @property
    def abbreviations(self) -> Mapping[str, AbbreviationRow]:
        """Abbreviations with a stop."""
        return self.table(AbbreviationRow)

    @property
    def openers(self) -> Mapping[str, OpenerRow]:
        """Words that begin sentences."""
        return self.table(OpenerRow)

    @property
    def labels(self) -> Mapping[str, LabelRow]:
        """Labels at the head and foot of a page."""
        return self.table(LabelRow)

    @property
    def outlets(self) -> Mapping[str, OutletRow]:
        """Papers, sites and agencies."""
        return self.table(OutletRow)

    @property
    def outlet_words(self) -> Mapping[str, OutletWordRow]:
        """Words that tell the name of a publisher."""
        return self.table(OutletWordRow)

    def system(self, id: str) -> SystemRow:
        """The system of an id.

        Raises:
            KeyError: there is none.
        """
        return self.systems[id]

    def person_in_office(self, office_id: str, country: str, date: dt.date | DateSpan) -> PersonRow | None:
        """Who held an office of a country on a date; None where that isn't certain.

        >>> default_knowledge().person_in_office("defence-minister", "RUS", dt.date(2021, 12, 6)).name
        'Sergei Shoigu'
        """
        office = self.offices.get(office_id)
        state = self.countries.get(country)
        key = (office and office.of) or office_id, (state and state.counts_as) or country
        return holder(self._holders.get(key, ()), date)

    def _check(self, file: str, fresh: Tables) -> None:
        """What a file alone can't tell: names claimed twice, countries and offices that there aren't."""
        for table in _UNIQUE_NAMES:
            check_names(file, table, self._tables[table], fresh[table])
        for place in fresh["place"]:
            self._check_known(file, f"place {place.id}", "country", place.country, self.countries)
            self._check_known(file, f"place {place.id}", "city", place.city, self.places)
        for person in fresh["person"]:
            self._check_known(file, f"person {person.id}", "country", person.country, self.countries)
            for tenure in person.offices:
                if tenure.office.islower() and " " not in tenure.office:
                    self._check_known(file, f"person {person.id}", "office", tenure.office, self.offices)
        for office in fresh["office"]:
            self._check_known(file, f"office {office.id}", "of", office.of, self.offices)

    def _check_known(self, file: str, row: str, key: str, value: str, known: Mapping[str, object]) -> None:
        if value and value not in known:
            raise KnowledgeError(file, row, f"key {key!r}: {value!r} is not known{suggest(value, known)}")


def _by_id(tables: Tables) -> Mapping[str, Mapping[str, Any]]:
    return _freeze({table: {row.id: row for row in rows} for table, rows in tables.items()})


def _freeze(tables: Mapping[str, dict[str, Any]]) -> Mapping[str, Mapping[str, Any]]:
    return MappingProxyType({table: MappingProxyType(rows) for table, rows in tables.items()})


def _restore(tables: Mapping[str, dict[str, Any]]) -> Knowledge:
    return Knowledge(_freeze(tables))


_READING = Lock()


def default_knowledge() -> Knowledge:
    """The knowledge that comes with the package, read once, when it is first asked for."""
    with _READING:  # or two threads that ask at once would get two, and compile two matchers
        return _read_default()


@cache
def _read_default() -> Knowledge:
    return Knowledge(_by_id(load_rows(data_files())))
