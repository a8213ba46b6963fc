"""DateSpan: its forms, its bounds, and a three-valued logic that agrees with counting days."""

import pickle
from calendar import monthrange
from datetime import date
from itertools import product

import pendulum
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indru import strategies
from indru.errors import ModelError
from indru.values import DatePrecision, DateSpan

D = DateSpan


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "precision"),
    [
        ("2021-12-06", "2021-12-06", "2021-12-06", "day"),
        ("2024-02-29", "2024-02-29", "2024-02-29", "day"),
        ("2021-12", "2021-12-01", "2021-12-31", "month"),
        ("2023-02", "2023-02-01", "2023-02-28", "month"),
        ("2021", "2021-01-01", "2021-12-31", "year"),
        ("2021-21", "2021-03-01", "2021-05-31", "season"),
        ("2021-22", "2021-06-01", "2021-08-31", "season"),
        ("2021-23", "2021-09-01", "2021-11-30", "season"),
        ("2023-24", "2023-12-01", "2024-02-29", "season"),
        ("9999-24", "9999-12-01", "9999-12-31", "season"),
        ("2021-33", "2021-01-01", "2021-03-31", "quarter"),
        ("2021-34", "2021-04-01", "2021-06-30", "quarter"),
        ("2021-35", "2021-07-01", "2021-09-30", "quarter"),
        ("2021-36", "2021-10-01", "2021-12-31", "quarter"),
        ("2021-40", "2021-01-01", "2021-06-30", "half-year"),
        ("2021-41", "2021-07-01", "2021-12-31", "half-year"),
        ("196X", "1960-01-01", "1969-12-31", "decade"),
        ("999X", "9990-01-01", "9999-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("2025-12-04/2025-12-05", "2025-12-04", "2025-12-05", "interval"),
        ("2021/2031", "2021-01-01", "2031-12-31", "interval"),
        ("196X/2021-12", "1960-01-01", "2021-12-31", "interval"),
        ("../2020", None, "2020-12-31", "open"),
        ("2021/..", "2021-01-01", None, "open"),
        ("XXXX-08-06", None, None, "day"),
        ("XXXX-02-29", None, None, "day"),
        ("XXXX-05", None, None, "month"),
        ("XXXX-34", None, None, "quarter"),
        ("XXXX-12-04/XXXX-12-05", None, None, "interval"),
        ("XXXX-12-30/XXXX-01-02", None, None, "interval"),
        ("../XXXX-05", None, None, "open"),
        ("2021~", "2021-01-01", "2021-12-31", "year"),
        ("2021~/2025-03", "2021-01-01", "2025-03-31", "interval"),
    ],
)
def test_forms(edtf, earliest, latest, precision):
    span = DateSpan(edtf)
    assert span.earliest == (earliest and pendulum.Date.fromisoformat(earliest))
    assert span.latest == (latest and pendulum.Date.fromisoformat(latest))
    assert span.precision is DatePrecision(precision)
    assert span.approximate is ("~" in edtf)
    assert span.known_year is ("XXXX" not in edtf)
    assert str(span) == edtf
    assert eval(repr(span)) == span


@pytest.mark.parametrize(
    ("edtf", "problem"),
    [
        (text, problem)
        for problem, cases in {
            "must be an EDTF date": [
                "2021-1",
                "2021-12-6",
                "21-12-06",
                "20211206",
                "2021-12-06T00:00",
                "+2021",
                "-0044",
                "2021?",
                "2021%",
                "2021~~",
                "~2021",
                "2021/",
                "/2021",
                "2021-12-XX",
                "2021-XX",
                "20X1",
                "XXX",
                "1X",
                "196x",
                "xxxx-05",
                "December",
                "2021/2022/2023",
                "2021--12",
                "2021-12-",
                "..",
                "..~/2020",
                "２０２１",
                "2021-W01-1",
            ],
            "no such date": [
                "2021-02-29",
                "2021-02-30",
                "2021-13",
                "2021-00",
                "2021-12-00",
                "2021-12-32",
                "2021-04-31",
                "2021-20",
                "2021-25",
                "2021-37",
                "2021-42",
                "2021-21-01",
                "0000",
                "0000-01-01",
                "000X",
                "00XX",
                "XXXX-02-30",
                "XXXX-13",
                "2021/2022-13",
            ],
            "must have a month": ["XXXX", "XXXX~", "XXXX/2021"],
            "can't end before it starts": [
                "2022/2021",
                "2021-12-06/2021-12-05",
                "2021/196X",
                "XXXX-12-05/XXXX-12-04",
                "2022~/2021~",
            ],
            "both ends": ["XXXX-05/2021-06", "2021-05/XXXX-06"],
            "a date at one end": ["../.."],
            "at most": ["2021" * 10, "0" * 100_000],
            "must be a string": [None, 2021, b"2021", date(2021, 12, 6), ["2021"], DatePrecision.DAY],
        }.items()
        for text in cases
    ]
    + [("", "must be an EDTF date"), (" 2021", "must be an EDTF date"), ("2021\n", "must be an EDTF date")],
    ids=lambda value: str(value)[:24],
)
def test_what_is_no_date_is_refused(edtf, problem):
    with pytest.raises(ModelError, match=problem) as caught:
        DateSpan(edtf)
    assert caught.value.field == "edtf"
    assert len(str(caught.value)) < 300


