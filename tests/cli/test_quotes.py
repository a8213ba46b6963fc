"""What a table shows as the quote of a record."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indru.cli.quotes import plain, quote_of
from indru.model import Record
from indru.values import Evidence, Span

TEXT = "India signed a contract for S-400s.\n\nThe contract is worth $5 billion."


def record(**quotes: str) -> Record:
    evidence = []
    for field, quote in quotes.items():
        start = TEXT.index(quote)
        evidence.append(Evidence(field=field, span=Span(start, start + len(quote)), quote=quote, rule="a test"))
    return Record(id="0", evidence=tuple(evidence))


def test_it_reaches_over_the_evidence_nearby():
    assert quote_of(record(kind="contract", status="signed"), "status", TEXT) == "signed a contract"


def test_it_stays_in_its_paragraph():
    assert quote_of(record(status="signed", value="$5 billion"), "status", TEXT) == "signed"
    assert quote_of(record(status="signed", value="$5 billion"), "value", TEXT) == "$5 billion"


def test_it_is_where_most_of_the_record_is():
    text = "S-400 news\n\nIndia bought five S-400 systems."
    evidence = [
        Evidence(field=field, span=Span(start, start + len(quote)), quote=quote, rule="a test")
        for field, quote, start in (("system", "S-400", 0), ("quantity", "five", 25), ("system", "S-400", 30))
    ]
    assert quote_of(Record(id="0", evidence=tuple(evidence)), "system", text) == "five S-400"


def test_it_takes_what_there_is():
    assert quote_of(record(kind="contract"), "status", TEXT) == "contract"
    assert quote_of(record(), "status", TEXT) == ""


@given(st.text())
def test_nothing_reaches_a_terminal_that_it_would_obey(text):
    assert plain(text).isprintable()
