"""Groups of drafts become records, each filled field with the evidence of the readings that carry it."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import attrs

from indru.knowledge import PlaceRow, SystemRow
from indru.model import (
    Agreement,
    AgreementKind,
    AgreementStatus,
    Area,
    Meeting,
    MeetingFormat,
    MeetingStatus,
    Person,
    Place,
    Procurement,
    ProcurementMode,
    ProcurementStatus,
    Record,
    WeaponSystem,
)
from indru.parsing.drafts import Draft, Reading
from indru.parsing.view import country_code
from indru.resolve.choice import Choice
from indru.resolve.procurement_choice import ProcurementChoice
from indru.text import Document
from indru.values import Evidence, Span

AnyRecord = TypeVar("AnyRecord", bound=Record)


@attrs.frozen(eq=False)
class Builder:
    """Makes the records of one document."""

    document: Document
    source_id: str
    places: Mapping[str, PlaceRow]
    offices: Mapping[str, str]
    """Office titles by name of person, as the document gives them."""
    _read: dict[tuple[int, int], tuple[Span, str]] = attrs.field(
        factory=dict[tuple[int, int], tuple[Span, str]], init=False, repr=False
    )
    """Spans and quotes by place: several fields are read from one word."""

    def agreement(self, group: Sequence[Draft]) -> Agreement:
        """The agreement that a group of drafts tells of."""
        choice = Choice(group)
        return self._finish(
            Agreement,
            choice,
            kind=AgreementKind(choice.kind()),
            status=AgreementStatus(choice.status()),
            title=choice.first("title"),
            signed=choice.date("signed"),
            place=self._place(choice.most_precise_place()),
            parties=choice.texts("parties"),
            signatories=self._people(choice, "signatories"),
            systems=tuple(catalogue_entry(row) for row in choice.systems()),
            term=choice.date("term"),
            count=choice.first("count"),
            areas=tuple(Area(area) for area in choice.texts("areas")),
            amends=choice.first("amends"),
            extends=choice.first("extends"),
            implements=choice.first("implements"),
            history=choice.history(),
        )

    def meeting(self, group: Sequence[Draft]) -> Meeting:
        """The meeting that a group of drafts tells of."""
        choice = Choice(group)
        return self._finish(
            Meeting,
            choice,
            format=MeetingFormat(choice.first("format")),
            status=MeetingStatus(choice.status()),
            date=choice.date("date"),
            place=self._place(choice.most_precise_place()),
            participants=self._people(choice, "participants"),
            host=choice.first("host"),
            visitor=choice.first("visitor"),
            ordinal=choice.first("ordinal"),
            series=choice.first("series"),
        )

    def procurement(self, group: Sequence[Draft]) -> Procurement:
        """The procurement that a group of drafts tells of."""
        choice = ProcurementChoice(group)
        return self._finish(
            Procurement,
            choice,
            system=catalogue_entry(_most_specific(choice)),
            mode=ProcurementMode(choice.mode()),
            status=ProcurementStatus(choice.status()),
            ordered=choice.ordered(),
            quantity=choice.amount(),
            value=choice.price(),
            delivered=choice.first("delivered"),
            outstanding=choice.first("outstanding"),
            delivery=choice.date("delivery"),
            supplier=choice.first("supplier"),
            recipient=choice.first("recipient"),
            site=self._place(choice.first("site")),
            maker=choice.first("maker"),
            description=choice.first("description"),
        )

    def _people(self, choice: Choice, field: str) -> tuple[Person, ...]:
        return tuple(
            Person(name=p.name, country=country_code(p.country) or None, office=self.offices.get(p.name))
            for p in choice.every(field, "name")
        )

    def _place(self, row: Any) -> Place | None:
        """The city of a venue, else the place itself; a country where no city is told."""
        if row is None:
            return None
        row = self.places.get(getattr(row, "city", ""), row)
        return Place(name=row.name, country=country_code(getattr(row, "country", "") or row.id))

    def _finish(self, record_type: type[AnyRecord], choice: Choice, **fields: Any) -> AnyRecord:
        evidence = tuple(self.evidence(r) for r in sorted(dict.fromkeys(choice.used), key=lambda r: (r.start, r.field)))
        content = "|".join([record_type.__name__, self.source_id, *(f"{k}={v}" for k, v in fields.items())])
        return record_type(id=_hash(content), evidence=evidence, **fields)

    def evidence(self, reading: Reading) -> Evidence:
        """The evidence of one reading, at offsets of the raw text."""
        place = reading.start, reading.end
        known = self._read.get(place)
        if known is None:
            span = self.document.span(*place)
            known = self._read[place] = span, self.document.raw[span.start : span.end]
        span, quote = known
        return Evidence(field=reading.field, span=span, quote=quote, basis=reading.basis, rule=reading.rule)


def _hash(content: str) -> str:
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _most_specific(choice: Choice) -> SystemRow:
    """Su-30MKI where the group says both Su-30 and Su-30MKI."""
    rows: list[SystemRow] = choice.every("system", "id")
    return max(rows, key=lambda row: (row.designation not in row.family, -rows.index(row)))


@functools.lru_cache(maxsize=4096)
def catalogue_entry(row: SystemRow) -> WeaponSystem:
    """A system as records name it, made once for each row of a catalogue."""
    return WeaponSystem(
        id=f"system:{row.id}",
        designation=row.designation,
        family=row.family,
        category=row.category,
        kind=row.kind or None,
        origin=tuple(country_code(c) for c in row.origin),
        makers=row.makers,
        aliases=row.names[1:],
        catalogued=row.source != ("text",),
    )
