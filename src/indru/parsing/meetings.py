"""Meetings: people of both states talk, call, visit, or sit in a session."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator, Sequence

import attrs

from indru.knowledge.cues import CueKind
from indru.parsing.around import Around
from indru.parsing.drafts import Draft, Reading
from indru.parsing.occasion import Setting, is_place
from indru.parsing.parties import find_parties
from indru.parsing.people import People
from indru.parsing.scope import PAIR, Scope
from indru.parsing.sessions import read_sessions
from indru.parsing.talks import read_talks
from indru.parsing.view import SentenceView, country_code
from indru.parsing.visits import read_visits
from indru.scan.mentions import Kind, Mention
from indru.scan.scan import Scan
from indru.values import Basis

_SHORTEST = 45
"""A line shorter than this is no sentence of a report."""
_PUBLISHED = re.compile(r"\b(?:issued|posted|published|updated|dated)(?: on)?:? $")
_FOR = re.compile(r"\bfor (?:[\w-]+ ){0,3}$")
_NEAR = 200
_ARRIVES = ("visit-go", "visit-come")
_BACK = 4
"""How many sentences on "later" still goes on with a day."""
_LEAD = 4
"""So many sentences of a report are about the day on which it was news."""


class MeetingReader:
    """Reads the meetings of one document, sentence by sentence."""

    def __init__(
        self, scope: Scope, people: People, around: Around, found: Scan, views: Sequence[SentenceView]
    ) -> None:
        talks = [m for view in views for m in view.cues[CueKind.TALK]]
        self.setting = Setting(
            scope=scope,
            people=people,
            around=around,
            stand_in=_stand_in(found, views),
            anchors=tuple(_full_dates(views)),
            says_here=any(m.value.value == "here" for view in views for m in view.cues[CueKind.ANAPHOR]),
            countries=_countries(views),
            accepted=frozenset(
                view.index + step
                for view in views
                for m in view.cues[CueKind.VISIT]
                if m.value.value == "accept" and not view.modality(m) & {"negated"}
                for step in (0, -1)
            ),
            bodies=tuple((m.start, m.value.value) for m in talks if m.value.value in ("commission", "group")),
        )
        self.before = tuple(itertools.accumulate((not view.heading for view in views), initial=0))
        """How many sentences that are no headings stand before each."""
        self.news_day = _news_day(views)
        self.scene = tuple(_scene(found, views, around))
        self.parties = find_parties(people, views)
        self.last: tuple[int, Reading] | None = None

    def read(self, view: SentenceView) -> Iterator[Draft]:
        """The meetings and visits that one sentence tells of."""
        if not (view.cues[CueKind.TALK] or view.cues[CueKind.VISIT] or view.heading):
            return
        sessions = list(read_sessions(self.setting, view))
        talks = list(read_talks(self.setting, view))
        visits = list(read_visits(self.setting, view))
        starts = {s.start for s in sessions}
        talks = [t for t in talks if t.start not in starts]
        sessions = [_on_visit(view, session, visits) for session in sessions]
        talks = [
            _on_visit(view, talk, visits) if _FOR.search(view.words(talk.start - 40, talk.start)) else talk
            for talk in talks
        ]
        visits = [_for_session(view, visit, sessions) for visit in visits]
        sessions, talks = _fold(sessions, talks)
        for draft in (*sessions, *talks):
            dated = attrs.evolve(
                draft, readings=(*draft.readings, *self._parties(draft), *self._hints(view, draft, visits))
            )
            self._note(view, dated)
            yield dated
        for draft in visits:
            self._note(view, draft)
            yield draft

    def _note(self, view: SentenceView, draft: Draft) -> None:
        """Keep the day of the last event told of, for "later he met the Prime Minister"."""
        date = next((r for r in draft.readings if r.field == "date"), None)
        if date is not None and len(date.value.edtf) == 10 and draft.get("status") == "held":
            self.last = view.index, date

    def _hints(self, view: SentenceView, draft: Draft, visits: list[Draft]) -> Iterator[Reading]:
        """What dates and places a meeting if its own words don't, and who takes part if they don't name them."""
        names = {p.name for p in draft.all("participants")}
        if any(
            names & {p.name for p in v.all("participants")} and v.get("status") == draft.get("status") for v in visits
        ):
            yield Reading("during", "visit", draft.start, draft.start + 1, "same-sentence", Basis.RESOLVED)
        if draft.get("date") is None and draft.get("status") == "held":
            yield from self._day(view)

    def _parties(self, draft: Draft) -> Iterator[Reading]:
        """The heads or ministers who stand for a side that a summit or a two-plus-two names nobody of."""
        form = str(draft.get("format"))
        people = draft.all("participants")
        sides, names = {country_code(p.country) for p in people}, {p.name for p in people}
        for r in self.parties.get(form, ()):
            if r.value.name not in names and (form == "two-plus-two" or country_code(r.value.country) not in sides):
                yield r

    def _day(self, view: SentenceView) -> Iterator[Reading]:
        """The day that "later" and "in the evening" go on with; at the head of a report the day of the news."""
        later = [m for m in view.cues[CueKind.BREAK] if m.value.value == "same-day"]
        if later and self.last is not None and view.index - self.last[0] <= _BACK:
            day = self.last[1]
            yield day._replace(
                field="day", start=later[0].start, end=later[0].end, rule="same-day", basis=Basis.RESOLVED
            )
        if self.news_day is not None and (view.heading or later or self.before[view.index] < _LEAD):
            yield self.news_day
        yield from self.scene


def _countries(views: Sequence[SentenceView]) -> dict[str, Mention]:
    """Where the text first names each of the two states as a place."""
    found: dict[str, Mention] = {}
    for view in views:
        for m in view.by_kind[Kind.COUNTRY]:
            if m.value.id in PAIR and is_place(view, m):
                found.setdefault(m.value.id, m)
    return found


def _full_dates(views: Sequence[SentenceView]) -> Iterator[tuple[int, datetime.date]]:
    for view in views:
        for m in view.by_kind[Kind.DATE]:
            date = m.value.date
            if date is not None and len(date.edtf) == 10 and date.earliest is not None:
                yield m.start, datetime.date(date.earliest.year, date.earliest.month, date.earliest.day)


def _scene(found: Scan, views: Sequence[SentenceView], around: Around) -> Iterator[Reading]:
    """The city and the day of a header that says where the whole document plays: "(New Delhi, December 6, 2021)"."""
    dateline = found.document.dateline
    if not around.scene or around.home is None or dateline is None or dateline.date is None or not views:
        return
    home = around.home
    yield Reading("scene", home.value, home.start, home.end, "scene", Basis.RESOLVED)
    start, end = dateline.date
    for m in found.mentions:
        if m.kind is Kind.DATE and start <= m.start < end:
            date = views[0].resolve(m, future=False)
            if date is not None:
                yield Reading("day", date[0], m.start, m.end, "scene", Basis.RESOLVED)


def _news_day(views: Sequence[SentenceView]) -> Reading | None:
    """The day of the last days that the first sentences of a report name, as a reading to fall back on."""
    body = [view for view in views if not view.heading and view.end - view.start > _SHORTEST][:2]
    for view in body:
        if view.reference is None:
            return None
        for m in view.by_kind[Kind.DATE]:
            if _PUBLISHED.search(view.words(m.start - 24, m.start)):
                continue
            found = view.resolve(m, future=False)
            if found is None or m.value.lead in ("since", "until", "by") or found[0].earliest is None:
                continue
            day, latest = found[0].earliest, found[0].latest
            if day == latest and 0 <= (view.reference - datetime.date(day.year, day.month, day.day)).days <= 2:
                return Reading("day", found[0], m.start, m.end, "news-day", Basis.RESOLVED)
    return None


def _stand_in(found: Scan, views: Sequence[SentenceView]) -> datetime.date | None:
    """A day on which the weekday of the lead fell on the day and month of a dateline without a year.

    "QINGDAO, June 26. The two met here on Thursday": in some year June 26 was a Thursday, and others don't matter.
    """
    dateline = found.document.dateline
    if dateline is None or dateline.date is None or not views or views[0].reference is not None:
        return None
    start, end = dateline.date
    date = next((m.value.date for m in found.mentions if m.kind is Kind.DATE and start <= m.start < end), None)
    if date is None or date.earliest is not None or len(date.edtf) != 10:
        return None
    body = [view for view in views if view.start >= dateline.end and not view.heading][:2]
    weekday = next(
        (m.value.meaning[1] for v in body for m in v.by_kind[Kind.DATE] if m.value.meaning[0] == "weekday"), None
    )
    month, day = int(date.edtf[5:7]), int(date.edtf[8:])
    years = range(2000, 2028)
    days = [datetime.date(year, month, day) for year in years if not (month == 2 and day == 29) or year % 4 == 0]
    return next((d for d in reversed(days) if weekday is None or d.weekday() == weekday), None)


def _fold(sessions: list[Draft], talks: list[Draft]) -> tuple[list[Draft], list[Draft]]:
    """Talks told of in one sentence with the session that they are held in belong to it.

    "Received his guest for the yearly session of their commission".
    """
    apart: list[Draft] = []
    for talk in talks:
        index = next((i for i, s in enumerate(sessions) if s.get("format") != "multilateral" and _fits(s, talk)), None)
        if index is None:
            apart.append(talk)
        else:
            sessions[index] = _joined(sessions[index], talk)
    return sessions, apart


def _fits(session: Draft, talk: Draft) -> bool:
    mine, theirs = ({p.name for p in d.all("participants")} for d in (session, talk))
    near = abs(session.start - talk.start) <= _NEAR
    return near and (not mine or not theirs or bool(mine & theirs)) and talk.get("format") != "call"


def _joined(session: Draft, talk: Draft) -> Draft:
    """The session with what only the talks tell."""
    known = {r.value.name for r in session.readings if r.field == "participants"}
    filled = {r.field for r in session.readings if r.field != "participants"}
    if session.get("format") == "two-plus-two":
        filled.add("participants")
    more = [
        r for r in talk.readings if r.field not in filled and (r.field != "participants" or r.value.name not in known)
    ]
    readings = list(session.readings)
    if talk.strength > session.strength:
        status = next(r for r in talk.readings if r.field == "status")
        readings = [status if r.field == "status" else r for r in readings]
    return attrs.evolve(
        session,
        readings=(*readings, *more),
        weak=session.weak and talk.weak,
        strength=max(session.strength, talk.strength),
    )


def _on_visit(view: SentenceView, session: Draft, visits: list[Draft]) -> Draft:
    """A session for which somebody comes has the status, the place and the date of the visit.

    "When the President comes to New Delhi for the annual summit". Who has only just arrived for it has it before him.
    """
    visit = next((v for v in visits if v.start < session.start), None)
    if visit is None or " for " not in view.words(session.start - 60, session.start):
        return session
    filled = {r.field for r in session.readings}
    known = {r.value.name for r in session.readings if r.field == "participants"}
    readings = [r for r in session.readings if r.field != "status"]

    def contradicts(date: Reading) -> bool:
        """Whether the session has a day of its own; "this year's summit" is held on the visit next month."""
        own = session.get("date")
        return own is not None and (len(own.edtf) > len("2021") or not date.value.edtf.startswith(own.edtf))

    arrived = visit.get("status") == "held" and visit.get("date") is None and visit.readings[0].rule[4:] in _ARRIVES
    for r in visit.readings:
        if r.field == "status":
            readings.append(r._replace(value="scheduled" if arrived else r.value, basis=Basis.RESOLVED))
        elif (r.field == "place" and "place" not in filled) or (r.field == "date" and not contradicts(r)):
            readings.append(r._replace(basis=Basis.RESOLVED))
        elif r.field == "participants" and r.value.name not in known:
            readings.append(r)
    return attrs.evolve(session, readings=tuple(readings), weak=False, strength=visit.strength)


def _for_session(view: SentenceView, visit: Draft, sessions: list[Draft]) -> Draft:
    """A visit has the date of the session that it is for: "will lead a team to Moscow for the session in January"."""
    session = next((s for s in sessions if s.start > visit.start and s.get("date") is not None), None)
    if session is None or visit.get("date") is not None or session.get("status") != visit.get("status"):
        return visit
    if " for " not in view.words(session.start - 30, session.start):
        return visit
    date = next(r for r in session.readings if r.field == "date")
    return attrs.evolve(visit, readings=(*visit.readings, date._replace(basis=Basis.RESOLVED)))
