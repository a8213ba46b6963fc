"""Many texts: order, laziness, faults, an early end."""

import itertools
import multiprocessing
import os
import signal

import pytest

import indru
from indru import many
from indru.errors import ArgumentError
from indru.many import Article, parse_many

TEXTS = [
    "India signed a contract with Russia for 464 T-90S tanks.",
    "Rain in Pune.",
    "Russia delivered the frigate INS Tamal to India.",
    "Putin met Modi in New Delhi on 6 December 2021.",
]
DEADLY = "this text kills its reader"


def _read_or_die(text, **arguments):
    if text == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    if text == "poison":
        raise MemoryError("no memory")
    return indru.parse(text, **arguments)


def test_processes_give_what_a_loop_gives():
    texts = TEXTS * 10
    assert list(parse_many(texts, workers=2, chunk=3)) == [indru.parse(text) for text in texts]


def test_spawned_processes_give_the_same_and_know_what_they_are_given(tmp_path):
    rows = '[[system]]\nid = "zed-9"\ndesignation = "Zed-9"\ncategory = "missile"\nsource = ["a test"]\n'
    (tmp_path / "own.toml").write_text(rows)
    knowledge = indru.default_knowledge().extended(tmp_path / "own.toml")
    results = parse_many(["The Zed-9 is new."], workers=2, knowledge=knowledge, start_method="spawn", screen=True)
    assert [system.designation for system in next(results).weapon_systems] == ["Zed-9"]
    results.close()


def test_what_is_known_from_outside_is_used():
    article = Article(text="India and Russia signed a contract for 5 frigates on Monday.", published="2021-12-08")
    [result] = parse_many([article], workers=1)
    assert result == indru.parse(article.text, published=article.published)


@pytest.mark.parametrize("workers", [1, 2])
def test_reading_is_lazy_and_bounded(workers):
    taken = itertools.count()
    last = 0

    def endless():
        nonlocal last
        while True:
            last = next(taken)
            yield "Rain in Pune."

    results = parse_many(endless(), workers=workers, chunk=2)
    assert last == 0
    for _ in range(50):
        next(results)
    assert last < 50 + 2 * 3 * workers + 2
    results.close()
    assert not multiprocessing.active_children()


def test_one_poisoned_document_is_named_and_the_others_are_read():
    results = list(parse_many([TEXTS[0], b"bytes", Article(text=TEXTS[2], published="soon"), TEXTS[3]], workers=2))
    assert [[problem.code for problem in result.problems if problem.code == "not-read"] for result in results] == [
        [],
        ["not-read"],
        ["not-read"],
        [],
    ]
    assert results[0] == indru.parse(TEXTS[0])
    assert "published must be a date" in results[2].problems[0].message


@pytest.mark.parametrize("at", [0, 5, 11])
def test_only_the_document_that_kills_its_worker_is_lost(monkeypatch, at):
    monkeypatch.setattr(many, "parse", _read_or_die)
    texts = TEXTS * 3
    texts[at] = DEADLY
    results = list(parse_many(texts, workers=2, chunk=4, start_method="fork"))
    assert [problem.code for problem in results[at].problems] == ["worker-died"]
    expected = [indru.parse(text) for text in texts]
    assert [r for i, r in enumerate(results) if i != at] == [r for i, r in enumerate(expected) if i != at]
    assert not multiprocessing.active_children()


def test_lack_of_memory_is_named(monkeypatch):
    monkeypatch.setattr(many, "parse", _read_or_die)
    results = list(parse_many(["poison", TEXTS[0]], workers=1))
    assert results[0].problems[0].message == "the document wasn't read: MemoryError: no memory"
    assert results[1].procurements


def test_a_worker_killed_from_outside_costs_no_document():
    texts = TEXTS * 20
    results = parse_many(texts, workers=2, chunk=4)
    first = next(results)
    os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)
    assert [first, *results] == [indru.parse(text) for text in texts]


def test_ctrl_c_ends_the_workers():
    results = parse_many(TEXTS * 20, workers=2, chunk=4)
    next(results)
    with pytest.raises(KeyboardInterrupt):
        results.throw(KeyboardInterrupt)
    assert not multiprocessing.active_children()


def test_screened_texts_give_what_they_give():
    expected = [indru.parse(text).records[1:] for text in TEXTS]
    assert [result.records[1:] for result in parse_many(TEXTS, workers=1, screen=True)] == expected


def test_progress_counts():
    seen = []
    list(parse_many(TEXTS, workers=1, progress=seen.append))
    assert seen == [1, 2, 3, 4]


@pytest.mark.parametrize("wrong", [{"workers": 0}, {"workers": "2"}, {"chunk": 0}])
def test_wrong_numbers_are_refused(wrong):
    with pytest.raises(ArgumentError):
        parse_many([], **wrong)
