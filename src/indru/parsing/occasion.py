"""When and where a meeting is: the dates and places that belong to its words."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import attrs

from indru.knowledge.cues import CueKind
from indru.parsing.around import Around
from indru.parsing.drafts import Reading, read
from indru.parsing.people import People
from indru.parsing.scope import Scope
from indru.parsing.tenses import Tense, is_noun
from indru.parsing.view import SentenceView
from indru.scan.dates import resolve_date
from indru.scan.mentions import Kind, Mention
from indru.values import Basis, DateSpan


@attrs.frozen(eq=False)
class Setting:
    """What the readers of meetings know of the whole document."""

    scope: Scope
    people: People
    around: Around
    stand_in: datetime.date | None
    """A day with the month, the day and the weekday of a dateline that has no year."""
    anchors: tuple[tuple[int, datetime.date], ...]
    """The days that the document dates in full, by their offsets: what "a day earlier" hangs on."""
    says_here: bool
    """Whether the document says "here"."""
    accepted: frozenset[int]
    """The sentences whose invitations are accepted, there or in the next."""
    countries: Mapping[str, Mention]
    """The first mention of each of the two states as a noun."""
    bodies: tuple[tuple[int, str], ...]
    """Where the document speaks of the commission or of a working group: "its tenth meeting" is of the last of them."""

    def body_before(self, offset: int) -> str:
        """Which body was spoken of last: `commission`, `group`, or none."""
        at = bisect_left(self.bodies, (offset,))
        return self.bodies[at - 1][1] if at else ""


_EVENTS = (CueKind.SEAL, CueKind.TALK, CueKind.VISIT, CueKind.SUPPLY)
_HELPERS = ("occur", "session", "chair", "group", "accept", "invite")
_LINKS = ("when", "while", "during", "as ", "who", "in the course", "which")
_NOT_WHEN = ("since", "until", "till", "by")
_OF = re.compile(
    r"\b(?:contract|agreement|deal|pact|treaty|protocol|order|programme|war|lease|operation) (?:of|in|from|for) $"
)
_MOVED_TO = re.compile(r" (?:to|for|till|until) ")
_LIMIT = 110
_CLEARLY = 15
"""By so many characters another event must be nearer to claim a date."""
_OPENING = 14


def date_of(
    setting: Setting, view: SentenceView, own: Sequence[Mention], tense: Tense, *, leads: bool = True
) -> Reading | None:
    """The date of an event: the nearest that no other event of the sentence can better claim.

    A date crosses into a clause that says what went on at the same time: "in 2015, when he was in Moscow".
    """
    moved = _new_date(setting, view, tense)
    if moved is not None:
        return moved
    best: tuple[int, Reading] | None = None
    for date in view.by_kind[Kind.DATE]:
        price = _price(setting, view, date, own, tense)
        if price is not None and (best is None or price < best[0]):
            reading = resolved(setting, view, date, tense)
            if reading is not None and _is_short(view, reading):
                best = (price, reading)
    if best is not None:
        return best[1]
    if leads and view.lead is not None and _heads(view, view.lead):
        return resolved(setting, view, view.lead, tense._replace(name="past"), rule="date:lead")
    return None


def _heads(view: SentenceView, lead: Mention) -> bool:
    """Whether a date heads the entry of a chronicle, and doesn't only begin its first sentence: "On Tuesday he"."""
    return not view.document.lower[max(0, lead.start - 3) : lead.start].endswith(("on ", "in ", "by "))


def _price(setting: Setting, view: SentenceView, date: Mention, own: Sequence[Mention], tense: Tense) -> int | None:
    """How far a date is from an event; None where it is that of another thing."""
    event = own[0]
    visit = event.value.kind is CueKind.VISIT
    linked = _links(view, event, date)
    since = visit and tense.name == "present" and date.value.lead == "since"
    if (date.value.lead in _NOT_WHEN and not since) or (not visit and _begins_visit(view, date)):
        return None
    if not linked and _OF.search(view.words(date.start - 22, date.start)):
        return None
    mine = min(_distance(view, m, date) for m in own)
    if mine > _LIMIT or (not visit and is_noun(view, event) and _is_of_journey(view, own, date)):
        return None
    rivals = [m for kind in _EVENTS for m in view.cues[kind] if m not in own and m.value.value not in _HELPERS]
    theirs = min((_distance(view, m, date) for m in rivals if view.same_clause(m, date)), default=10_000)
    if theirs + _CLEARLY < mine and not linked:
        same = any(view.same_clause(m, date) for m in own)
        if not same or (visit and _is_of_other(setting, view, event, date)):
            return None
    return mine


