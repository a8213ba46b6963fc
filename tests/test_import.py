"""Importing costs little: no file, no network, no tool, and not much time."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import indru

BUDGET = 0.150
"""Seconds of work that `import indru` may add to that of its dependencies, once Python has compiled it."""

WATCHED = """
import json, sys
events = []
def watch(event, args):
    if event == "open" and isinstance(args[0], str) and not args[0].endswith((".py", ".pyc", ".so", ".pyd")):
        events.append(f"open {args[0]}")
    elif event.startswith("socket.") or event in ("subprocess.Popen", "os.system"):
        events.append(event)
import attrs, cattrs.preconf.json, pendulum, ahocorasick_rs
sys.addaudithook(watch)
import indru
print(json.dumps([events, sorted(sys.modules)]))
"""

TIMED = """
import attrs, cattrs.preconf.json, pendulum, ahocorasick_rs
import time
start = time.process_time()  # work, and not waiting for other tests
import indru
print(time.process_time() - start)
"""


def run(code: str, **environment: str) -> str:
    command = [sys.executable, "-c", code]
    env = {**os.environ, **environment}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=env).stdout


def test_nothing_is_read_and_no_tool_is_loaded():
    events, modules = json.loads(run(WATCHED))
    assert events == []
    tools = {"hypothesis", "typer", "rich", "charset_normalizer", "pytest", "indru.cli", "indru.strategies"}
    assert tools.isdisjoint(modules)


def test_command_is_cheap_until_it_runs():
    modules = json.loads(run("import json, sys, indru.cli; print(json.dumps(sorted(sys.modules)))"))
    assert {"typer", "rich", "charset_normalizer"}.isdisjoint(modules)


def test_time(tmp_path):
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(tmp_path)}
    assert min(float(run(TIMED, **compiled)) for _ in range(6)) < BUDGET


def test_public_names():
    assert sorted(set(indru.__all__)) == sorted(indru.__all__)
    assert len(indru.__all__) <= 30
    assert all(hasattr(indru, name) for name in indru.__all__)


def test_nothing_asks_what_day_it_is():
    """What a result depends on is an argument: no module of the library reads the clock, zone or environment."""
    asked = {"now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime", "environ", "getenv", "setlocale"}
    package = Path(indru.__file__).parent
    for path in package.rglob("*.py"):
        if "cli" in path.relative_to(package).parts:
            continue  # commands may look at their surroundings
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                assert node.func.attr not in asked, f"{path.name}:{node.lineno}"


def test_every_public_name_has_its_home():
    assert sorted(indru._HOME) == sorted(indru.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        indru.nothing  # noqa: B018
