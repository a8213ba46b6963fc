"""One pass over the text finds every name and every cue of the knowledge.

All surface forms, lower-cased, go into one Aho-Corasick automaton, built once for a `Knowledge`. Matches are
filtered by word boundaries and by case first, and only then the longest of those that overlap is kept: the other
way round, "S-400 system" in "S-400 systems" would hide "S-400".
"""

from __future__ import annotations

import functools
import itertools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

from indru.knowledge import Knowledge, SystemRow
from indru.knowledge.cues import CueKind, CueRow, Form, VerbRow, inflect, plural
from indru.model import WeaponCategory
from indru.scan.mentions import Kind, Mention, PersonName


class Entry(NamedTuple):
    """What one surface form stands for, and how it must be written to count."""

    kind: Kind
    value: Any
    form: Form
    exact: str
    """The spelling demanded, for names that are ordinary words otherwise ("Tor", "Club"); empty for any."""
    capital: bool
    """Whether the first letter must be a capital, as names have it."""
    company: tuple[str, ...] = ()
    """Words of which one must stand near, for names that mean other things even when capitalised ("Goa")."""


class Matcher(NamedTuple):
    """The automaton and, pattern by pattern, what it stands for."""

    automaton: AhoCorasick
    entries: tuple[tuple[Entry, ...], ...]
    plain: frozenset[int]
    """The patterns that count however they are written and whatever stands beside them: most cues."""
    edges: tuple[tuple[bool, bool], ...]
    """Whether a pattern begins and ends with a letter or digit, so that no other may stand beside it."""

    def find(self, text: str, lower: str) -> list[Mention]:
        """Every name and cue, longest first where they overlap, in the order of the text."""
        size = len(lower)
        hits: list[tuple[int, int, Sequence[Entry]]] = []
        doubtful: list[Mention] = []
        every, edges, plain = self.entries, self.edges, self.plain
        for pattern, start, end in self.automaton.find_matches_as_indexes(lower, overlapping=True):
            begins, ends = edges[pattern]
            if begins and start and lower[start - 1].isalnum():
                continue
            if ends and end < size and lower[end].isalnum() and not _plural(lower, end, size):
                continue
            entries = every[pattern]
            if pattern not in plain:
                entries = tuple(_allowed(entries, text, lower, start, end, doubtful))
            if entries:
                hits.append((start, -end, entries))
        hits.sort(key=_position)
        found = _longest(hits)
        if doubtful:
            found = [*found, *_settled(doubtful, found, text)]
        return sorted(found, key=_place)


def _allowed(
    entries: Sequence[Entry], text: str, lower: str, start: int, end: int, doubtful: list[Mention]
) -> Iterator[Entry]:
    """The entries that may be meant by what is written here; those that want company and have none are doubtful."""
    for entry in entries:
        if not _written(entry, text, start, end):
            continue
        if entry.company and not _in_company(entry, lower, start, end):
            doubtful.append(Mention(start, end, entry.kind, entry.value, entry.form))
        else:
            yield entry


def _longest(hits: list[tuple[int, int, Sequence[Entry]]]) -> list[Mention]:
    """The longest of names that overlap, and the longest of cues of one kind that overlap.

    "Talks with" (people meet) and "talks on" (a deal is talked of) may share a word; a cue inside a name is none
    ("acquisition" in "Defence Acquisition Council"), but for the talks that a commission's name stands for.
    """
    names: list[Mention] = []
    cues: list[Mention] = []
    last_name = 0
    last_cue: dict[CueKind, int] = {}
    a_cue = Kind.CUE
    for start, minus_end, entries in hits:
        end = -minus_end
        named = start >= last_name
        for entry in entries:
            value = entry.value
            if entry.kind is not a_cue:
                if not named:
                    continue
                mention = Mention(start, end, entry.kind, value, entry.form)
                if not names or mention != names[-1]:
                    names.append(mention)
                    last_name = end
            elif start >= last_cue.get(value.kind, 0):
                cues.append(Mention(start, end, a_cue, value, entry.form))
                last_cue[value.kind] = end
    return [*names, *_outside(cues, names)]


