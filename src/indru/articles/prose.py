"""Sentences that note, as they are written, which words tell which field of which record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import attrs

from indru.model import Record, WeaponSystem
from indru.values import Basis, Evidence, Span

Key = tuple[str, int]
"""A record of an article: its sort and a number."""

_SLOT = re.compile(r"\{(\w+)\}")


@attrs.frozen
class Words:
    """What stands in a slot, and the fields that it tells, each of a record of the event."""

    text: str
    tells: tuple[tuple[Key, str], ...] = ()
    basis: Basis = Basis.ASSERTED


@attrs.frozen
class Phrase:
    """Several words that stand in one slot: "over 120 T-90 tanks" tells of a number and of a system."""

    words: tuple[Words, ...]


Slots = Mapping[str, "Words | Phrase"]


@attrs.define
class Prose:
    """A text that grows, and the evidence it gives."""

    _parts: list[str] = attrs.field(factory=list[str])
    _length: int = 0
    _told: dict[Key, list[Evidence]] = attrs.field(factory=dict[Key, list[Evidence]])

    @property
    def text(self) -> str:
        """All that was written so far."""
        return "".join(self._parts)

    def write(self, *texts: str) -> None:
        """Write words that tell of no record."""
        for text in texts:
            self._parts.append(text)
            self._length += len(text)

    def say(self, words: Words) -> None:
        """Write words, and note what they tell."""
        span = Span(self._length, self._length + len(words.text))
        self.write(words.text)
        for key, field in words.tells:
            said = Evidence(field=field, span=span, quote=words.text, basis=words.basis, rule="written")
            self._told.setdefault(key, []).append(said)

    def tell(self, sentence: str, slots: Slots) -> None:
        """Write a sentence with its slots filled; it begins with a capital."""
        begun = False
        for index, part in enumerate(_SLOT.split(sentence)):
            filling = slots[part] if index % 2 else Words(part)
            for words in filling.words if isinstance(filling, Phrase) else (filling,):
                text = words.text if begun else words.text[:1].upper() + words.text[1:]
                begun = begun or bool(text)
                self.say(attrs.evolve(words, text=text))

    def record(self, key: Key, kind: type[Record], fields: Mapping[str, Any]) -> Record:
        """The record of a key: of its fields those that the text tells, with their evidence."""
        evidence = tuple(sorted(self._told.get(key, ()), key=lambda said: (said.span.start, said.field)))
        told = {said.field for said in evidence}
        identity = sha256(f"{self.text}|{key}".encode()).hexdigest()[:16]
        return kind(id=identity, evidence=evidence, **{name: value for name, value in fields.items() if name in told})

    def system(self, entry: WeaponSystem) -> WeaponSystem:
        """A system that the text names; what is known of it beyond the name is inferred from where it stands."""
        named = tuple(self._told[entry.id, 0])
        known = (
            attrs.evolve(named[0], field=field, basis=Basis.INFERRED)
            for field in entry.filled()
            if field != "designation"
        )
        return attrs.evolve(entry, evidence=(*named, *known))