@given(st.text(alphabet="0129X-/~.", max_size=24) | st.text())
def test_any_text_is_a_date_or_a_model_error(text):
    try:
        span = DateSpan(text)
    except ModelError:
        return
    assert DateSpan(span.edtf) == span
    assert pickle.loads(pickle.dumps(span)) == span


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("2021-12-06/2021-12-06", "2021-12-06"),
        ("XXXX-05/XXXX-05", "XXXX-05"),
        ("2021~/2021~", "2021~"),
        ("2021~/2021", "2021~"),
        ("2021/2021~", "2021~"),
    ],
)
def test_an_interval_with_equal_ends_is_one_date(written, canonical):
    assert DateSpan(written).edtf == canonical
    assert DateSpan(written) == DateSpan(canonical)
    assert hash(DateSpan(written)) == hash(DateSpan(canonical))


def test_constructors():
    assert D.day(2021, 12, 6) == D("2021-12-06")
    assert D.day(None, 8, 6) == D("XXXX-08-06")
    assert D.month(2021, 2) == D("2021-02")
    assert D.month(None, 5) == D("XXXX-05")
    assert D.month(2021, 34) == D("2021-34")
    assert D.year(988) == D("0988")
    assert D.decade(1960) == D("196X")
    assert D.interval(D("2021"), D("2022")) == D("2021/2022")
    assert D.interval(D("2021"), D("2021")) == D("2021")
    assert D.interval(None, D("2020")) == D("../2020")
    assert D.interval(D("2021"), None) == D("2021/..")


@pytest.mark.parametrize(
    "make",
    [
        lambda: D.day(2021, 2, 29),
        lambda: D.day(2021, 0, 1),
        lambda: D.day("2021", 1, 1),
        lambda: D.day(2021, 1, True),
        lambda: D.day(2021, 1.0, 1),
        lambda: D.month(2021, 13),
        lambda: D.month(10_000, 1),
        lambda: D.year(0),
        lambda: D.year(-44),
        lambda: D.year(None),
        lambda: D.decade(1965),
        lambda: D.interval(D("2022"), D("2021")),
        lambda: D.interval(None, None),
    ],
)
def test_constructors_refuse_what_the_calendar_has_not(make):
    with pytest.raises(ModelError):
        make()


@given(strategies.date_spans())
def test_bounds_are_plain_dates_in_order(span):
    # A pendulum.DateTime is a pendulum.Date too, but comparing the two raises.
    assert {type(span.earliest), type(span.latest)} <= {pendulum.Date, type(None)}
    if span.earliest and span.latest:
        assert span.earliest <= span.latest
    assert span.known_year or span.earliest is span.latest is None


stated = strategies.date_spans(known_year=True).filter(lambda span: "/" not in span.edtf)


@given(stated, stated)
def test_an_interval_is_bounded_by_its_ends(start, end):
    if start.earliest > end.latest:
        start, end = end, start
    span = DateSpan.interval(start, end)
    assert (span.earliest, span.latest) == (start.earliest, end.latest)
    assert span.approximate == (start.approximate or end.approximate)


# --- logic, against an oracle that counts days in every possible year ------------------------------------

FIRST, LAST = -(10**9), 10**9
UNKNOWN = range(2015, 2026)
"""Years that a date of unknown year may fall in: they surround those of the known ones below."""

