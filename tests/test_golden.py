"""The articles that the project ships with their gold: each keeps the law, and all together reach their floors."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import indru
from indru.evaluate import GoldDocument, Report, evaluate, read_gold

FOLDER = Path(__file__).parent / "golden"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
NEGATIVE = [name for name in NAMES if name.startswith("neg-")]

FLOORS = {
    "agreements": 0.78,
    "meetings": 0.89,
    "procurements": 0.835,
    "systems": 0.975,
    "source": 0.9,
}
"""The least F1 of each record type. They only go up: who reads better raises them in the same change."""


@cache
def documents() -> dict[str, GoldDocument]:
    return {document.id: document for document in read_gold(FOLDER)}


@cache
def reading(name: str) -> indru.ParseResult:
    document = documents()[name]
    return indru.parse(document.text, published=document.published)


@cache
def report() -> Report:
    return evaluate(documents().values(), {name: reading(name) for name in NAMES})


def test_each_text_has_its_gold():
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == NAMES
    assert sorted(documents()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_quotes_stand_where_their_spans_say(name):
    text = documents()[name].text
    for record in reading(name).records:
        for item in record.evidence:
            assert text[item.span.start : item.span.end] == item.quote
        unproved = [field for field in record.filled() if not record.evidence_for(field)]
        assert not unproved, f"{type(record).__name__} {record.id}"
    for problem in reading(name).problems:
        for item in problem.evidence:
            assert text[item.span.start : item.span.end] == item.quote


@pytest.mark.parametrize("name", NAMES)
def test_a_reading_survives_json(name):
    assert indru.from_json(indru.ParseResult, indru.to_json(reading(name))) == reading(name)


@pytest.mark.parametrize("name", NEGATIVE)
def test_a_text_without_news_of_the_two_gives_no_record(name):
    result = reading(name)
    assert (result.agreements, result.meetings, result.procurements) == ((), (), ())


@pytest.mark.parametrize("record_type", FLOORS)
def test_a_type_reaches_its_floor(record_type):
    assert report().by_type[record_type].f1 >= FLOORS[record_type]


def test_each_type_has_its_floor():
    assert set(FLOORS) == set(report().by_type)
