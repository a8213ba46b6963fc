from __future__ import annotations

import datetime as dt
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indru.knowledge import default_knowledge
from indru.model import Place, Source
from indru.parsing.source import parse_source
from indru.text import Document

BODY = "The navy of the country took a second frigate into service on Tuesday, in the presence of its minister."


def read(raw: str, **arguments: object) -> Source:
    return parse_source(Document.of(raw), default_knowledge(), **arguments)  # type: ignore[arg-type]


PIECES = [
    BODY,
    "(Source: Ministry of Ports; issued Dec 13, 2018)",
    "\u00a9 2018 www.example.com",
    "By IANS",
    "Harbour Tribune",
    "3 October 2000, New Delhi",
    "Frigate joins the fleet \u2013 Times of India",
    "Updated: May&nbsp;3, 2019",
    "MOSCOW, Aug 6 (PTI): \u201cA frigate came home.\u201d",
    "31.02.2021",
]


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=8).map("\n".join)),
    st.none() | st.dates(dt.date(1950, 1, 1)),
    st.none() | st.just("https://example.com/a"),
    st.none() | st.just("The Example"),
)
def test_every_filled_field_has_its_quote(
    raw: str, published: dt.date | None, url: str | None, publisher: str | None
) -> None:
    source = read(raw, published=published, url=url, publisher=publisher)
    assert source.id == sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()
    for field in ("publisher", "published", "place", "title", "url"):
        assert (getattr(source, field) is None) == (not source.evidence_for(field))
    for item in source.evidence:
        assert raw[item.span.start : item.span.end] == item.quote
        assert bool(item.quote) == (item.rule != "argument")


def test_lone_surrogates_have_an_id() -> None:
    assert len(read("\ud800").id) == 64


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("(Source: Ministry of Ports; issued Dec 13, 2018)\n\nFrigate joins the fleet", "Ministry of Ports"),
        ("By IANS", "IANS"),
        ("06 Dec 2021, 21:10 IST | PTI Photos", "PTI"),
        ("3 MAY 2019 4:38PM by PIB Delhi", "PIB Delhi"),
        (
            "Harbour Gazette\nWednesday, June 28, 2000\n8:23:29 AM\n\nFrigate joins the fleet",
            "Harbour Gazette",
        ),
        ("20th February, 2003\nMinistry of Ports\n\nVISIT TO THE YARD", "Ministry of Ports"),
        ("GOVERNMENT OF INDIA\nMINISTRY OF PORTS\nLOK SABHA", "Ministry of Ports"),
        (
            "Embassy of the Republic of Ruritania\nPosted 13.02.2026\n\nThe frigates: a chronology",
            "Embassy of the Republic of Ruritania",
        ),
        ("harbour-b : ships : navy\n18 November 2009\n\nFrigate joins the fleet", "harbour-b"),
        ("Frigate joins the fleet\n\nHarbour News Service\nMoscow", "Harbour News Service"),
        ("HARBOUR // frigates // page 23\n\nFrigate joins the fleet", "HARBOUR"),
        ("Frigate joins the fleet \u2013 Harbour Tribune", "Harbour Tribune"),
        ("Frigate joins the fleet | The Hindu", "The Hindu"),
        ("Reuters\nFrigate joins the fleet", "Reuters"),
        # What is no publisher.
        ("Frigate joins fleet\nPublished 2011/10/04", None),
        ("By Our Special Correspondent", None),
        ("Home / News / Defence", None),
        ("Opinion :: South Asia", None),
        ("Modern Times for Old Ships", None),
        ("Ministry of Ports signs a contract\nMay 3, 2019", None),
    ],
)
def test_publisher_in_the_head(head: str, publisher: str | None) -> None:
    assert read(f"{head}\n\n{BODY}").publisher == publisher


@pytest.mark.parametrize(
    ("foot", "publisher"),
    [
        ("\u00a92018-2023 www.example.com.", "example.com"),
        ("\u00a9 2017 by Know Your Ships. Proudly created with Wix.com", "Know Your Ships"),
        ("Copyright 2019 Harbour Tribune. All rights reserved", "Harbour Tribune"),
        ("\u00a9 AP Photo / File", None),
        ("\u00a9 2024 All rights reserved.", None),
    ],
)
def test_publisher_in_the_foot(foot: str, publisher: str | None) -> None:
    assert read(f"Frigate joins the fleet\n\n{BODY}\n\n{foot}").publisher == publisher


