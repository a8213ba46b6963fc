"""Visits: who travels, or is a guest, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indru.knowledge.cues import CueKind, Form
from indru.parsing.drafts import Draft, Reading, read
from indru.parsing.occasion import Setting, date_of, days_of, is_place, places
from indru.parsing.ordinals import ordinal_of
from indru.parsing.people import Referent
from indru.parsing.scope import PAIR
from indru.parsing.talks import is_aside
from indru.parsing.tenses import Tense, is_noun, status_of, tense_of
from indru.parsing.view import SentenceView, country_code
from indru.scan.mentions import Kind, Mention
from indru.values import Basis

_SUBJECT = 150
_BESIDE = 40
_COMPANY = 110
_TRAVELS = ("go", "come", "be", "lead")


def read_visits(setting: Setting, view: SentenceView) -> Iterator[Draft]:
    """The visits that a sentence tells of."""
    reader = _VisitReader(setting, view)
    for cue in view.cues[CueKind.VISIT]:
        if not view.has_habit(cue):
            draft = reader.read(cue)
            if draft is not None:
                yield draft
    yield from _without_verb(setting, view)


class _VisitReader:
    """Reads the visits of one sentence, each at its cue."""

    def __init__(self, setting: Setting, view: SentenceView) -> None:
        self.setting = setting
        self.view = view
        self.invited = [m for m in view.cues[CueKind.VISIT] if m.value.value == "invite"]
        self.accepted = [m for m in view.cues[CueKind.VISIT] if m.value.value == "accept"]

    def read(self, cue: Mention) -> Draft | None:
        """The visit that a cue tells of; None where the visitor or the place can't be made out."""
        kind = self._kind(cue)
        if kind == "invite":
            return self._invitation(cue)
        if kind == "leave":
            place, visitor = self._left(cue), self._subject(cue)
        elif kind == "noun":
            place, visitor = self._destination(cue), self._owner(cue)
            if visitor is None:
                return self._mention(cue, place)
        elif kind in _TRAVELS or kind == "accept":
            place, visitor = self._destination(cue), self._subject(cue)
        else:
            return None
        if visitor is None or (kind == "come" and cue.value.verbs and not self._is_arrival(cue, visitor, place)):
            return None
        return self._visit(cue, kind, visitor, place)

    def _kind(self, cue: Mention) -> str:
        """How a cue tells of a visit; empty where it doesn't, or another of the sentence says more."""
        kind = str(cue.value.value)
        lasts = any(d.value.unit == "day" and d.value.number > 1 for d in self.view.by_kind[Kind.DURATION])
        if kind == "go" and cue.form is not Form.PHRASE and is_noun(self.view, cue):
            kind = "noun"
        if kind == "noun":
            left = lasts and any(m.value.value == "leave" for m in self.view.cues[CueKind.VISIT])
            return "" if left else kind
        told = {"invite": cue.form is not Form.NOUN, "accept": bool(self.invited), "leave": lasts}
        return kind if told.get(kind, True) else ""

    def _visit(self, cue: Mention, kind: str, visitor: Referent, place: Reading | None) -> Draft | None:
        if place is None and kind in ("go", "be", "lead"):
            return None
        for possible in _alternatives(visitor) if place is None else ():
            place = place or self._scene(min(PAIR - {possible}), country=kind not in ("come", "leave"))
        guest = _foreign(visitor, place)
        if guest is None or place is None or guest.country not in PAIR:
            return None  # whoever comes from nowhere in particular isn't told to come from the one or the other
        host = next(iter(PAIR - {guest.country}))
        if _country(place) != host or (not guest.persons and place.rule.startswith("scene")):
            return None
        tense = self._tense(cue, kind)
        if tense is None or tense.name == "denied":
            return None
        own = [cue, *([tense.at] if tense.at != cue else [])]
        date = days_of(self.setting, self.view, cue, own, tense)
        status, strength = status_of(self.view, tense, date)
        if kind == "leave":
            status, strength = read("status", "held", cue, basis=Basis.RESOLVED), 3
        if date is not None and date.rule == "date" and "postponed" in self.view.modality(cue):
            date = None  # the day from which a visit is put off
        people = [*guest.readings(), *self._companions(cue, guest), *states(guest, place, host)]
        readings = [read("format", "visit", cue), status, *people]
        readings += [r for r in (place, date, ordinal_of(self.view, cue)) if r is not None]
        return Draft(
            type="meeting", sentence=self.view.index, start=cue.start, readings=tuple(readings), strength=strength
        )

    def _mention(self, cue: Mention, place: Reading | None) -> Draft | None:
        """A visit without its visitor adds to one told elsewhere: "that visit is pencilled in for June 24"."""
        if not self.view.words(cue.start - 5, cue.start).endswith((" the ", "this ", "that ")):
            return None
        tense = tense_of(self.view, cue)
        if tense.name == "denied":
            return None
        date = date_of(self.setting, self.view, [cue], tense, leads=False)
        status, strength = status_of(self.view, tense, date)
        readings = [r for r in (read("format", "visit", cue), status, place, date) if r is not None]
        return Draft(
            type="meeting",
            sentence=self.view.index,
            start=cue.start,
            readings=tuple(readings),
            weak=True,
            strength=strength,
        )

    def _before(self, place: Reading) -> str:
        return self.view.words(place.start - 8, place.start)

    def _left(self, cue: Mention) -> Reading | None:
        """The place that a visitor leaves: "left New Delhi after two days", "returned from a visit to Russia"."""
        nouns = [
            m
            for m in self.view.cues[CueKind.VISIT]
            if m.start > cue.end and (m.value.value == "noun" or is_noun(self.view, m))
        ]
        behind = next((p for p in places(self.setting, self.view) if p.start == cue.end + 1), None)
        return behind or next((p for m in nouns if (p := self._destination(m)) is not None), None)

    def _invitation(self, cue: Mention) -> Draft | None:
        """Who is invited, where the invitation is accepted: "invited him to Moscow. He has accepted"."""
        if self.view.index not in self.setting.accepted or any(
            m.start > cue.end and m.value.value == "go" for m in self.view.cues[CueKind.VISIT]
        ):
            return None
        visitor = next((r for r in self.setting.people.of(self.view) if 0 <= r.start - cue.end <= 45), None)
        place = self._destination(cue)
        return self._visit(cue, "accept", visitor, place) if visitor is not None and place is not None else None

    def _is_arrival(self, cue: Mention, visitor: Referent, place: Reading | None) -> bool:
        """Whether "came" and the like mean that somebody arrives, and not that "they come on top of" others.

        They name the place, or stand right behind the one who comes.
        """
        if not self.view.words(cue.start, cue.end).startswith(("come", "came", "coming", "land")):
            return True
        if place is not None and _GAP.fullmatch(self.view.words(cue.end, place.start)):
            return True
        return len(visitor.persons) == 1 and _AUXILIARY.fullmatch(self.view.words(visitor.end, cue.start)) is not None

    def _tense(self, cue: Mention, kind: str) -> Tense | None:
        """An invitation that is accepted makes a planned visit; one that isn't makes none."""
        tense = tense_of(self.view, cue)
        if kind == "accept":
            return tense._replace(name="future", rule="invited")
        if _DUE.search(self.view.words(cue.start, cue.end)) and tense.name in ("", "present", "past"):
            return tense._replace(name="future")
        if kind == "noun" and _THAT.match(self.view.words(cue.end, cue.end + 6)):
            planned = [m for m in self.view.cues[CueKind.MODALITY] if m.value.value == "planned"]
            if any(0 <= m.start - cue.end <= 70 for m in planned):  # "the visit that Modi is to pay to Russia"
                return tense._replace(name="future", rule="modality:planned")
        inviting = [m for m in self.invited if m.end <= cue.start and cue.start - m.end <= 90]
        if not inviting or tense.name in ("past", "off", "denied"):
            return tense
        return Tense("future", cue, "invited") if self.view.index in self.setting.accepted else None

    def _people(self) -> list[Referent]:
        return [r for r in self.setting.people.of(self.view) if not is_aside(self.setting, self.view, r)]

    def _subject(self, cue: Mention) -> Referent | None:
        """Who travels: the nearest guest before the verb, of the same clause or of the one that "who" hangs on."""
        people = self._people()
        if cue.form is Form.GERUND and cue.start - self.view.start <= 3:
            return next((r for r in people if r.start >= cue.end and not r.owner), None)
        before = [r for r in people if r.end <= cue.start and cue.start - r.end <= _SUBJECT and not r.owner]
        before = [r for r in before if _governs(self.view, r, cue) and self.view.words(r.end, r.end + 2) != "'s"]
        if not before and cue.start - self.view.clause_span(cue.start)[0] <= 30:
            # "Of which on a visit here he said": the visit is told before its visitor.
            return next((r for r in people if 0 <= r.start - cue.end <= 60 and not r.owner), None)
        if not before:
            return None
        place = self._destination(cue)
        nearest = next(
            (r for r in reversed(before) if place is None or r.country != _country(place) or r.others), before[-1]
        )
        pairs = [r for r in before if r.end < nearest.start and self.view.words(r.end, nearest.start) == " and "]
        if pairs and pairs[-1].country == nearest.country and nearest.persons:
            return nearest._replace(persons=(*pairs[-1].persons, *nearest.persons))
        return nearest

    def _owner(self, cue: Mention) -> Referent | None:
        """Whose visit it is: "Putin's stay", "his trip", "the visit of the President", "that Modi is to pay"."""
        view = self.view
        people = [r for r in self.setting.people.of(view) if r.persons]
        match = _OF.match(view.words(cue.end, cue.end + 60))
        if match:
            after = [r for r in people if 0 <= r.start - (cue.end + match.end()) <= 40 and not r.owner]
            if after:
                return after[0]
        before = [r for r in people if r.end <= cue.start]
        if not before:
            return None
        last = before[-1]
        between = view.words(last.end, cue.start)
        if (last.owner or between.startswith("'")) and _POSSESSIVE.fullmatch(between):
            return last
        return (
            last
            if not last.owner and len(between) < 80 and _PAYS.search(between) and _governs(view, last, cue)
            else None
        )

    def _destination(self, cue: Mention) -> Reading | None:
        """Where a visit goes: the place right behind its words, or behind "to" or "in" a little farther on."""
        found: list[tuple[int, Reading]] = []
        for reading in places(self.setting, self.view):
            if reading.start < cue.end:
                paid = _PAID.search(self.view.words(reading.start - 8, reading.start)) and cue.start - reading.end <= 40
                inside = reading.rule.startswith("anaphor") and cue.start <= reading.start
                before = (
                    _BEFORE.fullmatch(self.view.words(reading.end, cue.start))
                    and cue.value.value in ("noun", "go")
                    and is_noun(self.view, cue)
                )
                if inside or before or (paid and reading.end <= cue.start):
                    found.append((0, reading))
                continue
            between = self.view.words(cue.end, reading.start)
            near = reading.rule.startswith("anaphor") and len(between) < 40
            if _GAP.fullmatch(between):
                found.append((len(between), reading))
            elif (_LONG_GAP.fullmatch(between) or near) and cue.value.value != "be":
                found.append((len(between) + 20, reading))
        return min(found, key=lambda item: item[0])[1] if found else None

    def _companions(self, cue: Mention, guest: Referent) -> Iterator[Reading]:
        """Who comes with the visitor: "landed in the capital with Shoigu"."""
        words = [m for m in self.view.cues[CueKind.BREAK] if m.value.value == "companion" and m.start >= guest.end]
        for r in self._people():
            beside = any(0 <= r.start - m.end <= _BESIDE for m in words) and r.start - cue.end <= _COMPANY
            if beside and r.country == guest.country and not r.owner and not set(r.persons) & set(guest.persons):
                yield from r.readings()

    def _scene(self, host: str, *, country: bool) -> Reading | None:
        """The place of the events told last, or of the dateline, where it lies in the host's country.

        The dateline counts where the text says "here"; a visit of which no more is told goes to the country.
        """
        if any(state not in PAIR for _, state in self.view.countries()):
            return None  # whose country it is, the text leaves open
        around = self.setting.around
        for place in places(self.setting, self.view):
            if place.rule.startswith("place") and _country(place) == host and _SIGNED_IN.search(self._before(place)):
                return place._replace(rule="scene", basis=Basis.RESOLVED)
        homes = (around.home,) if self.setting.says_here or not country else ()
        for venue in (around.venues[self.view.index], *homes):
            if venue is not None and country_code(venue.value.country) == host:
                return read("place", venue.value, venue, "scene", Basis.RESOLVED)
        named = self.setting.countries.get(host)
        return (
            read("place", named.value, named, "country:scene", Basis.RESOLVED)
            if country and named is not None
            else None
        )


