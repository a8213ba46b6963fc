"""The examples run as they stand, each in a process of its own, and make what they say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def run(name: str, *arguments: object) -> str:
    command = [sys.executable, "-W", "error", EXAMPLES / name, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True, text=True, timeout=120).stdout


def test_parquet(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    file = tmp_path / "deals.parquet"
    assert "procurements" in run("articles_to_parquet.py", file)
    table = parquet.read_table(file)
    rifles = [row for row in table.to_pylist() if row["system"]["designation"] == "AK-203"]
    assert any(row["quantity_number"] == 600000 and row["status"] == "contracted" for row in rifles)


def test_charts(tmp_path):
    pytest.importorskip("altair")
    assert run("store_to_charts.py", tmp_path) == "news.sqlite orders.html timeline.html\n"
    for file in tmp_path.glob("*.html"):
        page = file.read_text(encoding="utf-8")
        assert "AK-203" in page
        assert '<script src="http' not in page


@pytest.mark.filterwarnings("ignore")  # the kernel's own
def test_notebook():
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    notebook = nbformat.read(EXAMPLES / "notebook.ipynb", as_version=4)
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(EXAMPLES)}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert any("vega" in str(output.get("data", "")) for output in outputs)
    assert any("AK-203" in output.get("text", "") for output in outputs)


def test_notebook_is_kept_without_outputs():
    nbformat = pytest.importorskip("nbformat")
    notebook = nbformat.read(EXAMPLES / "notebook.ipynb", as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells)
