"""The rows by which dates, numbers and money are read: units, currencies, scales, hedges, words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import attrs

from indru.values import Qualifier


class UnitKind(StrEnum):
    """What a unit counts."""

    ARMS = "arms"
    """Weapons, platforms, and their parts: rifles, jets, engines."""
    FORMATION = "formation"
    """Bodies that arms come in: squadrons, regiments, batteries."""
    PEOPLE = "people"
    THING = "thing"
    """Anything else that news counts: agreements, visits, villages."""
    TIME = "time"
    """Stretches of time. Durations read them; they count nothing else."""
    MEASURE = "measure"
    """Lengths, weights, speeds, shares: a number before one counts no things."""


@attrs.frozen(kw_only=True)
class UnitRow:
    """A noun that is counted. `names` are singular; a plural is regular unless `plurals` gives it.

    `invariant` nouns are their own plural ("personnel"). The `id` is the `unit` of a Quantity.
    """

    id: str
    names: tuple[str, ...]
    plurals: Mapping[str, str] = attrs.field(factory=dict[str, str])
    kind: UnitKind
    invariant: bool = False
    examples: tuple[str, ...] = ()
    source: tuple[str, ...]


@attrs.frozen(kw_only=True)
class CurrencyRow:
    """A currency; `id` is its ISO 4217 code.

    `before` stand in front of the amount ("Rs.", "US$"), `after` behind it ("rupees"); `minor` are names of
    its hundredth ("paise"). `after_scale` mean money only after a scale word: pounds may weigh, a million
    pounds seldom do.
    """

    id: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    after_scale: tuple[str, ...] = ()
    minor: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    source: tuple[str, ...]


@attrs.frozen(kw_only=True)
class ScaleRow:
    """A word that multiplies the number before it. `money` are short forms, for sums ("$4b")."""

    id: str
    value: int
    names: tuple[str, ...]
    money: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    source: tuple[str, ...]


class HedgeSide(StrEnum):
    """Where a hedge stands."""

    BEFORE = "before"
    AFTER = "after"


@attrs.frozen(kw_only=True)
class HedgeRow:
    """Phrases that hedge a number in one sense."""

    id: str
    qualifier: Qualifier
    side: HedgeSide
    phrases: tuple[str, ...]
    examples: tuple[str, ...] = ()
    source: tuple[str, ...]


class NumberWordKind(StrEnum):
    """How a number word combines."""

    UNIT = "unit"
    """One to nineteen."""
    TEN = "ten"
    """Twenty to ninety; a unit may follow."""
    GROUP = "group"
    """A dozen, a pair: counts by itself, or multiplies the number before it."""
    STOP = "stop"
    """Words that end the search for what a number counts."""
    LABEL = "label"
    """Words before a number that make a name of it: "Project 75", "Article 9"."""


@attrs.frozen(kw_only=True)
class NumberWordRow:
    """A number written out."""

    id: str
    value: int
    kind: NumberWordKind
    names: tuple[str, ...]
    examples: tuple[str, ...] = ()
    source: tuple[str, ...]


class DateWordKind(StrEnum):
    """What a word says about a date."""

    MONTH = "month"
    """value: 1 to 12."""
    WEEKDAY = "weekday"
    """value: 0 (Monday) to 6."""
    SEASON = "season"
    """value: 21 (spring) to 24 (winter), as in EDTF."""
    DAY = "day"
    """Points at a day from the publication date; value: how many days on."""
    NEAR = "near"
    """Points at a period from the publication date ("last week"); value: how many periods on."""
    FAR = "far"
    """Points at a period from a date told before ("the following week"); value: how many periods on."""
    CONTEXT = "context"
    """Words beside a date that tell it from other things; `id` says how."""
    PART = "part"
    """Names a part of the period that follows; `id` says which."""


@attrs.frozen(kw_only=True)
class DateWordRow:
    """A word of dates. `careful` names are ordinary words too ("may", "sun"): they count beside a date only.

    `not_before` and `not_after` are words that make it a name or a habit: "Sunday Times", "Good Friday".
    """

    id: str
    kind: DateWordKind
    value: int = 0
    names: tuple[str, ...]
    careful: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    source: tuple[str, ...]
