"""Cues: the words by which a text says what happened, and the verbs in all their forms."""

from __future__ import annotations

from enum import StrEnum

import attrs


class CueKind(StrEnum):
    """What a cue tells the parser. `value` of the row says which."""

    PAPER = "paper"
    """A noun for an agreement; value: an AgreementKind."""
    SEAL = "seal"
    """What becomes of an agreement; value: an AgreementStatus."""
    TALK = "talk"
    """People meet; value: a MeetingFormat."""
    VISIT = "visit"
    """Somebody travels; value: `guest` where the subject travels, `host` where it receives."""
    SUPPLY = "supply"
    """Equipment passes; value: a ProcurementStatus, or empty where tense and context decide."""
    MODE = "mode"
    """How equipment passes; value: a ProcurementMode."""
    MODALITY = "modality"
    """How real it is; value: planned, negated, hoped, reported, postponed, cancelled or past."""
    ANAPHOR = "anaphor"
    """Words that stand for people named elsewhere; value: the kind of people."""
    DEFINITE = "definite"
    """Words that stand for an agreement or a system named elsewhere; value: paper or system."""
    MORE = "more"
    """A further lot of the same: "another", "additional"."""
    PART = "part"
    """A number is of a part: value: delivered or outstanding."""
    BREAK = "break"
    """A clause begins; value: the kind of clause."""
    EXERCISE = "exercise"
    """Troops or ships meet, which is no meeting of people."""
    HABIT = "habit"
    """What happens again and again is no event."""
    TITLE = "title"
    """A rank or an honorific before a name; value: rank or honorific."""
    ASIDE = "aside"
    """A system beside it is only mentioned ("armed with", "to replace"); value: where it stands, before or after."""
    PRICE = "price"
    """What something costs; value: price, or other for sums that are no price of a deal."""
    SPEECH = "speech"
    """Somebody says so; a date beside it is no date of what is said."""
    AREA = "area"
    """A field that an agreement covers; value: an Area."""


@attrs.frozen(kw_only=True)
class CueRow:
    """One cue. `phrases` match as they stand, `nouns` also in the plural, `verbs` in every form."""

    id: str
    kind: CueKind
    value: str = ""
    weight: int = 0
    """How strongly a word about supply speaks; 0 for the usual strength of its kind, 1 for a mere hint."""
    phrases: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    source: tuple[str, ...]


@attrs.frozen(kw_only=True)
class VerbRow:
    """An irregular verb: the forms that rules would get wrong. `id` is the base form."""

    id: str
    past: str = ""
    participle: str = ""
    gerund: str = ""
    third: str = ""
    source: tuple[str, ...]


class Form(StrEnum):
    """The form of a verb, which tells the tense; PHRASE for what isn't inflected."""

    PHRASE = "phrase"
    NOUN = "noun"
    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"


def plural(noun: str) -> str:
    """The plural of an English noun phrase whose last word is the noun.

    >>> plural("intergovernmental commission"), plural("treaty")
    ('intergovernmental commissions', 'treaties')
    """
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def inflect(verb: str, irregular: dict[str, VerbRow]) -> dict[Form, str]:
    """All forms of a verb; further words of a phrasal verb ("call off") follow the first.

    >>> inflect("call off", {})[Form.PAST]
    'called off'
    """
    head, _, tail = verb.partition(" ")
    tail = f" {tail}" if tail else ""
    row = irregular.get(head)
    stem = head.removesuffix("e")
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        past, third = head[:-1] + "ied", head[:-1] + "ies"
    else:
        past, third = stem + "ed", plural(head)
    gerund = stem + "ing"
    if row is not None:
        past = row.past or past
        gerund = row.gerund or gerund
        third = row.third or third
    participle = (row.participle if row is not None else "") or past
    forms = {Form.BASE: head, Form.THIRD: third, Form.PAST: past, Form.PARTICIPLE: participle, Form.GERUND: gerund}
    return {form: word + tail for form, word in forms.items()}
