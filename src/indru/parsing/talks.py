"""Talks of two sides: who meets, tells, receives or calls whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from indru.knowledge.cues import CueKind
from indru.parsing.drafts import Draft, Reading, read
from indru.parsing.occasion import Setting, days_of, place_of
from indru.parsing.ordinals import ordinal_of
from indru.parsing.people import Referent
from indru.parsing.scope import PAIR
from indru.parsing.tenses import Tense, is_noun, status_of, tense_of
from indru.parsing.view import SentenceView, country_code
from indru.scan.mentions import Kind, Mention
from indru.values import Basis

_APART = 70
_NEAR_OWNER = 40
_ASIDE = 40


def read_talks(setting: Setting, view: SentenceView) -> Iterator[Draft]:
    """The talks that a sentence tells of, whatever they are held on."""
    used: list[tuple[Mention, set[str]]] = []
    for cue in _cues(view):
        near = [names for m, names in used if view.distance(cue, m) < _APART]
        if (near and is_noun(view, cue)) or view.has_habit(cue):
            continue
        draft = _read(setting, view, cue)
        if draft is None:
            continue
        names = {p.name for p in draft.all("participants")}
        if any(names <= others or others <= names for others in near):
            continue
        used.append((cue, names))
        yield from _each_object(setting, view, cue, draft)


def _cues(view: SentenceView) -> list[Mention]:
    """Calls before talks, verbs before nouns: "spoke by telephone" says more than "the conversation"."""
    talks = view.cues[CueKind.TALK]
    cues = [m for m in talks if m.value.value in ("bilateral", "call", "contact")]
    if not any(m.value.value == "arrival" for m in view.cues[CueKind.BREAK]):  # "was at the airport to receive them"
        cues += [
            m for m in view.cues[CueKind.VISIT] if m.value.value == "host" and view.words(m.end, m.end + 4) != " by "
        ]
    groups = [m for m in talks if m.value.value == "group"]
    if groups:
        cues += [m for m in talks if m.value.value in ("session", "chair") and view.nearest(m, groups, limit=_APART)]
    return sorted(cues, key=lambda m: (m.value.value != "call", is_noun(view, m), m.start))


def _read(setting: Setting, view: SentenceView, cue: Mention) -> Draft | None:
    tense = tense_of(view, cue)
    if tense.name == "denied" or _is_of_third(view, cue):
        return None
    date = days_of(setting, view, cue, [cue, *([tense.at] if tense.at != cue else [])], tense)
    status, strength = status_of(view, tense, date)
    place, ordinal = place_of(setting, view, [cue]), ordinal_of(view, cue)
    people = partners(setting, view, cue)
    persons = readings_of(people)
    if cue.value.value == "host" and not persons:
        return None  # "India would receive five squadrons"
    known = [r for r in (date, place, ordinal) if r is not None]
    weak = not ({r.country for r in people} >= PAIR and persons)
    if weak and not persons:
        weak = not (tense.name and _is_told_without_names(setting, view, cue, known))
    elif weak and not is_noun(view, cue):
        return None
    elif not weak:
        weak = _is_mention(view, cue, tense, persons, known)
    form = "call" if cue.value.value == "call" else "bilateral"
    readings = [read("format", form, cue), status, *persons, *during_visit(view, cue)]
    readings += known
    return Draft(
        type="meeting", sentence=view.index, start=cue.start, readings=tuple(readings), weak=weak, strength=strength
    )


_AND = re.compile(r"(?:,|,? and|, as well as)(?: [\w.'-]+){0,5} ")


def _each_object(setting: Setting, view: SentenceView, cue: Mention, draft: Draft) -> Iterator[Draft]:
    """One meeting with each whom the subject meets: "will call on the Prime Minister, and the Defence Minister"."""
    persons = [r for r in draft.readings if r.field == "participants"]
    after = [r for r in persons if r.start >= cue.end]
    before = [r for r in persons if r.start < cue.end]
    if is_noun(view, cue) or draft.weak or len(after) != 1 or not before:
        yield draft
        return
    objects, end = [after[0]], after[0].end
    for r in setting.people.of(view):
        if r.start >= end and len(r.persons) == 1 and r.country == country_code(after[0].value.country) and not r.owner:
            if not _AND.fullmatch(view.words(end, r.start)) or is_aside(setting, view, r):
                break
            objects.append(r.readings()[0])
            end = r.end
    for other in objects:
        yield attrs.evolve(draft, readings=tuple(other if r is after[0] else r for r in draft.readings))


def _is_of_third(view: SentenceView, cue: Mention) -> bool:
    """Whether the other side is of a third state: "would meet his Chinese counterpart"."""
    if is_noun(view, cue) and view.words(cue.end, cue.end + 6) != " with ":
        return False
    near = [(m, state) for m, state in view.countries() if 0 <= m.start - cue.end <= 40]
    return bool(near) and near[0][1] not in PAIR and near[0][0].kind in (Kind.PERSON, Kind.COUNTRY, Kind.OFFICE)


def _is_told_without_names(setting: Setting, view: SentenceView, cue: Mention, known: Sequence[Reading]) -> bool:
    """Talks whose people the text doesn't name: of a working group, of officers of both armies, the fifth of a row."""
    fields = {r.field for r in known}
    if "place" not in fields or cue.value.value not in ("bilateral", "session"):
        return False
    start, end = view.clause_span(cue.start)
    if not setting.scope.between(view, start, end):
        return False
    group = any(m.value.value == "group" and view.distance(m, cue) <= _APART for m in view.cues[CueKind.TALK])
    sides = any(m.value.value == "sides" and 0 <= cue.start - m.end <= 20 for m in view.cues[CueKind.ANAPHOR])
    return group or ("date" in fields and (sides or "ordinal" in fields))


