"""The document itself: who published it, when and where."""

from __future__ import annotations

import attrs

from indru.model.people import Place
from indru.model.record import Record
from indru.values import DateSpan


@attrs.frozen(kw_only=True)
class Source(Record):
    """What the document says of itself; `id` is a hash of the raw text."""

    publisher: str | None = None
    published: DateSpan | None = None
    place: Place | None = None
    url: str | None = None
    title: str | None = None
