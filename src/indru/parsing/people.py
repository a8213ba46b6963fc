"""Who is spoken of: people by name, and those whom "he", "the minister", "his counterpart" and "the pair" stand for.

Only people whom the document names are meant. Where an office or a pronoun could be several, the likeliest comes
first and the rest follow as `others`: "he met Mikhailov" tells that he is no Russian.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import attrs

from indru.knowledge.cues import CueKind
from indru.parsing.drafts import Reading
from indru.parsing.scope import PAIR
from indru.parsing.view import SentenceView, country_code
from indru.scan.mentions import Kind, Mention, PersonName
from indru.values import Basis


class Referent(NamedTuple):
    """Words that stand for people. `persons` is empty where the text doesn't name them."""

    start: int
    end: int
    persons: tuple[PersonName, ...]
    country: str
    rule: str
    basis: Basis = Basis.RESOLVED
    others: tuple[PersonName, ...] = ()
    """Whom else the words could mean, the likelier first."""
    owner: bool = False
    """Whether the words own something ("his visit", "their talks") and act only in that."""

    def readings(self) -> list[Reading]:
        """A reading for each person."""
        return [Reading("participants", p, self.start, self.end, self.rule, self.basis) for p in self.persons]


@attrs.frozen(eq=False)
class People:
    """The people of a document by order of mention, with the offices that the text gives them."""

    mentions: tuple[Mention, ...]
    offices: dict[str, frozenset[str]]
    referents: tuple[tuple[Referent, ...], ...]
    """Sentence by sentence, in the order of the words."""
    topics: tuple[tuple[PersonName, ...], ...]
    """For each sentence, who the ones before were about, the last first."""

    def of(self, view: SentenceView) -> tuple[Referent, ...]:
        """Everything in a sentence that stands for people of the two states."""
        return self.referents[view.index]

    def meant(self, view: SentenceView, cue: Mention, _present: object = None) -> Iterable[PersonName]:
        """The people whom an anaphor stands for."""
        return next((r.persons for r in self.of(view) if r.start == cue.start), ())

    def is_head(self, person: PersonName, *, known: bool = False) -> bool:
        """Whether a person can be the head of a state or its government: the text says so, or gives no other office."""
        held = self.offices.get(person.name, frozenset())
        return bool(held & _HEADS) or not (held or known)

    def is_spokesman(self, person: PersonName) -> bool:
        """Whether a person only speaks for others."""
        return any("spokes" in office for office in self.offices.get(person.name, ()))


_HEADS = frozenset({"president", "prime-minister", "president-ind", "general-secretary"})
_MINISTERS = {"ministers": "defence-minister", "foreign-ministers": "foreign-minister"}
_BACK = 6
"""How many people back a pronoun can reach."""


def find_people(views: Sequence[SentenceView]) -> People:
    """The people of a document, the offices that stand beside their names, and who is meant where."""
    mentions = tuple(m for view in views for m in view.by_kind[Kind.PERSON])
    beside = [_offices_beside(view) for view in views]
    offices: dict[str, set[str]] = {}
    for pairs in beside:
        for office, person in pairs:
            offices.setdefault(person.value.name, set()).add(office.value.of or office.value.id)
    for view in views:
        _share_office(view, offices)
    held = {name: frozenset(ids) for name, ids in offices.items()}
    reader = _Reader(held, {m.value.name: m.value for m in mentions})
    referents: list[tuple[Referent, ...]] = []
    topics: list[tuple[PersonName, ...]] = []
    for view, pairs in zip(views, beside, strict=True):
        topics.append(tuple(dict.fromkeys(reversed(reader.subjects[-_BACK:]))))
        referents.append(reader.read(view, {office.start for office, _ in pairs}))
    return People(mentions, held, tuple(referents), tuple(topics))


_BESIDE = re.compile(
    r"[ ,(]{0,3}(?:(?:who|is|was|the|an?|its|his|their|of|for|then|former|mr|mrs|smt|shri|dr|state|federation|"
    r"republic|general|army|marshal|admiral|col|gen|lt|lieutenant|colonel|"
    r"india|indian|russia|russian|union)\b(?:'s)?[ ,.)]{0,3}){0,6}"
)


def _offices_beside(view: SentenceView) -> list[tuple[Mention, Mention]]:
    """Each office with the person that it stands beside: "Russia's Deputy Prime Minister Yuri Borisov"."""
    found: list[tuple[Mention, Mention]] = []
    for office in view.by_kind[Kind.OFFICE]:
        near = [
            m
            for m in view.by_kind[Kind.PERSON]
            if -45 <= m.start - office.end <= 45 or -45 <= office.start - m.end <= 45
        ]
        for person in sorted(near, key=lambda m: max(m.start - office.end, office.start - m.end)):
            low, high = (office.end, person.start) if office.end <= person.start else (person.end, office.start)
            between = view.words(low, high)
            if low <= high and _BESIDE.fullmatch(between):
                found.append((office, person))
                break
    return found


