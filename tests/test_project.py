"""The papers of the project agree with each other and with the code."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from indru._version import __version__

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))


def test_one_version():
    assert version("indru") == __version__
    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_pinned_versions_come_without_addresses():
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert "://" not in pinned
    assert all("--hash=" in block for block in re.split(r"\n(?=\S)", pinned) if "==" in block.split("\n")[0])


def test_data_is_in_the_package():
    data = ROOT / "src" / "indru" / "knowledge" / "data"
    assert any(data.glob("*.toml"))
    assert (ROOT / "src" / "indru" / "py.typed").exists()


def test_ci_finds_the_commands_of_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^python -m pip install uv && uv run .* pytest$", readme, re.MULTILINE)) == 1
    assert len(re.findall(r"^python -m pip install uv && uv run .* indru parse .*$", readme, re.MULTILINE)) == 1


@pytest.mark.parametrize("script", EXAMPLES, ids=lambda script: script.name)
def test_example_runs(script):
    done = subprocess.run(
        [sys.executable, "-W", "error", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
