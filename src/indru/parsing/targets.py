"""What the statements of a sentence can be about: systems that it names, and words that stand for one named before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indru.knowledge import SystemRow
from indru.knowledge.cues import CueKind
from indru.parsing.amounts import fits, stands_alone
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind, Mention


class Topic(NamedTuple):
    """The system that the text is speaking of, and the sentence that named it."""

    mention: Mention
    sentence: int
    heading: bool = False
    """Whether that sentence names nothing else: "2. The jets.", "The Kilos." """
    ahead: bool = False
    """Whether the name comes only later: "Four frigates are wanted. The ships belong to Project 11356." """


_OF_THE = re.compile(r" (?:more )?of the (\w+?)s?\b")


class Topics(NamedTuple):
    """What a text is speaking of: first the system that it goes on about, then others named shortly before."""

    main: Topic | None
    others: tuple[Topic, ...] = ()

    def for_number(self, view: SentenceView, m: Mention) -> Topic | None:
        """The topic that a number counts: the main one, or the last one named that is counted in its unit."""
        unit = m.value.quantity.unit
        behind = _OF_THE.match(view.words(m.value.number_end, m.value.number_end + 30))
        if unit is None and behind is not None:
            told = behind[1]
            return next((t for t in (self.main, *self.others) if t and told in t.mention.value.units), self.main)
        if self.main is not None and unit is not None and unit not in self.main.mention.value.units:
            return next((topic for topic in self.others if unit in topic.mention.value.units), self.main)
        return self.main


class Target(NamedTuple):
    """The system that a statement is about, and where in the sentence the statement stands.

    `named` is where the system is named: in the sentence itself, or before it where the sentence only says
    "29 more were ordered".
    """

    anchor: Mention
    named: Mention
    headed: bool = False
    """Whether a heading above the sentence names the system."""

    @property
    def here(self) -> bool:
        return self.anchor is self.named


def find_targets(view: SentenceView, topics: Topics) -> Iterator[Target]:
    """The systems that a sentence may tell the supply of."""
    systems = systems_of(view)
    yield from (Target(m, m) for m in systems)
    topic = topics.main
    if topic is not None and abs(view.index - topic.sentence) > _MEMORY:
        topic, topics = None, Topics(None)
    numbers = list(_numbers(view, systems, topics))
    yield from numbers
    if systems or numbers or topic is None or topic.ahead or _speaks_of_others(view):
        return
    anchor = next(_references(view, topic), None)
    if anchor is not None:
        yield Target(anchor, topic.mention, topic.heading)


def _speaks_of_others(view: SentenceView) -> bool:
    """Whether a sentence without a system of ours is about one that isn't Russian."""
    aside = _asides(view)
    return any(m.start not in aside for m in view.by_kind[Kind.SYSTEM])


_MEMORY = 8
"""For so many sentences a text goes on about a system without its name."""


def systems_of(view: SentenceView) -> list[Mention]:
    """The systems that a sentence names for their own sake: Russian, and not only to compare or to describe."""
    systems = view.by_kind[Kind.SYSTEM]
    if not systems:
        return []
    aside = _asides(view)
    return [m for m in systems if m.start not in aside and russian(m.value)]


def russian(system: SystemRow) -> bool:
    """Whether a system can pass from Russia to India: made there or with it, or of no known origin."""
    return not system.origin or "RUS" in system.origin or "SUN" in system.origin


def next_topics(view: SentenceView, topics: Topics, *, told: bool) -> Topics:
    """What the sentence after this one goes on about: the system that this one names first, else the old topic.

    `told` says whether this sentence tells of its supply; one that is named by the way changes no topic.
    """
    systems = systems_of(view)
    if not systems:
        return Topics(None) if _speaks_of_others(view) else topics
    heading, topic = _is_heading(view), topics.main
    named = tuple(Topic(m, view.index, heading) for m in systems)
    others = (*named, *(t for t in topics.others if view.index - t.sentence <= _STALE))
    if told or heading or topic is None or topic.ahead or view.index - topic.sentence > _STALE:
        return Topics(named[0], others)
    return Topics(topic, others)


