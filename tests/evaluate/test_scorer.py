"""The figures are those of the scorer that the development corpus comes with, where that lies beside the project."""

from __future__ import annotations

import importlib.util
import json
import sys
from functools import cache
from pathlib import Path

import pytest

import indru
from indru.evaluate import evaluate, read_gold
from indru.evaluate.canonical import Canon

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "eval" / "score.py"
GOLD = SHARED / "corpus" / "dev"

pytestmark = pytest.mark.skipif(not (SCORER.exists() and GOLD.is_dir()), reason="the corpus isn't here")


@cache  # and no fixture, which pytest would show where a test fails: nothing of the corpus is to be shown
def corpus():
    gold = read_gold(GOLD)
    return gold, {document.id: indru.parse(document.text, published=document.published) for document in gold}


@cache
def report():
    return evaluate(*corpus())


def load_scorer():
    spec = importlib.util.spec_from_file_location("scorer", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def figures_of(tmp_path, monkeypatch, capsys):
    """What the scorer finds: precision, recall, F1 by type, and the overall figure."""

    def score(scorer):
        said, out = tmp_path / "said.jsonl", tmp_path / "out.json"
        rows = ({"id": name, **indru.to_dict(result)} for name, result in corpus()[1].items())
        said.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        monkeypatch.setattr(sys, "argv", ["score.py", str(GOLD), str(said), "--json", str(out)])
        scorer.main()
        capsys.readouterr()
        return json.loads(out.read_text(encoding="utf-8"))

    return score


def test_with_the_same_names_the_figures_are_the_same(figures_of):
    scorer = load_scorer()
    canon = Canon(indru.default_knowledge())
    scorer.SYSTEMS, scorer.PEOPLE, scorer.PLACES = canon._systems, canon._people, canon._places
    figures = figures_of(scorer)
    overall = report().overall
    assert overall == pytest.approx(figures["overall"], abs=0.002)
    for name, score in report().by_type.items():
        theirs = figures["slots"][name]
        ours = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
        assert ours == pytest.approx({key: theirs[key] for key in ours}, abs=0.002), name
        assert (score.gold, score.said) == pytest.approx((theirs["gold"], theirs["said"]), abs=2), name
    for name, score in report().records.items():
        assert score.f1 == pytest.approx(figures["records"][name]["f1"], abs=0.002), name


def test_with_its_own_names_the_figures_are_close(figures_of):
    """The scorer's list knows fewer names: T-50 and Su-57 are two systems to it, Kiev and Kyiv two places."""
    figures = figures_of(load_scorer())
    overall = report().overall
    assert overall == pytest.approx(figures["overall"], abs=0.005)
    for name, score in report().by_type.items():
        assert score.f1 == pytest.approx(figures["slots"][name]["f1"], abs=0.02), name
