"""What the scan finds: typed mentions at offsets of the reading view."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple

from indru.knowledge.cues import Form


class Kind(StrEnum):
    """What a mention is of. The comment says what its `value` holds."""

    SYSTEM = "system"  # a SystemRow
    PERSON = "person"  # a PersonName
    ORGANISATION = "organisation"  # an OrganisationRow
    PLACE = "place"  # a PlaceRow
    COUNTRY = "country"  # a CountryRow
    OFFICE = "office"  # an OfficeRow
    CUE = "cue"  # a CueRow
    DATE = "date"  # a DateMention
    NUMBER = "number"  # a NumberMention
    MONEY = "money"  # a MoneyMention
    DURATION = "duration"  # a DurationMention


class Mention(NamedTuple):
    """A stretch of the reading view that means something."""

    start: int
    end: int
    kind: Kind
    value: Any
    form: Form = Form.PHRASE


class PersonName(NamedTuple):
    """A person as the scan knows them: by a row of the knowledge, or only by what the text says."""

    name: str
    country: str
    sex: str = ""
    known: bool = True
