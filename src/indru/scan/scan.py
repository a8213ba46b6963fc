"""Document and knowledge in, mentions out: names and cues by one pass, dates, numbers and money by grammar."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter

import attrs

from indru.knowledge import Knowledge, SystemRow
from indru.scan.dates import scan_dates, scan_durations
from indru.scan.designations import find_designations
from indru.scan.matcher import matcher_for
from indru.scan.mentions import Kind, Mention
from indru.scan.money import scan_money
from indru.scan.numbers import scan_numbers
from indru.scan.people import find_people
from indru.text import Document, Sentence

_NAMES = frozenset({Kind.SYSTEM, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.COUNTRY})


@attrs.frozen(eq=False)
class ScannedSentence:
    """A sentence and what was found in it, in the order of the text."""

    index: int
    sentence: Sentence
    mentions: tuple[Mention, ...]


@attrs.frozen(eq=False)
class Scan:
    """Everything that the scan found in a document."""

    document: Document
    mentions: tuple[Mention, ...]
    sentences: tuple[ScannedSentence, ...]


def scan(document: Document, knowledge: Knowledge) -> Scan:
    """Find every name, cue, date, number and sum of money in a document."""
    text, lower = document.text, document.lower
    found = _names_and_cues(document, knowledge)
    people = find_people(text, found, knowledge)
    found = [m for m in found if m.kind is not Kind.PERSON] + people
    dates = [Mention(d.start, d.end, Kind.DATE, d) for d in scan_dates(text, lower, knowledge=knowledge)]
    money = [Mention(m.start, m.end, Kind.MONEY, m) for m in scan_money(text, lower, knowledge=knowledge)]
    durations = [Mention(d.start, d.end, Kind.DURATION, d) for d in scan_durations(text, lower, knowledge=knowledge)]
    found = _without_words_of(found, [*dates, *money])
    blocked = sorted((m.start, m.end) for m in [*found, *dates, *money] if m.kind in _BLOCKING)
    numbers = [Mention(n.start, n.end, Kind.NUMBER, n) for n in scan_numbers(text, lower, blocked, knowledge=knowledge)]
    mentions = sorted([*found, *dates, *money, *durations, *numbers], key=_place)
    return Scan(document, tuple(mentions), tuple(_by_sentence(document, mentions)))


def scan_systems(document: Document, knowledge: Knowledge) -> list[Mention]:
    """Find the weapon systems alone."""
    return [m for m in _names_and_cues(document, knowledge) if m.kind is Kind.SYSTEM]


def _names_and_cues(document: Document, knowledge: Knowledge) -> list[Mention]:
    """What one pass over the names and cues of the knowledge finds, and designations that follow a pattern."""
    found = matcher_for(knowledge).find(document.text, document.lower)
    found.extend(find_designations(document.text, found, knowledge))
    return _without_makers(document.text, sorted(found, key=_place))


_BLOCKING = _NAMES | {Kind.DATE, Kind.MONEY}


_place = itemgetter(0, 1)


def _without_makers(text: str, found: list[Mention]) -> list[Mention]:
    """Systems called by the maker's name alone mean the one of that maker that the text names in full.

    "Sukhoi" in "Sukhoi Su-35" is no second system, and "the Kamov" of a text on the Ka-226T is that one.
    """
    systems = [m for m in found if m.kind is Kind.SYSTEM]
    if not systems:
        return found
    kept: list[Mention] = []
    full: dict[str, SystemRow] = {}
    for m in systems:
        if not _by_maker(text, m):
            full.update((maker, m.value) for maker in m.value.makers)
    for m in found:
        if m.kind is Kind.SYSTEM:
            while kept and _by_maker(text, kept[-1]) and text[kept[-1].end : m.start] in (" ", "/", "-"):
                kept.pop()
            if _by_maker(text, m):
                m = m._replace(value=full.get(text[m.start : m.end].rstrip("s"), m.value))
        kept.append(m)
    return kept


def _by_maker(text: str, m: Mention) -> bool:
    """Whether a system is called by its maker's name: "Sukhoi", "Kamovs"."""
    return m.kind is Kind.SYSTEM and text[m.start : m.end].rstrip("s") in m.value.makers


def _without_words_of(found: list[Mention], values: list[Mention]) -> list[Mention]:
    """Cues that are words of a date or a sum go: the "may" of "in May", the "order" of "of the order of $5 bn"."""
    if not values:
        return found
    spans = sorted((m.start, m.end) for m in values)
    starts = [start for start, _ in spans]
    kept: list[Mention] = []
    for m in found:
        at = bisect_left(starts, m.end) - 1
        if m.kind is Kind.CUE and at >= 0 and spans[at][1] > m.start and spans[at][0] <= m.start:
            continue
        kept.append(m)
    return kept


def _by_sentence(document: Document, mentions: list[Mention]) -> list[ScannedSentence]:
    starts = [m.start for m in mentions]
    rows: list[ScannedSentence] = []
    for index, sentence in enumerate(document.sentences):
        low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        rows.append(ScannedSentence(index, sentence, tuple(mentions[low:high])))
    return rows
