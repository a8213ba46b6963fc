"""Dates: every way of writing them that news has, and what looks like a date and is none."""

import datetime as dt
from calendar import month_abbr, month_name

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indru.scan.dates import resolve_date, scan_dates, scan_durations

WEDNESDAY = dt.date(2021, 12, 8)
TOLD = dt.date(2020, 6, 15)


def found(text: str) -> list[tuple[str, str]]:
    """The quotes and the EDTF of the dates that a text states by itself."""
    return [(text[m.start : m.end], m.date.edtf if m.date else "") for m in scan_dates(text, text.lower())]


def resolved(text: str, *, future: bool | None = None, reference: dt.date | None = WEDNESDAY) -> list[str]:
    mentions = scan_dates(text, text.lower())
    read = [resolve_date(m, reference, future=future, anchor=TOLD) for m in mentions]
    return [date[0].edtf if date else "" for date in read]


@pytest.mark.parametrize(
    ("text", "quote", "edtf"),
    [
        # days
        ("The pact was inked on December 6, 2021.", "December 6, 2021", "2021-12-06"),
        ("It was inked Dec. 6, 2021, in Delhi.", "Dec. 6, 2021", "2021-12-06"),
        ("inked on Dec 6 2021", "Dec 6 2021", "2021-12-06"),
        ("inked on December 6th, 2021", "December 6th, 2021", "2021-12-06"),
        ("on the 6th of December, 2021", "6th of December, 2021", "2021-12-06"),
        ("6th December 2021", "6th December 2021", "2021-12-06"),
        ("Updated 6 December 2021 by the desk", "6 December 2021", "2021-12-06"),
        ("07 Dec, 2005", "07 Dec, 2005", "2005-12-07"),
        ("NEW DELHI, 6-Dec-2021", "6-Dec-2021", "2021-12-06"),
        ("Posted 06.12.2021 at noon", "06.12.2021", "2021-12-06"),
        ("Posted 06/12/2021", "06/12/2021", "2021-12-06"),
        ("Posted 12/27/2021", "12/27/2021", "2021-12-27"),
        ("on 6/12/21", "6/12/21", "2021-12-06"),
        ("file 2021-12-06.", "2021-12-06", "2021-12-06"),
        ("file 2021/12/06", "2021/12/06", "2021-12-06"),
        ("updated 03-09-2020 21:24 IST", "03-09-2020", "2020-09-03"),
        ("received on 09 Dec 24 by him", "09 Dec 24", "2024-12-09"),
        ("30.11.2007. The tank order.", "30.11.2007", "2007-11-30"),
        ("Sat, 17 Aug 2013", "Sat, 17 Aug 2013", "2013-08-17"),
        ("Tuesday, May 30, 2000", "Tuesday, May 30, 2000", "2000-05-30"),
        ("on Monday (June 1, 2026)", "Monday (June 1, 2026)", "2026-06-01"),
        ("December 6, 2021 (Monday)", "December 6, 2021 (Monday)", "2021-12-06"),
        ("Sat 04th July 2020 | 07:12 PM", "Sat 04th July 2020", "2020-07-04"),
        # days and months of no year
        ("He arrives on 6 December.", "6 December", "XXXX-12-06"),
        ("NEW DELHI, DEC 6 (PTI)", "DEC 6", "XXXX-12-06"),
        ("on August 6", "August 6", "XXXX-08-06"),
        ("Thursday (September 3)", "Thursday (September 3)", "XXXX-09-03"),
        ("On Tuesday (Dec 10) he flew out", "Tuesday (Dec 10)", "XXXX-12-10"),
        ("on 6 December 2030 hrs", "6 December", "XXXX-12-06"),
        ("He came in May.", "May", "XXXX-05"),
        ("by March", "March", "XXXX-03"),
        ("a May deadline", "May", "XXXX-05"),
        # months and years
        ("in December 2021", "December 2021", "2021-12"),
        ("in December, 2021", "December, 2021", "2021-12"),
        ("since Aug. 2010", "Aug. 2010", "2010-08"),
        ("02.2026. Work begins.", "02.2026", "2026-02"),
        ("the 2018 deal", "2018", "2018"),
        ("in 2018 tanks were", "", ""),
        ("signed in 2018.", "2018", "2018"),
        ("the order (2018) stands", "2018", "2018"),
        ("2004. A contract is signed.", "2004", "2004"),
        ("prolonged to 2027; nothing else", "2027", "2027"),
        # intervals
        ("Dec 4-5", "Dec 4-5", "XXXX-12-04/XXXX-12-05"),
        ("4-5 December 2025", "4-5 December 2025", "2025-12-04/2025-12-05"),
        ("December 4 to 5, 2025", "December 4 to 5, 2025", "2025-12-04/2025-12-05"),
        ("January 15-17, 2003", "January 15-17, 2003", "2003-01-15/2003-01-17"),
        ("August 28 to September 2", "August 28 to September 2", "XXXX-08-28/XXXX-09-02"),
        ("28 August - 2 September 2013", "28 August - 2 September 2013", "2013-08-28/2013-09-02"),
        (
            "December 30, 2021 to January 2, 2022",
            "December 30, 2021 to January 2, 2022",
            "2021-12-30/2022-01-02",
        ),
        ("30 December-2 January 2022", "30 December-2 January 2022", "2021-12-30/2022-01-02"),
        ("from 2021 to 2031", "2021 to 2031", "2021/2031"),
        ("the programme 2011-2020", "2011-2020", "2011/2020"),
        ("in 2012-13", "2012-13", "2012/2013"),
        ("between 2018 and 2023", "2018 and 2023", "2018/2023"),
        ("between 1985 and 1989", "1985 and 1989", "1985/1989"),
        (
            "between December 4 and December 6, 2021",
            "December 4 and December 6, 2021",
            "2021-12-04/2021-12-06",
        ),
        ("between the spring of 2014 and 2016", "spring of 2014 and 2016", "2014-21/2016"),
        ("in May-June 2021", "May-June 2021", "2021-05/2021-06"),
        ("September 4 and 5", "September 4 and 5", "XXXX-09-04/XXXX-09-05"),
        # parts
        ("mid-2026", "mid-2026", "2026~"),
        ("in late 2024", "late 2024", "2024~"),
        ("early 2010", "early 2010", "2010~"),
        ("late December 2021", "late December 2021", "2021-12~"),
        ("mid-May", "mid-May", "XXXX-05~"),
        ("by the end of 2011", "end of 2011", "2011~"),
        ("the close of 2013", "close of 2013", "2013~"),
        ("by end-2025", "end-2025", "2025~"),
        ("the second half of 2025", "second half of 2025", "2025-41"),
        ("first quarter of 2026", "first quarter of 2026", "2026-33"),
        ("in Q1 2026", "Q1 2026", "2026-33"),
        ("in H1 2024", "H1 2024", "2024-40"),
        ("end-January 2022", "end-January 2022", "2022-01~"),
        ("winter 2021-22", "winter 2021-22", "2021-24"),
        ("the year ended March 2021", "March 2021", "2021-03"),
        ("the 1988 third quarter", "1988 third quarter", "1988-35"),
        ("the first three months of 2018", "first three months of 2018", "2018-01/2018-03"),
        ("the last 3 months of 2018", "last 3 months of 2018", "2018-10/2018-12"),
        ("first week of May 2021", "first week of May 2021", "2021-05-01~/2021-05-07~"),
        ("last week of February 2024", "last week of February 2024", "2024-02-23~/2024-02-29~"),
        ("around 2017", "2017", "2017~"),
        ("spring 2016", "spring 2016", "2016-21"),
        ("in the autumn of 2011", "autumn of 2011", "2011-23"),
        ("during the summer", "summer", "XXXX-22"),
        ("for FY2022-23", "FY2022-23", "2022-04/2023-03"),
        ("in financial year 2022-23", "financial year 2022-23", "2022-04/2023-03"),
        ("fiscal year 2022", "fiscal year 2022", "2022~"),
        # decades and centuries
        ("the early 1960s", "early 1960s", "196X~"),
        ("the 1990s", "1990s", "199X"),
        ("jets of the 1990's", "1990's", "199X"),
        ("built in the nineties", "nineties", "199X"),
        ("the mid-80s", "mid-80s", "198X~"),
        ("in the 90s", "90s", "199X"),
        ("the 21st century", "21st century", "20XX"),
    ],
)
def test_dates_as_written(text: str, quote: str, edtf: str) -> None:
    assert found(text) == ([(quote, edtf)] if quote else [])


