"""Meetings of a kind: annual summits, sessions of the commission, two-plus-two dialogues, multilateral meetings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indru.knowledge.cues import CueKind, Form
from indru.parsing.drafts import Draft, Reading, read
from indru.parsing.occasion import Setting, days_of, place_of
from indru.parsing.ordinals import ordinal_of
from indru.parsing.scope import PAIR
from indru.parsing.talks import during_visit, other_side, present, readings_of
from indru.parsing.tenses import Tense, status_of, tense_of
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind, Mention

_FORMATS = ("two-plus-two", "commission", "summit", "multilateral")
_MEETS = ("meeting", "meet", "summit", "conclave", "session")
_SERIES = {"summit": "annual summit", "commission": "inter-governmental commission"}
"""What an ordinal counts."""
_LINK = 130
_PAIR = 2
_HEADS = frozenset({"president", "prime-minister"})


def read_sessions(setting: Setting, view: SentenceView) -> Iterator[Draft]:
    """The sessions that a sentence tells of, one of each format."""
    talks = view.cues[CueKind.TALK]
    if not talks:
        return
    for form in _FORMATS:
        cues = [m for m in talks if m.value.value == form]
        if form == "commission" and not cues:
            cues = _unnamed(setting, view)
        if form == "multilateral" and not cues:
            cues = _of_bloc(view)
        drafts = [d for cue in cues if not view.has_habit(cue) and (d := _read(setting, view, cue, form)) is not None]
        if drafts:
            yield max(drafts, key=lambda d: (not d.weak, len(d.readings), -d.start))
    if setting.body_before(view.end) == "commission" and not any(m.value.value in _FORMATS for m in talks):
        yield from _chaired(setting, view)


def _unnamed(setting: Setting, view: SentenceView) -> list[Mention]:
    """Sessions of the commission told of without its name: "the third session is likely in January"."""
    if any(m.value.value == "group" for m in view.cues[CueKind.TALK]):
        return []
    sessions = [m for m in view.cues[CueKind.TALK] if m.value.value == "session" and m.form is Form.NOUN]
    sessions += [m for m in view.cues[CueKind.TALK] if view.words(m.start, m.end) == "meeting"]
    bodies = {kind for _, kind in setting.bodies}
    return [
        m
        for m in sessions
        if _is_numbered(view, m) and _body(setting, view, m) == "commission" and "commission" in bodies
    ]


def _body(setting: Setting, view: SentenceView, m: Mention) -> str:
    """Which body sits: a session is the commission's, a meeting that of the body spoken of last."""
    return "commission" if view.words(m.start, m.end).startswith("session") else setting.body_before(m.start)


_BLOC = re.compile(r"(?: \([a-z]+\))?(?:'s?)?(?: \w+){0,3} |(?: of)?(?: the)?(?: \w+){0,3} of (?:the )?")


def _of_bloc(view: SentenceView) -> list[Mention]:
    """Words for a meeting beside the name of a bloc: "the meet of defence ministers of the SCO"."""
    blocs = [m for m in view.by_kind[Kind.ORGANISATION] if m.value.kind == "bloc"]
    cues = [m for m in view.cues[CueKind.TALK] if view.words(m.start, m.end).split()[-1] in _MEETS]
    return [
        m
        for m in cues
        if any(
            _BLOC.fullmatch(view.words(b.end, m.start) if b.end <= m.start else view.words(m.end, b.start))
            for b in blocs
        )
    ]


def _is_numbered(view: SentenceView, m: Mention) -> bool:
    """Whether a session is one of a series: "its third session", "the previous round"."""
    return ordinal_of(view, m) is not None or view.words(m.start - 10, m.start).endswith(
        (" next ", " previous ", "the last ")
    )


def _chaired(setting: Setting, view: SentenceView) -> Iterator[Draft]:
    """Who leads the session that the sentences around tell of: "will share the chair with Mr Antony"."""
    for cue in view.cues[CueKind.TALK]:
        if (
            cue.value.value != "chair"
            or view.has_habit(cue)
            or any(m.value.value == "group" for m in view.cues[CueKind.TALK])
        ):
            continue
        persons = participants(setting, view, cue, "commission")
        tense = tense_of(view, cue)
        if persons and tense.name not in ("denied", "off"):
            status, _ = status_of(view, tense, None)
            readings = (read("format", "commission", cue), status, *persons)
            yield Draft(type="meeting", sentence=view.index, start=cue.start, readings=readings, weak=True, strength=2)
            return


