"""What counts as right, spurious and missing."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indru import default_knowledge
from indru.evaluate import (
    GoldAgreement,
    GoldDocument,
    GoldMeeting,
    GoldProcurement,
    GoldSource,
    MistakeKind,
    Report,
    Score,
    evaluate,
)
from indru.evaluate.canonical import Canon, fold
from indru.model import (
    Agreement,
    AgreementKind,
    AgreementStatus,
    Meeting,
    MeetingFormat,
    MeetingStatus,
    ParseResult,
    Person,
    Place,
    Procurement,
    ProcurementMode,
    ProcurementStatus,
    Source,
    WeaponSystem,
)
from indru.strategies import parse_results
from indru.values import DateSpan, Money, Qualifier, Quantity

SYSTEM = WeaponSystem(id="s", designation="Igla-S")
BUY = {"mode": ProcurementMode.PURCHASE, "status": ProcurementStatus.CONTRACTED}
TALK = {"format": MeetingFormat.BILATERAL, "status": MeetingStatus.HELD}
PAPER = {"kind": AgreementKind.CONTRACT, "status": AgreementStatus.SIGNED}


def result(**records: object) -> ParseResult:
    return ParseResult(**{"source": Source(id="d"), **records})


def gold(**records: object) -> GoldDocument:
    return GoldDocument(id="d", text="", **records)


def scored(document: GoldDocument, reading: ParseResult) -> Report:
    return evaluate([document], {"d": reading})


class TestScore:
    @given(st.builds(Score, *[st.integers(0, 9)] * 3))
    def test_ratios_stay_between_nothing_and_all(self, score):
        assert 0 <= score.precision <= 1
        assert 0 <= score.recall <= 1
        assert min(score.precision, score.recall) - 1e-9 <= score.f1 <= max(score.precision, score.recall) + 1e-9

    @pytest.mark.parametrize(
        ("score", "ratios"),
        [
            (Score(), (1, 1, 1)),
            (Score(spurious=1), (0, 0, 0)),
            (Score(missing=1), (0, 0, 0)),
            (Score(right=1, spurious=1), (0.5, 1, 2 / 3)),
        ],
    )
    def test_ratios(self, score, ratios):
        assert (score.precision, score.recall, score.f1) == pytest.approx(ratios)

    def test_scores_add_up(self):
        assert Score(1, 2, 3) + Score(4, 5, 6) == Score(5, 7, 9)


class TestNames:
    @pytest.mark.parametrize(
        ("method", "one", "other"),
        [
            ("system", "Su-30MKI", "SU 30"),
            ("system", "Su-30MKI", "Su-30"),
            ("person", "Sergei Shoigu", "sergei shoigu"),
            ("person", "Sergei Shoigu", "Sergey Shoygu"),
            ("place", "Delhi", "New Delhi"),
            ("place", "IND", "India"),
            ("place", "Bombay", "Mumbai"),
        ],
    )
    def test_names_of_one_thing_are_one(self, method, one, other):
        canonical = getattr(Canon(default_knowledge()), method)
        assert canonical(one) == canonical(other)

    @pytest.mark.parametrize(("method", "one", "other"), [("system", "Su-30", "Su-35"), ("place", "Moscow", "Russia")])
    def test_names_of_two_things_are_two(self, method, one, other):
        canonical = getattr(Canon(default_knowledge()), method)
        assert canonical(one) != canonical(other)

    @given(st.text())
    def test_folding_twice_is_folding_once(self, text):
        assert fold(fold(text)) == fold(text)


class TestSlots:
    @pytest.mark.parametrize(
        ("slot", "due", "given", "right"),
        [
            ("ordered", DateSpan("2023-11-14"), DateSpan("2023-11-14~"), True),
            ("ordered", DateSpan("2023-11-14/2023-11-14"), DateSpan("2023-11-14"), True),
            ("ordered", DateSpan("2023-11"), DateSpan("2023-11-14"), False),
            ("quantity", Quantity(number=5000), Quantity(number=5000, unit="missile"), True),
            ("quantity", Quantity(number=5000), Quantity(number=5001), False),
            (
                "value",
                Money(amount=Decimal(1_500_000_000), currency="USD"),
                Money(amount=Decimal(1_500_040_000), currency="USD", qualifier=Qualifier.ABOUT),
                True,
            ),
            (
                "value",
                Money(amount=Decimal(1_500_000_000), currency="USD"),
                Money(amount=Decimal(1_500_000_000), currency="INR"),
                False,
            ),
        ],
    )
    def test_values_are_compared_by_meaning(self, slot, due, given, right):
        report = scored(
            gold(procurements=(GoldProcurement(system="Igla-S", **BUY, **{slot: due}),)),
            result(procurements=(Procurement(id="p", system=SYSTEM, **BUY, **{slot: given}),)),
        )
        expected = Score(right=1) if right else Score(spurious=1, missing=1)
        assert report.by_slot["procurements"][slot] == expected

    def test_a_hedge_is_a_slot_of_its_own(self):
        report = scored(
            gold(procurements=(GoldProcurement(system="Igla-S", **BUY, quantity=Quantity(number=5)),)),
            result(
                procurements=(
                    Procurement(id="p", system=SYSTEM, **BUY, quantity=Quantity(number=5, qualifier=Qualifier.OVER)),
                )
            ),
        )
        slots = report.by_slot["procurements"]
        assert slots["quantity"] == Score(right=1)
        assert slots["quantity.qualifier"] == Score(spurious=1, missing=1)
        assert report.by_type["procurements"] == Score(right=5, spurious=1, missing=1)
        (mistake,) = report.mistakes
        assert (mistake.kind, mistake.slot, mistake.gold, mistake.said) == (
            MistakeKind.SLOT,
            "quantity.qualifier",
            "exact",
            "over",
        )

    def test_each_person_counts(self):
        report = scored(
            gold(meetings=(GoldMeeting(**TALK, participants=("Rajnath Singh", "Sergei Shoigu")),)),
            result(meetings=(Meeting(id="m", **TALK, participants=(Person(name="Rajnath Singh"),)),)),
        )
        assert report.by_slot["meetings"]["participants"] == Score(right=1, missing=1)

    def test_what_gold_says_nothing_of_is_no_mistake_in_a_source(self):
        source = Source(id="d", publisher="The Ledger", place=Place(name="Kazan"))
        report = scored(gold(source=GoldSource(place="Moscow")), result(source=source))
        assert report.by_type["source"] == Score(spurious=1, missing=1)
        assert list(report.by_slot["source"]) == ["place"]


class TestPairs:
    def test_another_system_is_another_procurement(self):
        report = scored(
            gold(procurements=(GoldProcurement(system="S-400", **BUY),)),
            result(procurements=(Procurement(id="p", system=SYSTEM, **BUY),)),
        )
        assert report.records["procurements"] == Score(spurious=1, missing=1)
        assert [mistake.kind for mistake in report.mistakes] == [MistakeKind.MISSED, MistakeKind.SPURIOUS]

    @pytest.mark.parametrize(
        ("due", "given", "paired"),
        [
            ({"participants": ("Rajnath Singh",)}, {"participants": (Person(name="Sergei Shoigu"),)}, False),
            ({"participants": ("Rajnath Singh",)}, {}, True),
            ({"participants": ("Rajnath Singh",)}, {"format": MeetingFormat.VISIT}, False),
            (
                {"participants": ("Rajnath Singh",)},
                {"format": MeetingFormat.VISIT, "participants": (Person(name="Rajnath Singh"),)},
                True,
            ),
            (
                {"participants": ("Rajnath Singh",), "place": "Moscow"},
                {"participants": (Person(name="Sergei Shoigu"),), "place": Place(name="Moscow")},
                True,
            ),
        ],
    )
    def test_meetings_are_told_by_people(self, due, given, paired):
        report = scored(
            gold(meetings=(GoldMeeting(**{**TALK, **due}),)),
            result(meetings=(Meeting(id="m", **{**TALK, **given}),)),
        )
        assert report.records["meetings"] == (Score(right=1) if paired else Score(spurious=1, missing=1))

    def test_agreements_share_two_slots_at_least(self):
        said = (Agreement(id="a", kind=AgreementKind.TREATY, status=AgreementStatus.SIGNED),)
        report = scored(gold(agreements=(GoldAgreement(**PAPER),)), result(agreements=said))
        assert report.records["agreements"] == Score(spurious=1, missing=1)
        report = scored(
            gold(agreements=(GoldAgreement(**PAPER),)), result(agreements=(attrs.evolve(said[0], **PAPER),))
        )
        assert report.records["agreements"] == Score(right=1)

    def test_systems_count_by_family_once(self):
        named = tuple(WeaponSystem(id=name, designation=name) for name in ("Su-30MKI", "Su-30", "MiG-29"))
        report = scored(gold(systems=("Su-30", "T-90")), result(weapon_systems=named))
        assert report.by_type["systems"] == Score(right=1, spurious=1, missing=1)


class TestReports:
    def test_a_document_without_a_reading_is_missed_whole(self):
        report = evaluate([gold(systems=("T-90",), meetings=(GoldMeeting(**TALK),))], {})
        assert report.documents == 1
        assert report.by_type["meetings"] == Score(missing=3)
        assert report.by_type["systems"] == Score(missing=1)
        assert report.overall == 0.5

    def test_nothing_due_and_nothing_said_is_all_right(self):
        assert evaluate([], {}).overall == 1.0

    @given(parse_results())
    def test_a_reading_against_itself_is_right_but_for_what_gold_cannot_say(self, reading):
        document = GoldDocument(
            id="d",
            text="",
            source=GoldSource(
                publisher=reading.source.publisher,
                published=reading.source.published,
                place=reading.source.place.name if reading.source.place else None,
            ),
            agreements=tuple(
                GoldAgreement(
                    kind=r.kind,
                    status=r.status,
                    signed=r.signed,
                    place=r.place.name if r.place else None,
                    signatories=tuple(p.name for p in r.signatories),
                    systems=tuple(s.designation for s in r.systems),
                    term=r.term,
                )
                for r in reading.agreements
            ),
            systems=tuple(s.designation for s in reading.weapon_systems),
            procurements=tuple(
                GoldProcurement(
                    system=r.system.designation,
                    mode=r.mode,
                    status=r.status,
                    ordered=r.ordered,
                    quantity=r.quantity,
                    value=r.value,
                )
                for r in reading.procurements
            ),
            meetings=tuple(
                GoldMeeting(
                    format=r.format,
                    status=r.status,
                    date=r.date,
                    place=r.place.name if r.place else None,
                    participants=tuple(p.name for p in r.participants),
                )
                for r in reading.meetings
            ),
        )
        report = scored(document, reading)
        assert report.mistakes == ()
        assert report.overall == 1.0

    def test_mistakes_quote_the_text(self):
        import indru

        text = "India signed a contract with Russia for 5,000 Igla-S missiles on 14 November 2023."
        report = evaluate([GoldDocument(id="a", text=text)], {"a": indru.parse(text)})
        assert report.mistakes
        for mistake in report.mistakes:
            assert mistake.kind is MistakeKind.SPURIOUS
            assert mistake.quote
            assert mistake.quote in text