def _share_office(view: SentenceView, offices: dict[str, set[str]]) -> None:
    """A counterpart holds the office of the one whose counterpart he is: "met his colleague, Manohar Parrikar"."""
    people = view.by_kind[Kind.PERSON]
    for cue in view.cues[CueKind.ANAPHOR]:
        if cue.value.value != "counterpart":
            continue
        after = (m for m in people if m.start >= cue.end)
        named = next((m for m in after if _NAMED_NEXT.fullmatch(view.words(cue.end, m.start))), None)
        first = next((m for m in people if m.end <= cue.start), None)
        if named is not None and first is not None and named.value.name not in offices and first.value.name in offices:
            offices[named.value.name] = set(offices[first.value.name])


_PLURAL_OFFICE = re.compile(r"s\b")
_NAMED_NEXT = re.compile(
    r"[ ,]{0,2}(?:of [a-z ]{3,20}[ ,]{1,2})?(?:(?:mr|mrs|shri|smt|dr|marshal|general|admiral|gen)\b[. ]{0,2}){0,2}"
)
_OWNS = re.compile(r"(?:his|her|their)$")
_FRONTING = re.compile(r"(?:during|in|on|at|after|before|when|while) $")
_FRONT = re.compile(r"^(?: [\w-]+){1,9}, (?:[\w.'-]+ ){0,6}$")
_RANKS = re.compile(r"(?:general|gen|marshal|admiral|adm)\b")