@pytest.mark.parametrize(
    "text",
    [
        "India got T-90, Su-30MKI, Mi-17 and F-16 machines of Project 11356",
        "rounds of 7.62x39 mm and 5.56 mm",
        "an 11-year-old boy and a 24-hour strike",
        "the 2+2 dialogue and the two-plus-two talks",
        "he wants 2000 tanks of 2020 tonnes",
        "a ship of 1914 tonnes with a crew of 2000",
        "some 2000 were there, over 2010 fled and nearly 1999 stayed",
        "it rose to 2000 from a total of 2019",
        "a price of $2000, Rs 2012 or Rs. 2013 each",
        "call 011-2301-2021 or 98450 12021",
        "at 10:30, at 5.30 pm, at 1300 hrs",
        "15 per cent, 12.5%, 0.5 and 1.2.3 of v2.0",
        "for ten years, in 29 months, on a three-day visit",
        "the last two years, the past week, the coming months, over the next year",
        "every Monday, each December, on Mondays, on Tuesday nights",
        "The minister may go; they march on; the sun sat high",
        "May I say that the troops March past?",
        "Sunday Times, Black Friday and the Good Friday Agreement",
        "India Today and USA Today wrote",
        "Gen. Jan Kavan and April Jones spoke",
        "the second half was dull, the first of three",
        "day two of his trip",
        "a few years ago, more than ten years ago",
        "two years after the Americans left",
        "three months before they are ready",
        "the fall of Kabul, an early end to it",
        "Article 9 and Resolution 1540",
        "Mirage 2000 jets",
        "32/45/2021 and 2021-13-45 and February 30, 2021",
        "",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [quote for quote, _ in found(text)] == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("yesterday", "2021-12-07"),
        ("today", "2021-12-08"),
        ("tomorrow", "2021-12-09"),
        ("tonight", "2021-12-08"),
        ("the day before yesterday", "2021-12-06"),
        ("the day after tomorrow", "2021-12-10"),
        ("this morning", "2021-12-08"),
        ("this afternoon", "2021-12-08"),
        ("last night", "2021-12-07"),
        ("earlier in the day", "2021-12-08"),
        ("on Tuesday", "2021-12-07"),
        ("on Wednesday", "2021-12-08"),
        ("on Tuesday evening", "2021-12-07"),
        ("last Friday", "2021-12-03"),
        ("last Wednesday", "2021-12-01"),
        ("this past Friday", "2021-12-03"),
        ("next Friday", "2021-12-10"),
        ("this coming Friday", "2021-12-10"),
        ("Monday last week", "2021-11-29"),
        ("Monday of next week", "2021-12-13"),
        ("last week", "2021-11-29/2021-12-05"),
        ("this week", "2021-12-06/2021-12-12"),
        ("last weekend", "2021-12-04/2021-12-05"),
        ("over the weekend", "2021-12-04/2021-12-05"),
        ("last month", "2021-11"),
        ("this month", "2021-12"),
        ("last year", "2020"),
        ("this year", "2021"),
        ("next year", "2022"),
        ("next decade", "203X"),
        ("earlier this month", "2021-12"),
        ("later this year", "2021"),
        ("earlier in the year", "2021"),
        ("early next year", "2022~"),
        ("later in the week", "2021-12-06/2021-12-12"),
        ("early on Friday", "2021-12-03"),
        ("the coming weekend", "2021-12-11/2021-12-12"),
        ("that same year", "2020"),
        ("late last month", "2021-11~"),
        ("in October last", "2021-10"),
        ("October last year", "2020-10"),
        ("last September", "2021-09"),
        ("last December", "2020-12"),
        ("next March", "2022-03"),
        ("this February", "2021-02"),
        ("September 9 this year", "2021-09-09"),
        ("in May this year", "2021-05"),
        ("the 6th of this month", "2021-12-06"),
        ("the first half of this year", "2021-40"),
        ("this year's third quarter", "2021-35"),
        ("the third quarter", "2021-35"),
        ("last summer", "2021-22"),
        ("next spring", "2022-21"),
        ("two years ago", "2019"),
        ("a month ago", "2021-11"),
        ("eight days ago", "2021-11-30"),
        ("a fortnight ago", "2021-11-22/2021-11-28"),
        ("a couple of weeks ago", "2021-11-22/2021-11-28"),
        ("a decade ago", "2011"),
        ("about two years ago", "2019~"),
        ("two years from now", "2023"),
        ("three days later", "2020-06-18"),
        ("three days before", "2020-06-12"),
        ("a month after it,", "2020-07"),
        ("two years earlier", "2018"),
        ("the following day", "2020-06-16"),
        ("the previous day", "2020-06-14"),
        ("the next day", "2020-06-16"),
        ("the same day", "2020-06-15"),
        ("that day", "2020-06-15"),
        ("that year", "2020"),
        ("the following year", "2021"),
        ("the year before.", "2019"),
        ("the following Friday", "2020-06-19"),
        ("24 December of that year", "2020-12-24"),
        ("the end of that year", "2020~"),
        ("by the end of next year", "2022~"),
        ("by the end of the year", "2021~"),
        ("by year-end", "2021~"),
        ("before the year is out", "2021"),
        ("before the month is out", "2021-12"),
        ("at the end of the month", "2021-12~"),
    ],
)
def test_what_hangs_on_another_date(text: str, edtf: str) -> None:
    assert resolved(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("on Monday", "2021-12-06", "2021-12-13"),
        ("on Wednesday", "2021-12-08", "2021-12-08"),
        ("on Friday", "2021-12-03", "2021-12-10"),
        ("in May", "2021-05", "2022-05"),
        ("in December", "2021-12", "2021-12"),
        ("on May 6", "2021-05-06", "2022-05-06"),
        ("on December 9", "2021-12-09", "2021-12-09"),
        ("on December 25", "2020-12-25", "2021-12-25"),
        ("on February 29", "2020-02-29", "2024-02-29"),
        ("December 4-5", "2021-12-04/2021-12-05", "2022-12-04/2022-12-05"),
        ("December 30 to January 3", "2020-12-30/2021-01-03", "2021-12-30/2022-01-03"),
        ("in the spring", "2021-21", "2022-21"),
        ("over the weekend", "2021-12-04/2021-12-05", "2021-12-11/2021-12-12"),
    ],
)
def test_tense_decides(text: str, past: str, future: str) -> None:
    assert resolved(text, future=False) == [past]
    assert resolved(text, future=True) == [future]


