"""All sentences of a document, each read by the three parsers."""

from __future__ import annotations

import datetime

import attrs

from indru.parsing.agreement_parties import find_parties
from indru.parsing.agreements import AgreementReader
from indru.parsing.around import find_around
from indru.parsing.chronicle import date_lines
from indru.parsing.drafts import Draft
from indru.parsing.meetings import MeetingReader
from indru.parsing.people import People, find_people
from indru.parsing.procurements import ProcurementReader
from indru.parsing.scope import Scope, find_scope
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind
from indru.scan.scan import Scan


@attrs.frozen(eq=False)
class Drafts:
    """The drafts of a document, and what they were made with."""

    scan: Scan
    views: tuple[SentenceView, ...]
    scope: Scope
    people: People
    drafts: tuple[Draft, ...]


def parse_document(found: Scan, reference: datetime.date | None) -> Drafts:
    """The drafts of agreements, meetings and procurements that the sentences of a document give."""
    views = tuple(SentenceView(found.document, row, reference) for row in found.sentences)
    date_lines(views)
    scope, people = find_scope(views), find_people(views)
    russia = any(state == "RUS" for view in views for _, state in view.countries())
    if not russia and not any(view.by_kind[Kind.SYSTEM] for view in views):
        return Drafts(found, views, scope, people, ())  # neither the partner nor anything to buy: most news
    around = find_around(views, found)
    agreements = AgreementReader(scope, people, around, find_parties(views))
    meetings = MeetingReader(scope, people, around, found, views)
    procurements = ProcurementReader(scope, views, around.occasions)
    drafts: list[Draft] = []
    for view in views:
        if russia:  # else Russian equipment alone ties the text to the two: no reason for talks and treaties
            agreements.read(view)
            drafts.extend(meetings.read(view))
        drafts.extend(procurements.read(view))
    return Drafts(found, views, scope, people, (*agreements.drafts, *drafts))
