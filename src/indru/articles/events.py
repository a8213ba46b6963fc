"""Events: what happened, drawn at random, with a sentence that tells it and the records that it makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

import attrs

from indru.articles import wording
from indru.articles.facts import When, arms, draw_future, draw_money, draw_number, draw_past, draw_person, draw_place
from indru.articles.prose import Key, Phrase, Slots, Words
from indru.knowledge import Knowledge
from indru.model import (
    Agreement,
    AgreementKind,
    AgreementStatus,
    Meeting,
    MeetingFormat,
    MeetingStatus,
    Place,
    Procurement,
    ProcurementMode,
    ProcurementStatus,
    Record,
    WeaponSystem,
)
from indru.resolve.records import catalogue_entry

_PAIR = ("IND", "RUS")


@attrs.frozen
class Event:
    """A sentence with its slots, and the records it tells of: of a sort, with all that could be said."""

    kind: str
    sentence: str
    slots: Slots
    records: Mapping[Key, tuple[type[Record], dict[str, Any]]]
    system: WeaponSystem | None = None


@attrs.frozen
class Setting:
    """What an event may draw on; `number` tells apart the events of one article."""

    random: Random
    knowledge: Knowledge
    published: dt.date
    number: int

    def word(self, slot: str) -> str:
        """One of the words for a slot."""
        return self.random.choice(wording.VERBS[slot])

    def key(self, sort: str) -> Key:
        """The key of this event's record of a sort."""
        return sort, self.number


def _arms(setting: Setting, deal: Key, also: tuple[tuple[Key, str], ...] = ()) -> tuple[Phrase, dict[str, Any]]:
    """ "Over 120 T-90 tanks", and what that says of a procurement."""
    row, unit = setting.random.choice(arms(setting.knowledge))
    number, plural, quantity = draw_number(setting.random, unit)
    entry = catalogue_entry(row)
    # "Metis-M1 missile missiles" is nobody's English.
    noun = "" if row.designation.lower().endswith(unit.names[0]) else f" {plural}"
    named = ((deal, "system"), *also, ((entry.id, 0), "designation"))
    return (
        Phrase(
            (
                Words(number, ((deal, "quantity"),)),
                Words(" "),
                Words(row.designation, named),
                Words(noun),
            )
        ),
        {"system": entry, "quantity": quantity},
    )


def _day(when: When, *tells: tuple[Key, str]) -> Words:
    return Words(when.words, tells, when.basis)


def _contract(setting: Setting) -> Event:
    return _paper(setting, "contract", wording.CONTRACT, ProcurementMode.PURCHASE)


def _licence(setting: Setting) -> Event:
    return _paper(setting, "licence", wording.LICENCE, ProcurementMode.LICENSED_PRODUCTION)


def _paper(setting: Setting, kind: str, sentences: tuple[str, ...], mode: ProcurementMode) -> Event:
    paper, deal = setting.key("agreement"), setting.key("procurement")
    when, place = draw_past(setting.random, setting.published), draw_place(setting.random, setting.knowledge)
    price, value = draw_money(setting.random)
    bought, said = _arms(setting, deal, ((paper, "systems"),))
    slots: dict[str, Words | Phrase] = {
        "india": Words("India", ((paper, "parties"), (deal, "recipient"))),
        "russia": Words("Russia", ((paper, "parties"), (deal, "supplier"))),
        "day": _day(when, (paper, "signed"), (deal, "ordered")),
        "signed": Words(setting.word("signed"), ((paper, "status"), (deal, "status"))),
        "paper": Words(setting.word("paper"), ((paper, "kind"), (deal, "mode"))),
        "place": Words(place.name, ((paper, "place"),)),
        "value": Words(price, ((deal, "value"),)),
        "arms": bought,
    }
    agreement = {
        "kind": AgreementKind.CONTRACT,
        "status": AgreementStatus.SIGNED,
        "signed": when.date,
        "place": place,
        "parties": _PAIR,
        "systems": (said["system"],),
    }
    procurement = {
        "mode": mode,
        "status": ProcurementStatus.CONTRACTED,
        "ordered": when.date,
        "value": value,
        "supplier": "RUS",
        "recipient": "IND",
        **said,
    }
    records = {paper: (Agreement, agreement), deal: (Procurement, procurement)}
    return Event(kind, setting.random.choice(sentences), slots, records, said["system"])


def _delivery(setting: Setting) -> Event:
    when = draw_past(setting.random, setting.published)
    return _supply(setting, "delivery", wording.DELIVERY, ProcurementStatus.DELIVERED, when)


def _plan(setting: Setting) -> Event:
    return _supply(setting, "plan", wording.PLAN, ProcurementStatus.PROPOSED, None)


