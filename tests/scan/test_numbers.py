"""Numbers of things: Indian and Western figures, words, hedges, ranges, units, and what counts nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indru.scan.numbers import NumberMention, scan_numbers

NAMES = re.compile(r"T-90S?|S-400|AK-203|Su-30\s?MKI|Kamov Ka-31|Indian|Russian|December 6, 2021")


def scan(text: str) -> list[NumberMention]:
    return scan_numbers(text, text.lower(), [match.span() for match in NAMES.finditer(text)])


def read(text: str) -> list[tuple[int, int | None, str, str | None]]:
    return [(m.quantity.number, m.quantity.upper, m.quantity.qualifier.value, m.quantity.unit) for m in scan(text)]


@pytest.mark.parametrize(
    ("text", "number", "qualifier", "unit"),
    [
        ("6,01,427 rifles", 601427, "exact", "rifle"),
        ("601,427 rifles", 601427, "exact", "rifle"),
        ("601427 rifles", 601427, "exact", "rifle"),
        ("over 6 lakh rifles", 600000, "over", "rifle"),
        ("6.1 lakh rifles", 610000, "exact", "rifle"),
        ("5-lakh rifle order", 500000, "exact", "rifle"),
        ("2 crore rounds", 20000000, "exact", "round"),
        ("1.5 million shells", 1500000, "exact", "round"),
        ("two lakh fifty thousand rifles", 250000, "exact", "rifle"),
        ("a dozen jets", 12, "exact", "aircraft"),
        ("two dozen jets", 24, "exact", "aircraft"),
        ("half a dozen jets", 6, "exact", "aircraft"),
        ("half a million rounds", 500000, "exact", "round"),
        ("five regiments", 5, "exact", "regiment"),
        ("forty-eight helicopters", 48, "exact", "helicopter"),
        ("twenty-two radars", 22, "exact", "radar"),
        ("one thousand tanks", 1000, "exact", "tank"),
        ("five hundred and ten tanks", 510, "exact", "tank"),
        ("a pair of frigates", 2, "exact", "frigate"),
        ("a trio of destroyers", 3, "exact", "destroyer"),
        ("some 70,000 rifles", 70000, "about", "rifle"),
        ("an estimated 300 missiles", 300, "about", "missile"),
        ("around 12 submarines", 12, "about", "submarine"),
        ("as many as 12 ships", 12, "under", "ship"),
        ("up to 200 helicopters", 200, "under", "helicopter"),
        ("nearly 300 tanks", 300, "under", "tank"),
        ("fewer than 20 tanks", 20, "under", "tank"),
        ("not more than 20 tanks", 20, "under", "tank"),
        ("more than 20 tanks", 20, "over", "tank"),
        ("not less than 20 tanks", 20, "over", "tank"),
        ("no fewer than 20 tanks", 20, "over", "tank"),
        ("at least 20 tanks", 20, "over", "tank"),
        ("in excess of 20 tanks", 20, "over", "tank"),
        ("100-plus tanks", 100, "over", "tank"),
        ("100+ tanks", 100, "over", "tank"),
        ("20 or more tanks", 20, "over", "tank"),
        ("20 tanks or so", 20, "about", "tank"),
        ("a hundred-odd tanks", 100, "about", "tank"),
        ("hundred-odd tanks", 100, "about", "tank"),
        ("10 extra transport helicopters", 10, "exact", "helicopter"),
        ("two remaining squadrons", 2, "exact", "squadron"),
        ("29 more jets", 29, "exact", "aircraft"),
        ("464 T-90 tanks", 464, "exact", "tank"),
        ("464 T-90S main battle tanks", 464, "exact", "tank"),
        ("five S-400 air defence missile systems", 5, "exact", "system"),
        ("601,427 AK-203 rifle", 601427, "exact", "rifle"),
        ("12 Su-30MKI fighters", 12, "exact", "aircraft"),
        ("12 Su-30MKI", 12, "exact", None),
        ("ten Kamov Ka-31", 10, "exact", None),
        ("seven Indian ships", 7, "exact", "ship"),
        ("27 missile contracts", 27, "exact", "agreement"),
        ("a five-squadron deal", 5, "exact", "squadron"),
        ("300 soldiers", 300, "exact", "soldier"),
        ("fifteen of the aircraft", 15, "exact", "aircraft"),
        ("a second batch of 27", 27, "exact", None),
        ("a hundred and fifty jets", 150, "exact", "aircraft"),
        ("hundred thousand rifles", 100000, "exact", "rifle"),
        ("half-a-dozen ships", 6, "exact", "ship"),
        ("600 000 rifles", 600000, "exact", "rifle"),
        ("6-lakh-plus rifles", 600000, "over", "rifle"),
        ("1 crore 20 lakh rounds", 12000000, "exact", "round"),
        ("twelve (12) helicopters", 12, "exact", "helicopter"),
        ("36 of the jets", 36, "exact", "aircraft"),
        ("another 48", 48, "exact", None),
        ("2,018 tanks", 2018, "exact", "tank"),
        ("2018 tanks", 2018, "exact", "tank"),
    ],
)
def test_numbers(text: str, number: int, qualifier: str, unit: str | None) -> None:
    assert read(text) == [(number, None, qualifier, unit)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("10 to 12 tanks", 10, 12),
        ("10-12 tanks", 10, 12),
        ("between 10 and 12 tanks", 10, 12),
        ("ten to twelve tanks", 10, 12),
        ("five or six tanks", 5, 6),
        ("5 to 6 lakh rifles", 500000, 600000),
        ("5,000-5,500 rifles", 5000, 5500),
    ],
)
def test_ranges(text: str, low: int, high: int) -> None:
    assert [row[:2] for row in read(text)] == [(low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "hundreds of jets, dozens of tanks and both frigates",
        "a range of 500 km, 300 hp, 45 tonnes, 7.62x39 mm and 30 knots",
        "15 per cent, 15% and 3.5 percentage points",
        "Su-30MKI, T-72, Mi-17, F-16, Project 11356 and INS 339",
        "the 21st summit, their 3rd visit",
        "an 11-year-old, aged 45, ranked 4",
        "2+2 talks at 10:30, 5 pm and 1300 hrs",
        "in 2018 and 1999",
        "December 6, 2021",
        "6 Dec and Dec 12",
        "Article 9, page 47, clause 12, Resolution 1540",
        "for ten years, in 29 months, three days",
        "Rs 500 and 12 dollars",
        "1. First point\n2. Second point\n41) Third",
        "one of them, no one",
        "a delegation of the 10-member body",
        "from 20 to 70 kilometres",
        "7.5 tanks",
        "17 Squadron and No. 3 Squadron",
        "not one launcher",
        "a two-seat trainer, a five-nation bloc",
        "10x tanks, 10 times, 5k",
        "1,2,3,4 and 12,34,5",
        "12345678901234567890 tanks",
        "0 tanks",
        "",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert read(text) == []


def test_two_of_five_leave_the_unit_beyond() -> None:
    text = "two of the 5 squadrons"
    first, second = scan(text)
    assert (first.quantity.number, first.quantity.unit, text[first.start : first.end]) == (
        2,
        "squadron",
        "two",
    )
    assert text[first.unit_start : first.unit_end] == "squadrons"
    assert (second.quantity.number, second.quantity.unit) == (5, "squadron")


def test_offsets_of_hedge_number_and_unit() -> None:
    text = "They want more than 464 T-90 tanks now."
    [m] = scan(text)
    assert text[m.start : m.end] == "more than 464 T-90 tanks"
    assert text[m.number_start : m.number_end] == "464"
    assert text[m.unit_start : m.unit_end] == "tanks"
    assert m.arms
    assert not scan("300 soldiers")[0].arms


def test_a_number_inside_a_blocked_span_is_none() -> None:
    text = "500 tanks and 600 tanks"
    assert [m.quantity.number for m in scan_numbers(text, text, [(0, 3)])] == [600]


def indian(number: int) -> str:
    """Figures with the commas of India: 6,01,427."""
    digits = str(number)
    head, tail = digits[:-3], digits[-3:]
    groups = []
    while head:
        groups.insert(0, head[-2:])
        head = head[:-2]
    return ",".join([*groups, tail])


@given(st.integers(1, 10**12), st.sampled_from([str, indian, lambda n: f"{n:,}"]))
def test_figures_read_back(number: int, render) -> None:
    [(read_number, _, _, unit)] = read(f"They hold {render(number)} rifles.")
    assert (read_number, unit) == (number, "rifle")


ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen"
    " eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def words(number: int) -> str:
    if number >= 1000:
        rest = f" {words(number % 1000)}" if number % 1000 else ""
        return f"{words(number // 1000)} thousand{rest}"
    if number >= 100:
        rest = f" and {words(number % 100)}" if number % 100 else ""
        return f"{words(number // 100)} hundred{rest}"
    if number < 20:
        return ONES.split()[number - 1]
    return TENS.split()[number // 10 - 2] + (f"-{ONES.split()[number % 10 - 1]}" if number % 10 else "")


@given(st.integers(1, 99_999))
def test_words_read_back(number: int) -> None:
    text = f"They hold {words(number)} {'rifle' if number == 1 else 'rifles'}."
    assert [row[0] for row in read(text)] == [number]