def _begins_visit(view: SentenceView, date: Mention) -> bool:
    """Whether a visit lasts from a date on: "Putin, on a two-day visit from 4 December, met Modi"."""
    return date.value.lead == "from" and any(0 <= date.start - m.end <= _LASTS for m in view.cues[CueKind.VISIT])


_LASTS = 30


def _is_of_journey(view: SentenceView, own: Sequence[Mention], date: Mention) -> bool:
    """Whether a date stands beside the verb of a journey to the event: "arrives on Thursday for the summit"."""
    verbs = [m for m in view.cues[CueKind.VISIT] if m.value.value in ("go", "come") and not is_noun(view, m)]
    return any(m.end <= date.start < own[0].start and view.same_clause(m, date) for m in verbs) and all(
        m.end <= own[0].start for m in verbs
    )


def _is_short(view: SentenceView, date: Reading) -> bool:
    """Whether a date can be that of a meeting: no years on end ("the programme for 2011-2020"), nor a far year."""
    value = date.value
    if value.earliest is None or value.latest is None:
        return True
    if value.latest.toordinal() - value.earliest.toordinal() > _YEAR:
        return False
    return view.reference is None or value.earliest.toordinal() - view.reference.toordinal() <= 2 * _YEAR


_YEAR = 366


def _is_of_other(setting: Setting, view: SentenceView, visit: Mention, date: Mention) -> bool:
    """Whether a date behind a visit is that of another's: "is here to prepare the visit of the President on Friday"."""
    people = [r for r in setting.people.of(view) if visit.end <= r.start < date.start and not r.owner]
    others = [m for kind in (CueKind.VISIT, CueKind.TALK) for m in view.cues[kind] if visit.end <= m.start < date.start]
    return bool(people) and any(m.value.value not in _HELPERS for m in others)


def _new_date(setting: Setting, view: SentenceView, tense: Tense) -> Reading | None:
    """The date that an event is put off to: "has been shifted from Thursday to October 10"."""
    if tense.name != "future":
        return None
    for m in view.cues[CueKind.MODALITY]:
        if m.value.value != "postponed":
            continue
        for date in view.by_kind[Kind.DATE]:
            if 0 <= date.start - m.end <= 40 and (
                _MOVED_TO.search(view.words(m.end, date.start)) or view.words(m.start, m.end).endswith(" to")
            ):
                return resolved(setting, view, date, tense)
    return None


def _distance(view: SentenceView, event: Mention, date: Mention) -> int:
    gap = max(date.start - event.end, event.start - date.end, 0)
    if date.start - view.start <= _OPENING and view.clause(date.start) == 0:
        gap = min(gap, 60)  # "On Tuesday, ..." dates the whole sentence
    crossed = _crossed(view, event.start, date.start)
    if not crossed:
        return gap
    return gap + (10 if _links(view, event, date) else 60) * crossed


def _crossed(view: SentenceView, one: int, two: int) -> int:
    """How many clauses begin between two offsets; brackets set off no clause."""
    low, high = sorted((one, two))
    text = view.document.text
    return sum(1 for at in view.bounds if low < at <= high and text[at] not in "()")


def _links(view: SentenceView, event: Mention, date: Mention) -> bool:
    """Whether the clauses of an event and a date tell of the same time."""
    later = max(event, date, key=lambda m: m.start)
    start, _ = view.clause_span(later.start)
    words = view.words(start, start + 14)
    at_once = words.startswith(_LINKS) or (words.startswith("that ") and start - event.end <= 2)
    return at_once and _crossed(view, event.start, date.start) == 1


