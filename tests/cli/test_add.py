"""`indru add`: what is new, what is known, what failed."""

from __future__ import annotations

import json

import pytest

from indru.store import Store


@pytest.fixture
def news(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("India and Russia signed a contract for 5,000 Igla-S missiles.")
    rows = [{"text": "Nothing here.", "title": "A title"}, {"text": "More."}, {"text": "Nothing here."}]
    (folder / "b.jsonl").write_text("\n".join(map(json.dumps, rows)))
    return folder


def test_new_then_known(run, news, tmp_path):
    file = tmp_path / "s.sqlite"
    outcome = run("add", file, news)
    assert (outcome.code, outcome.out) == (0, "")
    assert "3 new, 1 known, 0 failed" in outcome.err
    assert "0 new, 4 known, 0 failed" in run("add", file, news).err
    with Store(file, readonly=True) as store:
        assert len(store) == 3
        [hit] = store.search("missile")
        assert hit.document == str(news / "a.txt")


def test_a_run_that_was_stopped_goes_on(run, news, tmp_path):
    file = tmp_path / "s.sqlite"
    run("add", file, news / "a.txt")
    assert "2 new, 2 known, 0 failed" in run("add", file, news).err


def test_what_fails_is_told_and_the_rest_stored(run, news, tmp_path):
    (news / "c.jsonl").write_text("no JSON\n" + json.dumps({"text": "Last."}))
    outcome = run("add", tmp_path / "s.sqlite", news)
    assert outcome.code == 1
    assert "c.jsonl:1" in outcome.err
    assert "4 new, 1 known, 1 failed" in outcome.err


def test_the_store_may_lie_among_the_articles(run, news):
    file = news / "store.txt"
    assert run("add", file, news).code == 0
    assert "0 new, 4 known, 0 failed" in run("add", file, news).err


def test_another_file_is_wrong_usage_and_untouched(run, news, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    outcome = run("add", news / "a.txt", news)
    assert outcome.code == 2
    assert "no SQLite file" in outcome.err
    assert (news / "a.txt").read_text().startswith("India")
