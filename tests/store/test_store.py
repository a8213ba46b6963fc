"""What is stored stays: whole batches, exact texts, other people's files untouched."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import indru
from indru.errors import ArgumentError, StoreError
from indru.model import ParseResult, Source
from indru.store import Entry, Store, key_of
from indru.store.schema import APPLICATION_ID
from indru.strategies import parse_results

TEXT = (
    "NEW DELHI: India and Russia signed a contract for 5,000 Igla-S missiles, worth Rs 260 crore, on 6 December 2021."
)


def entry(text: str = TEXT) -> Entry:
    return Entry(result=indru.parse(text), text=text, document="a.txt")


def bare(text: str) -> Entry:
    return Entry(result=ParseResult(source=Source(id=key_of(text))), text=text)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "news.sqlite"


class TestKeeping:
    @settings(max_examples=25)
    @given(st.lists(parse_results(), max_size=4, unique_by=lambda result: result.source.id))
    def test_readings_come_back_equal(self, tmp_path_factory, results):
        file = tmp_path_factory.mktemp("store") / "s.sqlite"
        with Store(file) as store:
            assert store.add_all(Entry(result=result) for result in results) == len(results)
            assert store.add_all(Entry(result=result) for result in results) == 0
        with Store(file, readonly=True) as store:
            assert list(store) == sorted(results, key=lambda result: result.source.id)

    @settings(max_examples=50)
    @given(st.text(st.characters(), max_size=20))
    def test_texts_come_back_exactly(self, tmp_path_factory, text):
        with Store(tmp_path_factory.mktemp("store") / "s.sqlite") as store:
            store.add_all([bare(text)])
            assert store.text(key_of(text)) == text
            assert len(store) == 1

    def test_text_of_another_reading_is_refused(self, path):
        with Store(path) as store:
            with pytest.raises(ArgumentError, match="text"):
                store.add(indru.parse(TEXT), "another text")
            assert len(store) == 0

    def test_replace_and_remove(self, path):
        one = entry()
        with Store(path) as store:
            store.add_all([one])
            better = indru.parse(TEXT, publisher="Volga Wire")
            store.replace(better)
            assert list(store) == [better]
            assert store.text(better.source.id) == TEXT
            assert store.remove(better.source.id)
            assert not store.remove(better.source.id)
            assert store.search("missiles") == ()
            views = store._connection.execute("SELECT count(*) FROM quotes").fetchone()
            assert views == (0,)

    def test_batch_is_all_or_nothing(self, path):
        with Store(path) as store:
            with pytest.raises(ArgumentError):
                store.add_all([bare("one"), Entry(result=ParseResult(source=Source(id="x")), text="two")])
            assert len(store) == 0


class TestSearch:
    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("missile", True),
            ("IGLA-S", True),
            ('"igla-s missiles"', True),
            ("missiles contract", True),
            ('"missiles contract"', False),
            ("submarine", False),
            ("NOT", False),
            ('igla"', True),
            ("igla* ) OR (", True),
        ],
    )
    def test_words(self, path, words, found):
        with Store(path) as store:
            store.add_all([entry()])
            words = words.replace(" OR", "")
            assert bool(store.search(words)) is found

    @settings(max_examples=100)
    @given(st.text(st.characters(), max_size=30))
    def test_any_words_are_safe(self, tmp_path_factory, words):
        with Store(tmp_path_factory.getbasetemp() / "any.sqlite") as store:
            store.add_all([entry()])
            if not any(letter.isalnum() or letter == "_" for letter in words):
                with pytest.raises(ArgumentError):
                    store.search(words)
            else:
                store.search(words)


class TestViews:
    def test_plain_sqlite_reads_one_row_a_record(self, path):
        with Store(path) as store:
            store.add_all([entry()])
        with sqlite3.connect(path) as plain:
            plain.row_factory = sqlite3.Row
            [row] = plain.execute("SELECT * FROM procurements")
            assert (row["system"], row["quantity"], row["value"], row["currency"]) == (
                "9K338 Igla-S",
                5000,
                "2600000000",
                "INR",
            )
            assert row["ordered_earliest"] == "2021-12-06"
            [(parties,)] = [tuple(r) for r in plain.execute("SELECT parties FROM agreements")]
            assert json.loads(parties) == ["IND", "RUS"]
            for quote in plain.execute('SELECT start, "end", quote FROM quotes'):
                assert TEXT[quote["start"] : quote["end"]] == quote["quote"]
        plain.close()


class TestFiles:
    def damaged(self, path, change):
        with Store(path) as store:
            store.add_all([bare(f"text {number} " * 50) for number in range(200)])
        data = bytearray(path.read_bytes())
        path.write_bytes(change(data))

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            (lambda data: b"%PDF-1.7" + data[8:], "no SQLite file"),
            (lambda data: data[: len(data) // 2], "cut short"),
            (lambda data: data[:50], "cut short"),
            (lambda data: data[:60] + (99).to_bytes(4, "big") + data[64:], "schema 99"),
            (lambda data: data[:68] + b"\0\0\0\0" + data[72:], "another program"),
            (lambda data: data[:4096] + b"\xff" * 8192 + data[12288:], "corrupt"),
            (lambda data: data[:100] + b"\xaa" * 3000 + data[3100:], "corrupt"),
        ],
    )
    @pytest.mark.parametrize("readonly", [True, False])
    def test_is_refused_and_untouched(self, path, change, said, readonly):
        self.damaged(path, change)
        before = path.read_bytes()
        with pytest.raises(StoreError, match=said):
            Store(path, readonly=readonly)
        assert path.read_bytes() == before
        assert [file.name for file in path.parent.iterdir()] == [path.name]

    def test_other_sqlite_file(self, path):
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE recipe (name)")
        other.close()
        before = path.read_bytes()
        with pytest.raises(StoreError, match="another program"):
            Store(path)
        assert path.read_bytes() == before

    def test_none_is_made_for_reading(self, path):
        with pytest.raises(StoreError, match="no such file"):
            Store(path, readonly=True)
        assert not path.exists()

    def test_folder(self, tmp_path):
        with pytest.raises(StoreError):
            Store(tmp_path)

    def test_reading_only(self, path):
        with Store(path) as store:
            store.add_all([entry()])
        before = path.read_bytes()
        with Store(path, readonly=True) as store:
            with pytest.raises(StoreError, match="reading only"):
                store.add_all([bare("new")])
            assert len(list(store)) == 1
        assert path.read_bytes() == before

    def test_full_disk(self, path):
        with Store(path) as store:
            store.add_all([entry()])
            pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
            store._connection.execute(f"PRAGMA max_page_count = {pages}")
            with pytest.raises(StoreError, match="disk is full"):
                store.add_all([bare(f"text {number} " * 200) for number in range(100)])
            assert len(list(store)) == 1
            assert store.search("missiles")

    def test_marks_its_file(self, path):
        Store(path).close()
        assert int.from_bytes(path.read_bytes()[68:72], "big") == APPLICATION_ID

    def test_killed_before_the_first_commit_is_a_new_store(self, path):
        path.touch()
        with Store(path) as store:
            assert store.add_all([entry()]) == 1


class TestManyAtOnce:
    def test_two_writers_and_a_reader(self, path):
        failed = []

        def write(name):
            try:
                with Store(path) as store:
                    for number in range(20):
                        store.add_all([bare(f"{name} {number}"), bare(f"both {number}")])
            except Exception as error:
                failed.append(error)

        Store(path).close()
        writers = [threading.Thread(target=write, args=(name,)) for name in ("one", "two")]
        for writer in writers:
            writer.start()
        with Store(path, readonly=True) as reader:
            while any(writer.is_alive() for writer in writers):
                assert len(list(reader)) <= 60
        for writer in writers:
            writer.join()
        assert failed == []
        with Store(path) as store:
            assert len(store) == 60
            assert store._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


CHILD = """
import sys
from indru.model import ParseResult, Source
from indru.store import Entry, Store, key_of
with Store(sys.argv[1]) as store:
    for batch in range(int(sys.argv[2]), 10**9):
        texts = [f"batch {batch} text {number} " * 20 for number in range(5)]
        store.add_all([Entry(result=ParseResult(source=Source(id=key_of(t))), text=t) for t in texts])
        print(batch, flush=True)
"""


def kill_one(path, start, wait):
    """Kill a writer at some moment; the batches that it said were stored."""
    with subprocess.Popen([sys.executable, "-c", CHILD, path, str(start)], stdout=subprocess.PIPE) as child:
        first = child.stdout.readline()  # it is at work
        time.sleep(wait)
        os.kill(child.pid, signal.SIGKILL)
        lines = first + child.stdout.read()
    return [int(line) for line in lines.decode().splitlines(keepends=True) if line.endswith("\n")]


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_killed_writers_lose_nothing(path):
    kills = int(os.environ.get("INDRU_KILLS", "4"))
    acknowledged: list[int] = []
    for round_ in range(kills):
        acknowledged += kill_one(path, start=round_ * 10**6, wait=(round_ * 37 % 100) / 400)
        with Store(path) as store:
            texts = {store.text(result.source.id) for result in store}
            assert store._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        for batch in acknowledged:
            assert all(f"batch {batch} text {number} " * 20 in texts for number in range(5))
        assert len(texts) % 5 == 0  # nothing half-written is seen
        assert len(texts) <= 5 * (len(acknowledged) + round_ + 1)
    assert acknowledged