_DUE = re.compile(r"\b(?:due|expected|will)\b|^be\b")
_OF = re.compile(r"(?: (?:to|in) (?:the )?[\w -]{3,30}?)? (?:of|by|that|which) ")
_THAT = re.compile(r" (?:that|which)\b")
_POSSESSIVE = re.compile(r"(?:'s?)?(?: [\w-]+){0,3} $")
_PAYS = re.compile(
    r"\b(?:on|for|of|pay|pays|paid|paying|make|makes|made|with)(?: \w+)? (?:an?|his|her) (?:[\w-]+ ){0,3}$"
)
_AUXILIARY = re.compile(
    r",? ?(?:(?:who|is|was|will|has|had|have|would|be|himself|also|likely|to|due|expected|not|now|then|later|first"
    r"|may|could|should|earlier)\b ?){0,8}"
)
_SIGNED_IN = re.compile(r"\b(?:in|at)(?: the)? $")
_BEFORE = re.compile(r" (?:(?:state|official|working|[\w-]+-day) )?")
_PAID = re.compile(r"\b(?:pay|pays|paid|paying) $")
_GAP = re.compile(r"[ ,]{0,2}(?:(?:to|in|at|the|on|visit|official|a|state|of|city|into)\b[ ,]{0,2}){0,5}")
_LONG_GAP = re.compile(r"[^.;:]{0,45}?\b(?:to|in|at|for) (?:the )?$")
_GOES_ON = re.compile(r",? ?(?:who|and|but)\b")


