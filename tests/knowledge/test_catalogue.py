"""The data proves itself: what every row of the catalogue must be, whoever adds it."""

from __future__ import annotations

import datetime as dt
import itertools
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from indru.knowledge import default_knowledge
from indru.knowledge.loader import data_files, load_rows
from indru.knowledge.names import check_names, claimed, fold_name
from indru.knowledge.registry import ROW_TYPES
from indru.knowledge.tenures import first_day, last_day

KNOWLEDGE = default_knowledge()
TABLES = tuple(ROW_TYPES)
FILES = data_files()


def rows_of(table: str) -> tuple[Any, ...]:
    return tuple(KNOWLEDGE.table(ROW_TYPES[table]).values())


def texts_of(row: object) -> Iterator[str]:
    """Every text that a row holds, in nested rows too."""
    for field in attrs.fields(type(row)):
        value = getattr(row, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, str):
                yield item
            elif attrs.has(type(item)):
                yield from texts_of(item)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_file_can_be_read_alone(file):
    assert any(load_rows([file]).values())


def test_every_table_has_rows():
    assert [table for table in TABLES if not rows_of(table)] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_row_says_where_it_comes_from(table):
    for row in rows_of(table):
        assert row.source, row.id
        assert all(source.strip() for source in row.source), row.id


@pytest.mark.parametrize("table", ["system", "person", "office", "organisation", "place", "country"])
def test_text_is_composed_and_stripped(table):
    for row in rows_of(table):
        for text in texts_of(row):
            assert text == unicodedata.normalize("NFC", text).strip(), (row.id, text)
            assert "  " not in text, (row.id, text)


@pytest.mark.parametrize("table", ["system", "person", "office", "organisation", "place"])
def test_ids_are_plain(table):
    for row in rows_of(table):
        assert row.id.replace("-", "").isalnum(), row.id
        assert row.id == row.id.lower(), row.id


@pytest.mark.parametrize("table", ["system", "person", "organisation"])
def test_no_name_is_claimed_twice_unawares(table):
    rows = KNOWLEDGE.table(ROW_TYPES[table])
    check_names("the catalogue", table, rows, rows.values())


@pytest.mark.parametrize("table", ["system", "person", "organisation", "place", "country"])
def test_a_row_says_no_name_twice(table):
    for row in rows_of(table):
        names = row.all_names if table == "system" else (*row.names, *getattr(row, "demonyms", ()))
        assert len(set(names)) == len(names), row.id


def test_no_alias_is_the_designation_of_another_system():
    designations = {fold_name(row.designation): row.id for row in rows_of("system")}
    for row in rows_of("system"):
        for alias in row.aliases:
            assert designations.get(fold_name(alias), row.id) == row.id, (row.id, alias)


def test_systems_have_what_a_record_needs():
    for row in rows_of("system"):
        assert row.family, row.id
        assert row.kind, row.id
        assert row.units, row.id
        assert row.origin, row.id
        assert set(row.origin) <= set(KNOWLEDGE.countries), row.id


def test_guarded_names_have_company():
    for row in rows_of("system"):
        assert not row.guarded or any(word.isalpha() for word in row.company), row.id


def test_places_lie_in_countries_and_venues_in_cities():
    for row in rows_of("place"):
        assert row.country in KNOWLEDGE.countries, row.id
        assert not row.government or row.government in KNOWLEDGE.countries, row.id
        assert row.kind in {"city", "region", "base", "venue"}, row.id
        assert (row.kind != "venue") or KNOWLEDGE.places[row.city].kind == "city", row.id


def test_a_government_sits_in_one_city():
    seats = [row.government for row in rows_of("place") if row.government and row.kind == "city"]
    assert sorted(seats) == sorted(set(seats))


def test_no_place_is_named_twice():
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows_of("place"):
        for name in row.names:
            owners[name.casefold()].add(row.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_countries_are_known_to_organisations_and_offices():
    for row in rows_of("organisation"):
        assert set(row.country) <= set(KNOWLEDGE.countries), row.id
    for row in rows_of("office"):
        assert not row.country or row.country in KNOWLEDGE.countries, row.id


def test_country_ids_are_alpha_3():
    for row in rows_of("country"):
        assert len(row.id) == 3, row.id
        assert row.id.isupper(), row.id
        assert row.demonyms, row.id


def test_the_soviet_union_counts_as_russia():
    assert KNOWLEDGE.countries["SUN"].counts_as == "RUS"


def test_offices_under_a_national_name_are_offices():
    for row in rows_of("office"):
        if row.of:
            assert row.country, row.id
            assert not KNOWLEDGE.offices[row.of].of, row.id


def test_no_phrase_names_two_offices():
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows_of("office"):
        for phrase in {row.title, *row.phrases} if not row.of else set(row.phrases):
            owners[phrase.casefold()].add(row.id)
    assert {phrase: ids for phrase, ids in owners.items() if len(ids) > 1} == {}


def test_people_have_countries_and_known_offices():
    for row in rows_of("person"):
        assert row.country in KNOWLEDGE.countries, row.id
        assert row.sex in {"m", "f"}, row.id
        for tenure in row.offices:
            assert tenure.office in KNOWLEDGE.offices or " " in tenure.office, (row.id, tenure.office)


def test_nobody_is_called_singh_alone():
    for row in rows_of("person"):
        assert not {"Singh", "Kumar"} & set(row.short), row.id


def test_names_that_stand_alone_are_surnames_or_known_so():
    for row in rows_of("person"):
        if row.alone:
            assert row.short, row.id
            assert all(len(name) > 3 for name in row.short), row.id


def test_one_person_at_a_time_holds_an_office():
    tenures: defaultdict[tuple[str, str], list[tuple[dt.date, dt.date, str]]] = defaultdict(list)
    for row in rows_of("person"):
        country = KNOWLEDGE.countries[row.country]
        for tenure in row.offices:
            office = KNOWLEDGE.offices.get(tenure.office)
            if office and tenure.start and KNOWLEDGE.offices[office.of or office.id].single:
                end = first_day(tenure.end) if tenure.end else dt.date.max
                key = (office.of or office.id, country.counts_as or country.id)
                tenures[key].append((last_day(tenure.start), end, row.id))
    assert sum(map(len, tenures.values())) > 150
    for office, held in tenures.items():
        for (_, end, person), (start, _, successor) in itertools.pairwise(sorted(held)):
            assert end <= start, (office, person, successor)


@pytest.mark.parametrize("row", rows_of("system"), ids=lambda row: row.id)
def test_every_designation_belongs_to_its_row(row):
    owners = [other for other in rows_of("system") if row.designation in claimed(other)]
    assert owners[0] is row
