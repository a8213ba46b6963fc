"""What is known beforehand: names, offices, phrases, units, each a row of TOML with its source."""

from indru.knowledge.base import Knowledge, default_knowledge
from indru.knowledge.designations import DesignationRow
from indru.knowledge.rows import (
    CountryRow,
    OfficeRow,
    OrganisationRow,
    PersonRow,
    PlaceRow,
    SystemRow,
    TenureRow,
)

__all__ = [
    "CountryRow",
    "DesignationRow",
    "Knowledge",
    "OfficeRow",
    "OrganisationRow",
    "PersonRow",
    "PlaceRow",
    "SystemRow",
    "TenureRow",
    "default_knowledge",
]