def test_the_nearest_day_where_no_tense_tells() -> None:
    assert resolved("December 25") == ["2021-12-25"]
    assert resolved("July 1") == ["2021-07-01"]
    assert resolved("in May") == ["2021-05"]


@pytest.mark.parametrize("text", ["on Monday", "yesterday", "last week", "two years ago", "this May", "next year"])
def test_nothing_is_invented_without_a_reference(text: str) -> None:
    [mention] = scan_dates(text, text.lower())
    assert mention.date is None
    assert mention.relative == mention.meaning
    for future in (True, False, None):
        assert resolve_date(mention, None, future=future) is None


def test_without_a_reference_the_known_part_stays() -> None:
    assert resolved("in May", reference=None) == ["XXXX-05"]
    assert resolved("on August 6", reference=None) == ["XXXX-08-06"]


def test_no_anchor_no_following_day() -> None:
    [mention] = scan_dates("the following day", "the following day")
    assert resolve_date(mention, WEDNESDAY, future=None) is None


def test_lead_and_hedge_are_kept() -> None:
    [by] = scan_dates("by the end of 2011", "by the end of 2011")
    assert (by.lead, by.hedge) == ("by", "end")
    [since] = scan_dates("since 2014", "since 2014")
    assert (since.lead, since.hedge) == ("since", "")


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on 5 and 12 July 2021", [("5", "2021-07-05"), ("12 July 2021", "2021-07-12")]),
        ("on July 5 and 12, 2021", [("July 5", "2021-07-05"), ("12, 2021", "2021-07-12")]),
        ("on November 9 and December 3", [("November 9", "XXXX-11-09"), ("December 3", "XXXX-12-03")]),
        ("in the 1980s and 1990s", [("1980s", "198X"), ("1990s", "199X")]),
        ("in May 2020 and June 2021", [("May 2020", "2020-05"), ("June 2021", "2021-06")]),
    ],
)
def test_two_dates_that_are_no_interval(text: str, dates: list[tuple[str, str]]) -> None:
    assert found(text) == dates


