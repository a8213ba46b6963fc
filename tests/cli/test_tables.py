"""What the tables show of a record."""

from __future__ import annotations

from decimal import Decimal

import pytest

import indru
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
    Problem,
    Procurement,
    ProcurementMode,
    ProcurementStatus,
    Source,
    WeaponCategory,
    WeaponSystem,
)
from indru.values import DateSpan, Evidence, Money, Qualifier, Quantity, Span

TEXT = "India and Russia [red]signed[/red] a contract for over 600,000 AK-203 rifles.\x1b[31m"


def seen(field: str, quote: str) -> Evidence:
    start = TEXT.index(quote)
    return Evidence(field=field, span=Span(start, start + len(quote)), quote=quote, rule="a test")


RIFLE = WeaponSystem(
    id="s",
    designation="AK-203",
    category=WeaponCategory.SMALL_ARMS,
    kind="assault rifle",
    origin=("RUS", "IND"),
    evidence=(seen("designation", "AK-203"),),
)
DAY = DateSpan("2021-12-06")
DELHI = Place(name="New Delhi", country="IND")
MINISTERS = (Person(name="Rajnath Singh"), Person(name="Sergei Shoigu"))
RESULT = ParseResult(
    source=Source(id="d", publisher="The Ledger", published=DAY, place=DELHI),
    agreements=(
        Agreement(
            id="a",
            kind=AgreementKind.INTERGOVERNMENTAL_AGREEMENT,
            status=AgreementStatus.IN_FORCE,
            signed=DAY,
            place=DELHI,
            signatories=MINISTERS,
            systems=(RIFLE,),
            term=DateSpan("2021/2031"),
            evidence=(seen("status", "[red]signed"), seen("kind", "contract")),
        ),
    ),
    meetings=(
        Meeting(
            id="m",
            format=MeetingFormat.TWO_PLUS_TWO,
            status=MeetingStatus.HELD,
            date=DateSpan("2025-12-04/2025-12-05"),
            place=DELHI,
            participants=MINISTERS,
        ),
    ),
    procurements=(
        Procurement(
            id="p",
            system=RIFLE,
            mode=ProcurementMode.LICENSED_PRODUCTION,
            status=ProcurementStatus.DELIVERING,
            ordered=DAY,
            quantity=Quantity(number=600000, qualifier=Qualifier.OVER, unit="rifle"),
            value=Money(amount=Decimal("35e9"), upper=Decimal("40e9"), currency="INR", qualifier=Qualifier.ABOUT),
            delivered=Quantity(number=35000),
            outstanding=Quantity(number=10, upper=12, unit="lot"),
            delivery=DateSpan("2032"),
            evidence=(seen("system", "AK-203"), seen("quantity", "over 600,000"), seen("status", "signed")),
        ),
    ),
    weapon_systems=(RIFLE,),
    problems=(Problem(code="a-test", message="two dates for one contract"),),
)


@pytest.fixture
def shown(run, monkeypatch, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.setattr(indru, "parse", lambda _text, **_known: RESULT)
    monkeypatch.setenv("COLUMNS", "240")
    outcome = run("parse", tmp_path, "--format", "table")
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.out


@pytest.mark.parametrize(
    "words",
    [
        "The Ledger, New Delhi, 2021-12-06",
        "intergovernmental agreement",
        "in force",
        "term: 2021/2031",
        "Rajnath Singh, Sergei Shoigu",
        "two plus two",
        "licensed production",
        "over 600,000 rifle",
        "about INR 35,000,000,000 to 40,000,000,000",
        "delivered: 35,000",
        "outstanding: 10 to 12 lot",
        "delivery: 2032",
        "small arms",
        "RUS, IND",
        "note: two dates for one contract",
        "1 document: 1 agreement, 1 meeting, 1 procurement, 1 weapon system",
    ],
)
def test_values_are_shown_for_people(shown, words):
    assert words in shown


def test_quotes_are_verbatim(shown):
    assert "[red]signed[/red] a contract" in shown
    assert "signed[/red] a contract for over 600,000 AK-203" in shown


def test_articles_give_a_terminal_no_orders(shown):
    assert "\x1b[31m" not in shown