class _Reader:
    """Goes through a document once and keeps in mind who was spoken of."""

    def __init__(self, offices: dict[str, frozenset[str]], people: dict[str, PersonName]) -> None:
        self.offices = offices
        self.people = people
        self.recent: list[PersonName] = []
        self.latest: dict[PersonName, None] = {}
        self.subjects_by_last: dict[PersonName, None] = {}
        self.subjects: list[PersonName] = []
        self.ranked: list[PersonName] = []
        self.by_value: dict[str, Callable[[SentenceView, Mention, list[Referent]], Referent | None]] = {
            "he": self._pronoun, "she": self._pronoun, "they": self._pair, "pair": self._pair, "leaders": self._leaders,
            "ministers": self._ministers, "foreign-ministers": self._ministers, "four-ministers": self._four,
            "counterpart": self._counterpart, "delegation": self._delegation, "minister": self._minister,
            "official": self._official, "officer": self._officer, "visitor": self._visitor,
            "russian-leader": self._head_of, "indian-leader": self._head_of,
        }  # fmt: skip

    def read(self, view: SentenceView, titles: set[int]) -> tuple[Referent, ...]:
        """The referents of the next sentence; offices at the starts in *titles* stand beside names."""
        waiting: list[Mention] = [*view.by_kind[Kind.PERSON], *view.cues[CueKind.ANAPHOR]]
        waiting += [m for m in view.by_kind[Kind.OFFICE] if m.start not in titles]
        waiting.sort(key=lambda m: m.start)
        found: list[Referent] = []
        for m in waiting:
            referent = self._referent(view, m, found)
            if referent is not None and (not found or referent.start >= found[-1].end):
                found.append(referent)
                self._note(referent)
        subject = next((r.persons[0] for r in found if r.persons and not r.owner), None)
        if subject is not None:
            self.subjects.append(subject)
            self.subjects_by_last.pop(subject, None)
            self.subjects_by_last[subject] = None
        return tuple(found)

    def _note(self, referent: Referent) -> None:
        for person in referent.persons:
            if self.recent[-1:] != [person]:
                self.recent.append(person)
                self.latest.pop(person, None)
                self.latest[person] = None

    def _referent(self, view: SentenceView, m: Mention, found: list[Referent]) -> Referent | None:
        if m.kind is Kind.PERSON:
            if m.value.country and country_code(m.value.country) not in PAIR:
                return None
            if _RANKS.search(view.words(m.start - 12, m.start)) and m.value not in self.ranked:
                self.ranked.append(m.value)
            return Referent(m.start, m.end, (m.value,), country_code(m.value.country), "person", Basis.ASSERTED)
        if m.kind is Kind.OFFICE:
            return self._office(view, m)
        resolve = self.by_value.get(m.value.value)
        if resolve is None or self._is_named(view, m) or view.words(m.end, m.end + 1).startswith("s"):
            return None
        return resolve(view, m, found)

    def _is_named(self, view: SentenceView, m: Mention) -> bool:
        """Whether a name follows in apposition: "his Russian counterpart, Sergei Shoigu"."""
        match = _NAMED_NEXT.match(view.words(m.end, m.end + 40))
        at = m.end + match.end() if match else m.end
        return any(
            at == other.start or m.end <= other.start <= m.end + 3
            for other in (*view.by_kind[Kind.PERSON], *view.by_kind[Kind.OFFICE])
        )

    def _office(self, view: SentenceView, m: Mention) -> Referent | None:
        """An office without a name, held by somebody whom the document names with it."""
        if _PLURAL_OFFICE.match(view.words(m.end, m.end + 2)):
            return None
        country = country_code(m.value.country) or _speaks_for(view, m)
        office = m.value.of or m.value.id
        holders = [
            p
            for p in self._all()
            if office in self.offices.get(p.name, ()) and (not country or country_code(p.country) == country)
        ]
        rule = f"office:{m.value.id}"
        if not holders and office in ("president", "prime-minister"):
            holders = self._only_one(country or ("RUS" if office == "president" else "IND"), office)
        if holders:
            return Referent(
                m.start, m.end, (holders[0],), country_code(holders[0].country), rule, others=tuple(holders[1:])
            )
        return Referent(m.start, m.end, (), country, rule) if country in PAIR else None

    def _only_one(self, country: str, office: str) -> list[PersonName]:
        """The only one of a state whom the document names is meant by the office of its head."""
        there = [p for p in self.people.values() if country_code(p.country) == country]
        held = self.offices.get(there[0].name, frozenset({office})) if len(there) == 1 else frozenset[str]()
        return there if office in held else []

    def _all(self) -> list[PersonName]:
        """Everybody, those spoken of last first, those to be named later at the end."""
        return list(dict.fromkeys([*reversed(self.latest), *self.people.values()]))

    def _pronoun(self, view: SentenceView, m: Mention, found: list[Referent]) -> Referent | None:
        """He is the subject of his sentence, else that of the one before, else whoever was named last."""
        sex = "m" if m.value.value == "he" else "f"
        if not found and _FRONTING.match(view.words(view.start, m.start)):
            # "During his visit the Prime Minister, ...": whose visit it is follows.
            named = next((p for p in view.by_kind[Kind.PERSON] if _FRONT.search(view.words(m.end, p.start))), None)
            if named is not None and country_code(named.value.country) in PAIR and named.value.sex in (sex, ""):
                return self._make(m, [named.value], owner=_OWNS.match(view.words(m.start, m.end)) is not None)
        here = [p for r in found if not r.owner for p in r.persons]
        candidates = [*here, *reversed(self.subjects[-_BACK:]), *reversed(self.recent[-_BACK:])]
        fitting = [p for p in dict.fromkeys(candidates) if p.sex in (sex, "")]
        if not fitting:
            return None
        return self._make(m, fitting[:1], fitting[1:4], owner=_OWNS.match(view.words(m.start, m.end)) is not None)

    def _make(
        self, m: Mention, persons: Sequence[PersonName], others: Sequence[PersonName] = (), *, owner: bool = False
    ) -> Referent | None:
        if not persons:
            return None
        countries = {country_code(p.country) for p in persons}
        country = countries.pop() if len(countries) == 1 else ""
        return Referent(
            m.start, m.end, tuple(persons), country, f"anaphor:{m.value.id}", others=tuple(others), owner=owner
        )

    def _one_of_each(self, fits: Callable[[PersonName], bool] = bool) -> list[PersonName]:
        """The last person of each state who fits, the earlier mentioned first."""
        found: dict[str, PersonName] = {}
        for person in reversed(self.latest):
            if fits(person):
                found.setdefault(country_code(person.country), person)
        for person in self.people.values():
            if fits(person):
                found.setdefault(country_code(person.country), person)
        pair = [found[country] for country in found if country in PAIR]
        return pair[::-1] if len(pair) == 2 else []

    def _held(self, *offices: str) -> Callable[[PersonName], bool]:
        return lambda p: not self.offices.get(p.name, frozenset()).isdisjoint(offices)

    def _pair(self, view: SentenceView, m: Mention, _found: list[Referent]) -> Referent | None:
        recent = self.recent
        if len({country_code(p.country) for p in recent[-4:]}) < 2:
            return None
        return self._make(m, self._one_of_each(), owner=_OWNS.match(view.words(m.start, m.end)) is not None)

    def _leaders(self, _view: SentenceView, m: Mention, _found: list[Referent]) -> Referent | None:
        heads = self._one_of_each(self._held("president", "prime-minister"))
        return self._make(m, heads or self._one_of_each())

    def _ministers(self, _view: SentenceView, m: Mention, _found: list[Referent]) -> Referent | None:
        pair = self._one_of_each(self._held(_MINISTERS[m.value.value]))
        return self._make(m, pair or self._one_of_each(self._is_minister))

    def _four(self, _view: SentenceView, m: Mention, _found: list[Referent]) -> Referent | None:
        defence = self._one_of_each(self._held("defence-minister"))
        foreign = self._one_of_each(self._held("foreign-minister"))
        if not foreign:
            rest = [
                p for p in self.people.values() if p not in defence and not self._held("president", "prime-minister")(p)
            ]
            foreign = rest if {country_code(p.country) for p in rest} >= PAIR and len(rest) == 2 else []
        return self._make(m, [*defence, *foreign] if defence and foreign else [])

    def _counterpart(self, view: SentenceView, m: Mention, found: list[Referent]) -> Referent | None:
        """The one who holds the subject's office in the other state, or theirs; unnamed, the state alone."""
        subjects = [p for r in found for p in r.persons]
        if not subjects:
            return None
        country = "RUS" if country_code(subjects[0].country) == "IND" else "IND"
        if not view.words(m.start, m.end).endswith("s"):
            return self._make(m, self._peers(subjects[:1], country)) or self._nobody(m, country)
        own = [p for p in subjects if country_code(p.country) not in ("", country)]
        return self._make(m, self._peers(own, country)) or self._nobody(m, country)

    def _peers(self, persons: Sequence[PersonName], country: str) -> list[PersonName]:
        """For each person the one who holds the same office in a state, where the document names that one."""
        there = [p for p in self._all() if country_code(p.country) == country]
        held = (self._held(*self.offices.get(p.name, frozenset())) for p in persons)
        peers = (next(filter(holds, there), None) for holds in held)
        return [p for p in dict.fromkeys(peers) if p is not None]

    def _nobody(self, m: Mention, country: str) -> Referent:
        return Referent(m.start, m.end, (), country, f"anaphor:{m.value.id}")

    def _minister(self, view: SentenceView, m: Mention, _found: list[Referent]) -> Referent | None:
        words = view.words(m.start, m.end)
        country = "IND" if "indian" in words else "RUS" if "russian" in words else ""
        holders = [p for p in self._all() if self._is_minister(p) and country in ("", country_code(p.country))]
        return self._make(m, holders[:1], holders[1:3])

    def _is_minister(self, p: PersonName) -> bool:
        """Whether the text calls somebody a minister; prime ministers and deputies are called so in full."""
        return any(
            o.endswith("minister") and "prime" not in o and "deputy" not in o for o in self.offices.get(p.name, ())
        )

    def _official(self, _view: SentenceView, m: Mention, _found: list[Referent]) -> Referent | None:
        subjects = list(reversed(self.subjects_by_last))
        return self._make(m, subjects[:1], subjects[1:3])

    def _officer(self, _view: SentenceView, m: Mention, _found: list[Referent]) -> Referent | None:
        return self._make(m, self.ranked[-1:], self.ranked[-2:-1])

    def _delegation(self, view: SentenceView, m: Mention, _found: list[Referent]) -> Referent | None:
        """A delegation stands for its state: "a Russian team", "a delegation of the Indian defence ministry"."""
        beside = [c for c in view.by_kind[Kind.COUNTRY] if 0 <= m.start - c.end <= 16 or 0 <= c.start - m.end <= 16]
        if not beside or view.words(m.start - 12, m.start).endswith(
            ("with ", "with a ", "with his ", "with big ", "a big ")
        ):
            return None
        country = country_code(beside[0].value.id)
        return Referent(m.start, m.end, (), country, f"anaphor:{m.value.id}") if country in PAIR else None

    def _visitor(self, _view: SentenceView, m: Mention, found: list[Referent]) -> Referent | None:
        """The guest is of the other state than whoever else acts; which of the two that is, the visit tells."""
        people = list(dict.fromkeys([*reversed(self.recent[-_BACK:])]))
        others = {country_code(r.persons[0].country) for r in found if r.persons and not r.owner}
        fitting = [p for p in people if country_code(p.country) not in others] or people
        return self._make(m, fitting[:1], fitting[1:3])

    def _head_of(self, _view: SentenceView, m: Mention, _found: list[Referent]) -> Referent | None:
        country, office = ("RUS", "president") if m.value.value == "russian-leader" else ("IND", "prime-minister")
        holders = [p for p in self._all() if country_code(p.country) == country and self._held(office)(p)]
        return self._make(m, holders[:1])


def _speaks_for(view: SentenceView, office: Mention) -> str:
    """The state of an office by the words beside it: "Russia's Deputy Prime Minister", "the President of Russia"."""
    for m in view.by_kind[Kind.COUNTRY]:
        if 0 <= office.start - m.end <= 3 or (
            0 <= m.start - office.end <= 8 and view.words(office.end, m.start).strip() in ("of", "of the")
        ):
            return country_code(m.value.id)
    return ""
