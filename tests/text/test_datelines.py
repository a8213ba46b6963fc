from __future__ import annotations

import pytest
from tests.text.articles import BODY

from indru.text import Document

REST = "The frigate came home on Tuesday."


def read(raw: str) -> tuple[str | None, str | None, str | None] | None:
    document = Document.of(raw)
    if document.dateline is None:
        return None
    line = document.dateline
    parts = (line.place, line.agency, line.date)
    return tuple(None if part is None else document.text[slice(*part)] for part in parts)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("dateline", "parts"),
    [
        ("Moscow, Aug 6 (NationPress) ", ("Moscow", "NationPress", "Aug 6")),
        ("NEW DELHI: ", ("NEW DELHI", None, None)),
        ("MOSCOW, January 28. /TASS/. ", ("MOSCOW", "TASS", "January 28")),
        ("New Delhi [India], December 6 (ANI): ", ("New Delhi", "ANI", "December 6")),
        ("(MENAFN) ", (None, "MENAFN", None)),
        ("KHABAROVSK, June 11 (RIA Novosti) - ", ("KHABAROVSK", "RIA Novosti", "June 11")),
        ("New Delhi (PTI): ", ("New Delhi", "PTI", None)),
        ("New Delhi [India] (ANI): ", ("New Delhi", "ANI", None)),
        ("LUCKNOW: ", ("LUCKNOW", None, None)),
        ("QWERTYPUR: ", ("QWERTYPUR", None, None)),
        ("New Delhi - ", ("New Delhi", None, None)),
        ("ST. PETERSBURG, April 17. ", ("ST. PETERSBURG", None, "April 17")),
        ("Moscow. 7 September. ", ("Moscow", None, "7 September")),
        ("NEW DELHI, FEB. 8. ", ("NEW DELHI", None, "FEB. 8")),
        ("New Delhi, 28 May 2009: ", ("New Delhi", None, "28 May 2009")),
        ("NEW DELHI, Tuesday, August 28, 2012, 13:41: ", ("NEW DELHI", None, "August 28, 2012")),
        ("Qwertypur, Sept 5 (PTI) ", ("Qwertypur", "PTI", "Sept 5")),
        (
            "NEW DELHI (Coastal Newswire / Partner - 02nd July, 2020) ",
            ("NEW DELHI", "Coastal Newswire", "02nd July, 2020"),
        ),
        ("NEW DELHI, Feb 12 (Agencies) - ", ("NEW DELHI", None, "Feb 12")),
        ("(Dec. 15) ", (None, None, "Dec. 15")),
        ("Vladivostok, Russia, September 4 \u2013 ", ("Vladivostok", None, "September 4")),
    ],
)
def test_datelines(dateline: str, parts: tuple[str | None, ...]) -> None:
    assert read(dateline + REST) == parts
    document = Document.of(dateline + REST)
    assert [document.text[s.start : s.end] for s in document.sentences] == [REST]
    assert read(f"Frigate joins the fleet\nBy Our Correspondent\n\n{dateline}{REST}\n\n{BODY[0]}") == parts


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Moscow", ("Moscow", None, None)),
        ("(New Delhi, December 6, 2021)", ("New Delhi", None, "December 6, 2021")),
        ("3 October 2000, New Delhi", ("New Delhi", None, "3 October 2000")),
        ("By A Correspondent | Lucknow | July 6, 2024", ("Lucknow", None, "July 6, 2024")),
    ],
)
def test_a_dateline_on_a_line_of_its_own(line: str, parts: tuple[str | None, ...]) -> None:
    assert read(f"Talks of the two leaders\n{line}\n\n{BODY[0]}") == parts
    document = Document.of(f"{line}\n\n{BODY[0]}")
    assert document.lines[0].role == "header"
    assert all(sentence.line != 0 for sentence in document.sentences)


@pytest.mark.parametrize(
    "raw",
    [
        "UPDATE: " + REST,
        "Background: " + REST,
        "India and Russia (two old friends) met again on Tuesday.",
        "Secretary (Shipping) Shri A. Rao called on the minister on Tuesday.",
        "Cabinet Committee on Security (CCS): what it does and how it works for the navy.",
        "Speaking in Moscow on Tuesday, the minister named no date.",
        "Moscow wants more time, and New Delhi wants the ship.",
        "In May, 40 guns came. On Tuesday, December 6, the rest followed.",
        "Moscow: a deal is near",
        "(a) whether the deal is signed;",
        "Rao - who leads the yard - spoke.",
    ],
)
def test_no_dateline(raw: str) -> None:
    assert read(raw) is None