def _governs(view: SentenceView, r: Referent, cue: Mention) -> bool:
    """Whether somebody can be the subject of a verb: of its clause, or before "who"; no other thing stands between."""
    if (
        any(r.end <= m.start < cue.start for m in view.by_kind[Kind.SYSTEM])
        or view.words(r.start - 4, r.start) == " by "
    ):
        return False
    bounds = [at for at in view.bounds if r.end <= at <= cue.start and view.document.text[at] not in "()"]
    return all(_GOES_ON.match(view.words(at, at + 6)) or "," in view.words(at + 2, cue.start) for at in bounds)


def _alternatives(visitor: Referent) -> Iterator[str]:
    """The states that a visitor may be of, the likelier first."""
    if visitor.country in PAIR:
        yield visitor.country
    for person in (*visitor.persons, *visitor.others):
        if country_code(person.country) in PAIR:
            yield country_code(person.country)


def _foreign(visitor: Referent, place: Reading | None) -> Referent | None:
    """The visitor is not at home where he goes: of those whom the words can mean, the one who is a guest there."""
    if place is None:
        return visitor if visitor.country in PAIR else None
    at_home = _country(place)
    if at_home not in PAIR:
        return None
    if visitor.country:
        if visitor.country != at_home:
            return visitor if visitor.country in PAIR else None
        if not visitor.persons:
            return None
    guest = next((p for p in (*visitor.persons, *visitor.others) if country_code(p.country) not in ("", at_home)), None)
    return visitor._replace(persons=(guest,), country=country_code(guest.country)) if guest is not None else None


