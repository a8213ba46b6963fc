"""A few things that the catalogue must know, told in the words of the field."""

from __future__ import annotations

import datetime as dt

import pytest

from indru.knowledge import default_knowledge
from indru.model import WeaponCategory

KNOWLEDGE = default_knowledge()


@pytest.mark.parametrize(
    ("name", "designation"),
    [
        ("Su-30 MKI", "Su-30MKI"),
        ("S-400 Triumf", "S-400"),
        ("PAK FA", "Su-57"),
        ("Admiral Gorshkov", "INS Vikramaditya"),
        ("INS Trishul", "Talwar class"),
        ("INS Trikand", "Teg class"),
        ("INS Sindhurakshak", "Sindhughosh class"),
        ("INS Ranvijay", "Rajput class"),
        ("Project 11356", "Talwar class"),
        ("Nerpa", "INS Chakra (2012)"),
        ("Klub-S", "3M-54E Klub"),
        ("Kamov-31", "Ka-31"),
        ("fifth generation fighter aircraft", "FGFA"),
        ("Kalashnikov rifle", "AK-203"),
        ("T-90", "T-90"),
        ("T-72", "T-72"),
        ("Igla", "Igla"),
        ("Akula class", "Akula"),
    ],
)
def test_names_of_systems(name, designation):
    owners = [row.designation for row in KNOWLEDGE.systems.values() if name in row.names]
    assert owners[:1] == [designation]


@pytest.mark.parametrize("name", ["Tor", "Goa", "Archer", "Club", "May", "Bear", "Halo", "Kilo", "Patriot", "Sher"])
def test_ordinary_words_are_guarded(name):
    owners = [row for row in KNOWLEDGE.systems.values() if name in row.all_names]
    assert owners
    assert all(name in row.guarded and name not in row.names for row in owners)


def test_categories_are_sipris():
    assert KNOWLEDGE.system("s-400").category is WeaponCategory.AIR_DEFENCE
    assert KNOWLEDGE.system("ak-203").category is WeaponCategory.SMALL_ARMS


@pytest.mark.parametrize(
    ("office", "country", "date", "name"),
    [
        ("defence-minister", "RUS", "2021-12-06", "Sergei Shoigu"),
        ("defence-minister", "IND", "2021-12-06", "Rajnath Singh"),
        ("defence-minister-ind", "IND", "2018-10-05", "Nirmala Sitharaman"),
        ("defence-minister", "IND", "2001-06-04", "Jaswant Singh"),
        ("defence-minister", "RUS", "2000-06-28", "Igor Sergeyev"),
        ("president", "RUS", "2010-12-21", "Dmitry Medvedev"),
        ("prime-minister", "RUS", "2010-03-12", "Vladimir Putin"),
        ("president", "RUS", "2000-10-03", "Vladimir Putin"),
        ("prime-minister", "IND", "1999-10-01", "Atal Bihari Vajpayee"),
        ("external-affairs-minister", "IND", "2024-07-08", "S Jaishankar"),
        ("foreign-minister", "RUS", "2015-12-24", "Sergey Lavrov"),
        ("foreign-minister", "SUN", "1971-08-09", "Andrei Gromyko"),
        ("foreign-minister", "RUS", "1971-08-09", "Andrei Gromyko"),
        ("national-security-adviser", "IND", "2025-08-07", "Ajit Doval"),
        ("navy-chief", "IND", "2003-06-18", "Madhvendra Singh"),
        ("rosoboronexport-head", "RUS", "2018-12-01", "Alexander Mikheev"),
        ("ambassador", "RUS", "2024-01-26", "Denis Alipov"),
    ],
)
def test_who_held_an_office(office, country, date, name):
    person = KNOWLEDGE.person_in_office(office, country, dt.date.fromisoformat(date))
    assert person is not None
    assert person.name == name


def test_nobody_is_named_on_the_day_of_a_change_or_where_nobody_is_known():
    assert KNOWLEDGE.person_in_office("defence-minister", "RUS", dt.date(2024, 5, 14)) is None
    assert KNOWLEDGE.person_in_office("defence-minister", "FRA", dt.date(1950, 1, 1)) is None
    assert KNOWLEDGE.person_in_office("no-such-office", "IND", dt.date(2021, 1, 1)) is None
    assert KNOWLEDGE.person_in_office("defence-minister", "Freedonia", dt.date(2021, 1, 1)) is None


@pytest.mark.parametrize("name", ["Putin", "Modi", "Shoigu", "Lavrov", "Jaishankar", "Sitharaman", "Parrikar"])
def test_the_famous_stand_alone(name):
    assert next(row.alone for row in KNOWLEDGE.people.values() if name in row.short)


@pytest.mark.parametrize("name", ["Sergey Shoygu", "Dmitri Rogozin", "Yury Borisov", "Alexander Fomin", "A.K. Antony"])
def test_people_are_spelled_in_many_ways(name):
    assert len([row.id for row in KNOWLEDGE.people.values() if name in row.names]) == 1
