"""Screening loses nothing: what has a record is relevant, however it is written."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import indru
from indru.errors import ArgumentError
from indru.knowledge import DesignationRow
from indru.scan.matcher import names_of
from indru.scan.mentions import Kind

GOLDEN = sorted(Path(__file__).with_name("golden").glob("*.txt"))
DEV = sorted((Path(__file__).parents[2] / "shared" / "corpus" / "dev").glob("*.txt"))


@pytest.mark.parametrize("path", [*GOLDEN, *DEV], ids=lambda path: path.stem)
def test_nothing_with_a_record_is_lost(path):
    text = path.read_bytes().decode("utf-8-sig")
    gold = json.loads(path.with_suffix(".json").read_text())
    records = any(gold[kind] for kind in ("agreements", "meetings", "procurements", "systems"))
    if records or indru.parse(text).records[1:]:
        assert indru.is_relevant(text)


NAMES = [(surface, entry) for surface, entry in names_of(indru.default_knowledge()) if entry.kind is Kind.SYSTEM]


@given(st.sampled_from(NAMES), st.sampled_from([" {} ", "({})", "{}s", "x {}\n", "\u201c{}\u201d", "{}"]))
def test_every_name_of_a_system_is_found(name, frame):
    surface, entry = name
    text = frame.format(entry.exact or surface) + " and " + " ".join(entry.company)
    if indru.parse(text).weapon_systems:
        assert indru.is_relevant(text)


@pytest.mark.parametrize("row", indru.default_knowledge().table(DesignationRow).values(), ids=lambda row: row.id)
@given(st.data())
def test_every_designation_of_a_pattern_is_found(row, data):
    pattern, followers, _ = row.pattern.partition("(?=")
    name = data.draw(st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True))
    text = f"The {name} frigate sailed." if followers else f"The {name} flew."
    if indru.parse(text).weapon_systems:
        assert indru.is_relevant(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rus\u00adsia and In\u00addia signed a treaty.",
        "\uff32\uff55\uff53\uff53\uff49\uff41 and India",
        "Russia&nbsp;&amp; India",
        "the S\u2011400 came",
        "the S\u2013400 came",
        "the S-\u0664\u0660\u0660 came",
        "RUSSIA AND INDIA",
        "Russia and India\ud800",
        "Vladimir\u00a0Putin met Narendra\tModi",
        "\u0130stanbul: Russia, India",
    ],
)
def test_names_are_found_however_they_are_written(text):
    assert indru.is_relevant(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "India signed a contract for 36 passenger jets.",
        "Russia beat Spain.",
        "The doctor of Goa wrote a history of torture in the city.",
        "Prussian blue from Indiana",
    ],
)
def test_other_texts_are_not_relevant(text):
    assert not indru.is_relevant(text)


def test_a_row_of_ones_own_counts(tmp_path):
    rows = '[[system]]\nid = "zed-9"\ndesignation = "Zed-9"\ncategory = "missile"\nsource = ["a test"]\n'
    (tmp_path / "own.toml").write_text(rows)
    knowledge = indru.default_knowledge().extended(tmp_path / "own.toml")
    assert indru.is_relevant("The Zed-9 is new.", knowledge=knowledge)
    assert not indru.is_relevant("The Zed-9 is new.")


def test_bytes_are_no_text():
    with pytest.raises(ArgumentError):
        indru.is_relevant(b"India and Russia")
