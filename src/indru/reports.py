"""Reports that were never printed: readings of several outlets that tell of the same events, rounded and with errors.

What a merge should find is known beforehand: which record is of which event, and which fields were made to
contradict each other. `write_reports` draws all of it from a `random.Random`, so that a seed gives the same.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from decimal import Decimal
from random import Random
from typing import Any

import attrs

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
    Record,
    Source,
    WeaponCategory,
    WeaponSystem,
)
from indru.values import DateSpan, Evidence, Money, Qualifier, Quantity, Span
from indru.values.checks import is_tuple

_SYSTEMS = ("S-400", "Su-30MKI", "T-90S", "AK-203", "Mi-17V-5", "MiG-29K", "Igla-S", "Ka-31", "Il-76", "Kornet")
_CITIES = (("New Delhi", "IND"), ("Moscow", "RUS"), ("Goa", "IND"), ("Sochi", "RUS"), ("Vladivostok", "RUS"))
_PAIRS = (
    ("Rajnath Singh", "Sergei Shoigu"),
    ("Narendra Modi", "Vladimir Putin"),
    ("Ajit Doval", "Nikolai Patrushev"),
    ("S Jaishankar", "Sergey Lavrov"),
)
_OUTLETS = ("Coast Times", "Delhi Wire", "Volga Herald", "Defence Ledger", "Baltic News", "Monsoon Post", "Garrison")


@attrs.frozen(kw_only=True)
class Reports:
    """Readings, and what is true of them.

    Attributes:
        readings: One a report.
        texts: The text of each reading, by the id of its source.
        events: The number of the event of each record, by the ids of its source and of itself.
        errors: The fields in which a report contradicts another of the same event, with the event's number.
    """

    readings: tuple[ParseResult, ...]
    texts: Mapping[str, str]
    events: Mapping[tuple[str, str], int]
    errors: frozenset[tuple[int, str]]


def write_reports(random: Random, *, events: int = 20, reports: int = 5, errors: float = 0.1) -> Reports:
    """Draw events and reports on them.

    Args:
        random: What all is drawn from.
        events: How many events there are.
        reports: How many outlets tell of each, at most.
        errors: The share of events on which one outlet errs.

    >>> drawn = write_reports(Random(1), events=3)
    >>> len(set(drawn.events.values()))
    3
    """
    truths = [_event(random, number) for number in range(events)]
    readings: list[ParseResult] = []
    texts: dict[str, str] = {}
    told: dict[tuple[str, str], int] = {}
    wrong: set[tuple[int, str]] = set()
    for number, (day, truth) in enumerate(truths):
        outlets = random.sample(_OUTLETS, random.randint(2, min(max(reports, 2), len(_OUTLETS))))
        erring = random.randrange(1, len(outlets)) if random.random() < errors else None
        for place, outlet in enumerate(outlets):
            fields = dict(truth) if place == 0 else _retold(random, truth, keep=erring is not None)
            if place == erring:
                wrong.add((number, _err(random, fields)))
            published = day + datetime.timedelta(days=random.randint(0, 40))
            text, result = _reading(type_of(truth), fields, outlet, published, number)
            readings.append(result)
            texts[result.source.id] = text
            told.update({(result.source.id, record.id): number for record in result.records[1:]})
    return Reports(readings=tuple(readings), texts=texts, events=told, errors=frozenset(wrong))


_Fields = dict[str, Any]


def type_of(fields: Mapping[str, Any]) -> type[Record]:
    """The type of record that fields are of."""
    return Meeting if "format" in fields else Agreement if "kind" in fields else Procurement


def _event(random: Random, number: int) -> tuple[datetime.date, _Fields]:
    """An event on a day of its own: events follow each other by 90 days, so that none could be another."""
    day = datetime.date(1960, 1, 1) + datetime.timedelta(days=90 * (number % 250) + random.randint(0, 20))
    date = DateSpan(day.isoformat())
    city, country = random.choice(_CITIES)
    place = Place(name=city, country=country)
    if number % 3 == 0:
        people = tuple(Person(name=name) for name in random.choice(_PAIRS))
        form = random.choice((MeetingFormat.BILATERAL, MeetingFormat.CALL))
        return day, {"format": form, "status": MeetingStatus.HELD, "date": date, "place": place, "participants": people}
    system = _weapon(_SYSTEMS[number % len(_SYSTEMS)])
    if number % 3 == 1:
        kind = random.choice((AgreementKind.CONTRACT, AgreementKind.PROTOCOL, AgreementKind.MEMORANDUM))
        return day, {
            "kind": kind, "status": AgreementStatus.SIGNED, "signed": date, "place": place, "systems": (system,),
        }  # fmt: skip
    return day, {
        "system": system,
        "mode": ProcurementMode.PURCHASE,
        "status": ProcurementStatus.CONTRACTED,
        "ordered": date,
        "quantity": Quantity(number=random.randint(11, 999), unit="unit"),
        "value": Money(amount=Decimal(random.randint(101, 9999)) * 1_000_000, currency="USD"),
        "supplier": "RUS",
        "recipient": "IND",
    }


def _weapon(name: str) -> WeaponSystem:
    return WeaponSystem(id=name.lower(), designation=name, category=WeaponCategory.OTHER)


_DUE = ("format", "status", "kind", "system", "mode")
_DATED = ("date", "signed", "ordered")


def _retold(random: Random, truth: Mapping[str, Any], *, keep: bool) -> _Fields:
    """The fields as another outlet has them: some left out, numbers rounded and hedged, days as months."""
    fields: _Fields = {}
    for name, value in truth.items():
        if name not in _DUE and name not in _DATED and not keep and random.random() < 0.25:
            continue
        fields[name] = value if keep else _rounded(random, name, value)
    return fields


def _rounded(random: Random, name: str, value: Any) -> Any:
    if random.random() < 0.6:
        return value
    if name in _DATED:
        return DateSpan(value.edtf[:7])
    if isinstance(value, Quantity):
        return attrs.evolve(value, number=value.number // 10 * 10, qualifier=Qualifier.OVER)
    if isinstance(value, Money):
        return attrs.evolve(value, amount=value.amount // 10**8 * 10**8 or value.amount, qualifier=Qualifier.OVER)
    return value


def _err(random: Random, fields: _Fields) -> str:
    """Make one field wrong; gives its name."""
    names = [name for name in ("quantity", "value", "place", *_DATED) if name in fields]
    name = random.choice(names)
    value = fields[name]
    if isinstance(value, Quantity):
        fields[name] = attrs.evolve(value, number=value.number * 2 + 7, qualifier=Qualifier.EXACT)
    elif isinstance(value, Money):
        fields[name] = attrs.evolve(value, amount=value.amount * 2, qualifier=Qualifier.EXACT)
    elif isinstance(value, DateSpan):
        day = datetime.date.fromisoformat(value.edtf) + datetime.timedelta(days=random.choice((1, 2)))
        fields[name] = DateSpan(day.isoformat())
    else:
        same = [city for city, country in _CITIES if country == value.country and city != value.name]
        fields[name] = Place(name=random.choice(same), country=value.country)
    return name


def _reading(
    kind: type[Record], fields: _Fields, outlet: str, published: datetime.date, number: int
) -> tuple[str, ParseResult]:
    """A reading whose text has a line a field, each its own quote."""
    lines = [f"{outlet} {published.isoformat()}"]
    evidence: list[Evidence] = []
    at = len(lines[0]) + 1
    for name, value in fields.items():
        quote = f"{name}: {', '.join(map(str, value)) if is_tuple(value) else value}"
        evidence.append(Evidence(field=name, span=Span(at, at + len(quote)), quote=quote, rule="report"))
        lines.append(quote)
        at += len(quote) + 1
    text = "\n".join(lines) + f"\n({number})"
    key = hashlib.sha256(text.encode()).hexdigest()
    record = kind(id=f"{kind.__name__.lower()}-{key[:12]}", evidence=tuple(evidence), **fields)
    source = Source(id=key, publisher=outlet, published=DateSpan(published.isoformat()))
    kinds = {Meeting: "meetings", Agreement: "agreements", Procurement: "procurements"}
    return text, ParseResult(source=source, **{kinds[kind]: (record,)})  # type: ignore[arg-type]
