"""One value a field: what a group of drafts agrees on, with the readings that carry it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indru.model.agreement import AgreementStatus, StatusChange
from indru.parsing.drafts import Draft, Reading
from indru.values import DateSpan

_FURTHEST = {
    "agreement": ("proposed", "signed", "ratified", "in-force", "expired", "cancelled"),
    "meeting": ("scheduled", "held", "cancelled"),
}
_GENERAL_KINDS = ("document", "agreement", "deal")


class Choice:
    """Chooses from the readings of a group, field by field, and keeps those that support what it chose."""

    def __init__(self, group: Sequence[Draft]) -> None:
        self.type = group[0].type
        self.group = group
        self.readings = [r for draft in group for r in draft.readings]
        self.used: list[Reading] = []

    def of(self, field: str) -> list[Reading]:
        """The readings of a field, in the order of the drafts."""
        return [r for r in self.readings if r.field == field]

    def _keep(self, field: str, value: Any) -> Any:
        self.used.extend(r for r in self.of(field) if r.value == value)
        return value

    def first(self, field: str) -> Any:
        """The value told first."""
        readings = self.of(field)
        return self._keep(field, readings[0].value) if readings else None

    def status(self) -> str:
        """The furthest that the text says it has got; hints count only where nothing more is said."""
        order = _FURTHEST[self.type]
        said = [(d.strength, d.get("status")) for d in self.group if d.get("status") is not None]
        firm = [(strength, status) for strength, status in said if strength >= 3] or said
        if any(strength >= 4 and status == "proposed" for strength, status in firm):
            # "The contract, long since bargained out, is still to be signed": the noun alone signs nothing.
            firm = [item for item in firm if item[0] >= 4]
        return str(self._keep("status", max((status for _, status in firm), key=order.index)))

    def kind(self) -> str:
        """The most telling word for an agreement: "contract" rather than "agreement"."""
        kinds = [r.value for r in self.of("kind")]
        telling = [kind for kind in kinds if kind not in _GENERAL_KINDS]
        kind = str(self._keep("kind", telling[0] if telling else max(kinds, key=_GENERAL_KINDS.index)))
        if kind not in ("deal", "document"):
            return kind
        # A deal is a contract where it is about equipment, else any agreement; so is what is only called a paper.
        named = "contract" if kind == "deal" and (self.of("systems") or self.of("about")) else "agreement"
        self.used = [r._replace(value=named) if r.field == "kind" else r for r in self.used]
        return named

    def history(self) -> tuple[StatusChange, ...]:
        """The steps in the life of an agreement, in the order of the text, where it tells of more than one."""
        steps: dict[AgreementStatus, StatusChange] = {}
        for reading in self.of("history"):
            known = steps.get(reading.value.status)
            if known is None or (known.date is None and reading.value.date is not None):
                steps[reading.value.status] = reading.value
        if len(steps) < 2:
            return ()
        self.used.extend(r for r in self.of("history") if r.value in steps.values())
        return tuple(steps.values())

    def date(self, field: str) -> DateSpan | None:
        """The most precise date; the first told of equals."""
        readings = self.of(field)
        if not readings:
            return None
        best = min(readings, key=lambda r: _width(r.value))
        self.used.extend(r for r in readings if r.value == best.value)
        value: DateSpan = best.value
        return value

    def texts(self, field: str) -> tuple[str, ...]:
        """Every distinct text of a list field, sorted."""
        self.used.extend(self.of(field))
        return tuple(sorted({r.value for r in self.of(field)}))

    def systems(self) -> list[Any]:
        """The systems that the sentences of an agreement name, else the one that the text around them speaks of."""
        if self.of("systems"):
            return self.every("systems", "id")
        about = self.of("about")
        if not about:
            return []
        self.used.extend(r._replace(field="systems") for r in about if r.value is about[0].value)
        return [about[0].value]

    def every(self, field: str, key: str) -> list[Any]:
        """Every distinct value of a list field, told apart by an attribute; all their readings are kept."""
        found: dict[str, Any] = {}
        for reading in self.of(field):
            found.setdefault(getattr(reading.value, key), reading.value)
            self.used.append(reading)
        return list(found.values())

    def most_precise_place(self) -> Any:
        """A city before a country."""
        readings = self.of("place")
        cities = [r for r in readings if not r.rule.startswith("country")]
        return self._keep("place", (cities or readings)[0].value) if readings else None


def _width(date: DateSpan) -> int:
    """How many days a date may be; a date of no known year is wider than any that has one."""
    if date.earliest is None or date.latest is None:
        return 100_000 - len(date.edtf)
    return date.latest.toordinal() - date.earliest.toordinal()
