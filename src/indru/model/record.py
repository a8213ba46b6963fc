"""What every record shares: an id, and evidence for each field that is filled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

import attrs

from indru.values import Evidence
from indru.values.checks import is_tuple, text, tuple_of


@attrs.frozen(kw_only=True, repr=False)
class Record:
    """The base of the five record types. `id` is a hash of the content, the same for the same reading.

    A field that the text doesn't give is None, or `()` for a list: never an empty string, never a guess.
    """

    id: str = attrs.field(validator=text)
    evidence: tuple[Evidence, ...] = attrs.field(default=(), validator=tuple_of(Evidence))

    def evidence_for(self, field: str) -> tuple[Evidence, ...]:
        """The evidence of one field, in the order of the text; empty where the field is not filled."""
        return tuple(item for item in self.evidence if item.field == field)

    def with_evidence(self, evidence: tuple[Evidence, ...]) -> Self:
        """The same record with other evidence. What else it says was checked when it was made, and isn't again."""
        fresh = object.__new__(type(self))
        for name in _every_name(type(self)):
            object.__setattr__(fresh, name, getattr(self, name))
        object.__setattr__(fresh, "evidence", evidence)
        return fresh

    def filled(self) -> tuple[str, ...]:
        """The names of the fields that say something of the text: each of them should have evidence.

        That is each one but `id` and `evidence` that isn't None or empty. Flags such as
        `WeaponSystem.catalogued` say something of the record and don't count.
        """
        named = ((name, getattr(self, name)) for name in _field_names(type(self)))
        return tuple(name for name, value in named if value is not None and value != () and type(value) is not bool)

    def __repr__(self) -> str:
        said = "".join(f" {name}={_shown(getattr(self, name))}" for name in self.filled())
        return f"<{type(self).__name__}{said}>"

    def __rich_repr__(self) -> Iterator[tuple[str, object]]:
        """The fields that are filled, for `rich` and what prints with it."""
        for name in self.filled():
            yield name, getattr(self, name)

    def _repr_html_(self) -> str:
        """A table for notebooks: each value beside the words it rests on."""
        from indru.model.notebook import record_html

        return record_html(self)


_NAMES: dict[type[Record], tuple[str, ...]] = {}


def _every_name(kind: type[Record]) -> tuple[str, ...]:
    names = _NAMES.get(kind)
    if names is None:
        names = _NAMES[kind] = tuple(field.name for field in attrs.fields(kind))
    return names


def _field_names(kind: type[Record]) -> tuple[str, ...]:
    return tuple([name for name in _every_name(kind) if name not in ("id", "evidence")])


def _shown(value: object) -> str:
    """A value as a line about a record shows it: the words alone, quoted where they have a space."""
    if is_tuple(value):
        return "[" + ", ".join(map(str, value)) + "]"
    shown = str(value)
    return repr(shown) if " " in shown else shown
