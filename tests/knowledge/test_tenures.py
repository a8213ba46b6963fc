"""Who held an office: only what is certain, whatever the precision of the tenures and of the question."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indru.errors import ModelError
from indru.knowledge.rows import PersonRow, TenureRow
from indru.knowledge.tenures import first_day, holder, index_tenures, last_day
from indru.values import DateSpan

DAYS = st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2049, 12, 31))
CUTS = st.sampled_from([4, 7, 10])


def person(name: str, *tenures: TenureRow, country: str = "IND") -> PersonRow:
    return PersonRow(id=name.lower(), name=name, country=country, offices=tenures, source=("a test",))


def tenures_of(*people: PersonRow, office: str = "dean", country: str = "IND"):
    return index_tenures(people, {}, {"SUN": "RUS"}).get((office, country), ())


@given(DAYS, CUTS)
def test_a_day_lies_within_its_own_month_and_year(day, cut):
    text = day.isoformat()[:cut]
    assert first_day(text) <= day <= last_day(text)
    assert first_day(text).isoformat().startswith(text)
    assert last_day(text).isoformat().startswith(text)


@given(DAYS, CUTS)
def test_the_day_after_the_last_is_another(day, cut):
    text = day.isoformat()[:cut]
    assert not (last_day(text) + dt.timedelta(days=1)).isoformat().startswith(text)
    assert not (first_day(text) - dt.timedelta(days=1)).isoformat().startswith(text)


@given(st.lists(DAYS, min_size=3, max_size=3), CUTS, CUTS)
def test_nobody_is_named_who_may_not_have_been_in_office(days, start_cut, end_cut):
    start, end, asked = days
    if start > end:
        start, end = end, start
    try:
        tenure = TenureRow(office="dean", start=start.isoformat()[:start_cut], end=end.isoformat()[:end_cut])
    except ModelError:
        return
    found = holder(tenures_of(person("Asha", tenure)), asked)
    if found is not None:
        assert start <= asked <= end


@given(DAYS, DAYS, DAYS)
def test_of_two_who_may_have_held_it_neither_is_named(first, second, asked):
    held = tenures_of(
        person("Asha", TenureRow(office="dean", start=first.isoformat())),
        person("Boris", TenureRow(office="dean", start=second.isoformat())),
    )
    found = holder(held, asked)
    assert (found is not None) == (min(first, second) <= asked < max(first, second))


@pytest.mark.parametrize(
    ("span", "name"),
    [
        ("2010-05-04", "Asha"),
        ("2010", "Asha"),
        ("2010-05/2010-07", "Asha"),
        ("2012", None),
        ("2012-02", "Asha"),
        ("2013", "Boris"),
        ("XXXX-05-04", None),
        ("2010/..", None),
    ],
)
def test_a_span_needs_one_holder_throughout(span, name):
    held = tenures_of(
        person("Asha", TenureRow(office="dean", start="2009-01-01", end="2012-06-30")),
        person("Boris", TenureRow(office="dean", start="2012-06-30")),
    )
    found = holder(held, DateSpan(span))
    assert (found.name if found else None) == name


def test_without_a_start_nothing_is_certain():
    assert tenures_of(person("Asha", TenureRow(office="dean", end="2012"))) == ()


def test_a_person_may_hold_an_office_twice():
    asha = person("Asha", TenureRow(office="dean", start="2001", end="2003"), TenureRow(office="dean", start="2005"))
    held = tenures_of(asha)
    assert holder(held, dt.date(2002, 5, 1)) is asha
    assert holder(held, dt.date(2004, 5, 1)) is None
    assert holder(held, dt.date(2030, 5, 1)) is asha


def test_the_soviet_union_counts_as_russia():
    andrei = person("Andrei", TenureRow(office="dean", start="1957-02-15"), country="SUN")
    assert holder(tenures_of(andrei, country="RUS"), dt.date(1971, 8, 9)) is andrei


@pytest.mark.parametrize("text", ["2001-13", "2001-02-30", "01", "2001-5-4", "May", "2001-05-04T00:00", "20010504"])
def test_dates_of_tenures_are_days_months_or_years(text):
    with pytest.raises(ModelError):
        TenureRow(office="dean", start=text)
