"""What must hold for any text, and for the articles that the project ships."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import indru
from indru.errors import ArgumentError
from indru.model import Record

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.txt"))

# Words that make the parser work, between any characters at all.
WORDS = st.sampled_from(
    "India Russia signed a contract for 5 lakh AK-203 rifles worth Rs 5,000 crore on Monday in Moscow . , ; ( ) - "
    "Rajnath Singh met Sergei Shoigu his Russian counterpart S-400 T-90 tanks were delivered will not buy more than "
    "two squadrons agreement deal 2+2 visited New Delhi December 6, 2021 \n \n\n \u201c \u2013 &amp; \u00ad \u0130".split(" ")
)
NEWS = st.lists(WORDS, max_size=80).map(" ".join)
ANY = st.text(st.characters())  # half surrogate pairs included
TEXTS = st.one_of(ANY, NEWS, st.tuples(NEWS, ANY, NEWS).map("".join))


def records(result: indru.ParseResult) -> list[Record]:
    return [*result.agreements, *result.meetings, *result.procurements, *result.weapon_systems, result.source]


def check_law(text: str, result: indru.ParseResult) -> None:
    """Every quote stands where its span says, and every filled field has a quote."""
    for record in records(result):
        for item in record.evidence:
            assert text[item.span.start : item.span.end] == item.quote
        for field in record.filled():
            assert record.evidence_for(field), f"{type(record).__name__}.{field} has no evidence"
    for problem in result.problems:
        for item in problem.evidence:
            assert text[item.span.start : item.span.end] == item.quote


@given(TEXTS, st.sampled_from([None, "2021-12-06"]))
def test_any_text_gives_a_result_that_keeps_the_law(text: str, published: str | None) -> None:
    check_law(text, indru.parse(text, published=published))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_articles_keep_the_law(path: Path) -> None:
    text = path.read_text()
    result = indru.parse(text, published=json.loads(path.with_suffix(".json").read_text())["published"])
    check_law(text, result)
    again = indru.from_json(indru.ParseResult, indru.to_json(result))
    assert again == result


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "\ud800", "the " * 50, "(" * 1000, "6 lakh " * 50])
def test_junk_gives_an_empty_result(text: str) -> None:
    result = indru.parse(text)
    assert result.agreements == result.meetings == result.procurements == result.weapon_systems == ()


@pytest.mark.parametrize("text", [b"x", None, 3, ["x"]])
def test_what_is_no_text_is_refused(text: object) -> None:
    with pytest.raises(TypeError, match="text must be a str, not"):
        indru.parse(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("published", ["soon", "2021-13-01", 20211206])
def test_what_is_no_date_is_refused(published: object) -> None:
    with pytest.raises(ArgumentError, match="published must be"):
        indru.parse("x", published=published)  # type: ignore[arg-type]


def test_inspect_and_parse_are_one() -> None:
    text = GOLDEN[0].read_text()
    assert indru.inspect(text).result == indru.parse(text)


SCRIPT = """
import sys, pathlib, indru
text = pathlib.Path(sys.argv[1]).read_text()
print(indru.to_json(indru.parse(text, published="2024-01-15")))
"""


def test_the_result_depends_on_nothing_but_the_text() -> None:
    """Hash seed, time zone, locale and the working directory leave the bytes as they are."""
    path = next(p for p in GOLDEN if p.stem == "list-06")
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(path)],
            env={**os.environ, **extra},
            capture_output=True,
            check=True,
        ).stdout
        for extra in (
            {"PYTHONHASHSEED": "0", "TZ": "UTC"},
            {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
        )
    }
    assert len(outputs) == 1


# One event each: other people, another day, another system, so that nothing may pass from one to the other.
FIRST = st.sampled_from(
    [
        "On 6 December 2021, Defence Minister Rajnath Singh met Russian Defence Minister Sergei Shoigu in New Delhi.",
        "On 6 December 2021 India signed a contract with Russia for 600,000 AK-203 rifles worth Rs 5,000 crore.",
        "India ordered 464 T-90 tanks from Russia in November 2019.",
    ]
)
SECOND = st.sampled_from(
    [
        "On 21 December 2010, Prime Minister Manmohan Singh met Russian President Dmitry Medvedev in Moscow.",
        "On 12 March 2010 Russia and India signed a contract for 29 MiG-29K fighters worth $1.5 billion.",
        "India bought 80 Mi-17V-5 helicopters from Russia in December 2008.",
    ]
)
BETWEEN = st.sampled_from(["The weather was fine.", "Nothing else was said.", "The day ended late."])


def told(record: Record) -> str:
    """A record without its id and its evidence."""
    data = indru.to_dict(record)
    return json.dumps({key: value for key, value in data.items() if key not in ("id", "evidence")}, sort_keys=True)


@given(FIRST, SECOND, BETWEEN)
def test_events_do_not_bleed_into_each_other(first: str, second: str, between: str) -> None:
    alone = [told(r) for text in (first, second) for r in records(indru.parse(text))[:-1]]
    together = [told(r) for r in records(indru.parse(f"{first}\n\n{between}\n\n{second}"))[:-1]]
    assert sorted(alone) == sorted(together)
    assert alone


def test_a_contradiction_inside_a_document_is_a_problem() -> None:
    text = (
        "India and Russia signed a contract for over 6 lakh AK-203 rifles on Monday.\n\n"
        "The contract is for nearly 6 lakh AK-203 rifles, officials said."
    )
    problems = indru.parse(text, published="2021-12-06").problems
    assert [p.code for p in problems] == ["conflict-quantity"]
    assert {item.quote for item in problems[0].evidence} == {"over 6 lakh AK-203 rifles", "nearly 6 lakh AK-203 rifles"}