PARTS = {f"{month:02}": (month, 1) for month in range(1, 13)}
PARTS |= {"21": (3, 3), "22": (6, 3), "23": (9, 3), "24": (12, 3), "40": (1, 6), "41": (7, 6)}
PARTS |= {str(33 + quarter): (1 + 3 * quarter, 3) for quarter in range(4)}


def days_of(text):
    """First and last day of a date with a year, or None if there is no such date. Independent of the code."""
    year, *rest = text.split("-")
    year = int(year)
    if not rest:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if len(rest) == 2:
        month, day = map(int, rest)
        if day > monthrange(year, month)[1]:
            return None
        return (date(year, month, day).toordinal(),) * 2
    month, months = PARTS[rest[0]]
    end_year, end_month = divmod(year * 12 + month - 1 + months - 1, 12)
    last = monthrange(end_year, end_month + 1)[1]
    return date(year, month, 1).toordinal(), date(end_year, end_month + 1, last).toordinal()


def worlds(span):
    """What the span may be: a range of days for each year that an unknown year may be."""
    made = []
    for year in UNKNOWN if "XXXX" in span.edtf else [None]:
        start, _, end = span.edtf.partition("/")
        end = end or start
        end_year = year and year + across_the_new_year(start, end)
        first = (FIRST, FIRST) if start == ".." else days_of(start.replace("XXXX", str(year)))
        last = (LAST, LAST) if end == ".." else days_of(end.replace("XXXX", str(end_year)))
        if first and last:
            made.append((first[0], last[1]))
    return made


def across_the_new_year(start, end):
    return days_of(start.replace("XXXX", "2000"))[0] > days_of(end.replace("XXXX", "2000"))[1]


def three_valued(outcomes):
    """True if all are, False if none is, None if it depends; outcomes are themselves three-valued."""
    outcomes = set(outcomes)
    return outcomes.pop() if len(outcomes) == 1 else None


def over_days(always, ever):
    return True if always else None if ever else False


def oracle(name, one, two):
    (a, b), (c, d) = one, two
    meet = a <= d and c <= b
    match name:
        case "before":
            return over_days(b < c, a < d)
        case "after":
            return over_days(a > d, b > c)
        case "same":
            return over_days(meet and a == b and c == d, meet)
        case "overlaps":
            return meet
        case _:
            return over_days(c <= a and b <= d, meet)


years = st.integers(2018, 2022).map(str)
endings = st.one_of(
    st.sampled_from(sorted(PARTS)).map(lambda part: f"-{part}"),
    st.dates(date(2020, 1, 1), date(2020, 12, 31)).map(lambda day: f"-{day:%m-%d}"),
    st.sampled_from(["-02-29", "-02-28", "-03-01", "-12-31", "-01-01"]),
)


def made_or_none(text):
    try:
        return DateSpan(text)
    except ModelError:
        return None


def existing(texts):
    return texts.map(made_or_none).filter(lambda span: span is not None)


dated = existing(st.builds(lambda year, ending: year + ending, years, endings | st.just("")))
undated = existing(endings.map(lambda ending: "XXXX" + ending))
known = dated | existing(st.builds("{}/{}".format, dated | st.just(".."), dated | st.just("..")))
unknown = undated | existing(st.builds("{}/{}".format, undated, undated))
firm = known | unknown


@pytest.mark.parametrize("name", ["before", "after", "same", "overlaps", "within"])
@given(one=firm, two=firm)
@example(one=D("XXXX-02-29"), two=D("2019/2020-02-28"))
@example(one=D("XXXX-02-29"), two=D("2018/2019"))
@example(one=D("2019-12-31"), two=D("XXXX-24"))
@example(one=D("2020-01-01"), two=D("XXXX-24"))
@example(one=D("2020-12/2020-12-01"), two=D("2020-12-01"))
def test_comparisons_agree_with_counting_days(name, one, two):
    expected = three_valued(oracle(name, a, b) for a, b in product(worlds(one), worlds(two)))
    assert getattr(one, name)(two) is expected


@given(strategies.date_spans(), strategies.date_spans())
def test_laws_of_comparison(one, two):
    assert one.after(two) is two.before(one)
    assert one.overlaps(two) is two.overlaps(one)
    assert one.same(two) is two.same(one)
    assert not (one.before(two) is True and two.before(one) is True)
    if one.before(two):
        assert one.same(two) is one.overlaps(two) is one.within(two) is False
    if one.same(two):
        assert one.before(two) is one.after(two) is False
        assert one.within(two)
    if one.within(two):
        assert one.overlaps(two)
    assert one.before(one) is not True