def resolved(
    setting: Setting, view: SentenceView, date: Mention, tense: Tense, *, rule: str = "date"
) -> Reading | None:
    """A date of the text as a reading, by the tense of the event."""
    future = {"future": True, "present": True, "past": False}.get(tense.name)
    meaning = date.value.meaning
    if tense.name == "present" and meaning[0] == "point" and meaning[3]:
        future = None
    found = view.resolve(date, future=future, anchor=_anchor(setting, view, date))
    if view.reference is None:
        found = _without_year(setting, date, found, future=future)
    return Reading("date", found[0], date.start, date.end, rule, found[1]) if found is not None else None


def _anchor(setting: Setting, view: SentenceView, date: Mention) -> datetime.date | None:
    """The day told last before a date, else the day of publication."""
    at = bisect_left(setting.anchors, (date.start,))
    return setting.anchors[at - 1][1] if at else view.reference


def _without_year(
    setting: Setting, date: Mention, found: tuple[DateSpan, Basis] | None, *, future: bool | None
) -> tuple[DateSpan, Basis] | None:
    """A date of a text that has no date of its own, by the dateline's day, or by the last day that it dates in full."""
    meaning = date.value.meaning
    if found is None:
        if setting.stand_in is None or (meaning[0] != "weekday" and meaning[:2] != ("near", "day")):
            return None
        stand_in = resolve_date(date.value, setting.stand_in, future=future)
        if stand_in is None or len(stand_in[0].edtf) != 10:
            return None
        return DateSpan("XXXX" + stand_in[0].edtf[4:]), Basis.RESOLVED
    if found[0].earliest is not None or not setting.anchors or future:
        return found
    latest = max(day for _, day in setting.anchors)
    return resolve_date(date.value, latest, future=False) or found


def days_of(setting: Setting, view: SentenceView, cue: Mention, own: Sequence[Mention], tense: Tense) -> Reading | None:
    """The date of an event, or all its days where the text tells how many they are."""
    date = date_of(setting, view, own, tense)
    return _span(setting, view, date, cue, tense) if date is not None else None


def _span(setting: Setting, view: SentenceView, date: Reading, cue: Mention, tense: Tense) -> Reading:
    """The days that an event lasts, where the text tells how many they are or when it ends.

    "Flew in on Friday for three days", "is to leave on Wednesday at the end of a three-day stay".
    """
    if len(date.value.edtf) != 10:
        return date
    first = last = date.value.edtf
    visit = cue.value.kind is CueKind.VISIT
    leaves = [m for m in view.cues[CueKind.VISIT] if m.value.value == "leave" and visit]
    days = [d for d in view.by_kind[Kind.DURATION] if d.value.unit == "day" and _lasts(view, d, cue)]
    if days:
        ends = [
            *leaves,
            *(
                m
                for m in view.cues[CueKind.TALK]
                if m.value.id == "talk-occur" and view.words(m.start, m.end).startswith(("end", "conclu"))
            ),
        ]
        after = _AFTER.search(view.words(days[0].start - 14, days[0].start)) is not None
        ending = after or min((abs(m.start - date.start) for m in ends), default=999) < _NEAR_END
        more = days[0].value.number - 1
        first, last = (_shift(first, -more), last) if ending else (first, _shift(last, more))
    elif leaves:
        last = _leaving(setting, view, date, leaves[0], tense) or last
    if not first or not last or first == last:
        return date
    return date._replace(value=DateSpan(f"{first}/{last}"), basis=Basis.RESOLVED, rule="date:span")


def _lasts(view: SentenceView, duration: Mention, cue: Mention) -> bool:
    """Whether a number of days is that of an event: talks are counted beside their word, visits anywhere near."""
    if cue.value.kind is CueKind.VISIT:
        return view.distance(duration, cue) <= _LIMIT
    visits = [m for m in view.cues[CueKind.VISIT] if m.value.value in ("noun", "go", "come")]
    talks = [m for m in view.cues[CueKind.TALK] if m.value.value not in ("occur", "chair")]
    near = min((max(m.start - duration.end, duration.start - m.end) for m in talks), default=999)
    return near <= 16 and all(abs(m.start - duration.start) > 16 for m in visits)


_AFTER = re.compile(r"\b(?:after|end of) (?:an?|his|her|the) $")
_NEAR_END = 30