def test_years_in_a_list() -> None:
    assert [edtf for _, edtf in found("in 2016, 2017 and 2018")] == ["2016", "2017", "2018"]


@pytest.mark.parametrize(
    ("text", "durations"),
    [
        ("for ten years", [(10, "year")]),
        ("a three-day visit", [(3, "day")]),
        ("within 29 months", [(29, "month")]),
        ("for a decade", [(10, "year")]),
        ("a year-long dispute", [(1, "year")]),
        ("for a fortnight", [(2, "week")]),
        ("in the next twenty-five years", [(25, "year")]),
        ("two years ago", []),
        ("three days later", []),
        ("an 11-year-old boy, 45 years old", []),
        ("twice a week", []),
        ("a few days, many years", []),
        ("ten to fifteen years", []),
    ],
)
def test_durations(text: str, durations: list[tuple[int, str]]) -> None:
    assert [(d.number, d.unit) for d in scan_durations(text, text.lower())] == durations


DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2098, 1, 1))
FORMATS = st.sampled_from(
    [
        lambda d: f"{d.day} {month_name[d.month]} {d.year}",
        lambda d: f"{d.day} {month_name[d.month]}, {d.year}",
        lambda d: f"{month_name[d.month]} {d.day}, {d.year}",
        lambda d: month_abbr[d.month] + ("" if d.month == 5 else ".") + f" {d.day}, {d.year}",
        lambda d: f"{month_abbr[d.month].upper()} {d.day}, {d.year}",
        lambda d: f"{d.day}-{month_abbr[d.month]}-{d.year}",
        lambda d: f"{d.day:02d}.{d.month:02d}.{d.year}",
        lambda d: f"{d.day:02d}/{d.month:02d}/{d.year}",
        lambda d: f"{d.day}/{d.month}/{d.year}",
        lambda d: f"{d.year}/{d.month:02d}/{d.day:02d}",
        lambda d: d.isoformat(),
        lambda d: f"{d:%A}, {d.day} {month_name[d.month]} {d.year}",
        lambda d: f"the {d.day}th of {month_name[d.month]} {d.year}",
    ]
)
NEUTRAL = st.sampled_from(
    ["", "They agreed. ", "The guests came, and left: ", "\n\n", "MOSCOW: ", "(PTI) - ", "as told | "]
)


