"""What tells text from noise: boilerplate, abbreviations, labels of date lines, outlets."""

from __future__ import annotations

from enum import StrEnum

import attrs


class BoilerplateKind(StrEnum):
    """Where in a line a phrase has to stand for the line to be noise."""

    LINE = "line"
    """The line is the phrase, give or take a bullet or a colon; or a sentence at the end of a line is."""
    STARTS = "starts"
    CONTAINS = "contains"
    OPENS = "opens"
    """The line is the phrase, and everything after it is noise too, once the article has begun."""
    BREAKS = "breaks"
    """The line starts with the phrase, and everything after it is noise too, once the article has begun."""
    HEADS = "heads"
    """The line is the phrase; it is noise, and so are the headings and list items just after it."""


@attrs.frozen(kw_only=True)
class BoilerplateRow:
    """Page furniture: share buttons, subscription pleas, comments, disclaimers."""

    id: str
    kind: BoilerplateKind
    phrases: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    source: tuple[str, ...]


class AbbreviationKind(StrEnum):
    """Whether the stop after an abbreviation can end a sentence."""

    TITLE = "title"
    """With a capital, never: a name follows ("Gen.", "Mr.", "St.")."""
    NEVER = "never"
    """Never, however it is written ("i.e.", "vs.")."""
    NUMBER = "number"
    """Not before a number ("No. 5", "Rs. 500", "Dec. 6")."""
    EITHER = "either"
    """Ends one only before a word that likes to begin sentences ("Ltd. The", but "Pvt. Ltd. Bhopal")."""


@attrs.frozen(kw_only=True)
class AbbreviationRow:
    """Abbreviations written with a stop, in lower case and without the last stop."""

    id: str
    kind: AbbreviationKind
    forms: tuple[str, ...]
    examples: tuple[str, ...] = ()
    source: tuple[str, ...]


@attrs.frozen(kw_only=True)
class OpenerRow:
    """Words that begin sentences far more often than they follow an abbreviation."""

    id: str
    words: tuple[str, ...]
    source: tuple[str, ...]


class LabelKind(StrEnum):
    """What a label at the head of a line announces."""

    DATE = "date"
    """The date of publication follows ("Published", "Updated:")."""
    DATE_WORD = "date-word"
    """A word that may stand in a date line beside the date ("IST", "min read")."""
    BYLINE = "byline"
    """An author or an agency follows ("By")."""
    CAPTION = "caption"
    """A picture is described ("Photo:")."""
    SOURCE = "source"
    """The publisher follows ("Source:")."""
    COPYRIGHT = "copyright"
    """The publisher follows, perhaps after a year ("Copyright")."""
    SECTION = "section"
    """A part of a site, and so no publisher ("Opinion", "Home")."""
    NO_PLACE = "no-place"
    """Capitals and a colon that are no dateline ("UPDATE:")."""


@attrs.frozen(kw_only=True)
class LabelRow:
    """Words that say what a line of the head or foot of a page is."""

    id: str
    kind: LabelKind
    words: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    source: tuple[str, ...]


@attrs.frozen(kw_only=True)
class OutletRow:
    """Papers, sites and agencies. Each name stands for itself: a record names an outlet as its text does."""

    id: str
    names: tuple[str, ...]
    source: tuple[str, ...]


@attrs.frozen(kw_only=True)
class OutletWordRow:
    """Words that make a short line at the top the name of a publisher ("Tribune", "Ministry of")."""

    id: str
    words: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    source: tuple[str, ...]