@given(strategies.date_spans(known_year=True), strategies.date_spans(known_year=True))
def test_an_approximate_date_never_says_more_than_the_plain_one(one, two):
    plain = [DateSpan(span.edtf.replace("~", "")) for span in (one, two)]
    for name in ("before", "after", "same", "overlaps", "within"):
        answer = getattr(one, name)(two)
        assert answer is None or answer is getattr(plain[0], name)(plain[1])


@given(st.lists(strategies.date_spans(known_year=True), min_size=3, max_size=3))
def test_before_is_transitive(spans):
    one, two, three = sorted(spans, key=lambda span: span.sort_key)
    if one.before(two) and two.before(three):
        assert one.before(three)


@given(st.lists(strategies.date_spans(), max_size=6), st.randoms(use_true_random=False))
def test_the_sort_key_is_a_total_order(spans, random):
    by_key = sorted(spans, key=lambda span: span.sort_key)
    random.shuffle(spans)
    assert sorted(spans, key=lambda span: span.sort_key) == by_key
    flags = [span.known_year for span in by_key]
    assert flags == sorted(flags, reverse=True)


@pytest.mark.parametrize(
    ("one", "name", "two", "expected"),
    [
        ("2021", "before", "2022", True),
        ("2021~", "before", "2022", None),  # about 2021 may be 2022
        ("2021~", "before", "2023", True),
        ("2021~", "after", "2019", True),
        ("2021~", "overlaps", "2021-05", None),
        ("2021~", "overlaps", "2024", False),
        ("2021-05~", "overlaps", "2021", True),  # in it for certain
        ("2021", "overlaps", "2021-05~", True),
        ("2021-05", "within", "2021~", None),
        ("2021-05~", "within", "2021", True),
        ("2021-12~", "within", "2021", None),
        ("2021-12-06~", "same", "2021-12-06", None),
        ("2021-12-06", "same", "2021-12-06", True),
        ("2021-12", "same", "2021-12", None),
        ("XXXX-08-06", "same", "2021-08-07", False),
        ("XXXX-08-06", "same", "2021-08", None),
        ("XXXX-08-06", "within", "2021-12", False),
        ("XXXX-08", "overlaps", "XXXX-09", False),
        ("XXXX-08", "overlaps", "XXXX-08-06", None),
        ("../2020", "before", "2021", True),
        ("../2020", "overlaps", "1950", True),
        ("2021/..", "within", "2020/..", True),
        ("2020/..", "within", "2021/..", None),
        ("XXXX-05", "overlaps", "../2020", None),
    ],
)
def test_comparisons(one, name, two, expected):
    assert getattr(D(one), name)(D(two)) is expected


# --- years ---------------------------------------------------------------------------------------------


@given(strategies.date_spans(known_year=False), st.integers(1950, 2050))
def test_a_year_completes_a_date_of_unknown_year(span, year):
    try:
        completed = span.with_year(year)
    except ModelError:
        assert "02-29" in span.edtf
        return
    assert completed.known_year
    assert completed.refines(span)
    assert not span.refines(completed)
    assert completed.intersect(span) == span.intersect(completed) == completed
    assert completed.precision is span.precision


def test_a_date_keeps_its_year():
    with pytest.raises(ModelError, match="can't replace the year of 2021-12"):
        D("2021-12").with_year(2022)


@pytest.mark.parametrize(
    ("span", "year"), [("XXXX-02-29", 2021), ("XXXX-05", 0), ("XXXX-05", "2021"), ("XXXX-12/XXXX-01", 9999)]
)
def test_a_year_that_has_no_such_day_is_refused(span, year):
    with pytest.raises(ModelError):
        D(span).with_year(year)


# --- precision -----------------------------------------------------------------------------------------


@given(strategies.date_spans())
def test_nothing_refines_itself(span):
    assert not span.refines(span)
    assert span.intersect(span) == span


@given(strategies.date_spans(), strategies.date_spans())
def test_refining_is_one_way_and_compatible(one, two):
    if one.refines(two):
        assert not two.refines(one)
        assert one.overlaps(two) is not False
        assert one.intersect(two) == two.intersect(one) == one


