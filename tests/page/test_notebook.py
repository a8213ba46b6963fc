"""What notebooks and rich show of records: everything escaped, every mark where its evidence is."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given

import indru
from indru.errors import ModelError
from indru.html import highlight
from indru.model import ParseResult, Record
from indru.model.notebook import records_html
from indru.model.wording import wording
from indru.query import Records
from indru.strategies import date_spans, money, parse_results, records
from indru.values import DateSpan, Money

TEXT = "New Delhi, Dec 6, 2021: India and Russia signed a contract for 601,427 AK-203 rifles on December 6, 2021."
KNOWN = {"table", "caption", "b", "thead", "tbody", "tr", "th", "td", "span", "mark", "ul", "li", "i", "div"}


class Tags(HTMLParser):
    """The tags and attributes of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.names: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.add(tag)
        self.names |= {name for name, _ in attrs}


@given(parse_results())
def test_nothing_of_a_result_becomes_markup(result: ParseResult):
    tags = Tags(result._repr_html_())
    assert tags.found <= KNOWN
    assert tags.names <= {"style", "title"}


@given(records())
def test_a_record_shows_each_field_that_is_filled(record: Record):
    html = record._repr_html_()
    tags = Tags(html)
    assert tags.found <= KNOWN
    assert html.count("<tr>") == len(record.filled())
    assert [name for name, _ in record.__rich_repr__()] == list(record.filled())


def test_marks_stand_where_the_evidence_is():
    result = indru.parse(TEXT)
    html = str(highlight(TEXT, result))
    assert unescape(re.sub("<[^>]+>", "", html)) == TEXT
    marked = re.findall(r"<mark [^>]*>([^<]*)</mark>", html)
    assert "AK-203" in marked
    assert "601,427" in " ".join(marked)


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</div>&amp;"])
def test_a_hostile_text_is_marked_as_text(hostile):
    text = f"{hostile} {TEXT} {hostile}"
    html = str(highlight(text, indru.parse(text)))
    assert unescape(re.sub("<[^>]+>", "", html)) == text
    assert Tags(html).found == {"div", "mark"}


def test_another_text_is_refused():
    with pytest.raises(ModelError, match="text that was read"):
        highlight("x" + TEXT, indru.parse(TEXT))


def test_long_lists_are_cut_and_say_so():
    deal = indru.parse(TEXT).procurements[0]
    html = records_html(attrs.evolve(deal, id=str(number)) for number in range(205))
    assert html.count("<tr>") == 201
    assert "the first 200 of 205" in html


def test_rich_leaves_out_what_is_empty():
    result = indru.parse("Nothing of the kind.")
    assert "agreements" not in dict(result.__rich_repr__())


@given(date_spans())
def test_every_date_can_be_put_in_words(date: DateSpan):
    assert wording(date)
    assert not wording(date).startswith(" ")


@given(money())
def test_sums_in_words_keep_their_value(sum_: Money):
    scales = {"trillion": 10**12, "billion": 10**9, "million": 10**6}
    number, *scale = wording(attrs.evolve(sum_, upper=None)).partition(sum_.currency)[2].split()
    assert Decimal(number.replace(",", "")) * (scales[scale[0]] if scale else 1) == sum_.amount


def test_a_collection_is_a_table():
    html = Records(indru.parse(TEXT).procurements)._repr_html_()
    assert "601,427 rifles" in html
    assert Tags(html).found <= KNOWN
