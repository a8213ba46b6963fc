"""Dates, numbers of things, sums of money and weapon systems in any English news text, without records around them."""

from __future__ import annotations

import datetime as dt

import attrs

from indru.arguments import check_day, check_text
from indru.knowledge import Knowledge, default_knowledge
from indru.model import WeaponSystem
from indru.resolve.records import catalogue_entry
from indru.scan.date_meaning import DateMention
from indru.scan.dates import resolve_date, scan_dates
from indru.scan.money import scan_money
from indru.scan.numbers import scan_numbers
from indru.scan.scan import scan_systems
from indru.scan.tense import guess_future
from indru.text import Document
from indru.values import Basis, DateSpan, Money, Quantity, Span

__all__ = [
    "FoundDate",
    "FoundMoney",
    "FoundQuantity",
    "FoundSystem",
    "find_dates",
    "find_money",
    "find_quantities",
    "find_systems",
]


@attrs.frozen(kw_only=True)
class FoundDate:
    """A date of a text: what it is, where it stands, and whether it stands so or follows from another."""

    date: DateSpan
    span: Span
    quote: str
    basis: Basis


@attrs.frozen(kw_only=True)
class FoundQuantity:
    """A number of things, and the words that say it."""

    quantity: Quantity
    span: Span
    quote: str


@attrs.frozen(kw_only=True)
class FoundMoney:
    """A sum of money, and the words that say it. `each` where it is the price of one."""

    money: Money
    span: Span
    quote: str
    each: bool


@attrs.frozen(kw_only=True)
class FoundSystem:
    """A weapon system, and the words that name it."""

    system: WeaponSystem
    span: Span
    quote: str


def find_dates(
    text: str, published: str | dt.date | None = None, *, knowledge: Knowledge | None = None
) -> tuple[FoundDate, ...]:
    """The calendar dates of a text, in order. Durations, habits and clock times are none.

    What hangs on a date that isn't known is left out: nothing is ever filled in from today.

    Args:
        text: any English text.
        published: the document's own date, by which "on Monday" is read: `2021-12-06` or a date.
        knowledge: the rows to read by; the default ones if left out.

    Raises:
        ArgumentError: *text* is no text, or *published* no date.

    >>> [f.date.edtf for f in find_dates("Signed on December 6, 2021 after talks on Monday.")]
    ['2021-12-06']
    >>> [f.date.edtf for f in find_dates("Talks on Monday; a visit in May.", published="2021-12-08")]
    ['2021-12-06', '2021-05']
    """
    reference = check_day(published)
    document = _document(text, knowledge)
    found: list[FoundDate] = []
    anchor = _Anchor()
    for mention in scan_dates(document.text, document.lower, knowledge=knowledge):
        future = None if _is_day(mention) else guess_future(document.lower, mention.start, mention.end)
        resolved = resolve_date(mention, reference, future=future, anchor=anchor.of(mention))
        if resolved is None:
            continue
        date, basis = resolved
        anchor.note(date)
        span = document.span(mention.start, mention.end)
        found.append(FoundDate(date=date, span=span, quote=span.of(text), basis=basis))
    return tuple(found)


def find_quantities(text: str, *, knowledge: Knowledge | None = None) -> tuple[FoundQuantity, ...]:
    """The numbers of things that a text counts: rifles, jets, regiments, people, agreements.

    Numbers without a noun to count, measures, times, ranks, dates and sums of money are none.

    Raises:
        ArgumentError: *text* is no text.

    >>> [f.quantity.number for f in find_quantities("Over 6 lakh rifles, two of 48 jets, 500 km, Rs 7 crore")]
    [600000, 2, 48]
    """
    document = _document(text, knowledge)
    view, lower = document.text, document.lower
    dates = [(d.start, d.end) for d in scan_dates(view, lower, knowledge=knowledge)]
    money = [(m.amount_start, m.amount_end) for m in scan_money(view, lower, knowledge=knowledge)]
    found: list[FoundQuantity] = []
    for mention in scan_numbers(view, lower, sorted(dates + money), knowledge=knowledge):
        if mention.quantity.unit is not None:
            span = document.span(mention.start, mention.end)
            found.append(FoundQuantity(quantity=mention.quantity, span=span, quote=span.of(text)))
    return tuple(found)


def find_money(text: str, *, knowledge: Knowledge | None = None) -> tuple[FoundMoney, ...]:
    """The sums of money of a text, in Indian and Western numbering.

    Raises:
        ArgumentError: *text* is no text.

    >>> [found] = find_money("a deal worth over Rs 5,000 crore")
    >>> found.money.amount, found.money.currency, found.money.qualifier.value, found.quote
    (Decimal('50000000000'), 'INR', 'over', 'over Rs 5,000 crore')
    """
    document = _document(text, knowledge)
    found: list[FoundMoney] = []
    for mention in scan_money(document.text, document.lower, knowledge=knowledge):
        span = document.span(mention.start, mention.end)
        found.append(FoundMoney(money=mention.money, span=span, quote=span.of(text), each=mention.each))
    return tuple(found)


def find_systems(text: str, *, knowledge: Knowledge | None = None) -> tuple[FoundSystem, ...]:
    """The weapon systems and platforms that a text names, each time that it does, whoever owns them.

    A designation that the catalogue lacks but that follows a pattern ("Ka-52", "Project 22350") gives a system
    with `catalogued=False`.

    Raises:
        ArgumentError: *text* is no text.

    >>> [(f.system.designation, f.quote) for f in find_systems("Sukhoi-30 MKIs and S 400 systems, not Ka-999s")]
    [('Su-30MKI', 'Sukhoi-30 MKI'), ('S-400', 'S 400'), ('Ka-999', 'Ka-999')]
    """
    document = _document(text, knowledge)
    found: list[FoundSystem] = []
    for mention in scan_systems(document, knowledge or default_knowledge()):
        span = document.span(mention.start, mention.end)
        found.append(FoundSystem(system=catalogue_entry(mention.value), span=span, quote=span.of(text)))
    return tuple(found)


def _is_day(mention: DateMention) -> bool:
    """Whether a day of a month is told. It is read as the nearest one: news gives the year of any other."""
    meaning = mention.meaning[2] if mention.meaning[0] == "range" else mention.meaning
    return meaning[0] == "point" and bool(meaning[3])


class _Anchor:
    """The date told last, at the fineness that it has: "the next day" needs a day, "that year" a year."""

    __slots__ = ("day", "month", "year")

    def __init__(self) -> None:
        self.day: dt.date | None = None
        self.month: dt.date | None = None
        self.year: dt.date | None = None

    def note(self, date: DateSpan) -> None:
        first = date.edtf.rstrip("~").split("/")[-1].rstrip("~").split("-")
        if not first[0].isdigit():
            return
        year = int(first[0])
        month = int(first[1]) if len(first) > 1 else 0
        if not 1 <= year <= 9999:
            return
        self.year = dt.date(year, 1, 1)
        self.month = dt.date(year, month, 1) if 1 <= month <= 12 else None
        self.day = dt.date(year, month, int(first[2])) if len(first) > 2 else None

    def of(self, mention: DateMention) -> dt.date | None:
        meaning = mention.meaning
        while meaning[0] in ("part", "of"):
            meaning = meaning[2]
        if meaning[0] != "far":
            return self.day
        if meaning[1] in ("day", "week"):
            return self.day
        return (self.day or self.month) if meaning[1] in ("month", "quarter") else self.year


def _document(text: object, knowledge: Knowledge | None) -> Document:
    return Document.of(check_text(text), knowledge or default_knowledge())