def _is_mention(
    view: SentenceView, cue: Mention, tense: Tense, persons: Sequence[Reading], known: Sequence[Reading]
) -> bool:
    """Whether talks are only mentioned: "they discussed" anything, or "when the two sit down" dates another event."""
    if cue.value.weight == 1 and any(r.basis is not Basis.ASSERTED for r in persons):
        return True
    start, _ = view.clause_span(cue.start)
    bare = all(r.field == "ordinal" for r in known)
    return bare and tense.name == "future" and view.words(start, start + 5) == "when "


_DURING = re.compile(
    r"\b(?:during|on|in the course of|while on|at) (?:(?:the|his|her|this|that|a|an) )(?:[\w-]+ ){0,4}$"
)


def during_visit(view: SentenceView, cue: Mention) -> Iterator[Reading]:
    """A mark where talks are told of as part of a visit: "during the visit", "while there"."""
    for m in view.cues[CueKind.VISIT]:
        if m.value.value in ("noun", "go") and is_noun(view, m) and _DURING.search(view.words(m.start - 40, m.start)):
            yield read("during", "visit", m, basis=Basis.RESOLVED)
    for m in view.cues[CueKind.ANAPHOR]:
        if m.value.value == "there" and view.distance(m, cue) <= 90:
            yield read("during", "visit", m, basis=Basis.RESOLVED)


def readings_of(people: Sequence[Referent]) -> list[Reading]:
    """A reading for each person, once each."""
    found: dict[str, Reading] = {}
    for referent in people:
        for reading in referent.readings():
            found.setdefault(reading.value.name, reading)
    return list(found.values())


def partners(setting: Setting, view: SentenceView, cue: Mention) -> list[Referent]:
    """Who takes part in talks: the people of the clause, of the sentence where these are of one side only."""
    if cue.value.value in ("contact", "host"):
        return _beside_verb(setting, view, cue)
    start, end = view.clause_span(cue.start)
    found = present(setting, view, start, end, cue)
    if not _both(found):
        found = present(setting, view, view.start, view.end, cue)
    if len(found) > 2 and not is_noun(view, cue):
        found = _apart(view, cue, found)
    found = other_side(found)
    return found if _both(found) else _with_topic(setting, view, cue, found)


def _apart(view: SentenceView, cue: Mention, found: list[Referent]) -> list[Referent]:
    """Of a sentence with several meetings, the subject and whom this verb has for its object."""
    verbs = [m for m in _cues(view) if not is_noun(view, m) and m.start != cue.start]
    after = min((m.start for m in verbs if m.start > cue.start), default=view.end)
    before = [m.end for m in verbs if m.start < cue.start]
    if not before and after == view.end:
        return found
    kept = [r for r in found if r.start < after and (not before or r.end <= min(before) or r.start >= max(before))]
    return kept if _both(other_side(kept)) else found


