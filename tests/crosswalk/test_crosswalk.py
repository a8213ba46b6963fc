"""Records in the forms of others keep what those forms can hold, and say nothing more."""

from __future__ import annotations

import pytest
from hypothesis import given

import indru
from indru.crosswalk import register_lines, web_annotations
from indru.errors import ArgumentError
from indru.strategies import articles

TEXT = "India signed a $5.43 billion contract with Russia for five S-400 systems in October 2018. Over 100 T-90S came."


@given(articles())
def test_each_annotation_selects_its_quote_twice(article):
    result = indru.parse(article.text)
    found = web_annotations(article.text, result)
    assert len(found) == sum(item.span.start < item.span.end for r in result.records for item in r.evidence)
    for annotation in found:
        quote, position = annotation["target"]["selector"]
        assert article.text[position["start"] : position["end"]] == quote["exact"]
        whole = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert article.text.find(whole) >= 0


def test_an_annotation_has_the_keys_of_the_data_model():
    annotation = web_annotations(TEXT, indru.parse(TEXT), source="https://example.org/a")[0]
    assert annotation["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert annotation["type"] == "Annotation"
    assert annotation["target"]["source"] == "https://example.org/a"
    assert [selector["type"] for selector in annotation["target"]["selector"]] == [
        "TextQuoteSelector",
        "TextPositionSelector",
    ]


def test_another_text_is_refused():
    with pytest.raises(ArgumentError, match="quotes"):
        web_annotations("Another text.", indru.parse(TEXT))


def lines(text):
    return [str(line) for line in register_lines(indru.parse(text).procurements)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "India signed a contract with Russia for over 100 T-90S tanks in 2019.",
            ["IND; RUS; (100); T-90S; armoured vehicle; 2019; ; . .;"],
        ),
        ("India wants to buy five S-400 systems from Russia.", []),
        ("India signed a contract with Russia for 5,000 AK-203 rifles in 2019.", []),
    ],
)
def test_what_is_hedged_stands_in_brackets_and_what_is_sought_is_no_deal(text, expected):
    assert lines(text) == expected


def test_a_dossier_gives_a_line_a_deal():
    again = "Russia and India signed a deal for five S-400 systems in October 2018."
    readings = [indru.parse(TEXT), indru.parse(again)]
    assert len(register_lines(indru.Dossier(readings).procurements.of("S-400"))) == 1
