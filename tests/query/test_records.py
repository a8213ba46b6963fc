"""Filters compose, dates have three answers, names are found however they are spelt."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indru.errors import ArgumentError, ModelError, UnknownNameError
from indru.model import Agreement, Meeting, Person, Place, Procurement, WeaponSystem
from indru.query import Records, order_book, timeline, who_met_whom
from indru.strategies import date_spans, meetings, records
from indru.values import DateSpan, Quantity
from indru.values.quantities import Qualifier

SHOIGU = Person(name="Sergei Shoigu", country="RUS")
SINGH = Person(name="Rajnath Singh", country="IND")
KUMAR = Person(name="Ajay Kumar", country="IND")
MOSCOW = Place(name="Moscow", country="RUS")
DELHI = Place(name="New Delhi", country="IND")


def meeting(id, date=None, people=(SHOIGU, SINGH), place=MOSCOW, status="held", format="bilateral"):
    from indru.model import MeetingFormat, MeetingStatus

    return Meeting(
        id=id,
        date=date and DateSpan(date),
        participants=people,
        place=place,
        status=MeetingStatus(status),
        format=MeetingFormat(format),
    )


def order(id, system="S-400", status="contracted", **known):
    from indru.model import ProcurementMode, ProcurementStatus

    family = ("Su-30",) if system == "Su-30MKI" else ()
    return Procurement(
        id=id,
        system=WeaponSystem(id=system, designation=system, family=family, aliases=("SA-21",) if not family else ()),
        mode=ProcurementMode.PURCHASE,
        status=ProcurementStatus(status),
        **known,
    )


def pact(id, title=None, **known):
    from indru.model import AgreementKind, AgreementStatus

    return Agreement(id=id, title=title, kind=AgreementKind.PROTOCOL, status=AgreementStatus.SIGNED, **known)


def ids(records):
    return [record.id for record in records]


TALKS = Records(
    [
        meeting("a", "2021-12-06", place=DELHI),
        meeting("b", "2020"),
        meeting("c", "2020-09-03", people=(SHOIGU, KUMAR)),
        meeting("d", None, people=(SINGH,), status="scheduled", format="visit"),
        meeting("e", "XXXX-08-06"),
    ]
)


class TestDates:
    @pytest.mark.parametrize(
        ("found", "possible", "certain"),
        [
            (TALKS.during("2020"), "bcde", "bc"),
            (TALKS.during("2020-09"), "bcd", "c"),
            (TALKS.during("2021-12/2022"), "ade", "a"),
            (TALKS.before("2020-09-03"), "bde", ""),
            (TALKS.after("2020"), "ade", "a"),
            (TALKS.after("2019").before("2021"), "bcde", "bc"),
        ],
    )
    def test_three_answers(self, found, possible, certain):
        assert ids(found) == list(possible)
        assert ids(found.certain()) == list(certain)
        assert ids(found.certain().possible()) == list(possible)

    def test_certain_may_stand_before_the_filter(self):
        assert ids(TALKS.certain().during("2020")) == ["b", "c"]

    @given(st.lists(meetings(), max_size=6), date_spans())
    def test_certain_is_part_of_possible_and_what_is_left_out_is_a_no(self, talks, span):
        found = Records(talks).during(span)
        assert {id(m) for m in found.certain()} <= {id(m) for m in found}
        kept = {id(m) for m in found}
        for talk in talks:
            if id(talk) not in kept:
                assert talk.date.within(span) is False

    @given(st.lists(records(), max_size=6), date_spans(), date_spans())
    def test_filters_commute(self, found, one, two):
        collection = Records(found)
        assert collection.before(one).after(two) == collection.after(two).before(one)
        assert collection.during(one).certain() == collection.certain().during(one)

    def test_a_field_by_name(self):
        orders = Records([order("o", ordered=DateSpan("2018"), delivery=DateSpan("2023"))])
        assert len(orders.during("2023", field="delivery")) == 1
        assert len(orders.during("2023")) == 0

    def test_no_date(self):
        with pytest.raises(ModelError):
            TALKS.during("last week")


class TestNames:
    @pytest.mark.parametrize("name", ["Sergei Shoigu", "sergey shoygu", "SHOIGU", "Sergey Shoigou"])
    def test_spellings(self, name):
        assert ids(TALKS.involving(name)) == ["a", "b", "c", "e"]

    def test_all_must_be_involved(self):
        assert ids(TALKS.involving("Shoigu", "Kumar")) == ["c"]
        assert ids(TALKS.between("Shoigu", "Rajnath Singh")) == ["a", "b", "e"]
        assert ids(TALKS.involving("New Delhi")) == ["a"]
        assert ids(TALKS.at("RUS")) == ["b", "c", "d", "e"]

    def test_known_names_stay_known_after_filters(self):
        assert ids(TALKS.at("New Delhi").involving("Kumar")) == []

    def test_unknown_name_has_close_matches(self):
        with pytest.raises(UnknownNameError) as caught:
            TALKS.involving("Rajnat Sing")
        assert caught.value.close == ("Rajnath Singh",)
        assert pickle.loads(pickle.dumps(caught.value)).close == caught.value.close

    @pytest.mark.parametrize("ask", [TALKS.at, TALKS.of, TALKS.status, TALKS.kind, TALKS.involving])
    def test_each_question_refuses_unknown_names(self, ask):
        with pytest.raises(UnknownNameError):
            ask("zzzz")
        with pytest.raises(ArgumentError):
            ask(3)

    def test_aliases_add_names(self):
        known = Records(TALKS, aliases=lambda: {"person": {"the minister": ["Rajnath Singh"], "Lavrov": ["S Lavrov"]}})
        assert ids(known.involving("The Minister")) == ["a", "b", "d", "e"]
        assert ids(known.involving("Lavrov")) == []

    def test_systems_and_families(self):
        orders = Records([order("o"), order("p", "Su-30MKI")])
        assert ids(orders.of("s400")) == ids(orders.of("SA-21")) == ["o"]
        assert ids(orders.of("Su 30")) == ["p"]
        assert ids(orders.of("S-400", "Su-30")) == ["o", "p"]


class TestCollections:
    def test_words(self):
        assert ids(TALKS.status("scheduled").kind("visit")) == ["d"]
        assert len(TALKS.kind("meeting")) == 5
        with pytest.raises(UnknownNameError, match="scheduled"):
            TALKS.status("schedulled")

    def test_slices_and_equality(self):
        assert type(TALKS[1:3]) is Records
        assert ids(TALKS[1:3]) == ["b", "c"]
        assert TALKS.where(lambda record: bool(record.id)) == TALKS
        assert ids(TALKS.where(lambda record: record.id == "a")) == ["a"]
        assert len({TALKS, TALKS.possible()}) == 1

    def test_chain(self):
        base = pact("x", "2009 agreement", signed=DateSpan("2009"))
        one = pact("y", "First protocol", amends="the 2009 Agreement", signed=DateSpan("2019"))
        two = pact("z", implements="First Protocol", signed=DateSpan("2020"))
        other = pact("w", "Another")
        chained = Records([two, other, one, base])
        assert ids(chained.chain(base)) == ids(chained.chain(two)) == ["x", "y", "z"]
        assert ids(chained.chain(other)) == ["w"]


class TestTimeline:
    @given(st.lists(records(), max_size=6))
    def test_what_is_certainly_before_stands_before(self, found):
        lines = timeline(found)
        for index, early in enumerate(lines):
            for late in lines[index + 1 :]:
                if early.date is not None and late.date is not None:
                    assert late.date.before(early.date) is not True

    def test_says_where_the_order_is_open(self):
        lines = timeline(TALKS)
        assert [line.record.id for line in lines] == ["b", "c", "a", "e", "d"]
        assert [line.follows for line in lines] == [None, None, True, None, None]

    def test_an_order_is_made_before_it_comes(self):
        made = order("o", status="delivered", ordered=DateSpan("2018-10-05"), delivery=DateSpan("2021"))
        assert [(line.what, str(line.date)) for line in timeline([made])] == [
            ("contracted", "2018-10-05"),
            ("delivery", "2021"),
        ]


def test_who_met_whom():
    assert [(met.people, met.count) for met in who_met_whom(TALKS)] == [
        (("Rajnath Singh", "Sergei Shoigu"), 3),
        (("Ajay Kumar", "Sergei Shoigu"), 1),
    ]
    assert who_met_whom([meeting("x", people=(SINGH, KUMAR))]) == ()


def count(number, unit="regiment", qualifier=Qualifier.EXACT):
    return Quantity(number=number, unit=unit, qualifier=qualifier)


class TestOrderBook:
    def test_what_came_is_taken_from_what_was_ordered(self):
        [line] = order_book([order("o", status="delivering", quantity=count(5), delivered=count(3))])
        assert (line.ordered.number, line.delivered.number, line.outstanding.number, line.complete) == (5, 3, 2, True)

    def test_hedges_and_units_are_kept(self):
        about = count(10, qualifier=Qualifier.ABOUT)
        lines = order_book(
            [order("o", quantity=count(5)), order("p", quantity=about), order("q", quantity=count(300, "missile"))]
        )
        assert [str(line.ordered) for line in lines] == ["300 missile", "about 15 regiment"]

    def test_silence_where_nothing_is_known(self):
        [line] = order_book([order("o", status="delivering", quantity=count(5))])
        assert (line.delivered, line.outstanding, line.complete) == (None, None, False)
        assert order_book([order("p", status="proposed", quantity=count(5))]) == ()

    def test_as_of(self):
        made = order("o", status="delivered", quantity=count(5), ordered=DateSpan("2018"), delivery=DateSpan("2023"))
        assert order_book([made], as_of="2017") == ()
        [line] = order_book([made], as_of="2020")
        assert (line.delivered.number, line.outstanding.number) == (0, 5)
        [line] = order_book([made], as_of="2023-06")
        assert (line.delivered, line.outstanding) == (None, None)
        [line] = order_book([made], as_of="2024")
        assert (line.delivered.number, line.outstanding.number) == (5, 0)