def _read(setting: Setting, view: SentenceView, cue: Mention, form: str) -> Draft | None:
    start, end = view.clause_span(cue.start)
    if not setting.scope.between(view, start, end) or (form == "multilateral" and _is_venue_of_other(view, cue)):
        return None
    sits = _sits(view, cue) if form == "commission" and cue.value.value == "commission" else cue
    if sits is None:
        return None
    tense = tense_of(view, cue)
    if not tense.name and sits is not cue:
        tense = tense_of(view, sits)
    tense = _moved(view, cue, tense)
    if tense.name == "denied":
        return None
    own = [cue, sits, *([tense.at] if tense.at not in (cue, sits) else [])]
    date = days_of(setting, view, cue, own, tense)
    status, strength = status_of(view, tense, date)
    persons = participants(setting, view, cue, form)
    ordinal = next((o for m in own if (o := ordinal_of(view, m)) is not None), None)
    readings = [read("format", form, cue), status, *persons, *during_visit(view, cue)]
    if form in _SERIES and ordinal is not None:
        readings.append(read("series", _SERIES[form], cue))
    readings += [r for r in (date, place_of(setting, view, own), ordinal) if r is not None]
    told = persons or date is not None or tense.name or ordinal is not None
    weak = not told and _is_definite(view, cue)
    if form == "multilateral":
        weak = not persons
    return Draft(
        type="meeting", sentence=view.index, start=cue.start, readings=tuple(readings), weak=weak, strength=strength
    )


def _moved(view: SentenceView, cue: Mention, tense: Tense) -> Tense:
    """A session that is put off is to come, wherever in the sentence that is told."""
    moved = any(m.value.value == "postponed" and m.start >= cue.end for m in view.cues[CueKind.MODALITY])
    return Tense("future", cue, "modality:postponed") if moved else tense


def participants(setting: Setting, view: SentenceView, cue: Mention, form: str) -> list[Reading]:
    """Heads for a summit, others for a commission: those of the clause, else of the sentence."""
    start, end = view.clause_span(cue.start)
    people = present(setting, view, start, end, cue)
    if form == "two-plus-two":
        # "As the states begin their 2+2, the two ministers signed": only who stands right beside takes part.
        people = [r for r in people if r.end <= cue.start or _BESIDE.match(view.words(cue.end, r.start))]
    elif {r.country for r in people if r.persons} < PAIR and (form != "multilateral" or len(people) < _PAIR):
        whole = present(setting, view, view.start, view.end, cue)
        people = whole if form != "multilateral" or len(whole) <= _PAIR else people
    persons = readings_of(other_side(people))
    if form == "summit":
        definite = _is_definite(view, cue)
        return [r for r in persons if setting.people.is_head(r.value, known=definite)]
    if form == "multilateral":
        return persons if {r.value.country for r in persons} >= PAIR else []
    return [r for r in persons if not setting.people.offices.get(r.value.name, frozenset()) & _HEADS]


_BESIDE = re.compile(r" (?:of|with|between|by|under) [^,;]{0,60}$")


def _sits(view: SentenceView, cue: Mention) -> Mention | None:
    """A commission is an institution; only its sessions are meetings."""
    talks = view.cues[CueKind.TALK]
    if any(m.value.value == "group" and 0 <= cue.start - m.end <= 30 for m in talks):
        return None  # "a sub-group of the commission was meeting"
    if view.words(cue.start, cue.end).endswith(("session", "meeting")):
        return cue
    words = [m for m in talks if m is not cue and m.value.value in ("session", "bilateral")]
    words += [m for m in talks if m.value.value == "chair" and m.form is not Form.PHRASE]
    words += [m for m in talks if m.value.value == "occur" and m.form in (Form.THIRD, Form.PAST, Form.PHRASE)]
    return view.nearest(cue, words, limit=_LINK)


def _is_venue_of_other(view: SentenceView, cue: Mention) -> bool:
    """Whether other talks are told of that were held beside: "met on the sidelines of the SCO summit"."""
    return any(m.value.value == "sidelines" and 0 <= cue.start - m.end <= 40 for m in view.cues[CueKind.BREAK])


def _is_definite(view: SentenceView, cue: Mention) -> bool:
    """Whether the words only point back: "the summit", "that summit", "the commission"."""
    before = view.words(cue.start - 6, cue.start)
    return before.endswith(("the ", "this ", "that ")) or view.words(cue.start, cue.end) in (
        "the commission",
        "their commission",
    )
