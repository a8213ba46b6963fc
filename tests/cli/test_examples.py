"""The example articles, read by the command as the README has it: they show every type of record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ARTICLES = Path(__file__).parent.parent.parent / "examples" / "articles"


@pytest.fixture
def rows(run):
    outcome = run("parse", ARTICLES, "--format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    return {(Path(row["document"]).name, row["line"]): row for row in json.loads(outcome.out)}


def test_all_articles_are_read(rows):
    assert len(rows) == sum(1 for _ in ARTICLES.glob("*.txt")) + 2


@pytest.mark.parametrize("records", ["agreements", "meetings", "procurements", "weapon_systems"])
def test_every_type_of_record_is_shown(rows, records):
    assert any(row[records] for row in rows.values())


def test_an_article_of_something_else_has_no_record(rows):
    row = rows["no-record.txt", None]
    assert [row[name] for name in ("agreements", "meetings", "procurements")] == [[], [], []]


def test_what_a_row_says_of_itself_is_in_the_source(rows):
    source = rows["briefs.jsonl", 1]["source"]
    assert source["title"] == "Fighters and helicopters in Putin's Delhi bag"
    assert source["publisher"] == "The Evening Post"


def test_rifles(rows):
    deal = next(
        deal for deal in rows["wire-rifles.txt", None]["procurements"] if deal["system"]["designation"] == "AK-203"
    )
    assert deal["quantity"]["number"] == 600000
    assert deal["status"] == "contracted"


def test_tables_of_all_types(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "300")
    outcome = run("parse", ARTICLES / "wire-rifles.txt", "--format", "table")
    assert outcome.code == 0
    for title in ("Agreements", "Meetings", "Procurements", "Weapon systems"):
        assert title in outcome.out
    assert "over 600,000" in outcome.out
    assert "Rajnath Singh, Sergei Shoigu" in outcome.out
    assert "six lakh AK-203" in outcome.out