_WITH = re.compile(r" (?:with|on|upon) (?:[\w.-]+ ){0,5}$")


def _with_topic(setting: Setting, view: SentenceView, cue: Mention, found: list[Referent]) -> list[Referent]:
    """Where a noun for talks has only one of its sides, the other is who the text is about.

    "A call on the President is planned as well", said of the minister who came.
    """
    after = [r for r in found if r.start >= cue.end and r.country and r.persons]
    if len(found) != 1 or not after or not is_noun(view, cue) or not _WITH.match(view.words(cue.end, after[0].start)):
        return found
    topic = next(
        (p for p in setting.people.topics[view.index] if country_code(p.country) in PAIR - {after[0].country}), None
    )
    if topic is None:
        return found
    return [Referent(cue.start, cue.end, (topic,), country_code(topic.country), "topic"), *found]


def present(setting: Setting, view: SentenceView, start: int, end: int, cue: Mention) -> list[Referent]:
    """The people between two offsets, but for owners of other things, those only mentioned, and spokesmen."""
    found: list[Referent] = []
    for r in setting.people.of(view):
        if not start <= r.start < end or is_aside(setting, view, r):
            continue
        if r.owner and not (0 <= cue.start - r.end <= _NEAR_OWNER and is_noun(view, cue)):
            continue
        found.append(r)
    return found


def is_aside(setting: Setting, view: SentenceView, r: Referent) -> bool:
    """Whether somebody is only mentioned: "the greetings of the Prime Minister", "the spokesman said"."""
    if r.persons and setting.people.is_spokesman(r.persons[0]):
        return True
    return any(m.value.value == "aside" and 0 <= r.start - m.end <= _ASIDE for m in view.cues[CueKind.BREAK])


def _both(people: Sequence[Referent]) -> bool:
    return {r.country for r in people if r.country} >= PAIR or any(not r.country and len(r.persons) > 1 for r in people)


def other_side(people: list[Referent]) -> list[Referent]:
    """Where all are of one side, whoever could also be meant of the other: he who met Mikhailov is no Russian."""
    people = _each(people)
    countries = {r.country for r in people if r.country}
    if len(countries) != 1 or len(people) < 2:
        return people
    wanted = next(iter(PAIR - countries), "")
    for index, r in enumerate(people):
        other = next((p for p in r.others if country_code(p.country) == wanted), None)
        if other is not None:
            changed = r._replace(persons=(other,), country=wanted)
            return [*people[:index], changed, *people[index + 1 :]]
    return people


def _each(people: list[Referent]) -> list[Referent]:
    """People told of as a pair count for both sides."""
    found: list[Referent] = []
    for r in people:
        pair = not r.country and len(r.persons) > 1
        found += [r._replace(persons=(p,), country=country_code(p.country)) for p in r.persons] if pair else [r]
    return found


def _beside_verb(setting: Setting, view: SentenceView, cue: Mention) -> list[Referent]:
    """The subject before a verb and the object right behind it: "Singh told Russian President Putin"."""
    people = [r for r in setting.people.of(view) if not r.owner and not is_aside(setting, view, r)]
    after = [r for r in people if 0 <= r.start - cue.end <= 70]
    before = [r for r in people if r.end <= cue.start and r.country]
    if len(after) > 1 and not after[0].persons and after[1].country == after[0].country:
        after = after[1:]  # "received a delegation headed by the Secretary"
    if not after or not before or not after[0].persons:
        return []
    low, high = cue.end, after[0].start
    if any(low <= at < high for at in view.bounds) or any(
        low <= m.start < high for kind in _VERBS for m in view.cues[kind]
    ):
        return []
    words = view.words(low, high)
    if cue.value.weight == 1 and " with " not in words:
        return []  # "raised it with his counterpart"
    offices = sum(m.end - m.start for m in view.by_kind[Kind.OFFICE] if low <= m.start < high)
    if len(words) - offices > 36:
        return []
    found = other_side([before[-1], after[0]])
    return found if {r.country for r in found} >= PAIR else []


_VERBS = (CueKind.TALK, CueKind.VISIT, CueKind.SEAL)
