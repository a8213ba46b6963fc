"""The document itself: who published it, when and where."""

from __future__ import annotations

import attrs

from indru.model.people import Place
from indru.model.record import Record
from indru.values import DateSpan
from indru.values.checks import optional, optional_text


@attrs.frozen(kw_only=True, repr=False)
class Source(Record):
    """What the document says of itself; `id` is a hash of the raw text.

    Attributes:
        publisher: The site, paper or agency that the text names as its own.
        published: The text's own date line, or the date that the caller handed in.
        place: The city of the dateline.

    >>> Source(id="d1", publisher="NationPress", published=DateSpan("XXXX-08-06"))
    <Source publisher=NationPress published=XXXX-08-06>
    """

    publisher: str | None = attrs.field(default=None, validator=optional_text)
    published: DateSpan | None = attrs.field(default=None, validator=optional(DateSpan))
    place: Place | None = attrs.field(default=None, validator=optional(Place))
    url: str | None = attrs.field(default=None, validator=optional_text)
    title: str | None = attrs.field(default=None, validator=optional_text)