def states(guest: Referent, place: Reading | None, host: str) -> Iterator[Reading]:
    """The state that comes and the state that receives, as far as the words tell."""
    yield Reading("visitor", guest.country, guest.start, guest.end, "visitor", Basis.RESOLVED)
    if place is not None:
        yield place._replace(field="host", value=host, basis=Basis.RESOLVED)


def _country(place: Reading) -> str:
    return country_code(str(getattr(place.value, "country", "") or place.value.id))


_IN = re.compile(r"(?P<comma>,)? in (?:the )?")


def _without_verb(setting: Setting, view: SentenceView) -> Iterator[Draft]:
    """A person in a place of the other state, without a verb: "Antony in Moscow with carrier bill"."""
    for r in setting.people.of(view):
        if not r.persons or r.owner:
            continue
        match = _IN.match(view.words(r.end, r.end + 10))
        if match is None or not (match["comma"] or (r.start - view.start <= 30 and view.heading)):
            continue
        at = r.end + match.end()
        place = next((p for p in (*view.by_kind[Kind.PLACE], *view.by_kind[Kind.COUNTRY]) if p.start == at), None)
        if place is None or (place.kind is Kind.COUNTRY and not is_place(view, place)):
            continue
        reading = read("place", place.value, place)
        host = _country(reading)
        if host in PAIR and host != r.country and r.country in PAIR:
            status = Reading("status", "held", place.start, place.end, "tense:none")
            readings = (
                Reading("format", "visit", r.end, place.end, "visit:in"),
                status,
                *r.readings(),
                reading,
                *states(r, reading, host),
            )
            yield Draft(type="meeting", sentence=view.index, start=r.start, readings=readings, strength=2)
