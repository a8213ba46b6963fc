"""Meetings: people of both states talk, call, visit, or sit in a session."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

import attrs

from indru.knowledge.cues import CueKind
from indru.parse.around import Around
from indru.parse.drafts import Draft, Reading
from indru.parse.occasion import Setting
from indru.parse.people import People
from indru.parse.scope import Scope
from indru.parse.sessions import read_sessions
from indru.parse.talks import read_talks
from indru.parse.view import SentenceView
from indru.parse.visits import read_visits
from indru.scan.mentions import Kind
from indru.scan.scan import Scan
from indru.values import Basis

_NEAR = 200
_ARRIVES = ("visit-go", "visit-come")
_LEAD = 4
"""So many sentences of a report are about the day on which it was news."""


class MeetingReader:
    """Reads the meetings of one document, sentence by sentence."""

    def __init__(self, scope: Scope, people: People, around: Around, found: Scan, views: Sequence[SentenceView]) -> None:
        commission = any(m.value.value == "commission" for view in views for m in view.cues[CueKind.TALK])
        stand_in, anchors = _stand_in(found, views), tuple(_full_dates(views))
        self.setting = Setting(scope, people, around, stand_in, anchors, commission)
        self.views = views
        self.news_day = _news_day(views)

    def read(self, view: SentenceView) -> Iterator[Draft]:
        """The meetings and visits that one sentence tells of."""
        if not (view.cues[CueKind.TALK] or view.cues[CueKind.VISIT] or view.heading):
            return
        sessions = list(read_sessions(self.setting, view))
        talks = list(read_talks(self.setting, view))
        visits = list(read_visits(self.setting, view))
        sessions = [_on_visit(view, session, visits) for session in sessions]
        visits = [_for_session(view, visit, sessions) for visit in visits]
        sessions, talks = _fold(sessions, talks)
        for draft in (*sessions, *talks):
            yield self._dated_by_news(view, draft)
        yield from visits

    def _dated_by_news(self, view: SentenceView, draft: Draft) -> Draft:
        """Talks at the head of a report, if nothing else dates them, were held on the day that its lead names."""
        if self.news_day is None or draft.get("date") is not None or draft.get("status") != "held":
            return draft
        if not view.heading and sum(1 for other in self.views[: view.index] if not other.heading) >= _LEAD:
            return draft
        return attrs.evolve(draft, readings=(*draft.readings, self.news_day))


def _full_dates(views: Sequence[SentenceView]) -> Iterator[tuple[int, datetime.date]]:
    for view in views:
        for m in view.by_kind[Kind.DATE]:
            date = m.value.date
            if date is not None and len(date.edtf) == 10 and date.earliest is not None:
                yield m.start, datetime.date(date.earliest.year, date.earliest.month, date.earliest.day)


def _news_day(views: Sequence[SentenceView]) -> Reading | None:
    """The day of the last days that the first sentences of a report name, as a reading to fall back on."""
    body = [view for view in views if not view.heading][:2]
    for view in body:
        if view.reference is None:
            return None
        for m in view.by_kind[Kind.DATE]:
            found = view.resolve(m, future=False)
            if found is None or m.value.lead in ("since", "until", "by") or found[0].earliest is None:
                continue
            day, latest = found[0].earliest, found[0].latest
            if day == latest and 0 <= (view.reference - datetime.date(day.year, day.month, day.day)).days <= 2:
                return Reading("news-date", found[0], m.start, m.end, "news-day", Basis.RESOLVED)
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
    weekday = next((m.value.meaning[1] for v in body for m in v.by_kind[Kind.DATE] if m.value.meaning[0] == "weekday"), None)
    month, day = int(date.edtf[5:7]), int(date.edtf[8:])
    years = range(2000, 2028)
    days = [datetime.date(year, month, day) for year in years if not (month == 2 and day == 29) or year % 4 == 0]
    return next((d for d in reversed(days) if weekday is None or d.weekday() == weekday), None)


def _fold(sessions: list[Draft], talks: list[Draft]) -> tuple[list[Draft], list[Draft]]:
    """Talks told of in one sentence with the session that they are held in belong to it.

    "Received his guest for the yearly session of their commission".
    """
    apart = []
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
    more = [r for r in talk.readings if r.field not in filled and (r.field != "participants" or r.value.name not in known)]
    readings = list(session.readings)
    if talk.strength > session.strength:
        status = next(r for r in talk.readings if r.field == "status")
        readings = [status if r.field == "status" else r for r in readings]
    return attrs.evolve(
        session, readings=(*readings, *more), weak=session.weak and talk.weak, strength=max(session.strength, talk.strength)
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
    arrived = visit.get("status") == "held" and visit.get("date") is None and visit.readings[0].rule[4:] in _ARRIVES
    for r in visit.readings:
        if r.field == "status":
            readings.append(r._replace(value="scheduled" if arrived else r.value, basis=Basis.RESOLVED))
        elif r.field in ("place", "date") and r.field not in filled:
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


