"""The checks of the project, one session each: `uv run --group dev nox` runs them all."""

from __future__ import annotations

import nox

nox.options.default_venv_backend = "uv"
nox.options.reuse_existing_virtualenvs = True

PROJECT = nox.project.load_toml("pyproject.toml")
EXTRAS = "all"


def install(session: nox.Session, *groups: str) -> None:
    wanted = [package for group in groups for package in nox.project.dependency_groups(PROJECT, group)]
    session.install("--editable", f".[{EXTRAS}]", *wanted)


@nox.session(python=["3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """The whole suite: unit tables, properties, golden articles, doctests, examples."""
    install(session, "test")
    session.run("pytest", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Branch coverage, which may not fall below 95 % where values, records and JSON are made."""
    install(session, "test")
    session.run("pytest", "--cov", "--cov-report=term-missing:skip-covered", *session.posargs)
    session.run(
        "coverage",
        "report",
        "--include=src/indru/values/*,src/indru/model/*,src/indru/codec*",
        "--fail-under=95",
    )


@nox.session
def lint(session: nox.Session) -> None:
    """Style, format, and who may import whom."""
    install(session, "lint")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    """Both type checkers, strict."""
    install(session, "test", "types")
    session.run("mypy")
    session.run("pyright", "--pythonpath", f"{session.bin}/python")


@nox.session(default=False)
def accuracy(session: nox.Session) -> None:
    """Score the golden articles into benchmarks/accuracy.csv; `-- --base main` shows what a change does."""
    install(session)
    session.run("python", "benchmarks/accuracy.py", *session.posargs)


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """Time stages and peers into benchmarks/history.csv, and check that time grows with length and no faster."""
    install(session, "bench")
    session.run("python", "benchmarks/speed.py", *session.posargs)
    session.run("python", "benchmarks/doubling.py")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; a warning is an error."""
    install(session, "docs")
    session.run("mkdocs", "build", "--strict", "--site-dir", session.create_tmp(), env={"NO_MKDOCS_2_WARNING": "1"})


@nox.session
def build(session: nox.Session) -> None:
    """Build the packages and look into them."""
    install(session, "build")
    folder = session.create_tmp()
    session.run("python", "-m", "build", "--outdir", folder)
    session.run("check-wheel-contents", folder)


@nox.session(default=False)
def pin(session: nox.Session) -> None:
    """Compile constraints.txt anew: what CI installs, with hashes and without addresses."""
    session.install("uv")
    session.run(
        *("uv", "pip", "compile", "--quiet", "--universal", "--python-version=3.11", "--generate-hashes"),
        *("--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command=nox -s pin"),
        *("--extra=all", "--group=dev", "--output-file=constraints.txt", *session.posargs),
        "pyproject.toml",
    )
