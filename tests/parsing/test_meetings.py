"""Meetings and visits: what each class of sentences reads as, and what reads as none."""

from __future__ import annotations

import pytest

from indru.model import Meeting
from indru.pipeline import parse

PUBLISHED = "2019-07-10"
"""A Wednesday."""
WHO = " Russia's President is Vladimir Putin, India's Prime Minister is Narendra Modi."


def read(text: str, published: str | None = PUBLISHED) -> tuple[Meeting, ...]:
    return parse(text, published=published).meetings


def short(meeting: Meeting) -> tuple[str, str, str, str, str]:
    """A meeting in a line: format, status, date, place, surnames."""
    date = meeting.date.edtf if meeting.date is not None else ""
    place = meeting.place.name if meeting.place is not None else ""
    names = " ".join(person.name.rsplit(" ", 1)[-1] for person in meeting.participants)
    return meeting.format.value, meeting.status.value, date, place, names


TALKS = [
    (
        "Defence Minister Rajnath Singh and his Russian counterpart Sergei Shoigu held talks in Moscow on Tuesday.",
        ("bilateral", "held", "2019-07-09", "Moscow", "Singh Shoigu"),
    ),
    (
        "The visiting Russian Defence Minister, Sergei Ivanov, today called on Prime Minister Manmohan Singh.",
        ("bilateral", "held", "2019-07-10", "", "Ivanov Singh"),
    ),
    (
        "Antony's meeting with Anatoly Serdyukov on Tuesday lasted an hour. A K Antony is Defence Minister of India.",
        ("bilateral", "held", "2019-07-09", "", "Antony Serdyukov"),
    ),
    (
        "India's ambassador, D B Venkatesh Varma, met Deputy Defence Minister Alexander Fomin of Russia.",
        ("bilateral", "held", "", "", "Varma Fomin"),
    ),
    (
        "Vladimir Putin received National Security Adviser Ajit Doval at the Kremlin.",
        ("bilateral", "held", "", "Moscow", "Putin Doval"),
    ),
    (
        "The frigates were discussed by Rajnath Singh with Andrei Belousov, the Russian Defence Minister, in Qingdao.",
        ("bilateral", "held", "", "Qingdao", "Singh Belousov"),
    ),
    (
        "Talks between Narendra Modi and Russian President Vladimir Putin begin on Thursday in Sochi.",
        ("bilateral", "scheduled", "2019-07-11", "Sochi", "Modi Putin"),
    ),
    (
        "External Affairs Minister S. Jaishankar spoke to Russia's Sergey Lavrov over phone on Friday.",
        ("call", "held", "2019-07-05", "", "Jaishankar Lavrov"),
    ),
    (
        "Russian President Vladimir Putin telephoned Prime Minister Narendra Modi.",
        ("call", "held", "", "", "Putin Modi"),
    ),
    (
        "Officers of India met the Russians: the fifth meeting of the working group was held in Goa in May.",
        ("bilateral", "held", "2019-05", "Goa", ""),
    ),
]

SESSIONS = [
    (
        "Nirmala Sitharaman and Sergei Shoigu of Russia co-chaired the 18th session of the IRIGC-MTC in Delhi.",
        ("commission", "held", "", "New Delhi", "Sitharaman Shoigu"),
    ),
    (
        "Manohar Parrikar received Sergei Shoigu of Russia on May 4 for the yearly session of their commission.",
        ("commission", "held", "2019-05-04", "", "Parrikar Shoigu"),
    ),
    (
        "The 2+2 dialogue between India and Russia was postponed to December.",
        ("two-plus-two", "scheduled", "2019-12", "", ""),
    ),
    (
        "The Modi-Putin summit in Sochi takes place on Friday." + WHO,
        ("summit", "scheduled", "2019-07-12", "Sochi", "Modi Putin"),
    ),
    (
        "The 20th annual summit will be held in Vladivostok in September." + WHO,
        ("summit", "scheduled", "2019-09", "Vladivostok", "Modi Putin"),
    ),
]

