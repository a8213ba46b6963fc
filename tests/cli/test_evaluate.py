"""`indru evaluate`: scores of a folder of gold."""

from __future__ import annotations

import json

import pytest

TEXT = "India signed a contract with Russia for 5,000 Igla-S missiles on 14 November 2023."
GOLD = {
    "id": "one",
    "agreements": [{"kind": "contract", "status": "signed", "signed": "2023-11-14", "systems": ["Igla-S"]}],
    "procurements": [
        {"system": "Igla-S", "mode": "purchase", "status": "contracted", "ordered": "2023-11-14", "quantity": None}
    ],
    "systems": ["Igla-S", "Sukhoi\u001b[31m"],
}


@pytest.fixture
def gold(tmp_path):
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "one.json").write_text(json.dumps(GOLD))
    return tmp_path


def test_a_table_for_people(run, gold):
    outcome = run("evaluate", gold)
    assert outcome.code == 0
    lines = {line.split()[0]: line.split()[1:] for line in outcome.out.splitlines() if line.split()}
    assert lines["meetings"][2] == "1.000"
    assert lines["systems"] == ["1.000", "0.500", "0.667", "1", "0", "1"]
    assert lines["quantity"] == ["0.000", "0.000", "0.000", "0", "1", "0"]
    assert lines["overall"][1:] == ["over", "1", "documents"]
    assert "one" not in lines


def test_mistakes_are_named(run, gold):
    out = run("evaluate", gold, "--errors").out
    assert 'procurements quantity: gold nothing, read 5000 "5,000 Igla-S missiles"' in out
    assert "systems missed: Sukhoi [31m" in out
    assert "\x1b" not in out


def test_json_for_programs(run, gold):
    report = json.loads(run("evaluate", gold, "--format", "json").out)
    assert list(report) == ["documents", "overall", "types"]
    assert list(report["types"]) == ["agreements", "meetings", "procurements", "systems", "source"]
    assert report["types"]["systems"]["missing"] == 1
    assert report["types"]["procurements"]["slots"]["record"]["f1"] == 1.0
    assert report["overall"] == pytest.approx(
        sum(report["types"][name]["f1"] for name in ("agreements", "meetings", "procurements", "systems")) / 4
    )


def test_json_with_mistakes(run, gold):
    mistakes = json.loads(run("evaluate", gold, "-f", "json", "--errors").out)["mistakes"]
    assert {
        "document": "one",
        "record_type": "procurements",
        "kind": "slot",
        "slot": "quantity",
        "gold": None,
        "said": "5000",
        "quote": "5,000 Igla-S missiles",
    } in mistakes


def test_one_file(run, gold):
    (gold / "two.json").write_text("{")
    assert run("evaluate", gold / "one.json").code == 0


def test_rows_are_added(run, gold, tmp_path):
    rows = tmp_path / "more.toml"
    rows.write_text('[[system]]\nid = "zarya-9"\ndesignation = "Zarya-9"\ncategory = "missile"\nsource = ["a test"]\n')
    (gold / "one.txt").write_text("The Zarya-9 stood on parade.")
    (gold / "one.json").write_text('{"id": "one", "systems": ["Zarya 9"]}')
    report = json.loads(run("evaluate", gold, "--knowledge", rows, "-f", "json").out)
    assert report["types"]["systems"]["right"] == 1


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ('{"id": "one", "sytems": []}', "sytems: unknown key (close to: systems)"),
        ('{"id": "one", "meetings": [{"format": "chat", "status": "held"}]}', "meetings[0].format: must be one of"),
        ("{", "is no JSON"),
    ],
)
def test_wrong_gold_is_wrong_usage(run, gold, monkeypatch, written, named):
    monkeypatch.setenv("COLUMNS", "400")
    (gold / "one.json").write_text(written)
    outcome = run("evaluate", gold)
    assert outcome.code == 2
    assert "one.json" in outcome.err
    assert named in outcome.err
    assert outcome.out == ""


def test_a_folder_that_is_missing_is_wrong_usage(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "400")
    outcome = run("evaluate", "nowhere")
    assert outcome.code == 2
    assert "nowhere" in outcome.err
