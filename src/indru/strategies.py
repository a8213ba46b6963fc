"""Hypothesis strategies for every public type, for tests of code that takes records.

They need Hypothesis (`pip install indru[testing]`). `hypothesis.strategies.from_type` knows them too.

    from hypothesis import given
    from indru.strategies import procurements

    @given(procurements())
    def test_every_deal_has_a_row(deal): ...

What they make keeps the laws of a reading: each filled field has evidence, and each quote is as long as its
span.
"""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from indru.articles import Article, Style, write
from indru.errors import ModelError
from indru.model import (
    Agreement,
    AgreementKind,
    AgreementStatus,
    Area,
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
    Record,
    Source,
    StatusChange,
    WeaponCategory,
    WeaponSystem,
)
from indru.reports import Reports, write_reports
from indru.values import Basis, DateSpan, Evidence, Money, Qualifier, Quantity, Span

R = TypeVar("R", bound=Record)
T = TypeVar("T")

_COUNTRIES = ("IND", "RUS", "SUN", "CHN", "FRA", "USA")
_CURRENCIES = ("INR", "USD", "RUB", "SUR", "EUR", "DEM")
_PARTS = (*range(1, 13), *range(21, 25), *range(33, 37), 40, 41)


def texts(max_size: int = 12) -> st.SearchStrategy[str]:
    """Short texts in any script that aren't blank."""
    return st.text(min_size=1, max_size=max_size).filter(lambda text: not text.isspace())


def countries() -> st.SearchStrategy[str]:
    """Country codes, India's and Russia's before others."""
    return st.sampled_from(_COUNTRIES)


def _years() -> st.SearchStrategy[int]:
    return st.integers(1947, 2035) | st.integers(1, 9999)


def _days(known_year: bool) -> st.SearchStrategy[DateSpan]:
    if known_year:
        return st.dates().map(lambda day: DateSpan.day(day.year, day.month, day.day))
    return st.dates().map(lambda day: DateSpan.day(None, day.month, day.day))


@st.composite
def _stated(draw: st.DrawFn, known_year: bool) -> DateSpan:
    """A date in any form but an interval's."""
    forms = ["day", "part", "year", "decade", "century"] if known_year else ["day", "part"]
    match draw(st.sampled_from(forms)):
        case "day":
            made = draw(_days(known_year))
        case "part":
            made = DateSpan.month(draw(_years()) if known_year else None, draw(st.sampled_from(_PARTS)))
        case "year":
            made = DateSpan.year(draw(_years()))
        case "decade":
            made = DateSpan.decade(draw(st.integers(1, 999)) * 10)
        case _:
            made = DateSpan(f"{draw(st.integers(1, 99)):02}XX")
    return DateSpan(f"{made.edtf}~") if draw(st.integers(0, 4)) == 4 else made


def date_spans(*, known_year: bool | None = None) -> st.SearchStrategy[DateSpan]:
    """Dates in every form, of known or unknown year; of both for None."""
    if known_year is None:
        return st.one_of(_date_spans(True), _date_spans(True), _date_spans(False))
    return _date_spans(known_year)


@st.composite
def _date_spans(draw: st.DrawFn, known_year: bool) -> DateSpan:
    start = draw(_stated(known_year))
    form = draw(st.sampled_from(["stated", "stated", "interval", "from", "until"]))
    if form == "stated":
        return start
    if form == "from":
        return DateSpan.interval(start, None)
    if form == "until":
        return DateSpan.interval(None, start)
    end = draw(_stated(known_year))
    try:
        return DateSpan.interval(start, end)
    except ModelError:  # the end is before the start
        return DateSpan.interval(end, start)


def quantities() -> st.SearchStrategy[Quantity]:
    """Counts with and without a unit, hedged and in ranges."""
    return st.builds(
        _quantity,
        number=st.integers(0, 2**62) | st.integers(0, 1000),
        more=st.none() | st.integers(1, 1000),
        qualifier=st.sampled_from(Qualifier),
        unit=st.none() | st.sampled_from(["rifle", "missile", "regiment", "aircraft"]) | texts(),
    )


def _quantity(number: int, more: int | None, qualifier: Qualifier, unit: str | None) -> Quantity:
    upper = None if more is None else number + more
    return Quantity(number=number, upper=upper, qualifier=qualifier, unit=unit)


