"""Who takes part: people named in a clause, and those whom "he", "his counterpart", "the two leaders" stand for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from indru.knowledge.cues import CueKind
from indru.parse.drafts import Reading, read
from indru.parse.scope import PAIR
from indru.parse.view import SentenceView
from indru.scan.mentions import Kind, Mention, PersonName
from indru.values import Basis


@attrs.frozen(eq=False)
class People:
    """The people of a document by order of mention, with the offices that the text gives them."""

    mentions: tuple[Mention, ...]
    offices: dict[str, frozenset[str]]

    def in_clause(self, view: SentenceView, cue: Mention) -> list[Reading]:
        """The people of the clause of a cue, named or stood for."""
        start, end = view.clause_span(cue.start)
        return self._between(view, start, end)

    def around(self, view: SentenceView, cue: Mention) -> list[Reading]:
        """The people of the whole sentence."""
        return self._between(view, view.start, view.end)

    def _between(self, view: SentenceView, start: int, end: int) -> list[Reading]:
        found: dict[str, Reading] = {}
        for m in view.by_kind[Kind.PERSON]:
            if start <= m.start < end and m.value.country in PAIR:
                found.setdefault(m.value.name, read("participants", m.value, m, "person"))
        for cue in view.cues[CueKind.ANAPHOR]:
            if start <= cue.start < end:
                for person in self.meant(view, cue, found):
                    reading = read("participants", person, cue, f"anaphor:{cue.value.id}", Basis.RESOLVED)
                    found.setdefault(person.name, reading)
        return sorted(found.values(), key=lambda r: r.start)

    def meant(self, view: SentenceView, cue: Mention, present: dict[str, Reading]) -> Iterable[PersonName]:
        """The people whom an anaphor stands for."""
        kind = cue.value.value
        if kind in ("he", "she"):
            return self._last(cue.start, "m" if kind == "he" else "f")[:1]
        if kind in ("ministers", "foreign-ministers"):
            office = "minister-of-defence" if kind == "ministers" else "minister-of-foreign-affairs"
            return self._one_of_each(cue.start, office)
        if kind == "leaders":
            return self._one_of_each(cue.start, "")
        return ()

    def _last(self, before: int, sex: str) -> list[PersonName]:
        found: list[PersonName] = []
        for m in reversed(self.mentions):
            if m.start < before and m.value.country in PAIR and m.value.sex in (sex, "") and m.value not in found:
                found.append(m.value)
                if len(found) == 2:
                    break
        return found

    def _one_of_each(self, before: int, office: str) -> list[PersonName]:
        """The last person of each state mentioned so far, with an office where one is asked for."""
        found: dict[str, PersonName] = {}
        for m in reversed([m for m in self.mentions if m.start < before]):
            person = m.value
            if person.country in PAIR and (not office or office in self.offices.get(person.name, ())):
                found.setdefault(person.country, person)
        return list(found.values()) if len(found) == 2 else []

    def visitor(self, view: SentenceView, cue: Mention) -> Reading | None:
        """Who travels: the subject before the verb, the name behind "visit of", the owner of "Putin's visit"."""
        people = view.by_kind[Kind.PERSON]
        behind = view.words(cue.end, cue.end + 4)
        if view.document.lower[cue.start : cue.end].endswith((" of", " by")) or behind.startswith((" of ", " by ")):
            after = [m for m in people if 0 <= m.start - cue.end <= 60]
            if after:
                return read("participants", after[0].value, after[0], "visitor:of")
        before = [m for m in people if m.end <= cue.start and view.distance(m, cue) <= 150]
        if before:
            best = min(before, key=lambda m: view.distance(m, cue))
            return read("participants", best.value, best, "visitor:subject")
        for anaphor in view.cues[CueKind.ANAPHOR]:
            if anaphor.value.value in ("he", "she") and anaphor.start <= cue.end and view.distance(anaphor, cue) <= 60:
                persons = list(self.meant(view, anaphor, {}))
                if persons:
                    return read("participants", persons[0], anaphor, "visitor:pronoun", Basis.RESOLVED)
        return None


def find_people(views: Sequence[SentenceView]) -> People:
    """The people of a document, and the offices that stand beside their names."""
    mentions = tuple(m for view in views for m in view.by_kind[Kind.PERSON])
    offices: dict[str, set[str]] = {}
    for view in views:
        for office in view.by_kind[Kind.OFFICE]:
            near = view.nearest(office, view.by_kind[Kind.PERSON], limit=30)
            if near is not None:
                offices.setdefault(near.value.name, set()).add(office.value.of or office.value.id)
    return People(mentions, {name: frozenset(ids) for name, ids in offices.items()})
