"""Pages of the web: what is read in them, and that none of them raises."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import indru
from indru.errors import ArgumentError
from indru.web import MAX_PAGE, PageResult, read_html

LEAD = "India and Russia on Monday signed a contract for 120 T-90 tanks, worth over Rs 5,124 crore, officials said."
REST = "The first of them are to reach the regiments of the western border in the year after next."
LD = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Tanks for the west",
    "datePublished": "2021-12-07T10:00:00+05:30",
    "publisher": {"@type": "Organization", "name": "The Example Daily"},
}
MENU = '<nav><a href="/">Home</a> <a href="/w">Su-57 quiz</a></nav>'


def page(head: str = "", lead: str = LEAD) -> str:
    body = f"<article><h1>Tanks for the west</h1><p>{lead}</p><p>{REST}</p></article>"
    return f"<!doctype html><html><head>{head}</head><body>{MENU}{body}<footer>Share</footer></body></html>"


META = (
    '<meta property="og:site_name" content="The Example Daily">'
    '<meta property="article:published_time" content="2021-12-07T10:00:00+05:30">'
    '<meta property="og:title" content="Tanks for the west">'
)
JSON_LD = f'<script type="application/ld+json">{json.dumps(LD)}</script>'


@pytest.mark.parametrize("head", [META, JSON_LD, META + JSON_LD])
def test_a_page_says_who_published_it_when_and_under_which_title(head):
    found = read_html(page(head))
    assert (found.published, found.publisher, found.title) == (
        dt.date(2021, 12, 7),
        "The Example Daily",
        "Tanks for the west",
    )
    assert LEAD in found.text
    assert "Su-57" not in found.text


@pytest.mark.parametrize("head", [META, JSON_LD])
def test_monday_is_read_by_the_date_of_the_page(head):
    result = indru.parse_html(page(head), url="https://example.com/a")
    (agreement,) = result.agreements
    assert agreement.signed == indru.DateSpan("2021-12-06")
    assert result.source.publisher == "The Example Daily"
    assert result.source.published == indru.DateSpan("2021-12-07")
    assert result.source.url == "https://example.com/a"
    assert {said.rule for said in result.source.evidence_for("published")} == {"argument"}
    assert result.problems == ()


def test_the_caller_knows_the_date_better():
    (agreement,) = indru.parse_html(page(META), published="2022-01-04").agreements
    assert agreement.signed == indru.DateSpan("2022-01-03")


@pytest.mark.parametrize("html", [page(), page(META), page().encode("utf-16"), page(META).encode("cp1252")])
def test_evidence_points_into_the_text_that_the_result_keeps(html):
    result = indru.parse_html(html)
    assert result.procurements
    for record in result.records:
        for said in record.evidence:
            assert result.text[said.span.start : said.span.end] == said.quote


def test_a_page_without_a_date_leaves_monday_undated():
    result = indru.parse_html(page())
    assert result.source.published is None
    assert result.agreements[0].signed is None


def test_the_host_of_an_address_is_no_publisher():
    assert read_html(page(), url="https://www.example.com/2021/12/06/a").publisher is None


def test_an_address_that_is_none_does_no_harm():
    assert read_html(page(META), url="http://[").publisher == "The Example Daily"


HOSTILE = [
    "",
    "   ",
    "no page",
    "<",
    "<html>",
    "<html><body></body></html>",
    "<!--",
    "<![CDATA[",
    "\0" + page(),
    "\ud800" + page(),
    "<div>" * 20_000 + LEAD,
    "<p>" * 20_000,
    "<a" + " b" * 50_000 + ">",
    "&#xD800;&#0;&#x110000;&bogus;" * 100,
    page('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": [[[[</script>'),
    page('<script type="application/ld+json">' + "[" * 20_000 + "</script>"),
    page('<meta property="article:published_time" content="2021-99-99">'),
    page('<meta property="og:site_name" content="   "><title> </title>'),
    page('<base href="javascript:alert(1)"><meta charset="no-such-charset">'),
    "%PDF-1.4 binary",
    '{"text": "India bought 120 T-90 tanks from Russia."}',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><html><body><p>&b;</p></body></html>',
]


@pytest.mark.parametrize("html", HOSTILE, ids=range(len(HOSTILE)))
def test_no_page_raises(html):
    for given_as in (html, html.encode("utf-8", "surrogatepass")):
        result = indru.parse_html(given_as)
        assert isinstance(result, PageResult)
        assert bool(result.text) != any(problem.code.startswith(("no-", "page-")) for problem in result.problems)


@given(st.binary(max_size=300) | st.text(max_size=300) | st.text(max_size=80).map(lambda text: page(lead=text)))
def test_nothing_raises(html):
    result = indru.parse_html(html)
    assert all(result.text[e.span.start : e.span.end] == e.quote for r in result.records for e in r.evidence)


NO_PAGES = [b"\x89PNG\r\n\x1a\n\0\0", b"\xff\xfe", b"\x1f\x8b\x08\0", b"PK\x03\x04", b"\xff" * 500]


@pytest.mark.parametrize("html", NO_PAGES)
def test_what_is_no_page_is_a_problem(html):
    result = indru.parse_html(html)
    assert result.text == ""
    assert result.problems[0].code in ("no-article", "page-unreadable")


def test_a_page_without_end_is_not_read():
    result = indru.parse_html("x" * (MAX_PAGE + 1))
    assert [problem.code for problem in result.problems] == ["page-too-long"]


@pytest.mark.parametrize("wrong", [None, 3, ["<p>"]])
def test_a_wrong_argument_raises(wrong):
    with pytest.raises(ArgumentError, match="html must be a str or bytes"):
        indru.parse_html(wrong)


def test_a_title_handed_in_is_the_titles_argument():
    source = indru.parse(LEAD, title="Tanks for the west").source
    assert source.title == "Tanks for the west"
    assert [(said.rule, said.quote) for said in source.evidence_for("title")] == [("argument", "")]