def test_the_agency_of_the_dateline_comes_before_the_site() -> None:
    source = read(f"Frigate joins the fleet\n\nMOSCOW, Aug 6 (RIA Novosti) - {BODY}\n\n\u00a9 2018 www.example.com")
    assert source.publisher == "RIA Novosti"
    assert read(f"{BODY} (PTI)").publisher == "PTI"


@pytest.mark.parametrize(
    ("head", "edtf"),
    [
        (" date 2021-12-06", "2021-12-06"),
        ("Published 2011/10/04", "2011-10-04"),
        ("Updated: November 20, 2014 23:57 IST", "2014-11-20"),
        ("Posted 13.02.2026", "2026-02-13"),
        ("July 2, 2025 | Wednesday | News", "2025-07-02"),
        ("OPINION | 12 October 2021", "2021-10-12"),
        ("Frigate joins the fleet - 2003-02-12", "2003-02-12"),
        ("Ships of the week: 8th March 2019", "2019-03-08"),
        ("This story is from December 1, 2007", "2007-12-01"),
        ("(Source: Ministry of Ports; issued Dec 13, 2018)", "2018-12-13"),
        ("avatar A. Writer Thursday 1st of September 2022 08:35 PM", "2022-09-01"),
        ("some_reader   29 Jan 2013, 21:04", "2013-01-29"),
        ("14:19 GMT 01.09.2020", "2020-09-01"),
        ("12/31/2021", "2021-12-31"),
        ("31.02.2021", None),
        ("Frigate to be handed over on 6 December 2021", None),
        ("23 hours ago", None),
    ],
)
def test_published(head: str, edtf: str | None) -> None:
    source = read(f"{head}\n\n{BODY}")
    assert (source.published.edtf if source.published else None) == edtf


def test_the_year_of_a_dateline_is_not_made_up() -> None:
    source = read(f"MOSCOW, Aug 6 (PTI): {BODY}", published=dt.date(2025, 8, 6))
    assert source.published is not None
    assert source.published.edtf == "XXXX-08-06"


def test_a_date_line_with_its_year_comes_before_a_dateline_without() -> None:
    source = read(f"Updated: May 4, 2019\n\nMOSCOW, May 3 (PTI): {BODY}")
    assert source.published is not None
    assert source.published.edtf == "2019-05-04"


def test_a_date_within_a_sentence_is_no_date_line() -> None:
    source = read(f"The yard said on December 6, 2021, that it is ready. {BODY}")
    assert source.published is None


def test_arguments_fill_what_the_text_leaves_open() -> None:
    source = read(BODY, published=dt.date(2019, 5, 3), url="https://example.com/a", publisher="The Example")
    assert source.published is not None
    assert (source.published.edtf, source.url, source.publisher) == (
        "2019-05-03",
        "https://example.com/a",
        "The Example",
    )
    assert {item.rule for item in source.evidence} == {"argument"}


def test_the_text_comes_before_the_arguments() -> None:
    source = read(f"By IANS\nMay 4, 2019\n\n{BODY}", published=dt.date(2019, 5, 3), publisher="The Example")
    assert source.published is not None
    assert (source.published.edtf, source.publisher) == ("2019-05-04", "IANS")


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("DELHI: ", Place(name="New Delhi", country="IND")),
        ("MOSCOW, Aug 6 (PTI): ", Place(name="Moscow", country="RUS")),
        ("QWERTYPUR, Aug 6 (PTI): ", Place(name="Qwertypur")),
        ("(PTI) ", None),
        ("", None),
    ],
)
def test_place(dateline: str, place: Place | None) -> None:
    assert read(f"Frigate joins the fleet\n\n{dateline}{BODY}").place == place


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Frigate joins the fleet", "Frigate joins the fleet"),
        ("Harbour Tribune\nMay 3, 2019\n\nFrigate joins the fleet", "Frigate joins the fleet"),
        ("Frigate joins the fleet \u2013 Times of India", "Frigate joins the fleet"),
        ("Home | World\nFrigate joins the \u201cfleet\u201d", "Frigate joins the \u201cfleet\u201d"),
        ("By IANS", None),
    ],
)
def test_title(head: str, title: str | None) -> None:
    assert read(f"{head}\n\n{BODY}").title == title
