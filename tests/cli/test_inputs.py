"""What `indru parse` reads: files, folders, standard input; and what it says of that which it can't."""

from __future__ import annotations

import json
import os

import pytest

RUSSIAN = "Россия и Индия подписали договор о ракетах"
QUOTED = "“The contract – over Rs 5,000 crore – is India’s largest,” he said in New Delhi on Monday."


def row(**keys):
    return json.dumps(keys).encode() + b"\n"


def texts(calls):
    return [text for text, _ in calls]


class TestFiles:
    def test_text_is_read_as_it_is(self, run, calls, tmp_path):
        file = tmp_path / "a.txt"
        file.write_bytes("Delhi\r\nMoscow \u20b9\n".encode())
        outcome = run("parse", file)
        assert (outcome.code, outcome.err) == (0, "")
        assert texts(calls) == ["Delhi\r\nMoscow \u20b9\n"]
        assert outcome.rows == [{"document": str(file), "line": None, "source": {"id": f"{1:016x}", "title": None}}]

    def test_byte_order_mark_is_no_text(self, run, calls, tmp_path):
        (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfDelhi")
        run("parse", tmp_path)
        assert texts(calls) == ["Delhi"]

    def test_any_suffix_is_text_when_named(self, run, calls, tmp_path):
        (tmp_path / "a.md").write_text("Delhi")
        assert run("parse", tmp_path / "a.md").code == 0
        assert texts(calls) == ["Delhi"]

    def test_standard_input(self, run, calls):
        outcome = run("parse", "-", stdin=b"Delhi")
        assert texts(calls) == ["Delhi"]
        assert [found["document"] for found in outcome.rows] == ["-"]

    def test_missing_file_is_named_and_the_rest_done(self, run, calls, tmp_path):
        (tmp_path / "b.txt").write_text("Delhi")
        outcome = run("parse", tmp_path / "a.txt", tmp_path / "b.txt")
        assert outcome.code == 1
        assert outcome.err == f"indru: {tmp_path / 'a.txt'}: can't be read: No such file or directory\n"
        assert texts(calls) == ["Delhi"]


class TestFolders:
    def test_articles_at_any_depth_by_name(self, run, calls, tmp_path):
        for name in ("b.txt", "a.TXT", "sub/c.txt", "sub/deep/d.jsonl", ".hidden/e.txt", ".f.txt", "g.pdf"):
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(row(text=name) if name.endswith("jsonl") else name.encode())
        assert run("parse", tmp_path).code == 0
        assert texts(calls) == ["a.TXT", "b.txt", "sub/c.txt", "sub/deep/d.jsonl"]

    def test_empty_folder_is_named(self, run, calls, tmp_path):
        outcome = run("parse", tmp_path)
        assert outcome.code == 1
        assert outcome.err == f"indru: {tmp_path}: no file ends with .txt, .jsonl, .html or .htm here\n"

    def test_links_in_a_circle_end(self, run, calls, tmp_path):
        (tmp_path / "a.txt").write_text("Delhi")
        os.symlink(tmp_path, tmp_path / "again")
        assert run("parse", tmp_path).code == 0
        assert texts(calls) == ["Delhi"]

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
    def test_a_pipe_in_a_folder_is_named_and_not_waited_for(self, run, calls, tmp_path):
        (tmp_path / "a.txt").write_text("Delhi")
        os.mkfifo(tmp_path / "pipe.txt")
        outcome = run("parse", tmp_path)
        assert outcome.code == 1
        assert outcome.err == f"indru: {tmp_path / 'pipe.txt'}: can't be read: not a file\n"
        assert texts(calls) == ["Delhi"]

    def test_output_is_no_input(self, run, calls, tmp_path):
        (tmp_path / "a.txt").write_text("Delhi")
        for _ in range(2):
            outcome = run("parse", tmp_path, "--output", tmp_path / "out.jsonl")
            assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
        assert texts(calls) == ["Delhi", "Delhi"]
        assert json.loads((tmp_path / "out.jsonl").read_text())["document"] == str(tmp_path / "a.txt")


class TestEncodings:
    @pytest.mark.parametrize(
        ("encoding", "text"),
        [
            ("cp1252", QUOTED),
            ("utf_16", QUOTED),
            ("utf_16_le", QUOTED),
            ("cp1252", "a deal of \xa35 million"),  # fits cp1250 as well, where the sign is another letter
            (
                "cp1251",
                RUSSIAN,
            ),
        ],
    )
    def test_others_than_utf8_are_told(self, run, calls, tmp_path, encoding, text):
        (tmp_path / "a.txt").write_bytes(text.encode(encoding))
        outcome = run("parse", tmp_path)
        assert texts(calls) == [text]
        assert outcome.code == 0
        assert outcome.err.startswith(f"indru: {tmp_path / 'a.txt'}: not UTF-8, read as ")

    @pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x9c\xff", bytes(range(256)) * 8])
    def test_bytes_that_are_no_text_are_named(self, run, calls, tmp_path, data):
        (tmp_path / "a.txt").write_bytes(data)
        outcome = run("parse", tmp_path)
        assert (outcome.code, texts(calls)) == (1, [])
        assert "neither UTF-8 nor in an encoding that can be told" in outcome.err


class TestRows:
    def test_what_is_known_is_passed_on(self, run, calls, tmp_path):
        known = {"published": "2021-12-06", "url": "https://example.org/a", "publisher": "Ledger"}
        (tmp_path / "a.jsonl").write_bytes(b"\n" + row(text="Delhi", title="Rifles", other=[1], **known))
        outcome = run("parse", tmp_path)
        assert (outcome.code, outcome.err) == (0, "")
        assert calls == [("Delhi", {**known, "title": "Rifles", "knowledge": None})]
        assert outcome.rows[0]["line"] == 2

    @pytest.mark.parametrize(
        ("given", "option", "passed"),
        [
            ("2021-12-06T10:30:00+05:30", None, "2021-12-06"),
            ("2021-12-06 10:30", None, "2021-12-06"),
            (None, "2021-12-07", "2021-12-07"),
            ("", "2021-12-07", "2021-12-07"),
            ("2021-12-06", "2021-12-07", "2021-12-06"),
        ],
    )
    def test_date_of_publication(self, run, calls, tmp_path, given, option, passed):
        (tmp_path / "a.jsonl").write_bytes(row(text="Delhi", published=given))
        run("parse", tmp_path, *(["--published", option] if option else []))
        assert calls[0][1]["published"] == passed

    @pytest.mark.parametrize(
        ("line", "problem"),
        [
            (b"{nonsense}\n", "not JSON: "),
            (b"[" * 100_000 + b"\n", "not JSON: "),
            (b'{"text": ' + b"9" * 6000 + b"}\n", "not JSON: "),
            (b'"text"\n', "must be a JSON object with the key 'text'"),
            (row(title="Rifles"), "the key 'text' is missing"),
            (row(text=5), "the key 'text' must hold a string"),
            (row(text="Delhi", url=5), "the key 'url' must hold a string or null"),
            (row(text="bug"), "indru failed on this text, which is a bug: ZeroDivisionError: a bug"),
        ],
    )
    def test_bad_line_is_named_and_the_rest_done(self, run, calls, tmp_path, line, problem):
        (tmp_path / "a.jsonl").write_bytes(row(text="one") + line + row(text="three"))
        outcome = run("parse", tmp_path)
        assert outcome.code == 1
        assert outcome.err.startswith(f"indru: {tmp_path / 'a.jsonl'}:2: {problem}")
        assert outcome.err.count("\n") == 1
        assert [found["line"] for found in outcome.rows] == [1, 3]
