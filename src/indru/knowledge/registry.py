"""Which TOML table is read as which row: a new kind of row joins here, with one line."""

from __future__ import annotations

from typing import Any, Final

from indru.knowledge.cues import CueRow, VerbRow
from indru.knowledge.designations import DesignationRow
from indru.knowledge.measures import CurrencyRow, DateWordRow, HedgeRow, NumberWordRow, ScaleRow, UnitRow
from indru.knowledge.noise import (
    AbbreviationRow,
    BoilerplateRow,
    LabelRow,
    OpenerRow,
    OutletRow,
    OutletWordRow,
)
from indru.knowledge.rows import CountryRow, OfficeRow, OrganisationRow, PersonRow, PlaceRow, SystemRow

ROW_TYPES: Final[dict[str, type[Any]]] = {
    "system": SystemRow,
    "person": PersonRow,
    "office": OfficeRow,
    "organisation": OrganisationRow,
    "place": PlaceRow,
    "country": CountryRow,
    "cue": CueRow,
    "verb": VerbRow,
    "designation": DesignationRow,
    "unit": UnitRow,
    "currency": CurrencyRow,
    "scale": ScaleRow,
    "hedge": HedgeRow,
    "number": NumberWordRow,
    "date_word": DateWordRow,
    "boilerplate": BoilerplateRow,
    "abbreviation": AbbreviationRow,
    "opener": OpenerRow,
    "label": LabelRow,
    "outlet": OutletRow,
    "outlet_word": OutletWordRow,
}
"""Table name to row class. Every class has `id` and `source`."""
