from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from tests.text.articles import any_text

from indru.text.view import fold_view, lower_view


@given(any_text)
@example("\u0130stanbul")
@example("&#0;&#xD800;&amp;amp;amp;")
def test_every_character_of_the_view_has_its_place_in_the_raw_text(raw: str) -> None:
    text, offsets = fold_view(raw)
    if offsets is None:
        assert len(text) == len(raw)
        return
    assert len(offsets.starts) == len(offsets.ends) == len(text)
    assert all(0 <= start < end <= len(raw) for start, end in zip(offsets.starts, offsets.ends, strict=True))
    assert list(offsets.starts) == sorted(offsets.starts)
    assert list(offsets.ends) == sorted(offsets.ends)


@given(any_text)
def test_plain_letters_and_digits_stay_where_they_were(raw: str) -> None:
    text, offsets = fold_view(raw)
    for at, char in enumerate(text):
        start, end = (at, at + 1) if offsets is None else (offsets.starts[at], offsets.ends[at])
        piece = raw[start:end]
        if len(piece) == 1 and piece.isascii() and piece.isalnum():
            assert char == piece


@given(any_text)
def test_lower_case_has_the_length_of_the_view(raw: str) -> None:
    text, _ = fold_view(raw)
    assert len(lower_view(text)) == len(text)


@given(any_text)
def test_nothing_that_cannot_be_seen_is_left(raw: str) -> None:
    text, _ = fold_view(raw)
    assert not re.search("[\u00ad\u200b\ufeff\u202e\u00a0\u2009\u2014\u201c\u201d\u2019\t\r]", text)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("\u201cMake in India\u201d \u2013 it\u2019s on", '"Make in India" - it\'s on'),
        ("S\u2011400\u00a0and Su\u221230", "S-400 and Su-30"),
        ("\uff11\uff12 \u0967\u0968 \u0661\u06f2", "12 12 12"),
        ("\uff33\uff0d\uff14\uff10\uff10", "S-400"),
        ("one\r\ntwo\rthree\tfour", "one \ntwo\nthree four"),
        ("\u00ab\u0418\u0433\u043b\u0430\u00bb", '"\u0418\u0433\u043b\u0430"'),
        ("News \u00bb World", "News \u00bb World"),
    ],
)
def test_one_for_one(raw: str, text: str) -> None:
    assert fold_view(raw) == (text, None)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("R&amp;D", "R&D"),
        ("R&amp;amp;D", "R&D"),
        ("a&nbsp;b&amp;nbsp;c", "a b c"),
        ("India&#8217;s &ldquo;deal&rdquo;", 'India\'s "deal"'),
        ("air\u00adcraft\u200b", "aircraft"),
        ("\ufeffTanks", "Tanks"),
        ("Jose\u0301", "Jos\u00e9"),
        ("\ufb01ghter", "fighter"),
        ("AT&T; and R&D", "AT&T; and R&D"),
        ("&shy;x&#173;y", "xy"),
    ],
)
def test_dropped_decoded_composed(raw: str, text: str) -> None:
    assert fold_view(raw)[0] == text
