"""How `indru` behaves as a command: formats, options, exit codes, ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

import indru.cli
from indru._version import __version__


class TestFormats:
    @pytest.fixture(autouse=True)
    def _articles(self, calls, tmp_path):
        (tmp_path / "a.txt").write_text("one")
        (tmp_path / "b.txt").write_text("two")

    def test_lines_on_a_pipe(self, run, tmp_path):
        assert [row["document"] for row in run("parse", tmp_path).rows] == [
            str(tmp_path / name) for name in ("a.txt", "b.txt")
        ]

    def test_array_of_all(self, run, tmp_path):
        assert len(json.loads(run("parse", tmp_path, "--format", "json").out)) == 2

    def test_array_of_one(self, run, tmp_path):
        assert len(json.loads(run("parse", tmp_path / "a.txt", "-f", "json").out)) == 1

    def test_array_of_none(self, run, tmp_path):
        assert json.loads(run("parse", tmp_path / "none.txt", "-f", "json").out) == []

    @pytest.mark.parametrize(("name", "first"), [("out.json", "["), ("out.jsonl", "{"), ("out", "{")])
    def test_output_file_says_the_format(self, run, tmp_path, name, first):
        assert run("parse", tmp_path / "a.txt", "-o", tmp_path / name).out == ""
        assert (tmp_path / name).read_text().startswith(first)

    def test_tables_in_a_file(self, run, tmp_path):
        run("parse", tmp_path, "-f", "table", "-o", tmp_path / "out")
        text = (tmp_path / "out").read_text(encoding="utf-8")
        assert "2 documents: 0 agreements, 0 meetings, 0 procurements, 0 weapon systems" in text


class TestUsage:
    @pytest.mark.parametrize(
        ("arguments", "named"),
        [
            (["parse"], "PATH"),
            (["pars"], "pars"),
            (["parse", "-", "--format", "xml"], "xml"),
            (["parse", "-", "--published", "yesterday"], "yesterday"),
            (["parse", "-", "--knowledge", "nowhere.toml"], "nowhere.toml"),
            (["parse", "-", "--output", "no/such/folder/out"], "no/such/folder/out"),
        ],
    )
    def test_wrong_usage_is_told(self, run, calls, monkeypatch, arguments, named):
        monkeypatch.setenv("COLUMNS", "200")
        outcome = run(*arguments)
        assert outcome.code == 2
        assert named in outcome.err
        assert (outcome.out, calls) == ("", [])

    def test_help(self, run):
        outcome = run("parse", "--help")
        assert outcome.code == 0
        for option in ("--format", "--published", "--knowledge", "--output"):
            assert option in outcome.out

    def test_version(self, run):
        outcome = run("--version")
        assert (outcome.code, outcome.out) == (0, f"indru {__version__}\n")

    def test_interrupt_is_no_failure_of_the_command(self, run, calls):
        outcome = run("parse", "-", stdin=b"interrupt")
        assert outcome.code == 130
        assert "Traceback" not in outcome.err

    def test_missing_extra_is_told(self, run, monkeypatch):
        monkeypatch.setattr(indru.cli, "find_spec", lambda _: None)
        outcome = run("parse", "-")
        assert outcome.code == 2
        assert "pip install 'indru[cli]'" in outcome.err


class TestKnowledge:
    def test_rows_are_added(self, run, calls, tmp_path):
        file = tmp_path / "more.toml"
        file.write_text(
            '[[system]]\nid = "zarya-9"\ndesignation = "Zarya-9"\ncategory = "missile"\nsource = ["a test"]\n'
        )
        assert run("parse", "-", "--knowledge", file, stdin=b"Delhi").code == 0
        assert calls[0][1]["knowledge"].system("zarya-9").designation == "Zarya-9"

    def test_bad_row_is_wrong_usage(self, run, calls, tmp_path, monkeypatch):
        monkeypatch.setenv("COLUMNS", "200")
        (tmp_path / "more.toml").write_text('[[system]]\nid = "zarya-9"\n')
        outcome = run("parse", "-", "--knowledge", tmp_path / "more.toml")
        assert outcome.code == 2
        assert "more.toml" in outcome.err
        assert "designation" in outcome.err


class TestProcess:
    """The command in a process of its own, where pipes and signals are real."""

    def start(self, *arguments: object, **options):
        command = [sys.executable, "-m", "indru", *map(str, arguments)]
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(command, **{**pipes, **options})

    def test_reader_that_goes_away(self, tmp_path):
        (tmp_path / "a.jsonl").write_text('{"text": "Russia and India signed a contract for S-400s."}\n' * 300)
        with self.start("parse", tmp_path) as process:
            process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 141

    def test_control_c(self):
        with self.start("parse", "-", stdin=subprocess.PIPE) as process:
            time.sleep(1.5)  # it waits for its standard input by then, whatever the machine
            process.send_signal(signal.SIGINT)
            assert b"Traceback" not in process.stderr.read()
        assert process.returncode == 130

    @pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo-terminals")
    def test_tables_on_a_terminal_with_a_bar(self, tmp_path):
        for number in range(8):
            (tmp_path / f"{number}.txt").write_text("Nothing.")
        here, there = os.openpty()
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
        with self.start("parse", tmp_path, stdout=there, stderr=there, env=environment) as process:
            os.close(there)
            shown = b""
            while True:
                try:
                    part = os.read(here, 4096)
                except OSError:  # how Linux says that the other end is closed
                    break
                if not part:
                    break
                shown += part
        os.close(here)
        assert process.returncode == 0
        assert b"8/8" in shown
        assert b"8 documents: 0 agreements" in shown