@given(DAYS, FORMATS, NEUTRAL, NEUTRAL)
def test_a_day_reads_back_in_every_format(day: dt.date, render, before: str, after: str) -> None:
    text = before + render(day) + (f" {after}" if after else "")
    assert [edtf for _, edtf in found(text)] == [day.isoformat()]


@given(DAYS, st.integers(1, 400))
def test_an_interval_reads_back(first: dt.date, days: int) -> None:
    last = first + dt.timedelta(days=days)
    told = [f"{day.day} {month_name[day.month]} {day.year}" for day in (first, last)]
    text = f"from {told[0]} to {told[1]}"
    assert [edtf for _, edtf in found(text)] == [f"{first}/{last}"]


@given(DAYS, st.integers(0, 6), st.booleans())
def test_a_weekday_is_within_a_week_and_falls_on_that_day(reference: dt.date, weekday: int, future: bool) -> None:
    name = (dt.date(2024, 1, 1) + dt.timedelta(days=weekday)).strftime("%A")
    [mention] = scan_dates(f"on {name}", f"on {name}".lower())
    read = resolve_date(mention, reference, future=future)
    assert read is not None
    day = dt.date.fromisoformat(read[0].edtf)
    assert day.weekday() == weekday
    distance = (day - reference).days
    assert 0 <= distance <= 6 if future else -6 <= distance <= 0


@given(DAYS, DAYS, st.sampled_from([True, False, None]))
def test_a_day_without_its_year_is_the_nearest_in_its_tense(day: dt.date, reference: dt.date, future) -> None:
    text = f"{month_name[day.month]} {day.day}"
    [mention] = scan_dates(text, text.lower())
    read = resolve_date(mention, reference, future=future)
    assert read is not None
    got = dt.date.fromisoformat(read[0].edtf)
    assert (got.month, got.day) == (day.month, day.day)
    if future:
        assert got >= reference
    elif future is False:
        assert got <= reference + dt.timedelta(days=2)
    elif (day.month, day.day) != (2, 29):
        assert abs((got - reference).days) <= 183
