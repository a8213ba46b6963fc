"""Meetings: people of both states talk, call, visit, or sit in a session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indru.knowledge.cues import CueKind, Form
from indru.parse.drafts import Draft, Reading, read
from indru.parse.people import People
from indru.parse.scope import PAIR, Scope
from indru.parse.values import date_near, place_near
from indru.parse.view import SentenceView, country_of
from indru.scan.mentions import Kind, Mention

_SPECIFIC = ("two-plus-two", "commission", "summit", "multilateral", "call", "bilateral")
"""Formats, the most telling first: a clause that says "2+2" and "meeting" is about a 2+2."""
_LINK = 130


def parse_meetings(view: SentenceView, scope: Scope, people: People) -> Iterator[Draft]:
    """The meetings and visits that one sentence tells of."""
    yield from _talks(view, scope, people)
    yield from _visits(view, scope, people)


def _talks(view: SentenceView, scope: Scope, people: People) -> Iterator[Draft]:
    used: list[Mention] = []
    cues = [m for m in view.cues[CueKind.TALK] if m.value.value in _SPECIFIC]
    cues.extend(m for m in view.cues[CueKind.VISIT] if m.value.value == "host")
    cues.sort(key=lambda m: (_SPECIFIC.index(m.value.value) if m.value.value in _SPECIFIC else 9, m.start))
    for cue in cues:
        if any(view.distance(cue, m) < 70 for m in used) or view.has_habit(cue):
            continue
        draft = _talk(view, cue, scope, people)
        if draft is not None:
            used.append(cue)
            yield draft


def _talk(view: SentenceView, cue: Mention, scope: Scope, people: People) -> Draft | None:
    start, end = view.clause_span(cue.start)
    form = cue.value.value if cue.value.value in _SPECIFIC else "bilateral"
    named = people.in_clause(view, cue)
    if form == "bilateral" and len(named) < 2:
        named = people.around(view, cue)
    sides = {r.value.country for r in named} | {c for m, c in view.countries() if start <= m.start < end}
    modality = view.modality(cue, both_sides=cue.form is Form.PHRASE)
    if "negated" in modality:
        return None
    if form == "bilateral":
        if not _both(named) and not (named and PAIR <= sides and cue.form is not Form.PHRASE):
            return None
    elif not scope.between(view, start, end):
        return None
    if form == "commission" and not _session(view, cue):
        return None
    status = _status(view, cue, modality)
    readings = [read("format", form, cue), status]
    readings.extend(named)
    date = date_near(view, cue, [cue], future=status.value == "scheduled")
    if date is not None:
        readings.append(date)
    place = place_near(view, cue, [cue])
    if place is not None:
        readings.append(place)
    return Draft(type="meeting", sentence=view.index, start=cue.start, readings=tuple(readings))


def _both(named: Sequence[Reading]) -> bool:
    return PAIR <= {r.value.country for r in named}


def _session(view: SentenceView, cue: Mention) -> bool:
    """A commission is an institution; only its sessions are meetings."""
    words = [m for m in view.cues[CueKind.TALK] if m.value.value in ("session", "chair", "bilateral") and m is not cue]
    return any(view.distance(cue, m) <= _LINK for m in words)


def _status(view: SentenceView, cue: Mention, modality: frozenset[str]) -> Reading:
    if "cancelled" in modality:
        return read("status", "cancelled", cue, "modality:cancelled")
    if "planned" in modality or "postponed" in modality:
        return read("status", "scheduled", cue, "modality:planned")
    return read("status", "held", cue)


def _visits(view: SentenceView, scope: Scope, people: People) -> Iterator[Draft]:
    done: set[str] = set()
    for cue in view.cues[CueKind.VISIT]:
        if cue.value.value != "guest" or view.has_habit(cue):
            continue
        visitor = people.visitor(view, cue)
        if visitor is None or visitor.value.country not in PAIR or visitor.value.name in done:
            continue
        host = next(iter(PAIR - {visitor.value.country}))
        place = _destination(view, cue, host)
        if place is None:
            continue
        modality = view.modality(cue, both_sides=cue.form is Form.PHRASE)
        if "negated" in modality:
            continue
        status = _status(view, cue, modality)
        readings = [read("format", "visit", cue), status, visitor, place]
        date = date_near(view, cue, [cue], future=status.value == "scheduled")
        if date is not None:
            readings.append(date)
        done.add(visitor.value.name)
        yield Draft(type="meeting", sentence=view.index, start=cue.start, readings=tuple(readings))


def _destination(view: SentenceView, cue: Mention, host: str) -> Reading | None:
    """Where a visit goes: a place of the host country near the words for the visit, behind them if possible."""
    best: tuple[int, Mention] | None = None
    for m in [*view.by_kind[Kind.PLACE], *view.by_kind[Kind.COUNTRY]]:
        if country_of(m) != host:
            continue
        if m.kind is Kind.COUNTRY and not _is_noun(view, m):
            continue
        price = view.distance(cue, m) + (0 if m.start >= cue.end else 40) + (25 if m.kind is Kind.COUNTRY else 0)
        if price <= 120 and (best is None or price < best[0]):
            best = (price, m)
    if best is None:
        return None
    return Reading("place", best[1].value, best[1].start, best[1].end, f"{best[1].kind}:{best[1].value.id}")


def _is_noun(view: SentenceView, m: Mention) -> bool:
    """ "Russia", not "Russian": an adjective is no destination."""
    written = view.document.text[m.start : m.end]
    return written not in m.value.demonyms and not view.words(m.end, m.end + 2).startswith("'s")
