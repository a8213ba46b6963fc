"""One form for what is said in many: names folded and looked up, dates and sums as they are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from indru.knowledge import Knowledge
from indru.values import Quantity
from indru.values.checks import is_tuple

Facts = dict[tuple[str, str], str]
"""The filled slots of a record: slot and canonical value, to the value as it is written."""

SLOTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "agreements": ("kind", "status", "signed", "place", "term", "signatories", "systems"),
        "meetings": ("format", "status", "date", "place", "participants"),
        "procurements": ("system", "mode", "status", "ordered", "quantity", "value"),
        "source": ("publisher", "published", "place"),
    }
)
"""What counts in a record, by the key that its type has in gold."""


def fold(text: str) -> str:
    """A text without case, accents, punctuation and blanks; one without Latin letters and digits as it is.

    >>> fold("Su-30 MKI"), fold("Élysée"), fold("Тамал")
    ('su30mki', 'elysee', 'тамал')
    """
    small = text.casefold()
    plain = unicodedata.normalize("NFKD", small).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]", "", plain.lower()) or small


class Canon:
    """Canonical values: systems by their family, people and places by any of their names.

    >>> from indru.knowledge import default_knowledge
    >>> canon = Canon(default_knowledge())
    >>> canon.system("Su-30 MKI") == canon.system("Su-30")
    True
    """

    def __init__(self, knowledge: Knowledge) -> None:
        rows = knowledge.systems.values()
        systems = ((row.family[0] if row.family else row.designation, row.all_names) for row in rows)
        people = ((row.name, row.names) for row in knowledge.people.values())
        countries = ((row.name, (*row.names, row.id)) for row in knowledge.countries.values())
        places = ((row.name, row.names) for row in knowledge.places.values())
        self._systems = _index(systems)
        self._people = _index(people)
        self._places = _index((*places, *countries))
        self._by_slot: dict[str, Callable[[Any], str]] = {
            "place": self.place,
            "system": self.system,
            "systems": self.system,
            "signatories": self.person,
            "participants": self.person,
            "signed": _date,
            "date": _date,
            "term": _date,
            "ordered": _date,
            "published": _date,
            "quantity": lambda value: f"{float(value.number):.6g}",
            "value": lambda value: f"{float(value.amount):.4g} {value.currency}",
        }

    def system(self, name: object) -> str:
        """A system by its family, as "Su-30MKI" and "Su-30" are one."""
        folded = fold(str(name))
        return self._systems.get(folded, folded)

    def person(self, name: object) -> str:
        """A person by any full name."""
        folded = fold(str(name))
        return self._people.get(folded, folded)

    def place(self, name: object) -> str:
        """A city or country by any of its names."""
        folded = fold(str(name))
        return self._places.get(folded, folded)

    def facts(self, record_type: str, record: object) -> Facts:
        """The filled slots of a record, which gold and readings name alike."""
        made: Facts = {}
        for slot in SLOTS[record_type]:
            value: Any = getattr(record, slot)
            if value is None:
                continue
            canonical = self._by_slot.get(slot, _word)
            items: tuple[Any, ...] = value if is_tuple(value) else (value,)
            for item in items:
                if key := canonical(item):
                    made[slot, key] = str(item.number) if isinstance(item, Quantity) else str(item)
                if isinstance(item, Quantity):
                    # Apart from the number: "over 6 lakh" for "6 lakh" is half right.
                    made[f"{slot}.qualifier", item.qualifier.value] = item.qualifier.value
        return made


def _index(rows: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    """Folded names to the folded canonical one; where rows share a name, the first is meant."""
    index: dict[str, str] = {}
    for canonical, names in rows:
        for name in names:
            index.setdefault(fold(name), fold(canonical))
    return index


def _word(value: object) -> str:
    return fold(str(value))


def _date(value: object) -> str:
    """EDTF without marks of doubt: how sure a date is isn't scored."""
    return str(value).rstrip("~?%")
