"""Who takes part in a summit or a two-plus-two by office, where the sentence names nobody."""

from __future__ import annotations

from collections.abc import Sequence

from indru.parsing.drafts import Reading, read
from indru.parsing.people import People
from indru.parsing.scope import PAIR
from indru.parsing.view import SentenceView, country_code
from indru.scan.mentions import Kind, Mention
from indru.values import Basis

_HEADS = {"RUS": ("president", "prime-minister"), "IND": ("prime-minister",)}
_MINISTERS = ("defence-minister", "foreign-minister")


def find_parties(people: People, views: Sequence[SentenceView]) -> dict[str, tuple[Reading, ...]]:
    """By format of meeting, those whom the document names as the heads of both states, or as all four ministers.

    Where it names two prime ministers of one state, it doesn't say which of them is meant.
    """
    first: dict[str, Mention] = {}
    for view in views:
        for m in view.by_kind[Kind.PERSON]:
            first.setdefault(m.value.name, m)
    heads = [_holder(people, first, country, _HEADS[country]) for country in sorted(PAIR)]
    ministers = [_holder(people, first, country, (office,)) for country in sorted(PAIR) for office in _MINISTERS]
    found: dict[str, tuple[Reading, ...]] = {}
    if all(heads):
        found["summit"] = _readings(heads)
    if all(ministers):
        found["two-plus-two"] = _readings(ministers)
    return found


def _holder(people: People, first: dict[str, Mention], country: str, offices: Sequence[str]) -> Mention | None:
    """The only one of a state whom the document gives one of some offices."""
    for office in offices:
        holders = [
            m
            for name, m in first.items()
            if country_code(m.value.country) == country and office in people.offices.get(name, ())
        ]
        if holders:
            return holders[0] if len(holders) == 1 else None
    untitled = [
        m for name, m in first.items() if country_code(m.value.country) == country and not people.offices.get(name)
    ]
    # A text that calls its ministers by their offices leaves out that of a head whom everybody knows.
    return untitled[0] if len(untitled) == 1 and "prime-minister" in offices and untitled[0].value.known else None


def _readings(holders: Sequence[Mention | None]) -> tuple[Reading, ...]:
    return tuple(read("participants", m.value, m, "party:office", Basis.RESOLVED) for m in holders if m is not None)
