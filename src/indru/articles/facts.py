"""What an article tells is drawn here: dates, numbers, sums, arms, people and places, with words for them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache
from random import Random

import attrs

from indru.knowledge import Knowledge, SystemRow
from indru.knowledge.measures import UnitRow
from indru.model import Person, Place
from indru.values import Basis, DateSpan, Money, Qualifier, Quantity

FIRST_DAY = dt.date(2002, 1, 1)
LAST_DAY = dt.date(2025, 6, 30)
_PLACES = ("new-delhi", "moscow", "kaliningrad", "sochi", "mumbai", "bengaluru")
_TITLES = {
    ("defence-minister", "IND"): "Defence Minister",
    ("foreign-minister", "IND"): "External Affairs Minister",
    ("prime-minister", "IND"): "Prime Minister",
    ("defence-minister", "RUS"): "Defence Minister",
    ("foreign-minister", "RUS"): "Foreign Minister",
    ("president", "RUS"): "President",
}
_HEDGES = {
    Qualifier.EXACT: ("",),
    Qualifier.OVER: ("over ", "more than "),
    Qualifier.UNDER: ("nearly ", "almost "),
    Qualifier.ABOUT: ("about ", "around "),
}


@attrs.frozen
class When:
    """A date and the words for it: "on Monday", "in May 2019"."""

    words: str
    date: DateSpan
    basis: Basis = Basis.ASSERTED


def draw_day(random: Random) -> dt.date:
    """A day of publication."""
    return FIRST_DAY + dt.timedelta(random.randrange((LAST_DAY - FIRST_DAY).days))


def draw_past(random: Random, published: dt.date) -> When:
    """A day of the week before publication, or a month of the years before."""
    day = published - dt.timedelta(random.randrange(6))
    form = random.randrange(4)
    if form == 0:
        return When(f"on {day:%A}", DateSpan.day(day.year, day.month, day.day), Basis.RESOLVED)
    if form == 1:
        return When(f"on {day:%B} {day.day}, {day.year}", DateSpan.day(day.year, day.month, day.day))
    if form == 2:
        return When(f"on {day.day} {day:%B} {day.year}", DateSpan.day(day.year, day.month, day.day))
    past = published - dt.timedelta(random.randrange(60, 900))
    return When(f"in {past:%B} {past.year}", DateSpan.month(past.year, past.month))


def draw_future(random: Random, published: dt.date) -> When:
    """A day of the months after publication."""
    day = published + dt.timedelta(random.randrange(3, 90))
    return When(f"on {day.day} {day:%B} {day.year}", DateSpan.day(day.year, day.month, day.day))


def draw_money(random: Random) -> tuple[str, Money]:
    """A sum in rupees or dollars, with its words."""
    qualifier, hedge = _draw_hedge(random)
    if random.random() < 0.5:
        crore = random.randrange(200, 60_000)
        words, amount, currency = f"Rs {_grouped(crore)} crore", Decimal(crore) * 10**7, "INR"
    else:
        tenths = random.randrange(3, 80)
        words, amount, currency = f"${tenths // 10}.{tenths % 10} billion", Decimal(tenths) * 10**8, "USD"
    return hedge + words, Money(amount=amount, currency=currency, qualifier=qualifier)


def draw_number(random: Random, unit: UnitRow) -> tuple[str, str, Quantity]:
    """How many there are: the words for the number, those for the unit, and the quantity."""
    qualifier, hedge = _draw_hedge(random)
    small = unit.id not in ("missile", "rifle", "round", "shell")
    number = random.randrange(2, 130) if small else random.randrange(1, 700) * 1000 + random.randrange(10) * 50
    name = unit.names[0]
    plural = unit.plurals.get(name) or (name if unit.invariant else f"{name}s")
    return f"{hedge}{_grouped(number)}", plural, Quantity(number=number, qualifier=qualifier, unit=unit.id)


def _draw_hedge(random: Random) -> tuple[Qualifier, str]:
    qualifier = random.choice((Qualifier.EXACT, Qualifier.EXACT, Qualifier.OVER, Qualifier.UNDER, Qualifier.ABOUT))
    return qualifier, random.choice(_HEDGES[qualifier])


def _grouped(number: int) -> str:
    """A number as Indian papers group it: 6,01,427.

    >>> _grouped(601427), _grouped(5124), _grouped(12)
    ('6,01,427', '5,124', '12')
    """
    head, tail = divmod(number, 1000)
    if not head:
        return str(tail)
    pairs: list[str] = []
    while head >= 100:
        head, pair = divmod(head, 100)
        pairs.insert(0, f"{pair:02}")
    return ",".join((str(head), *pairs, f"{tail:03}"))


@cache
def arms(knowledge: Knowledge) -> tuple[tuple[SystemRow, UnitRow], ...]:
    """Russian systems that are bought by number, each with the noun that counts them.

    Those with a digit in their names, which no reader takes for a word, a ship or a place.
    """
    return tuple(
        (row, knowledge.units[row.units[0]])
        for row in knowledge.systems.values()
        if {"RUS", "SUN"} & set(row.origin)
        and row.units
        and row.units[0] in knowledge.units
        and any(map(str.isdigit, row.designation))
        and row.designation in row.names
        and "(" not in row.designation
    )


def draw_person(knowledge: Knowledge, office: str, country: str, day: dt.date | DateSpan) -> tuple[str, Person] | None:
    """Who holds an office on a day, in words and as a record names them; None where nobody knows."""
    row = knowledge.person_in_office(office, country, day)
    if row is None or row.sex != "m":  # the sentences say "his counterpart"
        return None
    title = _TITLES[office, country]
    return f"{title} {row.name}", Person(name=row.name, country=country, office=title)


def draw_place(random: Random, knowledge: Knowledge) -> Place:
    """A city of one of the two countries."""
    row = knowledge.places[random.choice(_PLACES)]
    return Place(name=row.name, country=row.country)