def _outside(cues: list[Mention], names: list[Mention]) -> Iterator[Mention]:
    """The cues that are no part of a name."""
    at = 0
    for cue in cues:
        while at < len(names) and names[at].end <= cue.start:
            at += 1
        inside = at < len(names) and names[at].start <= cue.start and cue.end <= names[at].end
        if not inside or (cue.value.kind is CueKind.TALK and names[at].kind is Kind.ORGANISATION):
            yield cue


def _settled(doubtful: list[Mention], found: list[Mention], text: str) -> list[Mention]:
    """Names that could mean other things, where the document settles it.

    It does by naming the system elsewhere in full, or beside this name: "the Patriot and THAAD".
    """
    sure = {id(m.value) for m in found if m.kind is Kind.SYSTEM}
    taken = sorted((m.start, m.end) for m in found if m.kind is not Kind.CUE)  # names don't overlap
    places = {edge for m in found if m.kind is Kind.SYSTEM for edge in (m.start, m.end)}
    settled: list[Mention] = []
    for m in doubtful:
        at = bisect_left(taken, (m.end, 0)) - 1
        if at >= 0 and taken[at][1] > m.start:
            continue
        beside = {_skip(text, m.end, 1), _skip(text, m.start, -1)}
        if id(m.value) in sure or beside & places:
            settled.append(m)
    return settled


_JOINERS = (", and ", " and ", ", ", "/", " or ", " nor ")


def _skip(text: str, at: int, step: int) -> int:
    """The offset behind the word that joins two names, or the offset itself where there is none."""
    for joiner in _JOINERS:
        if step > 0 and text.startswith(joiner, at):
            return at + len(joiner)
        if step < 0 and text.endswith(joiner, 0, at):
            return at - len(joiner)
    return at


_place = itemgetter(0, 1)


_position = itemgetter(0, 1)


def _plural(lower: str, end: int, size: int) -> bool:
    return lower[end] == "s" and (end + 1 == size or not lower[end + 1].isalnum())


def _written(entry: Entry, text: str, start: int, end: int) -> bool:
    if entry.exact:
        return text[start:end] == entry.exact
    return not entry.capital or not text[start].islower()


def _in_company(entry: Entry, lower: str, start: int, end: int) -> bool:
    """Whether a word that a guarded name needs stands beside it."""
    around = _WORDS.findall(lower[max(0, start - 30) : start])[-3:] + _WORDS.findall(lower[end : end + 35])[:3]
    return any(word.startswith(entry.company) for word in around)


@functools.lru_cache(maxsize=8)
def matcher_for(knowledge: Knowledge) -> Matcher:
    """The matcher of a knowledge base, compiled at first use and kept for the process."""
    surfaces: defaultdict[str, list[Entry]] = defaultdict(list)
    for surface, entry in itertools.chain(names_of(knowledge), _cues(knowledge)):
        known = surfaces[surface.lower()]
        if entry not in known:
            known.append(entry)
    patterns = list(surfaces)
    entries = tuple(tuple(surfaces[pattern]) for pattern in patterns)
    plain = (at for at, row in enumerate(entries) if not any(e.exact or e.capital or e.company for e in row))
    edges = tuple((pattern[0].isalnum(), pattern[-1].isalnum()) for pattern in patterns)
    return Matcher(AhoCorasick(patterns), entries, frozenset(plain), edges)