def _amounts() -> st.SearchStrategy[Decimal]:
    whole = st.integers(0, 10**15).map(Decimal)
    round_ones = st.builds(_round, digits=st.integers(1, 999), zeros=st.integers(0, 12))
    return whole | round_ones | st.decimals(0, 10**6, places=2)


def _round(digits: int, zeros: int) -> Decimal:
    return Decimal(digits * 10**zeros)


def money() -> st.SearchStrategy[Money]:
    """Sums of several currencies, hedged and in ranges."""
    return st.builds(
        _money,
        amount=_amounts(),
        more=st.none() | st.integers(1, 10**9),
        currency=st.sampled_from(_CURRENCIES),
        qualifier=st.sampled_from(Qualifier),
    )


def _money(amount: Decimal, more: int | None, currency: str, qualifier: Qualifier) -> Money:
    upper = None if more is None else amount + more
    return Money(amount=amount, upper=upper, currency=currency, qualifier=qualifier)


def spans() -> st.SearchStrategy[Span]:
    """Ranges of characters, empty ones included."""
    return st.builds(_span, start=st.integers(0, 10**6), length=st.integers(0, 1000))


def _span(start: int, length: int) -> Span:
    return Span(start, start + length)


def evidence(field: str | None = None) -> st.SearchStrategy[Evidence]:
    """Evidence, of one field if it is named."""
    return st.builds(
        _evidence,
        field=texts() if field is None else st.just(field),
        start=st.integers(0, 10**6),
        quote=st.text(max_size=8),
        basis=st.sampled_from(Basis),
        rule=st.sampled_from(["signed", "place.here", "argument"]),
    )


def _evidence(field: str, start: int, quote: str, basis: Basis, rule: str) -> Evidence:
    return Evidence(field=field, span=Span(start, start + len(quote)), quote=quote, basis=basis, rule=rule)


def people() -> st.SearchStrategy[Person]:
    """People with and without country and office."""
    return st.builds(Person, name=texts(), country=st.none() | countries(), office=st.none() | texts())


def places() -> st.SearchStrategy[Place]:
    """Places with and without country."""
    return st.builds(Place, name=texts(), country=st.none() | countries())


@st.composite
def _evident(draw: st.DrawFn, records: st.SearchStrategy[R]) -> R:
    """Records with evidence for each filled field."""
    record = draw(records)
    return attrs.evolve(record, evidence=tuple(draw(evidence(field)) for field in record.filled()))


