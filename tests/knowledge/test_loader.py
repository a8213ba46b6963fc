"""Files that don't follow the rules: the message names file, row and problem."""

from __future__ import annotations

import contextlib
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indru.errors import KnowledgeError
from indru.knowledge.loader import data_files, load_rows
from indru.knowledge.registry import ROW_TYPES

SYSTEM = """
[[system]]
id = "pelican"
designation = "Pelican"
family = ["Pelican"]
category = "aircraft"
kind = "trainer"
origin = ["RUS"]
units = ["aircraft"]
source = ["general knowledge"]
"""


@pytest.fixture
def write(tmp_path):
    def write_file(text: str, name: str = "mine.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


def test_rows_come_by_table_in_the_order_of_the_files(write):
    second = SYSTEM.replace("pelican", "heron-2").replace("Pelican", "Heron-2")
    rows = load_rows([write(SYSTEM), write(second, "other.toml")])
    assert [row.id for row in rows["system"]] == ["pelican", "heron-2"]
    assert set(rows) == set(ROW_TYPES)


def test_any_file_may_hold_any_tables(write):
    office = '\n[[office]]\nid = "dean"\ntitle = "Dean"\nsource = ["general knowledge"]\n'
    rows = load_rows([str(write(SYSTEM + office))])
    assert rows["system"][0].designation == "Pelican"
    assert rows["office"][0].single


def test_a_source_above_the_tables_holds_for_rows_without_one(write):
    bare = SYSTEM.replace('source = ["general knowledge"]\n', "")
    other = SYSTEM.replace("pelican", "stork").replace("Pelican", "Stork")
    rows = load_rows([write('source = ["a book"]\n' + bare + other)])
    assert [row.source for row in rows["system"]] == [("a book",), ("general knowledge",)]


PERSON = '[[person]]\nid = "asha"\nname = "Asha Rao"\ncountry = "IND"\nsource = ["a"]\noffices = '
OFFICE = '[[office]]\nid = "dean"\ntitle = "Dean"\nsource = ["a"]\n'
SOURCE = 'source = ["general knowledge"]'
NO_TABLE = [
    ('[[sistem]]\nid = "x"', "unknown table 'sistem' (close to: system)"),
    ('[system]\nid = "x"', "write [[system]]"),
    ("system = 3", "write [[system]]"),
    ("[[system]\n", "is no TOML"),
]
BAD_ROWS = [
    ("pelican", SYSTEM.replace("family", "familly"), "unknown key 'familly' (close to: family)"),
    ("pelican", SYSTEM.replace("desig", "dezig"), "unknown key 'dezignation' (close to: designation)"),
    ("pelican", SYSTEM.replace('designation = "Pelican"', ""), "missing key 'designation'"),
    ("number 1", SYSTEM.replace('id = "pelican"', ""), "missing key 'id'"),
    ("number 1", SYSTEM.replace('"pelican"', "7"), "key 'id': must be text, not a whole number"),
    ("pelican", SYSTEM.replace('["RUS"]', '"RUS"'), "key 'origin': must be a list of text, not text"),
    (
        "pelican",
        SYSTEM.replace('"RUS"', "7"),
        "key 'origin': must be a list of text, but holds a whole number",
    ),
    ("pelican", SYSTEM.replace('"trainer"', "1"), "key 'kind': must be text, not a whole number"),
    ("pelican", SYSTEM.replace('"trainer"', "true"), "key 'kind': must be text, not true or false"),
    (
        "pelican",
        SYSTEM.replace('"aircraft"\n', '"airplane"\n'),
        "key 'category': 'airplane' is none of aircraft",
    ),
    ("pelican", SYSTEM.replace(SOURCE, "source = []"), "key 'source'"),
    ("pelican", SYSTEM.replace(SOURCE, ""), "missing key 'source'"),
    ("pelican", 'source = "a book"\n' + SYSTEM.replace(SOURCE, ""), "key 'source': must be a list of text"),
    ("pelican", SYSTEM + 'guarded = ["Stork"]', "guarded: must be the designation or one of the aliases"),
    ("pelican", SYSTEM + 'company = ["Jet engine"]', "company: must be one word in small letters"),
    ("pelican", SYSTEM + SYSTEM, "the id is taken by a row of bad.toml"),
    ("asha", PERSON + '[{ start = "2001" }]', "key 'offices': missing key 'office'"),
    ("asha", PERSON + '["dean"]', "key 'offices': must be a table, not text"),
    ("asha", PERSON + '"dean"', "key 'offices': must be a list, not text"),
    ("asha", PERSON + '[{ office = "dean", start = "May 2001" }]', "start: must be a day, a month or a year"),
    ("asha", PERSON + '[{ office = "dean", end = "2001-02-30" }]', "end: must be a day, a month or a year"),
    ("asha", PERSON + '[{ office = "dean", start = "2001", end = "1999" }]', "can't end before its start"),
    ("dean", OFFICE + 'single = "yes"', "key 'single': must be true or false, not text"),
]


@pytest.mark.parametrize(("text", "problem"), NO_TABLE)
def test_files_without_sound_tables(write, text, problem):
    with pytest.raises(KnowledgeError) as caught:
        load_rows([write(text, "bad.toml")])
    assert (caught.value.file, caught.value.row) == ("bad.toml", "")
    assert problem in caught.value.problem


@pytest.mark.parametrize(("row", "text", "problem"), BAD_ROWS)
def test_bad_rows(write, row, text, problem):
    with pytest.raises(KnowledgeError) as caught:
        load_rows([write(text, "bad.toml")])
    error = caught.value
    assert error.file == "bad.toml"
    assert error.row.endswith(f" {row}")
    assert problem in error.problem
    assert str(error) == f"bad.toml: {error.row}: {error.problem}"
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_an_id_taken_in_another_file(write):
    with pytest.raises(KnowledgeError, match=r"^second\.toml: system pelican: the id is taken by a row of first\.toml"):
        load_rows([write(SYSTEM, "first.toml"), write(SYSTEM, "second.toml")])


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(KnowledgeError, match=r"nowhere\.toml: can't be read: No such file"):
        load_rows([tmp_path / "nowhere.toml"])


def test_a_file_that_is_not_utf8(tmp_path):
    path = tmp_path / "latin.toml"
    path.write_bytes("# Türkiye".encode("latin-1"))
    with pytest.raises(KnowledgeError, match=r"latin\.toml: is not UTF-8: .* at byte 3"):
        load_rows([path])


VALUES = ['"x"', "1", "1.5", "true", "[]", '["x"]', "[1]", "{}", "[{}]", '{ a = "x" }', "2001-05-04"]
KEYS = ["id", "source", "name", "kind", "phrases", "value", "offices", "country", "plurals", "single"]


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    return tmp_path_factory.mktemp("any") / "any.toml"


@given(st.text(max_size=200))
def test_any_text_is_rows_or_a_knowledge_error(scratch, text):
    scratch.write_text(text, encoding="utf-8", errors="ignore")
    with contextlib.suppress(KnowledgeError):
        assert not any(load_rows([scratch]).values())


@given(st.sampled_from(sorted(ROW_TYPES)), st.dictionaries(st.sampled_from(KEYS), st.sampled_from(VALUES)))
def test_any_table_is_a_row_or_a_knowledge_error(scratch, table, content):
    scratch.write_text(f"[[{table}]]\n" + "\n".join(f"{key} = {value}" for key, value in content.items()))
    with contextlib.suppress(KnowledgeError):
        assert len(load_rows([scratch])[table]) == 1


def test_the_files_of_the_package_come_by_name():
    names = [file.name for file in data_files()]
    assert names == sorted(names)
    assert all(name.endswith(".toml") for name in names)