VISITS = [
    (
        "Defence Minister Rajnath Singh of India flew to Moscow on Monday.",
        ("visit", "held", "2019-07-08", "Moscow", "Singh"),
    ),
    (
        "Admiral Sunil Lanba, the Indian Navy chief, left for Russia on Monday on a four-day visit.",
        ("visit", "held", "2019-07-08/2019-07-11", "Russia", "Lanba"),
    ),
    (
        "A K Antony, who returned from Russia's capital on Friday after a three-day visit to Moscow, was cheerful.",
        ("visit", "held", "2019-07-03/2019-07-05", "Moscow", "Antony"),
    ),
    (
        "Russia's Vladimir Putin is expected in New Delhi in October.",
        ("visit", "scheduled", "2019-10", "New Delhi", "Putin"),
    ),
    (
        "The deal might be signed when President Vladimir Putin of Russia comes to New Delhi.",
        ("visit", "scheduled", "", "New Delhi", "Putin"),
    ),
    (
        "The Russian deal will be signed during President Putin's visit to India in October.",
        ("visit", "scheduled", "2019-10", "India", "Putin"),
    ),
    (
        "The Russian deal was signed during Prime Minister Modi's visit to Moscow in 2015.",
        ("visit", "held", "2015", "Moscow", "Modi"),
    ),
    (
        "The Russian deal dates from 2015, when Prime Minister Narendra Modi was in Moscow.",
        ("visit", "held", "2015", "Moscow", "Modi"),
    ),
    ("Ahead of Vladimir Putin's India visit, Russia cleared the deal.", ("visit", "scheduled", "", "India", "Putin")),
    (
        "Vladimir Putin of Russia has accepted an invitation to visit India next year.",
        ("visit", "scheduled", "2020", "India", "Putin"),
    ),
    ("A Russian team visited Avadi in May.", ("visit", "held", "2019-05", "Avadi", "")),
    (
        "Narendra Modi will not go to Russia this month for want of time.",
        ("visit", "cancelled", "2019-07", "Russia", "Modi"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*TALKS, *SESSIONS, *VISITS])
def test_a_sentence_tells_of_one_meeting(text: str, expected: tuple[str, ...]) -> None:
    assert [short(meeting) for meeting in read(text)] == [expected]


NONE = [
    "Narendra Modi and Vladimir Putin of Russia meet every year.",
    "Defence Minister Rajnath Singh would not meet his Chinese counterpart, said Russia's Sergei Shoigu.",
    "Rajnath Singh met French Defence Minister Florence Parly in New Delhi. Russia was not on the agenda.",
    "Narendra Modi invited Vladimir Putin of Russia to visit India.",
    "Talks between India and Russia on the price of the carrier go on.",
    "The Russian commission dates from 2000 and is led by the Defence Ministers of India and Russia.",
    "Russian and Indian ships took part in the Indra exercise off Vizag.",
    "Narendra Modi told reporters that Russia was a friend.",
    "Vladimir Putin's jets came to India, and more are to come from Russia.",
    "The formula is two plus two: two frigates are built in Russia and two in Goa, India.",
    "Rajnath Singh conveyed the greetings of Narendra Modi to Russia's soldiers.",
]


@pytest.mark.parametrize("text", NONE)
def test_a_sentence_tells_of_no_meeting(text: str) -> None:
    assert read(text) == ()


def test_talks_on_a_visit_take_its_place_and_their_own_people() -> None:
    text = (
        "Defence Minister Rajnath Singh is in Moscow for the parade of Russia.\n"
        "On Tuesday he met Deputy Prime Minister Yury Borisov. He will also call on Vladimir Putin."
    )
    visit, first, second = sorted(map(short, read(text)), key=lambda row: (row[0] != "visit", row[1]))
    assert visit == ("visit", "held", "", "Moscow", "Singh")
    assert first == ("bilateral", "held", "2019-07-09", "Moscow", "Singh Borisov")
    assert second[:4] == ("bilateral", "scheduled", "", "Moscow")


def test_who_comes_for_the_summit_has_it_before_him() -> None:
    text = "President Vladimir Putin of Russia comes to India in October for the annual summit with Narendra Modi."
    assert sorted(map(short, read(text))) == [
        ("summit", "scheduled", "2019-10", "India", "Putin Modi"),
        ("visit", "scheduled", "2019-10", "India", "Putin"),
    ]


def test_one_meeting_told_twice_is_one() -> None:
    text = (
        "Rajnath, Shoigu meet in Moscow\n\n"
        "Defence Minister Rajnath Singh met Russian Defence Minister Sergei Shoigu in Moscow on Tuesday. "
        "The meeting took place at the ministry. The two ministers spoke of spares."
    )
    assert [short(m) for m in read(text)] == [("bilateral", "held", "2019-07-09", "Moscow", "Singh Shoigu")]


def test_the_heads_talks_are_their_summit() -> None:
    text = (
        "Narendra Modi and Russian President Vladimir Putin held talks in New Delhi on Tuesday.\n"
        "The 20th annual summit of Modi and Putin ended with a joint statement."
    )
    (meeting,) = read(text)
    assert short(meeting) == ("summit", "held", "2019-07-09", "New Delhi", "Modi Putin")
    assert meeting.ordinal == 20
    assert meeting.series == "annual summit"


def test_an_invitation_is_accepted_in_the_next_sentence() -> None:
    text = "Modi invited Vladimir Putin to India for the summit. The Russian President has accepted."
    assert ("visit", "scheduled", "", "India", "Putin") in map(short, read(text))


def test_a_visit_names_host_and_visitor() -> None:
    (visit,) = read("Russia's Vladimir Putin arrived in New Delhi.")
    assert (visit.visitor, visit.host) == ("RUS", "IND")


def test_a_chronicle_dates_its_entries_by_month_and_day() -> None:
    text = (
        "India and Russia in 2018\n\nMAY\n\n21 - Narendra Modi and Vladimir Putin meet in Sochi.\n\n"
        "JUNE\n\n4 - Rajnath Singh comes to Moscow."
    )
    assert {m.date.edtf[4:] for m in read(text) if m.date is not None} == {"-05-21", "-06-04"}


def test_a_dateline_without_year_dates_weekdays() -> None:
    text = "QINGDAO, June 26 (Agency): Rajnath Singh met Russia's Andrei Belousov here on Thursday."
    assert [short(m) for m in read(text, None)] == [
        ("bilateral", "held", "XXXX-06-26", "Qingdao", "Singh Belousov"),
    ]


def test_every_field_is_quoted() -> None:
    text = TALKS[0][0] + " " + VISITS[1][0] + " " + SESSIONS[0][0]
    for meeting in read(text):
        assert {evidence.field for evidence in meeting.evidence} >= set(meeting.filled())
        for evidence in meeting.evidence:
            assert text[evidence.span.start : evidence.span.end] == evidence.quote