_STALE = 3
"""After so many sentences a system that is only named takes the place of the one that the text was about."""


def _is_heading(view: SentenceView) -> bool:
    words = view.text
    return len(words) <= _HEADING and not any(view.cues[kind] for kind in (CueKind.SUPPLY, CueKind.SEAL))


_HEADING = 48


def _asides(view: SentenceView) -> set[int]:
    """Where systems start that are only mentioned: "armed with BrahMos and the Shtil", "which the T-90 fires"."""
    aside: set[int] = set()
    systems = view.by_kind[Kind.SYSTEM]
    cues = view.cues[CueKind.ASIDE]
    last: Mention | None = None
    if not cues and len(systems) < 2:
        return aside
    for m in systems:
        if (
            _describes(view, m)
            or any(_sets_aside(view, cue, m) for cue in cues)
            or (last is not None and _listed(view, last, m))
        ):
            aside.add(m.start)
            last = m
        else:
            last = None
    return aside


def _describes(view: SentenceView, m: Mention) -> bool:
    """Whether a name only tells the class of the one right behind it: "the Akula-II class Nerpa"."""
    return any(
        other.start == m.end + 1 and set(other.value.family) & set(m.value.family)
        for other in view.by_kind[Kind.SYSTEM]
    )


_PLAIN = re.compile(r"[\w' -]{0,34}")
_JOINT = re.compile(r"[\w' -]{0,20}(?:,| and| or)[\w' -]{0,24}")


def _sets_aside(view: SentenceView, cue: Mention, m: Mention) -> bool:
    if cue.value.value == "after":
        return 0 <= cue.start - m.end <= 2
    if any(n.start < cue.start < n.end for n in view.by_kind[Kind.NUMBER]):
        return False  # "Twelve launchers of the Smerch type" are twelve of it.
    return 0 <= m.start - cue.end <= 34 and bool(_PLAIN.fullmatch(view.words(cue.end, m.start)))


def _listed(view: SentenceView, first: Mention, second: Mention) -> bool:
    """Whether two systems are members of one list, with no word about supply between them."""
    if not _JOINT.fullmatch(view.words(first.end, second.start)):
        return False
    return not any(first.end <= m.start < second.start for kind in _NEWS for m in view.cues[kind])


_NEWS = (CueKind.SUPPLY, CueKind.MODE, CueKind.PAPER, CueKind.SEAL)


def _numbers(view: SentenceView, systems: Sequence[Mention], topics: Topics) -> Iterator[Target]:
    """Numbers that count a system named elsewhere: "29 more were ordered", "two of the frigates have come"."""
    last: Topic | None = None
    for m in view.by_kind[Kind.NUMBER]:
        if _counts_other(view, m, systems):
            continue
        before = [s for s in systems if s.end <= m.start]
        named = before[-1] if before else next(iter(systems), None)
        if named is not None:
            if stands_alone(view, m) or (fits(m, named.value) and not _beside(view, m, systems)):
                yield Target(m, named)
            continue
        bare = m.value.quantity.unit is None
        topic = last if bare and last is not None else topics.for_number(view, m)
        if topic is not None and russian(topic.mention.value) and _counts(view, m, topic):
            last = topic
            yield Target(m, topic.mention, topic.heading)


def _counts_other(view: SentenceView, m: Mention, systems: Sequence[Mention]) -> bool:
    """Whether a number stands right before a system that is none of Russia's: "97 Tejas"."""
    end = m.value.number_end
    return any(
        0 <= other.start - end <= 30 and "," not in view.words(end, other.start) and other not in systems
        for other in view.by_kind[Kind.SYSTEM]
    )