def names_of(knowledge: Knowledge) -> Iterator[tuple[str, Entry]]:
    """Every surface form of every name, with what it stands for."""
    for system in knowledge.systems.values():
        yield from _system_names(system)
    for person in knowledge.people.values():
        value = PersonName(person.name, person.country, person.sex)
        for name in (*person.names, *(person.short if person.alone else ())):
            yield name, _named(Kind.PERSON, value, name)
    plain = (
        (Kind.ORGANISATION, knowledge.organisations.values()),
        (Kind.PLACE, knowledge.places.values()),
        (Kind.COUNTRY, knowledge.countries.values()),
    )
    for kind, rows in plain:
        for row in rows:
            for name in (*row.names, *getattr(row, "demonyms", ())):
                exact = name in getattr(row, "cased", ())
                yield name, Entry(kind, row, Form.PHRASE, name, True) if exact else _named(kind, row, name)
    for office in knowledge.offices.values():
        general = knowledge.offices.get(office.of)
        # "The Prime Minister" is of no state, though Russia's row has that title too.
        own = general is None or general.title != office.title
        for phrase in (*(office.title,) * own, *office.phrases):
            yield phrase, Entry(Kind.OFFICE, office, Form.PHRASE, phrase if phrase.isupper() else "", False)


def _system_names(system: SystemRow) -> Iterator[tuple[str, Entry]]:
    """The names of a system in every spelling; ships are also named by their class."""
    for name in system.names:
        for spelling in _spellings(name):
            yield spelling, _named(Kind.SYSTEM, system, spelling)
    for name in system.cased:
        yield name, Entry(Kind.SYSTEM, system, Form.PHRASE, name, True)
    for name in system.guarded:
        yield name, Entry(Kind.SYSTEM, system, Form.PHRASE, name, True, system.company)
    if system.category is WeaponCategory.SHIP:
        for name in system.all_names:
            if not name.endswith("class"):
                yield f"{name} class", _named(Kind.SYSTEM, system, name)
                yield f"{name}-class", _named(Kind.SYSTEM, system, name)


def _named(kind: Kind, value: Any, name: str) -> Entry:
    """Abbreviations count only in capitals ("BEL" isn't "Bel"), other names with a capital first letter.

    So do designations parted by a blank: "S 400" is one, and "it's 400" isn't.
    """
    digits = any(map(str.isdigit, name))
    short = " " in name if digits else name.isalpha() and len(name) <= 5
    exact = name if name.isupper() and short else ""
    return Entry(kind, value, Form.PHRASE, exact, name[:1].isupper() and not digits)


_WORDS = re.compile(r"[a-z]+")
_JOINTS = re.compile(r"(?<=[A-Za-z])[- ]?(?=\d)|(?<=\d)[- ](?=[A-Za-z])|(?<=[A-Za-z])-(?=[A-Za-z])")


def _spellings(name: str) -> Iterator[str]:
    """A designation with its joints written in each usual way: "MiG-29K", "MiG 29K", "MiG29K".

    No blank follows one or two letters, unless the knowledge writes it: "at 14" isn't AT-14, nor "an 12" An-12.
    """
    pieces = _JOINTS.split(name)
    if len(pieces) == 1 or len(pieces) > 3 or not any(map(str.isdigit, name)):
        yield name
        return
    parted = len(pieces[0]) > 2 or name.startswith(f"{pieces[0]} ")
    for joints in itertools.product(("-", " ", ""), repeat=len(pieces) - 1):
        if joints[0] == " " and not parted:
            continue
        yield "".join(itertools.chain.from_iterable(itertools.zip_longest(pieces, joints, fillvalue="")))


def _cues(knowledge: Knowledge) -> Iterator[tuple[str, Entry]]:
    irregular: dict[str, VerbRow] = dict(knowledge.verbs)
    for cue in knowledge.cues.values():
        for surface, form in surfaces_of(cue, irregular):
            yield surface, Entry(Kind.CUE, cue, form, "", False)


def surfaces_of(cue: CueRow, irregular: dict[str, VerbRow]) -> Iterator[tuple[str, Form]]:
    """Every surface form of a cue, with the form it is in."""
    for phrase in cue.phrases:
        yield phrase, Form.PHRASE
    for noun in cue.nouns:
        yield noun, Form.NOUN
        yield plural(noun), Form.NOUN
    for verb in cue.verbs:
        seen: set[str] = set()
        for form, surface in inflect(verb, irregular).items():
            if surface not in seen:
                seen.add(surface)
                yield surface, form
