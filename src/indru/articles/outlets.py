"""Articles as outlets set them: an agency's wire, a daily, a press release, a live blog."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from random import Random

import attrs

from indru.articles import wording
from indru.articles.events import Event, draw_events
from indru.articles.facts import draw_day, draw_past
from indru.articles.prose import Prose, Words
from indru.knowledge import Knowledge, default_knowledge
from indru.model import Place, Record, Source
from indru.values import DateSpan

_SOURCE = ("source", 0)
_CITIES = (("NEW DELHI", "New Delhi", "IND"), ("MOSCOW", "Moscow", "RUS"), ("MUMBAI", "Mumbai", "IND"))
_AGENCIES = ("PTI", "ANI", "IANS", "TASS")
_PAPERS = ("The Hindu", "The Tribune", "Deccan Herald", "Hindustan Times")


class Style(StrEnum):
    """How an outlet sets its news."""

    WIRE = "wire"
    """A headline, then a dateline with the agency."""
    BROADSHEET = "broadsheet"
    """The paper's name, a headline, a byline, the date."""
    PRESS_RELEASE = "press-release"
    """A ministry's letterhead, and the hour of posting."""
    LIVE_BLOG = "live-blog"
    """A list of entries, each with its hour."""


@attrs.frozen(kw_only=True)
class Article:
    """A text, the records that it tells of, and when it came out.

    Each record holds what the text says and no more: a field that its sentence leaves out is empty.
    """

    text: str
    records: tuple[Record, ...] = attrs.field(repr=False)
    published: dt.date
    style: Style


def write(
    random: Random,
    *,
    relevant: bool = True,
    style: Style | None = None,
    events: int | None = None,
    asides: int = 4,
    knowledge: Knowledge | None = None,
) -> Article:
    """Draw records and write the article that tells of them.

    Args:
        random: where all chance comes from.
        relevant: whether it tells of the two countries' defence; news of other things has no records but
            its source.
        style: how it is set; any for None.
        events: how many things happen in it; one to three for None.
        asides: how many sentences say nothing of records, up to the ten that there are.
        knowledge: where systems, people and places are drawn from; what indru ships by default.

    >>> for record in write(Random(3), events=1).records:
    ...     print(type(record).__name__)
    Source
    Meeting
    """
    knowledge = knowledge or default_knowledge()
    style = style or random.choice(tuple(Style))
    published = draw_day(random)
    prose = Prose()
    if relevant:
        told = draw_events(random, knowledge, published, events or random.randrange(1, 4))
        head = told[0]
        headline = random.choice(wording.HEADLINES[head.kind])
        system = head.system.designation if head.system is not None else ""
        sentences: list[Event | str] = [*told, *random.sample(wording.ASIDES, min(asides, len(wording.ASIDES)))]
        sentences[1:] = random.sample(sentences[1:], len(sentences) - 1)
    else:
        headline, lead, *rest = random.choice(wording.OTHER_NEWS)
        system = ""
        sentences = [lead.format(day=draw_past(random, published).words), *rest[: max(asides, 1)]]
        told = ()
    words = Words(headline.replace("{system}", system), ((_SOURCE, "title"),))
    fields = _SETTERS[style](random, prose, words, published, sentences)
    return Article(text=prose.text, records=_records(prose, fields, told), published=published, style=style)


_Fields = dict[str, object]
_Sentences = list[Event | str]


def _wire(random: Random, prose: Prose, headline: Words, published: dt.date, sentences: _Sentences) -> _Fields:
    city, name, country = random.choice(_CITIES)
    agency = random.choice(_AGENCIES)
    prose.say(headline)
    prose.write("\n\n")
    prose.say(Words(city, ((_SOURCE, "place"),)))
    prose.write(", ")
    prose.say(Words(f"{published:%b} {published.day}", ((_SOURCE, "published"),)))
    prose.write(" (")
    prose.say(Words(agency, ((_SOURCE, "publisher"),)))
    prose.write(") ")
    _paragraphs(random, prose, sentences)
    return {
        "title": headline.text,
        "place": Place(name=name, country=country),
        "published": DateSpan.day(None, published.month, published.day),
        "publisher": agency,
    }


def _broadsheet(random: Random, prose: Prose, headline: Words, published: dt.date, sentences: _Sentences) -> _Fields:
    paper = random.choice(_PAPERS)
    prose.say(Words(paper, ((_SOURCE, "publisher"),)))
    prose.write("\n\n")
    prose.say(headline)
    prose.write("\n\nBy Our Correspondent\n")
    prose.say(_long(published))
    prose.write("\n\n")
    _paragraphs(random, prose, sentences)
    return {"title": headline.text, "published": _dated(published), "publisher": paper}


def _press_release(random: Random, prose: Prose, headline: Words, published: dt.date, sentences: _Sentences) -> _Fields:
    prose.say(Words("Press Information Bureau", ((_SOURCE, "publisher"),)))
    prose.write("\nGovernment of India\nMinistry of Defence\n\n")
    prose.say(headline)
    prose.write("\n\nPosted On: ")
    prose.say(Words(f"{published.day:02} {published:%b} {published.year}".upper(), ((_SOURCE, "published"),)))
    prose.write(f" {random.randrange(1, 12)}:{random.randrange(10, 60)}PM by PIB Delhi\n\n")
    _paragraphs(random, prose, sentences)
    prose.write("\n\n****")
    return {"title": headline.text, "published": _dated(published), "publisher": "Press Information Bureau"}


def _live_blog(random: Random, prose: Prose, headline: Words, published: dt.date, sentences: _Sentences) -> _Fields:
    prose.say(headline)
    prose.write("\n\nUpdated: ")
    prose.say(_long(published))
    hour = 18
    for sentence in sentences:
        prose.write(f"\n\n{hour}:{random.randrange(10, 60)} IST\n\n")
        _sentence(prose, sentence)
        hour -= 1
    return {"title": headline.text, "published": _dated(published)}


_SETTERS = {
    Style.WIRE: _wire,
    Style.BROADSHEET: _broadsheet,
    Style.PRESS_RELEASE: _press_release,
    Style.LIVE_BLOG: _live_blog,
}


def _dated(published: dt.date) -> DateSpan:
    return DateSpan.day(published.year, published.month, published.day)


def _long(published: dt.date) -> Words:
    return Words(f"{published:%B} {published.day}, {published.year}", ((_SOURCE, "published"),))


def _paragraphs(random: Random, prose: Prose, sentences: _Sentences) -> None:
    """The sentences, one or two a paragraph; what happened stands in a paragraph of its own."""
    for index, sentence in enumerate(sentences):
        alone = isinstance(sentence, Event) or isinstance(sentences[index - 1], Event)
        if index:
            prose.write("\n\n" if alone or random.random() < 0.5 else " ")
        _sentence(prose, sentence)


def _sentence(prose: Prose, sentence: Event | str) -> None:
    if isinstance(sentence, Event):
        prose.tell(sentence.sentence, sentence.slots)
    else:
        prose.write(sentence)


def _records(prose: Prose, source: _Fields, told: tuple[Event, ...]) -> tuple[Record, ...]:
    """All records, the source first, then those of the events, then the systems."""
    made = [prose.record(_SOURCE, Source, source)]
    made += (prose.record(key, kind, fields) for event in told for key, (kind, fields) in event.records.items())
    made += (prose.system(entry) for event in told if (entry := event.system) is not None)
    return tuple(made)