def _counts(view: SentenceView, m: Mention, topic: Topic) -> bool:
    """Whether a number counts what the text speaks of; before the name has come, only by the very unit."""
    if topic.ahead:
        return m.value.quantity.unit in topic.mention.value.units
    return stands_alone(view, m) or fits(m, topic.mention.value) or (topic.heading and m.start - view.start <= 4)


def _beside(view: SentenceView, m: Mention, systems: Sequence[Mention]) -> bool:
    """Whether a system stands in the clause of a number, which then is a number of that system."""
    return any(view.same_clause(m, system) for system in systems)


_PAPERS = frozenset({"contract", "deal", "agreement", "intergovernmental-agreement", "memorandum", "document"})
_POINTING = re.compile(r"\b(?:the|this|that|its|their|such a|said) (?:[\w'-]{1,20} ){0,2}$")
_ON_IT = re.compile(r" (?:on|for|about) (?:it|them|these|this)\b")
_PRONOUN = re.compile(r"\b(?:they|them|it|she|her|all|both|these|those)\b")


def _references(view: SentenceView, topic: Topic) -> Iterator[Mention]:
    """Words that go on about the topic: a price, "the contract", "all have come", "built here under licence"."""
    if is_price(view, topic):
        yield from view.by_kind[Kind.MONEY]
    yield from (m for m in view.cues[CueKind.MORE] if _wants_more(view, m))
    for m in view.cues[CueKind.PAPER]:
        if m.value.value in _PAPERS and (topic.heading or _points_back(view, m)):
            yield m
    for m in view.cues[CueKind.SUPPLY]:
        told = topic.heading or _has_subject(view, m, topic.mention.value)
        if m.value.value == "begun" or (told and m.value.value in _PASSING):
            yield m
    for m in view.cues[CueKind.MODE]:
        if m.value.value in _MAKING and m.value.weight != 1 and not view.by_kind[Kind.NUMBER]:
            yield m


def is_price(view: SentenceView, topic: Topic) -> bool:
    """Whether a sum that stands without a system is told as the price of what was spoken of."""
    if topic.heading or len(view.text) <= _HEADING:
        return True
    if any(m.value.value == "price" for m in view.cues[CueKind.PRICE]):
        return True
    return any(m.value.value in _PAPERS and _points_back(view, m) for m in view.cues[CueKind.PAPER])


def _wants_more(view: SentenceView, more: Mention) -> bool:
    """Whether "more" is the subject of a wish: "More are sought", "Further ones are under negotiation"."""
    return more.start - view.start <= 2 and any(
        m.value.value == "proposed" and m.value.weight != 2 and _COPULA.fullmatch(view.words(more.end, m.start))
        for m in view.cues[CueKind.SUPPLY]
    )


_COPULA = re.compile(r"(?: ones| of them)? (?:are|were|may be|have been)(?: also| now| being)? ")
_MAKING = ("licensed-production", "joint-development")
_PASSING = frozenset({"delivered", "delivering", "begins", "ends", "contracted", "bought", "cancelled"})


def _points_back(view: SentenceView, paper: Mention) -> bool:
    """Whether a paper is one spoken of: "the contract", or "A contract" with nothing else that it could be for."""
    if view.words(paper.end - 1, paper.end) == "s":
        return False  # "The 19 agreements of the visit", "orders that total $8 billion": no single deal.
    before, behind = view.words(paper.start - 40, paper.start), view.words(paper.end, paper.end + 12)
    return bool(_POINTING.search(before) or _ON_IT.match(behind)) or paper.value.value in ("contract", "deal")


def _has_subject(view: SentenceView, cue: Mention, system: SystemRow) -> bool:
    """Whether a pronoun or a word for such equipment stands before the word about supply."""
    before = view.words(cue.start - 70, cue.start)
    if _PRONOUN.search(before):
        return True
    return any(f"the {unit}" in before for unit in (*system.units, *_ANY_WORDS))


_ANY_WORDS = ("system", "machine", "weapon", "type", "boat", "ship", "jet", "plane")
