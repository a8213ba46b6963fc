"""`indru timeline|meetings|orders|conflicts|explain`: the answers of a store, as tables, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json

import pytest

TEXTS = {
    "a": "India signed a $5.43 billion contract with Russia for five S-400 squadrons on 5 October 2018.",
    "b": "India's contract with Russia of 5 October 2018 is for six S-400 squadrons.",
    "c": "Narendra Modi met Vladimir Putin in New Delhi on 6 December 2021.",
}
COMMANDS = {"timeline": 4, "meetings": 1, "orders": 1, "conflicts": 1}


@pytest.fixture
def store(run, tmp_path):
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text)
    file = tmp_path / "s.sqlite"
    assert run("add", file, *sorted(tmp_path.glob("*.txt"))).code == 0
    return file


@pytest.mark.parametrize(("command", "least"), COMMANDS.items())
def test_json_and_csv_hold_the_same_rows(run, store, command, least):
    rows = json.loads(run(command, store, "--format", "json").out)
    cells = list(csv.DictReader(io.StringIO(run(command, store, "--format", "csv").out)))
    assert len(rows) == len(cells) >= min(least, 1)
    assert [list(row) for row in rows] == [list(row) for row in cells]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_table_for_people(run, store, command):
    outcome = run(command, store)
    assert outcome.code == 0
    assert outcome.out.strip()


def test_a_conflict_is_shown_with_both_sides(run, store):
    [conflict] = json.loads(run("conflicts", store, "--format", "json").out)
    assert conflict["field"] == "quantity"
    assert "5 squadron" in str(conflict["sides"])
    assert "6 squadron" in str(conflict["sides"])


def test_filters_narrow(run, store):
    assert json.loads(run("meetings", store, "--involving", "Putin", "--format", "json").out)
    assert json.loads(run("meetings", store, "--during", "2019", "--format", "json").out) == []


def test_an_explanation_gives_words_and_reasons(run, store):
    lines = json.loads(run("timeline", store, "--of", "S-400", "-f", "json").out)
    [order] = [line for line in lines if line["type"] == "procurement"]
    rows = json.loads(run("explain", store, order["id"], "-f", "json").out)
    assert {row["field"] for row in rows} >= {"system", "quantity", "ordered"}
    assert any(row["why"] for row in rows)
    assert any(row["quote"] == "five S-400 squadrons" for row in rows)


def test_wrong_names_and_files_are_told(run, store, tmp_path):
    unknown = run("timeline", store, "--involving", "Nobody")
    assert unknown.code == 2
    assert "Nobody" in unknown.err
    assert run("timeline", tmp_path / "none.sqlite").code == 2
    assert run("explain", store, "zzz").code == 2
