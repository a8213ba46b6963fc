"""`indru parse --explain`: what was noticed in each sentence, and what came of it."""

from __future__ import annotations

import json

import pytest

import indru

TEXT = (
    "India signed a contract with Russia for 5,000 Igla-S missiles. The weather [bold]was fine[/bold].\n\n"
    "India and France signed a treaty."
)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    return path


def test_rows_say_what_each_cue_fed(run, article):
    (row,) = run("parse", article, "--explain").rows
    for sentence in row["explanation"]:
        assert TEXT[sentence["start"] : sentence["end"]] == sentence["text"]
        for cue in sentence["cues"]:
            assert TEXT[cue["start"] : cue["end"]] == cue["quote"]
            assert bool(cue["fed"]) == (cue["reason"] is None)
    signed = row["explanation"][0]["cues"][0]
    assert (signed["quote"], signed["kind"], signed["reason"]) == ("signed", "seal", None)
    assert {"field": "agreement.status", "record": row["agreements"][0]["id"]} in signed["fed"]
    last = row["explanation"][-1]["cues"]
    assert [(cue["quote"], cue["fed"], cue["reason"]) for cue in last] == [
        ("signed", [], "not between India and Russia"),
        ("treaty", [], "not between India and Russia"),
    ]


def test_an_array_has_them_too(run, article):
    (row,) = json.loads(run("parse", article, "--explain", "-f", "json").out)
    assert [len(sentence["cues"]) > 0 for sentence in row["explanation"]] == [True, False, True]


def test_without_the_option_nothing_changes(run, article):
    (row,) = run("parse", article).rows
    assert "explanation" not in row
    (explained,) = run("parse", article, "--explain").rows
    del explained["explanation"]
    assert explained == row


def test_tables_name_the_records_by_number(run, article, monkeypatch):
    monkeypatch.setenv("COLUMNS", "150")
    out = run("parse", article, "--explain", "-f", "table").out
    why = out.partition("Why\n")[2]
    assert "agreement 1: kind" in why
    assert "nothing: not between India and Russia" in why
    assert "weather" not in why  # a sentence without cues has nothing to explain
    assert "India and France signed a treaty." in why


def test_a_text_without_cues(run, tmp_path):
    (tmp_path / "a.txt").write_text("")
    (row,) = run("parse", tmp_path / "a.txt", "--explain").rows
    assert row["explanation"] == []


def test_a_bug_costs_one_article(run, article, monkeypatch):
    def fail(*_args, **_known):
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(indru, "inspect", fail)
    outcome = run("parse", article, "--explain")
    assert outcome.code == 1
    assert "ZeroDivisionError" in outcome.err