NESTED = """
    2020-02-29 2020-02 2020-33 2020-40 2020 202X 20XX 2020~ 2020-02~ ../2020 2020/.. 2019/2021
    XXXX-02-29 XXXX-02 XXXX-33 XXXX-40 XXXX-01/XXXX-06 XXXX-02~ XXXX-02/..
"""
nested = st.sampled_from([D(text) for text in NESTED.split()])


@given(nested | firm, nested | firm, nested | firm)
def test_refining_is_transitive(one, two, three):
    if one.refines(two) and two.refines(three):
        assert one.refines(three)


@pytest.mark.parametrize(
    ("fine", "coarse"),
    [
        ("2021-12-06", "2021-12"),
        ("2021-12-06", "2021-12-06~"),
        ("2021", "202X"),
        ("2021-08-06", "XXXX-08-06"),
        ("2021-08-06", "XXXX-08"),
        ("2021-08", "XXXX-08"),
        ("XXXX-08-06", "XXXX-08"),
        ("XXXX-02-29", "XXXX-02"),
        ("XXXX-01-01", "XXXX-24"),
        ("2021-01", "XXXX-24"),
        ("2020", "2019/.."),
        ("2025-12-04/2025-12-05", "2025-12"),
        ("XXXX-12-31/XXXX-01-01", "XXXX-12-30/XXXX-01-02"),
    ],
)
def test_what_refines_what(fine, coarse):
    assert D(fine).refines(D(coarse))
    assert not D(coarse).refines(D(fine))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("2021-12", "2021-12-01/2021-12-31"),  # the same days
        ("2021-12-06", "2021-11"),
        ("XXXX-08-06", "2021"),
        ("XXXX-08-06", "XXXX-09"),
        ("2021-12/2022-01", "2021"),
    ],
)
def test_what_refines_neither_way(one, two):
    assert not D(one).refines(D(two))
    assert not D(two).refines(D(one))


@given(known, known)
def test_the_intersection_of_known_years_holds_the_common_days(one, two):
    [(a, b)], [(c, d)] = worlds(one), worlds(two)
    both = one.intersect(two)
    if max(a, c) > min(b, d):
        assert both is None
    else:
        assert worlds(both) == [(max(a, c), min(b, d))]


@given(strategies.date_spans(), strategies.date_spans())
def test_an_intersection_is_there_where_the_two_may_meet(one, two):
    assert (one.intersect(two) is None) is (one.overlaps(two) is False)


@pytest.mark.parametrize(
    ("one", "two", "both"),
    [
        ("2021-12-06", "2021", "2021-12-06"),
        ("2021-12-06", "2021-12-07", None),
        ("2019/2020", "2020/2022", "2020"),
        ("2019/2021", "2020/2022", "2020/2021"),
        ("2021-11/2022-01", "2022-01/2022-03", "2022-01"),
        ("2021-11-05/2022-01", "2022-01/2022-03", "2022-01"),
        ("2021-10/2022-02", "2021-12/2022-03", "2021-12/2022-02"),
        ("2021-12-04/2021-12-08", "2021-12-06/2021-12-10", "2021-12-06/2021-12-08"),
        ("../2020", "2018/..", "2018/2020"),
        ("2021~", "2022-01", "2022-01"),
        ("2020-12/2021-02", "XXXX-01", "2021-01"),
        ("XXXX-08-06", "2021", "2021-08-06"),
        ("XXXX-08-06", "2021-08-01/2021-08-10", "2021-08-06"),
        ("XXXX-08-06", "2020/2022", "XXXX-08-06"),
        ("XXXX-08-06", "2021-09", None),
        ("XXXX-02-29", "1897/1903", None),
        ("XXXX-02-29", "1897/1907", "1904-02-29"),
        ("XXXX-02-29", "1897/1908", "XXXX-02-29"),
        ("XXXX-02-29", "../2020", "XXXX-02-29"),
        ("XXXX-02-29", "9997/..", None),
        ("XXXX-08-06", "XXXX-08", "XXXX-08-06"),
        ("XXXX-08", "XXXX-09", None),
    ],
)
def test_intersections(one, two, both):
    expected = both and D(both)
    assert D(one).intersect(D(two)) == expected
    assert D(two).intersect(D(one)) == expected


def test_two_undated_spans_that_partly_meet_stay_as_they_are():
    assert D("XXXX-08/XXXX-10").intersect(D("XXXX-10/XXXX-12")) == D("XXXX-08/XXXX-10")


def test_a_date_is_frozen():
    with pytest.raises(AttributeError):
        D("2021").edtf = "2022"