def _supply(
    setting: Setting, kind: str, sentences: tuple[str, ...], status: ProcurementStatus, when: When | None
) -> Event:
    deal = setting.key("procurement")
    bought, said = _arms(setting, deal)
    verb: tuple[tuple[Key, str], ...] = ((deal, "status"), (deal, "mode"))
    slots: dict[str, Words | Phrase] = {
        "india": Words("India", ((deal, "recipient"),)),
        "russia": Words("Russia", ((deal, "supplier"),)),
        "arms": bought,
        **{slot: Words(setting.word(slot), verb) for slot in ("delivered", "received", "plans")},
    }
    fields = {
        "mode": ProcurementMode.PURCHASE,
        "status": status,
        "supplier": "RUS",
        "recipient": "IND",
        **said,
    }
    if when is not None:
        slots["day"] = _day(when, (deal, "delivery"))
        fields["delivery"] = when.date
    records = {deal: (Procurement, fields)}
    return Event(kind, setting.random.choice(sentences), slots, records, said["system"])


def _talks(setting: Setting) -> Event | None:
    office = setting.random.choice(("defence-minister", "foreign-minister"))
    return _meeting(setting, "talks", wording.TALKS, MeetingFormat.BILATERAL, (office, office))


def _summit(setting: Setting) -> Event | None:
    return _meeting(setting, "summit", wording.SUMMIT, MeetingFormat.SUMMIT, ("prime-minister", "president"))


def _call(setting: Setting) -> Event | None:
    return _meeting(setting, "call", wording.CALL, MeetingFormat.CALL, ("defence-minister", "defence-minister"))


def _meeting(
    setting: Setting, kind: str, sentences: tuple[str, ...], form: MeetingFormat, offices: tuple[str, str]
) -> Event | None:
    meeting = setting.key("meeting")
    when, place = draw_past(setting.random, setting.published), draw_place(setting.random, setting.knowledge)
    indian = draw_person(setting.knowledge, offices[0], "IND", when.date)
    russian = draw_person(setting.knowledge, offices[1], "RUS", when.date)
    if indian is None or russian is None:
        return None
    verb: tuple[tuple[Key, str], ...] = ((meeting, "format"), (meeting, "status"))
    slots: dict[str, Words | Phrase] = {
        "indian": Words(indian[0], ((meeting, "participants"),)),
        "russian": Words(russian[0], ((meeting, "participants"),)),
        "held": Words(setting.word("held"), verb),
        "spoke": Words(setting.word("spoke"), verb),
        "summit": Words("summit", verb),
        "place": Words(place.name, ((meeting, "place"),)),
        "day": _day(when, (meeting, "date")),
    }
    fields = {
        "format": form,
        "status": MeetingStatus.HELD,
        "date": when.date,
        "place": place,
        "participants": (indian[1], russian[1]),
    }
    return Event(kind, setting.random.choice(sentences), slots, {meeting: (Meeting, fields)})


def _visit(setting: Setting) -> Event | None:
    meeting = setting.key("meeting")
    when = draw_future(setting.random, setting.published)
    guest = draw_person(setting.knowledge, "defence-minister", "IND", setting.published)
    if guest is None:
        return None
    row = setting.knowledge.places["moscow"]
    place = Place(name=row.name, country=row.country)
    fields = {
        "format": MeetingFormat.VISIT,
        "status": MeetingStatus.SCHEDULED,
        "date": when.date,
        "place": place,
        "participants": (guest[1],),
        "host": "RUS",
        "visitor": "IND",
    }
    slots: dict[str, Words | Phrase] = {
        "indian": Words(guest[0], ((meeting, "participants"), (meeting, "visitor"))),
        "will": Words(setting.word("will"), ((meeting, "format"), (meeting, "status"))),
        "place": Words(place.name, ((meeting, "place"), (meeting, "host"))),
        "day": _day(when, (meeting, "date")),
    }
    return Event("visit", setting.random.choice(wording.VISIT), slots, {meeting: (Meeting, fields)})


_KINDS: tuple[Callable[[Setting], Event | None], ...] = (
    _contract,
    _contract,
    _licence,
    _delivery,
    _plan,
    _talks,
    _summit,
    _visit,
    _call,
)


def draw_events(random: Random, knowledge: Knowledge, published: dt.date, count: int) -> tuple[Event, ...]:
    """Events of one article: each of another kind, and no system in two of them."""
    events: dict[str, Event] = {}
    systems: set[str] = set()
    for number in range(100):
        event = random.choice(_KINDS)(Setting(random, knowledge, published, number))
        if event is None or event.kind in events:
            continue
        family = {event.system.designation, *event.system.family} if event.system is not None else set[str]()
        if family & systems:
            continue
        events[event.kind] = event
        systems |= family
        if len(events) == count:
            break
    return tuple(events.values())
