"""What `nox -s accuracy -- --base REV` calls gained, lost and changed."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import indru
from indru.strategies import parse_results


def load():
    path = Path(__file__).parent.parent / "benchmarks" / "compare.py"
    spec = importlib.util.spec_from_file_location("benchmarks_compare", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # attrs looks its annotations up there
    spec.loader.exec_module(module)
    return module


compare = load()
READINGS = st.dictionaries(st.sampled_from("ab"), parse_results().map(indru.to_dict), max_size=2)


def meeting(**fields):
    said = {"format": "visit", "status": "held", "date": None, "place": None, "participants": []}
    return {"id": "m", "evidence": [], **said, **fields}


def reading(*meetings):
    return {"a": {"meetings": list(meetings)}}


def told(before, after):
    return [str(change) for change in compare.changes(before, after)]


@settings(max_examples=25)
@given(READINGS)
def test_nothing_changes_between_a_reading_and_itself(readings):
    assert list(compare.changes(readings, readings)) == []


@settings(max_examples=25)
@given(READINGS, READINGS)
def test_what_the_one_gains_the_other_loses(one, other):
    def count(before, after):
        kinds = [change.kind for change in compare.changes(before, after)]
        return [kinds.count(kind) for kind in compare.Kind]

    gained, lost, changed = count(one, other)
    assert count(other, one) == [lost, gained, changed]


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        (reading(), reading(meeting()), ["+ a meetings format=visit status=held"]),
        (reading(meeting()), {}, ["- a meetings format=visit status=held"]),
        (
            reading(meeting(place={"name": "Kazan", "country": "RUS"})),
            reading(meeting(id="n", evidence=[{"field": "date"}], place={"name": "Kazan", "country": "RUS"})),
            [],
        ),
        (
            reading(meeting(participants=[{"name": "Rajnath Singh"}])),
            reading(meeting(date="2021-12-06", participants=[{"name": "Rajnath Singh"}])),
            [
                "~ a meetings format=visit status=held date=2021-12-06 participants=[Rajnath Singh] "
                "[date: nothing -> 2021-12-06]"
            ],
        ),
        (
            reading(meeting(status="held")),
            reading(meeting(status="scheduled")),
            ["- a meetings format=visit status=held", "+ a meetings format=visit status=scheduled"],
        ),
    ],
)
def test_changes_are_told(before, after, lines):
    assert told(before, after) == lines


def test_a_procurement_of_another_system_is_another():
    def bought(name, number):
        record = {"system": {"designation": name, "id": name}, "mode": "purchase", "quantity": {"number": number}}
        return {"a": {"procurements": [record]}}

    assert told(bought("T-90", 5), bought("T-90", 6)) == [
        "~ a procurements system=T-90 mode=purchase quantity=6 [quantity: 5 -> 6]"
    ]
    assert [line[0] for line in told(bought("T-90", 5), bought("T-72", 5))] == ["-", "+"]


def test_the_summary_counts():
    found = compare.changes(reading(meeting()), {"b": {"meetings": [meeting(), meeting(status="scheduled")]}})
    assert compare.summary(found) == "2 gained, 1 lost, 0 changed"
