"""People beyond the catalogue: names behind titles, names before offices, and surnames after full names.

The matcher finds catalogued people by their full names. News also says "Defence Secretary Yogendra Narain",
"Denis Alipov, the Russian ambassador", and then "Narain" or "Mr Alipov" for the rest of the article.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from indru.knowledge import Knowledge
from indru.knowledge.cues import CueKind
from indru.scan.mentions import Kind, Mention, PersonName

_WORD = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_AFTER_TITLE = re.compile(
    rf"""
    [ ,]{{0,2}}
    (?:(?:Shri|Smt\.?|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Gen\.?|Sergeant)[ ]?){{0,2}}     # "Defence Minister Shri AK Antony"
    (?P<name>(?:(?:[A-Z]\.[ ]?){{1,3}}|[A-Z]{{1,3}}[ ])?{_WORD}(?:[ ][A-Z]\.)?(?:[ ]{_WORD}){{0,3}})
    """,
    re.VERBOSE,
)
_BEFORE_OFFICE = re.compile(
    rf"(?P<name>(?:(?:[A-Z]\.[ ]?){{1,3}}|[A-Z]{{1,3}}[ ])?{_WORD}(?:[ ]{_WORD}){{0,3}})"
    r",[ ](?:(?:who|is|was|the|a|then|its|also|as|heads)[ ]){0,3}$"
)
_NAMES = frozenset({Kind.PERSON, Kind.PLACE, Kind.ORGANISATION, Kind.SYSTEM, Kind.COUNTRY, Kind.OFFICE})
RUSSIAN_ENDINGS = ("ov", "ev", "sky", "ski", "skiy", "enko", "ova", "eva", "chuk", "ykh")
"""How surnames end whose bearers are taken for Russians where nothing else tells their country."""


def find_people(text: str, mentions: list[Mention], knowledge: Knowledge) -> list[Mention]:
    """Every mention of a person, in the order of the text."""
    taken = bytearray(len(text))
    for m in mentions:
        if m.kind in _NAMES:
            taken[m.start : m.end] = b"\x01" * (m.end - m.start)
    people = [m for m in mentions if m.kind is Kind.PERSON]
    for m in _titled(text, mentions, taken):
        person = _identify(m.value, people, knowledge)
        if person is not None:
            people.append(m._replace(value=person))
            taken[m.start : m.end] = b"\x01" * (m.end - m.start)
    people.extend(_surnames(text, people, taken))
    people.sort()
    return people


def _titled(text: str, mentions: list[Mention], taken: bytearray) -> Iterator[Mention]:
    """Names that follow an office, a rank or an honorific, and names that an office follows."""
    titles = {m.start for m in mentions if m.kind is Kind.CUE and m.value.kind is CueKind.TITLE}
    for index, m in enumerate(mentions):
        office = m.kind is Kind.OFFICE
        if not office and not (m.kind is Kind.CUE and m.value.kind is CueKind.TITLE):
            continue
        country = _speaks_for(mentions, index, m)
        match = _AFTER_TITLE.match(text, m.end)
        span = _untaken(match.span("name"), taken, text) if match else None
        if span is not None and span[0] in titles:
            continue  # "Deputy Minister Colonel General Fomin": the rank is no name, and takes the name itself
        if span is not None:
            yield Mention(*span, Kind.PERSON, PersonName(text[span[0] : span[1]], country, known=False))
        elif office:
            before = _name_before(text, mentions, index)
            # "Defence Minister Rajnath Singh, the External Affairs Minister": no name is cut out of another
            span = before if before and not any(taken[before[0] : before[1]]) else None
            if span is not None and " " in text[span[0] : span[1]]:
                yield Mention(*span, Kind.PERSON, PersonName(text[span[0] : span[1]], country, known=False))


def _name_before(text: str, mentions: list[Mention], index: int) -> tuple[int, int] | None:
    """Where a name stands in "Denis Alipov, the Russian ambassador"."""
    start = mentions[index].start
    if index and mentions[index - 1].kind is Kind.COUNTRY and 0 <= start - mentions[index - 1].end <= 3:
        start = mentions[index - 1].start
    match = _BEFORE_OFFICE.search(text[max(0, start - 80) : start])
    if match is None:
        return None
    shift = max(0, start - 80)
    return match.start("name") + shift, match.end("name") + shift


def _untaken(span: tuple[int, int], taken: bytearray, text: str) -> tuple[int, int] | None:
    """The name up to the next known name: in "Minister Nikolai Mikhailov Moscow" it ends before Moscow."""
    start, end = span
    if taken[start]:
        return None
    blocked = taken.find(1, start, end)
    if blocked >= 0:
        end = start + len(text[start:blocked].rstrip())
    return (start, end) if end - start > 2 else None


def _speaks_for(mentions: list[Mention], index: int, m: Mention) -> str:
    """The country of an office: its own, or the one named beside it ("Russian", "of Russia", "India's")."""
    if m.kind is Kind.OFFICE and m.value.country:
        return str(m.value.country)
    for other in mentions[max(0, index - 3) : index][::-1]:
        if m.start - other.end > 25:
            break
        if other.kind in (Kind.COUNTRY, Kind.ORGANISATION):
            return _country_of(other)
    for other in mentions[index + 1 : index + 3]:
        if other.start - m.end > 25:
            break
        if other.kind in (Kind.COUNTRY, Kind.ORGANISATION):
            return _country_of(other)
    return ""


def _country_of(m: Mention) -> str:
    if m.kind is Kind.COUNTRY:
        return str(m.value.id)
    countries = m.value.country
    return str(countries[0]) if len(countries) == 1 else ""


def _identify(person: PersonName, people: list[Mention], knowledge: Knowledge) -> PersonName | None:
    """Who a name read from the text is: somebody of the document, of the catalogue, or a new person."""
    words = re.sub(r"\.", " ", person.name).split()
    surname = words[-1]
    initial = words[0][0] if len(words) > 1 else ""
    here = [m.value for m in people if m.value.name.rsplit(" ", 1)[-1] == surname]
    known: PersonName
    for known in reversed(here):
        if not initial or known.name[0] == initial:
            return known
    rows = [row for row in _surname_index(knowledge).get(surname, ()) if _fits(row, initial, person.country)]
    if len(rows) == 1:
        return rows[0]
    if not initial:
        return None
    country = _sounds(words, knowledge) or person.country
    return PersonName(_spaced(words), country, known=False)


def _sounds(words: list[str], knowledge: Knowledge) -> str:
    """The country whose people bear such a first name, or whose surnames end so; empty where neither tells.

    In "Yogendra Narain and A. V. Denisov" no country stands beside the names.
    """
    countries = _first_names(knowledge).get(words[0], frozenset())
    if len(countries) == 1:
        return next(iter(countries))
    return "RUS" if words[-1].endswith(RUSSIAN_ENDINGS) else ""


@functools.lru_cache(maxsize=8)
def _first_names(knowledge: Knowledge) -> Mapping[str, frozenset[str]]:
    index: defaultdict[str, set[str]] = defaultdict(set)
    for row in knowledge.people.values():
        for name in row.names:
            first, _, rest = name.partition(" ")
            if rest and len(first) > 2:
                index[first].add(row.country)
    return {first: frozenset(countries) for first, countries in index.items()}


def _spaced(words: list[str]) -> str:
    """Initials apart, as the catalogue has them: "AV Fomin" is "A V Fomin"."""
    first = words[0]
    head = list(first) if first.isupper() and len(first) <= 3 else [first]
    return " ".join([*head, *words[1:]])


def _fits(row: PersonName, initial: str, country: str) -> bool:
    return (not initial or row.name[0] == initial) and (not country or row.country == country)


@functools.lru_cache(maxsize=8)
def _surname_index(knowledge: Knowledge) -> Mapping[str, tuple[PersonName, ...]]:
    index: defaultdict[str, list[PersonName]] = defaultdict(list)
    for row in knowledge.people.values():
        value = PersonName(row.name, row.country, row.sex)
        surnames = {name.rsplit(" ", 1)[-1] for name in (row.name, *row.variants)}
        for surname in surnames:
            index[surname].append(value)
    return {surname: tuple(values) for surname, values in index.items()}


def _surnames(text: str, people: list[Mention], taken: bytearray) -> Iterator[Mention]:
    """Later mentions by surname alone of people whom the document names in full."""
    named: dict[str, list[Mention]] = defaultdict(list)
    for m in sorted(people):
        written = text[m.start : m.end]
        for surname in dict.fromkeys((written.rsplit(" ", 1)[-1], m.value.name.rsplit(" ", 1)[-1])):
            if len(surname) > 2 and surname[0].isupper():
                named[surname].append(m)
    for surname, holders in named.items():
        at = text.find(surname)
        while at >= 0:
            end = at + len(surname)
            alone = not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum()
            if alone and not taken[at]:
                before = [m for m in holders if m.start < at] or holders[:1]
                yield Mention(at, end, Kind.PERSON, before[-1].value)
                taken[at:end] = b"\x01" * (end - at)
            at = text.find(surname, end)
