"""The public readers: the law of quotes, any text, linear time, no influence of what stands around."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indru.errors import ArgumentError
from indru.knowledge import default_knowledge
from indru.readers import find_dates, find_money, find_quantities
from indru.values import Basis

SOME_WORDS = (
    "the of in by to and between from over last next this early mid- end first half quarter year"
    " month week day ago"
    " later May March Monday Dec. December fall summer 6 06 12, 2021 2021-22 2018 1990s 10-12"
    " 6,01,427 lakh crore"
    " Rs $ US$ million billion dollars rupees a dozen two hundred five squadrons tanks T-90 - / . ,"
    " ( ) '80s FY Q1"
    " 21st -odd + ~ % \u20b9 \u2013"
)
WORDS = st.sampled_from(SOME_WORDS.split())
PIECES = (
    "9|1,|6 lakh |two |hundred |half a |December |Dec 4-|2021-|the end of |last |$1 |$|Rs 5 to "
    "|between 1 and |a "
    "|Monday |2018, |more than |early |S-400 |1.|'"
)
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join), st.lists(WORDS, max_size=20).map("".join))
READERS = [lambda t: find_dates(t, "2021-12-08"), find_dates, find_quantities, find_money]


@pytest.mark.parametrize("find", READERS)
@given(text=TEXTS)
def test_any_text_gives_quotes_that_stand_in_it(find, text: str) -> None:
    last = 0
    for found in find(text):
        assert text[found.span.start : found.span.end] == found.quote
        assert found.quote
        assert found.span.start >= last
        last = found.span.end


@pytest.mark.parametrize("piece", PIECES.split("|"))
def test_time_is_linear(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.perf_counter()
        for find in READERS:
            find(text)
        return time.perf_counter() - start

    seconds(2_000)
    small = min(seconds(10_000) for _ in range(3))
    # Sixteen times the text in sixteen times the time, with room for a busy machine.
    assert seconds(160_000) < 40 * small + 0.5


def test_a_million_digits_are_no_number() -> None:
    for find in READERS:
        assert find("7" * 1_000_000) == ()


@pytest.mark.parametrize(
    ("text", "published", "dates"),
    [
        ("The ministers will meet in Moscow on Monday.", "2021-12-08", ["2021-12-13"]),
        ("The ministers met in Moscow on Monday.", "2021-12-08", ["2021-12-06"]),
        ("Putin to visit India on Friday", "2021-12-08", ["2021-12-10"]),
        ("It was signed on December 25.", "2021-12-08", ["2021-12-25"]),
        ("The jets will be handed over in March.", "2021-12-08", ["2022-03"]),
        ("The jets were handed over in March.", "2021-12-08", ["2021-03"]),
        ("Signed on 3 May 2001. Next, the next day, he left.", None, ["2001-05-03", "2001-05-04"]),
        ("Signed on 3 May 2001. That year two more came.", None, ["2001-05-03", "2001"]),
        ("In May 2001 he came. The following day he left.", None, ["2001-05"]),
        ("He came on Monday.", None, []),
        ("The visit is on 4\u20135 December 2025.", None, ["2025-12-04/2025-12-05"]),
        ("He spoke on 6&nbsp;December 2021.", None, ["2021-12-06"]),
    ],
)  # fmt: skip
def test_dates_of_a_text(text: str, published: str | None, dates: list[str]) -> None:
    assert [f.date.edtf for f in find_dates(text, published)] == dates


def test_basis_tells_what_was_resolved() -> None:
    asserted, resolved = find_dates("On December 6, 2021 and on Tuesday", dt.date(2021, 12, 8))
    assert (asserted.basis, resolved.basis) == (Basis.ASSERTED, Basis.RESOLVED)


def test_published_may_be_a_text_a_date_or_a_time() -> None:
    for published in ("2021-12-08", dt.date(2021, 12, 8), dt.datetime(2021, 12, 8, 9, 30)):  # noqa: DTZ001
        assert [f.date.edtf for f in find_dates("yesterday", published)] == ["2021-12-07"]


@pytest.mark.parametrize("published", ["yesterday", "2021-13-01", 20211208])
def test_a_bad_publication_date_is_an_argument_error(published) -> None:
    with pytest.raises(ArgumentError):
        find_dates("text", published)


@pytest.mark.parametrize("find", READERS)
def test_text_must_be_text(find) -> None:
    with pytest.raises(ArgumentError):
        find(b"5 tanks")


def test_quantities_need_a_noun_and_leave_dates_and_money_alone() -> None:
    text = "On 6 December 2021 India ordered 70,000 rifles for Rs 5,000 crore; 48 came, and 300 km were flown."
    assert [(f.quantity.number, f.quantity.unit, f.quote) for f in find_quantities(text)] == [
        (70000, "rifle", "70,000 rifles")
    ]


NEUTRAL = st.sampled_from(["", "They agreed on it. ", "Good news: ", "(PTI) ", "\n\n", '"Fine," he said. '])
FACTS = st.sampled_from(
    [
        "on December 6, 2021",
        "over 6 lakh rifles",
        "Rs 5,000 crore",
        "five squadrons",
        "$5.43 billion",
        "in 2018.",
    ]
)


@given(st.lists(FACTS, min_size=1, max_size=4), NEUTRAL, NEUTRAL)
def test_neutral_text_around_changes_nothing(facts: list[str], before: str, after: str) -> None:
    text = " and ".join(facts)
    for find in READERS:
        alone = [found.quote for found in find(text)]
        assert [found.quote for found in find(f"{before}{text} {after}")] == alone


def test_a_row_of_ones_own_is_read(tmp_path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        '[[unit]]\nid = "howdah"\nnames = ["howdah"]\nkind = "thing"\nsource = ["a test"]\n'
        '[[currency]]\nid = "THB"\nafter = ["baht"]\nsource = ["a test"]\n',
        encoding="utf-8",
    )
    mine = default_knowledge().extended(file)
    [found] = find_quantities("12 howdahs", knowledge=mine)
    assert found.quantity.unit == "howdah"
    assert find_quantities("12 howdahs") == ()
    [sum_found] = find_money("5 million baht", knowledge=mine)
    assert sum_found.money.currency == "THB"