def _leaving(setting: Setting, view: SentenceView, date: Reading, leave: Mention, tense: Tense) -> str:
    """The day on which a visitor goes home, within two weeks."""
    others = [d for d in view.by_kind[Kind.DATE] if d.start != date.start]
    home = min(others, key=lambda d: _distance(view, leave, d), default=None)
    end = resolved(setting, view, home, tense._replace(name="present")) if home is not None else None
    if end is None or len(end.value.edtf) != 10:
        return ""
    return str(end.value.edtf) if 0 < _days(date.value.edtf, end.value.edtf) <= 14 else ""


_SOME_YEAR = "2001"


def _shift(day: str, days: int) -> str:
    """The day so many days on; empty where the year changes and isn't known."""
    moved = datetime.date.fromisoformat(day.replace("XXXX", _SOME_YEAR)) + datetime.timedelta(days=days)
    if not day.startswith("XXXX"):
        return moved.isoformat()
    return f"XXXX{moved.isoformat()[4:]}" if moved.isoformat().startswith(_SOME_YEAR) else ""


def _days(first: str, last: str) -> int:
    if first[:4] != last[:4] and "XXXX" in (first[:4], last[:4]):
        return -1
    one, two = (datetime.date.fromisoformat(day.replace("XXXX", _SOME_YEAR)) for day in (first, last))
    return (two - one).days


_IN = re.compile(r"\b(?:in|at|near)(?: the)?(?: [\w-]+ (?:city|town|port|resort) of)? $")


def place_of(setting: Setting, view: SentenceView, own: Sequence[Mention], limit: int = 110) -> Reading | None:
    """Where an event is: a place behind "in" or "at" near its words, or "here" or "there"."""
    best: tuple[int, Reading] | None = None
    start, _ = view.clause_span(own[0].start)
    relative = view.words(start, start + 6) == "where "
    for reading in places(setting, view):
        if relative and 0 <= start - reading.end <= 2:
            return reading  # "in Goa, where a sub-group was meeting"
        if not reading.rule.startswith("anaphor") and not _is_where(view, reading):
            continue
        at = Mention(reading.start, reading.end, Kind.PLACE, None)
        price = min(view.distance(m, at) for m in own) + (20 if reading.rule.startswith("country") else 0)
        if price <= limit and (best is None or price < best[0]):
            best = (price, reading)
    return best[1] if best is not None else None


_VENUE = re.compile(r" (?:was|is|being|as) the (?:venue|scene)\b| (?:also )?saw\b")


def _is_where(view: SentenceView, place: Reading) -> bool:
    """Whether a place is told as one where things happen: "in Moscow", "Moscow was the venue"."""
    before = view.words(place.start - 26, place.start)
    return _IN.search(before) is not None or _VENUE.match(view.words(place.end, place.end + 20)) is not None


def places(setting: Setting, view: SentenceView) -> Iterator[Reading]:
    """The places of a sentence: cities, states as nouns, and what "here" and "there" stand for."""
    for m in view.by_kind[Kind.PLACE]:
        yield read("place", m.value, m)
    for m in view.by_kind[Kind.COUNTRY]:
        if is_place(view, m):
            yield read("place", m.value, m)
    for cue in view.cues[CueKind.ANAPHOR]:
        if cue.value.value in ("here", "there"):
            target = _meant(setting, view, cue)
            if target is not None:
                yield Reading("place", target.value, cue.start, cue.end, f"anaphor:{cue.value.id}", Basis.RESOLVED)


def _meant(setting: Setting, view: SentenceView, cue: Mention) -> Mention | None:
    """Here is the city of the dateline; there is the place told last."""
    before = [m for m in view.by_kind[Kind.PLACE] if m.end <= cue.start]
    venue = setting.around.venues[view.index - 1] if view.index else None
    if cue.value.value == "here":
        return setting.around.home or (before[-1] if before else venue)
    return before[-1] if before else venue


def is_place(view: SentenceView, m: Mention) -> bool:
    """ "Russia", not "Russian" nor "Russia's": only a noun is a place."""
    written = view.document.text[m.start : m.end]
    return written not in m.value.demonyms and not view.words(m.end, m.end + 2).startswith("'s")
