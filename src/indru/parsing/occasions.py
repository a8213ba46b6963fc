"""The occasion on which papers are signed: a visit, talks, an entry of a chronology, a list of what was signed.

"Putin flew into New Delhi on Thursday. The leaders adopted a joint statement": day and place of the statement
stand in the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indru.knowledge.cues import CueKind
from indru.parsing.drafts import Reading, read
from indru.parsing.terms import LATE
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind, Mention
from indru.text import LineRole
from indru.values import Basis, DateSpan

_VENUE = re.compile(r"\b(?:in|at|to|into|reached|visiting|for|near) $")
_SUMMIT = re.compile(r"^(?:'s)? (?:summit|meeting|session|talks|visit|round)\b")
_HERE = re.compile(r"\bhere\b")
_SAID_OF_IT = re.compile(
    r"\b(?:also|there|here|today|the same day|that day|same occasion|occasion|afterwards|in the same days"
    r"|at the end|after (?:the|their) (?:talks|meeting|summit)"
    r"|following (?:the|their) (?:talks|meeting|summit)|during (?:the|his|their) (?:visit|stay|summit|talks|trip)"
    r"|at the (?:summit|meeting|session)"
    r"|the (?:two )?(?:leaders|sides|ministers|countries)|on the sidelines|both sides|they)\b"
)
_BACK = 8
"""How many sentences back an occasion still counts."""
_REPORTED = 4
"""How many days lie at most between an event and its report."""
_AHEAD = 2
"""How many sentences ahead the first occasion counts for what was told before it."""
_DATE_REACH = 200
_PLACE_REACH = 60
_DAYS = 45
"""How long before or after the document's date an occasion of its news can be."""


class Occasion(NamedTuple):
    """When and where something was going on, and how near to a sentence that was told."""

    date: Reading | None
    place: Mention | None
    sentence: int
    paragraph: int
    status: str = ""
    """What the head of a list says of all its papers: `signed` or `proposed`."""
    past: bool = False
    """Whether it is long past, so that it covers only what the next sentence tells: "In 1998 he came to Delhi"."""

    def covers(self, view: SentenceView) -> bool:
        """Whether a paper that a sentence tells of belongs to it."""
        if self.past:
            return self.paragraph == view.paragraph and view.index - self.sentence <= 1
        if self.status or self.paragraph == view.paragraph or view.index - self.sentence <= 1:
            return True
        if view.index - self.sentence > _BACK:
            return False
        return self._is_of_today(view) or bool(_SAID_OF_IT.search(view.words(view.start, view.end)))

    def _is_of_today(self, view: SentenceView) -> bool:
        """Whether it is what the document reports: a day or two before it appeared."""
        day = self.date.value.earliest if self.date is not None else None
        if day is None or view.reference is None:
            return False
        return bool(abs(day.toordinal() - view.reference.toordinal()) <= _REPORTED)

    def where(self) -> Reading | None:
        """The reading of its place."""
        return read("place", self.place.value, self.place, basis=Basis.RESOLVED) if self.place is not None else None


def find_occasions(
    views: Sequence[SentenceView], home: Mention | None, day: Reading | None
) -> tuple[Occasion | None, ...]:
    """For each sentence the occasion that it speaks of: its own, else the one told last.

    The first is the day and place that head the document on a line of their own: "New Delhi, 12 March 2010".
    """
    found: list[Occasion | None] = []
    current = Occasion(day, home, 0, 0) if day is not None else None
    past: Occasion | None = None
    listed = ""
    line, lead_place = -1, None
    for view in views:
        if view.paragraph != line:
            line, lead_place = view.paragraph, _entry_place(view)
        entry = _entry(view, lead_place)
        if entry is not None:
            found.append(entry)
            continue
        event = _event(view, home, current)
        if event is not None and event.past:
            past = event
        elif event is not None:
            current = event
        listed = _head_of_list(view, listed)
        if listed and view.role is LineRole.LIST:
            date, place = (current.date, current.place) if current is not None else (None, None)
            found.append(Occasion(date, place, view.index, view.paragraph, listed))
        elif past is not None and past.covers(view) and (event is None or event is past):
            found.append(past)
        else:
            found.append(current)
    return tuple(_looking_ahead(found))


def _looking_ahead(found: Sequence[Occasion | None]) -> Iterator[Occasion | None]:
    """A report opens with the deal and tells of the occasion next: "... signed a deal. Modi met Putin in Delhi"."""
    for index, occasion in enumerate(found):
        ahead = next(
            (later for later in found[index + 1 : index + 1 + _AHEAD] if later is not occasion and later), None
        )
        if ahead is None or (occasion is not None and occasion.place is not None):
            yield occasion
        elif occasion is None:
            yield ahead
        elif occasion.date is None or ahead.date is None or are_far(occasion.date, ahead.date):
            yield occasion
        else:
            yield occasion._replace(place=ahead.place)


