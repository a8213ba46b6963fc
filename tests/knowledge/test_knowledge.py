"""Knowledge as an object: what it holds, how it grows, and that it is one and the same for all."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from indru.errors import KnowledgeError
from indru.knowledge import Knowledge, SystemRow, default_knowledge
from indru.knowledge.base import _read_default
from indru.knowledge.registry import ROW_TYPES

PELICAN = """
[[system]]
id = "pelican"
designation = "Pelican"
aliases = ["Be-300"]
category = "aircraft"
kind = "trainer"
source = ["general knowledge"]
"""
INDIA = '[[country]]\nid = "IND"\nname = "India"\ndemonyms = ["Indian"]\nsource = ["ISO 3166-1"]\n'


@pytest.fixture
def write(tmp_path):
    def write_file(text: str, name: str = "mine.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


def test_the_default_is_one_for_all_threads():
    _read_default.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: default_knowledge(), range(8)))
    assert len({id(knowledge) for knowledge in found}) == 1


def test_knowledge_is_hashed_by_identity(write):
    first, second = (Knowledge.from_files([write(PELICAN)]) for _ in range(2))
    assert first != second
    assert len({first, second}) == 2


def test_knowledge_cant_be_changed():
    knowledge = default_knowledge()
    with pytest.raises(TypeError):
        knowledge.systems["x"] = knowledge.system("ak-203")  # type: ignore[index]
    with pytest.raises(AttributeError):
        knowledge.systems = {}  # type: ignore[misc]


def test_knowledge_travels_to_other_processes():
    knowledge = default_knowledge()
    copy = pickle.loads(pickle.dumps(knowledge))
    assert dict(copy.systems) == dict(knowledge.systems)
    assert repr(copy) == repr(knowledge)


@pytest.mark.parametrize(("table", "row_type"), ROW_TYPES.items())
def test_every_table_is_there(table, row_type):
    rows = default_knowledge().table(row_type)
    assert all(row.id == key and isinstance(row, row_type) for key, row in rows.items()), table


def test_tables_have_names():
    knowledge = default_knowledge()
    names = ["systems", "people", "offices", "organisations", "places", "countries", "cues", "verbs", "units"]
    names += [
        "currencies",
        "scales",
        "hedges",
        "numbers",
        "date_words",
        "boilerplate",
        "abbreviations",
        "openers",
    ]
    names += ["labels", "outlets", "outlet_words"]
    assert all(getattr(knowledge, name) for name in names)


def test_a_file_adds_rows(write):
    knowledge = default_knowledge()
    more = knowledge.extended(write(PELICAN))
    assert more.system("pelican").names == ("Pelican", "Be-300")
    assert "pelican" not in knowledge.systems
    assert len(more.systems) == len(knowledge.systems) + 1
    assert more.people == knowledge.people


def test_a_row_with_a_known_id_replaces_it_in_its_place(write):
    knowledge = default_knowledge()
    row = PELICAN.replace("pelican", "ak-203").replace("Pelican", "AK-203").replace("Be-300", "AK 203")
    more = knowledge.extended(write(row))
    assert more.system("ak-203").kind == "trainer"
    assert list(more.systems) == list(knowledge.systems)


def test_extensions_add_up(write):
    stork = PELICAN.replace("pelican", "stork").replace("Pelican", "Stork").replace("Be-300", "Be-301")
    more = default_knowledge().extended(write(PELICAN)).extended(str(write(stork, "more.toml")))
    assert {"pelican", "stork"} <= set(more.systems)


def test_a_shared_name_is_refused(write):
    clash = PELICAN.replace("Be-300", "S 400")
    with pytest.raises(KnowledgeError, match=r"^mine\.toml: system pelican: the name 'S 400' is of system s-400; say"):
        default_knowledge().extended(write(clash))


def test_a_shared_name_that_is_declared_is_taken(write):
    clash = PELICAN.replace("Be-300", "S 400") + 'ambiguous_with = ["s-400"]\n'
    more = default_knowledge().extended(write(clash))
    owners = [row.id for row in more.systems.values() if {"S 400", "S-400"} & set(row.names)]
    assert owners == ["s-400", "pelican"]


PERSON = '[[person]]\nid = "ivanov-x"\nname = "Xenia Ivanova"\ncountry = "RUS"\nsex = "f"\nsource = ["a"]\n'
PLACE = '[[place]]\nid = "xanadu"\nname = "Xanadu"\nsource = ["a"]\n'
OFFICE = '[[office]]\nid = "dean"\ntitle = "Dean"\nsource = ["a"]\n'
FIRM = '[[organisation]]\nid = "firm"\nname = "Rosoboron-export"\nkind = "company"\nsource = ["a"]\n'
BAD = [
    ("system pelican", PELICAN + 'ambiguous_with = ["ak-9999"]', "there is no system 'ak-9999'"),
    ("system pelican", PELICAN + 'nick = "P"', "unknown key 'nick'"),
    ("person ivanov-x", PERSON.replace("Xenia Ivanova", "Vladimir Putin"), "is of person putin"),
    ("person ivanov-x", PERSON + 'short = ["Putin"]\nalone = true', "the name 'Putin' is of person putin"),
    ("person ivanov-x", PERSON.replace("RUS", "RUSS"), "key 'country': 'RUSS' is not known (close to: RUS)"),
    (
        "person ivanov-x",
        PERSON + 'offices = [{ office = "defense-minister" }]',
        "(close to: defence-minister",
    ),
    ("place xanadu", PLACE + 'country = "XAN"', "key 'country': 'XAN' is not known"),
    ("place xanadu", PLACE + 'country = "IND"\ncity = "delhi"', "'delhi' is not known (close to: new-delhi"),
    ("office dean", OFFICE + 'of = "presidents"', "'presidents' is not known (close to: president"),
    ("organisation firm", FIRM, "the name 'Rosoboron-export' is of organisation roe"),
    ("", '[[systems]]\nid = "x"', "unknown table 'systems' (close to: system)"),
]


@pytest.mark.parametrize(("row", "text", "problem"), BAD)
def test_bad_extensions(write, row, text, problem):
    with pytest.raises(KnowledgeError) as caught:
        default_knowledge().extended(write(text, "bad.toml"))
    assert (caught.value.file, caught.value.row) == ("bad.toml", row)
    assert problem in caught.value.problem


def test_short_names_that_need_a_full_mention_may_be_shared(write):
    more = default_knowledge().extended(write(PERSON + 'short = ["Ivanov", "Putin"]'))
    assert more.people["ivanov-x"].short == ("Ivanov", "Putin")


def test_knowledge_of_other_files_alone(write):
    knowledge = Knowledge.from_files([write(PELICAN), write(INDIA, "india.toml")])
    assert list(knowledge.systems) == ["pelican"]
    assert list(knowledge.table(SystemRow)) == ["pelican"]
    assert not knowledge.people


def test_files_are_checked_together(write):
    stork = PELICAN.replace('"pelican"', '"stork"').replace('"Pelican"', '"Stork"')
    with pytest.raises(KnowledgeError, match="the name 'Be-300' is of system"):
        Knowledge.from_files([write(PELICAN), write(stork, "more.toml")])


def test_there_may_be_no_files():
    assert not Knowledge.from_files([]).systems


def test_an_unknown_id_is_a_key_error():
    with pytest.raises(KeyError):
        default_knowledge().system("no-such-system")