def _few(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


def _ids() -> st.SearchStrategy[str]:
    return st.integers(0, 2**64 - 1).map(lambda number: f"{number:016x}")


def weapon_systems() -> st.SearchStrategy[WeaponSystem]:
    """Weapon systems, in the catalogue and not."""
    return _evident(
        st.builds(
            WeaponSystem,
            id=_ids(),
            designation=st.sampled_from(["S-400", "Su-30MKI", "AK-203", "Project 11356"]) | texts(),
            family=_few(texts()),
            category=st.none() | st.sampled_from(WeaponCategory),
            kind=st.none() | texts(),
            origin=_few(countries()),
            makers=_few(texts()),
            aliases=_few(texts()),
            catalogued=st.booleans(),
        )
    )


def status_changes() -> st.SearchStrategy[StatusChange]:
    """Steps in the life of an agreement."""
    return st.builds(
        StatusChange,
        status=st.sampled_from(AgreementStatus),
        date=st.none() | date_spans(),
        body=st.none() | texts(),
    )


def agreements() -> st.SearchStrategy[Agreement]:
    """Agreements of every kind and status."""
    return _evident(
        st.builds(
            Agreement,
            id=_ids(),
            kind=st.sampled_from(AgreementKind),
            status=st.sampled_from(AgreementStatus),
            title=st.none() | texts(),
            signed=st.none() | date_spans(),
            place=st.none() | places(),
            parties=_few(countries()),
            signatories=_few(people()),
            systems=_few(weapon_systems()),
            term=st.none() | date_spans(),
            count=st.none() | st.integers(1, 100),
            areas=_few(st.sampled_from(Area)),
            amends=st.none() | texts(),
            extends=st.none() | texts(),
            implements=st.none() | texts(),
            history=_few(status_changes()),
        )
    )


def meetings() -> st.SearchStrategy[Meeting]:
    """Meetings of every format and status."""
    return _evident(
        st.builds(
            Meeting,
            id=_ids(),
            format=st.sampled_from(MeetingFormat),
            status=st.sampled_from(MeetingStatus),
            date=st.none() | date_spans(),
            place=st.none() | places(),
            participants=_few(people()),
            host=st.none() | countries(),
            visitor=st.none() | countries(),
            ordinal=st.none() | st.integers(1, 100),
            series=st.none() | texts(),
            topics=_few(texts()),
            outcomes=_few(texts()),
        )
    )


def procurements() -> st.SearchStrategy[Procurement]:
    """Procurements of every mode and status."""
    return _evident(
        st.builds(
            Procurement,
            id=_ids(),
            system=weapon_systems(),
            mode=st.sampled_from(ProcurementMode),
            status=st.sampled_from(ProcurementStatus),
            ordered=st.none() | date_spans(),
            quantity=st.none() | quantities(),
            value=st.none() | money(),
            delivered=st.none() | quantities(),
            outstanding=st.none() | quantities(),
            delivery=st.none() | date_spans(),
            supplier=st.none() | countries(),
            recipient=st.none() | countries(),
            site=st.none() | places(),
            maker=st.none() | texts(),
            description=st.none() | texts(),
        )
    )


def sources() -> st.SearchStrategy[Source]:
    """Documents, with and without publisher, date and place."""
    return _evident(
        st.builds(
            Source,
            id=_ids(),
            publisher=st.none() | texts(),
            published=st.none() | date_spans(),
            place=st.none() | places(),
            url=st.none() | st.just("https://news.example/1"),
            title=st.none() | texts(),
        )
    )


def records() -> st.SearchStrategy[Record]:
    """Records of all five types."""
    return st.one_of(agreements(), meetings(), procurements(), weapon_systems(), sources())


def problems() -> st.SearchStrategy[Problem]:
    """Problems with and without evidence."""
    return st.builds(
        Problem,
        code=st.sampled_from(["no-date", "conflict", "unknown-system"]),
        message=texts(),
        evidence=_few(evidence()),
    )


def parse_results() -> st.SearchStrategy[ParseResult]:
    """Readings of a document with a few records."""
    return st.builds(
        ParseResult,
        source=sources(),
        agreements=_few(agreements()),
        meetings=_few(meetings()),
        procurements=_few(procurements()),
        weapon_systems=_few(weapon_systems()),
        problems=_few(problems()),
    )


def articles(*, relevant: bool | None = None, style: Style | None = None) -> st.SearchStrategy[Article]:
    """Articles with the records that they tell of: of any sort for None.

    Their style is drawn too if it isn't given: an agency's wire, a daily, a press release, a live blog.

        @given(articles(relevant=True))
        def test_my_index(article):
            result = indru.parse(article.text, published=article.published)
    """
    return st.builds(
        _article,
        seed=st.integers(0, 2**32 - 1),
        relevant=st.booleans() if relevant is None else st.just(relevant),
        style=st.sampled_from(Style) if style is None else st.just(style),
    )


def _article(seed: int, relevant: bool, style: Style) -> Article:
    return write(Random(seed), relevant=relevant, style=style)  # noqa: S311 (a seed is what makes it reproducible)


def reports(*, events: int = 6, errors: float = 0.3) -> st.SearchStrategy[Reports]:
    """Readings of several outlets on the same events, with what a merge of them should find."""
    return st.integers(0, 2**32 - 1).map(lambda seed: write_reports(Random(seed), events=events, errors=errors))  # noqa: S311


def by_type() -> dict[type[Any], st.SearchStrategy[Any]]:
    """The strategy of every public type; new ones are registered by standing here."""
    return {
        Agreement: agreements(),
        Article: articles(),
        DateSpan: date_spans(),
        Evidence: evidence(),
        Meeting: meetings(),
        Money: money(),
        ParseResult: parse_results(),
        Person: people(),
        Place: places(),
        Problem: problems(),
        Procurement: procurements(),
        Quantity: quantities(),
        Record: records(),
        Source: sources(),
        Span: spans(),
        StatusChange: status_changes(),
        WeaponSystem: weapon_systems(),
    }