def _entry(view: SentenceView, place: Mention | None) -> Occasion | None:
    """The date that heads the line of a chronology."""
    if view.lead is None:
        return None
    resolved = view.resolve(view.lead, future=None)
    if resolved is None:
        return None
    date = Reading("signed", resolved[0], view.lead.start, view.lead.end, "date", Basis.RESOLVED)
    return Occasion(date, place, view.index, view.paragraph)


def _entry_place(view: SentenceView) -> Mention | None:
    """ "30 November 1996, Irkutsk. Contract for 40 aircraft"."""
    if view.lead is None:
        return None
    return next((m for m in view.by_kind[Kind.PLACE] if 0 < m.start - view.lead.end <= 3), None)


def _head_of_list(view: SentenceView, listed: str) -> str:
    """What the sentence before a list says of it: "These papers were signed there:", "NOT SIGNED"."""
    if view.role is LineRole.LIST:
        return listed
    signs = [m for m in view.cues[CueKind.SEAL] if m.value.value == "signed"]
    head = view.role is LineRole.HEADING or view.words(view.end - 1, view.end) == ":"
    if not head:
        return ""
    if not signs:
        return listed
    return "proposed" if view.modality(signs[-1]) & {"negated", "planned"} else "signed"


def _event(view: SentenceView, home: Mention | None, last: Occasion | None) -> Occasion | None:
    """Day and place of the visit, the talks or the signing that a sentence tells of."""
    signs = [m for m in view.cues[CueKind.SEAL] if m.value.value == "signed"]
    events = [*view.cues[CueKind.VISIT], *view.cues[CueKind.TALK], *signs]
    if not events:
        return None
    date = _date(view, events) if not view.heading else None
    place = _place(view, events)
    here = _HERE.search(view.words(view.start, view.end))
    if place is None and here and home is not None:
        place = home
    if date is None and place is None:
        return None
    if date is not None and not _is_news(date.value, view):
        return Occasion(date, place, view.index, view.paragraph, past=True)
    if last is not None and view.index - last.sentence <= 3:
        arrives = not signs and not view.cues[CueKind.TALK]
        if last.date is not None and (date is None or (arrives and not are_far(date, last.date))):
            date = last.date  # "Putin had flown in on Thursday" is no other occasion than the talks of Friday
        if date is None or last.date is None or not are_far(date, last.date):
            date, place = date or last.date, place or last.place
    return Occasion(date, place, view.index, view.paragraph)


def are_far(a: Reading, b: Reading) -> bool:
    """Whether two days are more than three days apart, so that they can't be of one visit."""
    first, second = a.value.earliest, b.value.earliest
    return first is None or second is None or abs(first.toordinal() - second.toordinal()) > 3


def _date(view: SentenceView, events: Sequence[Mention]) -> Reading | None:
    best: tuple[int, Reading] | None = None
    for m in view.by_kind[Kind.DATE]:
        if m.value.lead in LATE:
            continue
        near = min(events, key=lambda e: abs(e.start - m.start))
        gap = abs(near.start - m.start)
        resolved = view.resolve(m, future="planned" in view.modality(near) or None)
        if resolved is None or gap > _DATE_REACH or "/" in resolved[0].edtf:
            continue
        if best is None or gap < best[0]:
            best = gap, Reading("signed", resolved[0], m.start, m.end, "date", Basis.RESOLVED)
    return best[1] if best is not None else None


def _is_news(date: DateSpan, view: SentenceView) -> bool:
    """Whether a date is a day near to that of the document, or a month where the document has no date."""
    if len(date.edtf) < 7:
        return False
    if view.reference is None or date.earliest is None:
        return True
    return len(date.edtf) == 10 and abs(date.earliest.toordinal() - view.reference.toordinal()) <= _DAYS


def _place(view: SentenceView, events: Sequence[Mention]) -> Mention | None:
    places = [
        m
        for m in view.by_kind[Kind.PLACE]
        if _VENUE.search(view.words(m.start - 12, m.start)) or _SUMMIT.match(view.words(m.end, m.end + 12))
    ]
    near = [(min(view.distance(event, m) for event in events), m) for m in places]
    best = min(near, key=lambda item: item[0], default=None)
    return best[1] if best is not None and best[0] <= _PLACE_REACH else None
