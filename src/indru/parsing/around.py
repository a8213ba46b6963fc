"""What a sentence takes from the ones around it: the system spoken of, and the occasion."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import attrs

from indru.knowledge.cues import CueKind
from indru.parsing.drafts import Reading
from indru.parsing.occasions import Occasion, find_occasions
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind, Mention
from indru.scan.scan import Scan
from indru.text import LineRole
from indru.values import Basis

_RUSSIAN = frozenset({"RUS", "SUN"})
_BACK = 12
"""How many sentences back a venue is still spoken of."""
_VENUE = re.compile(r"(?:in|at|to|reached|visiting|for) $")


@attrs.frozen(eq=False)
class Around:
    """For each sentence, what the text around it speaks of."""

    topics: tuple[Mention | None, ...]
    """The Russian system that the paragraph spoke of last, else the one that the document is about."""
    occasions: tuple[Occasion | None, ...]
    """The visit, the talks or the entry of a chronology that it belongs to."""
    venues: tuple[Mention | None, ...]
    """The place of the visit or the talks told of last, the sentence's own included."""
    home: Mention | None
    """The city of the dateline, for "here"."""
    scene: bool
    """Whether that city stands in a header line, which says where the whole document plays."""


def find_around(views: Sequence[SentenceView], found: Scan) -> Around:
    """Go through the sentences once and note what each takes from the others."""
    home = _home(found)
    return Around(
        _topics(views), find_occasions(views, home, _day(views, found)), _venues(views), home, _has_scene(found)
    )


def _topics(views: Sequence[SentenceView]) -> tuple[Mention | None, ...]:
    main = _main_system(views)
    topics: list[Mention | None] = []
    topic: tuple[int, Mention] | None = None
    for view in views:
        topics.append(topic[1] if topic is not None and topic[0] == view.paragraph else main)
        system = next((m for m in view.by_kind[Kind.SYSTEM] if is_russian(m)), None)
        if system is not None:
            topic = view.paragraph, system
    return tuple(topics)


def _venues(views: Sequence[SentenceView]) -> tuple[Mention | None, ...]:
    venues: list[Mention | None] = []
    last: tuple[int, Mention] | None = None
    for index, view in enumerate(views):
        place = _venue(view)
        if place is not None:
            last = index, place
        venues.append(last[1] if last is not None and index - last[0] <= _BACK else None)
    return tuple(venues)


def _venue(view: SentenceView) -> Mention | None:
    """The place of a visit or a meeting that the sentence tells of."""
    events = [*view.cues[CueKind.VISIT], *view.cues[CueKind.TALK]]
    if not events:
        return None
    places = [m for m in view.by_kind[Kind.PLACE] if _VENUE.search(view.words(m.start - 10, m.start))]
    near = [(min(view.distance(event, m) for event in events), m) for m in places]
    best = min(near, key=lambda item: item[0], default=None)
    return best[1] if best is not None and best[0] <= 60 else None


def _main_system(views: Sequence[SentenceView]) -> Mention | None:
    """The Russian system that a document names most, its headline counting twice; the first of equals."""
    counts: Counter[str] = Counter()
    first: dict[str, Mention] = {}
    for view in views:
        for m in view.by_kind[Kind.SYSTEM]:
            if is_russian(m):
                name = family_of(m)
                counts[name] += 2 if view.role is LineRole.HEADING else 1
                first.setdefault(name, m)
    return first[counts.most_common(1)[0][0]] if counts else None


def family_of(system: Mention) -> str:
    """The family of a system, or its designation where it stands alone."""
    return str(system.value.family[0] if system.value.family else system.value.designation)


def is_russian(system: Mention) -> bool:
    """Whether a system comes from Russia, or from Russia and India together."""
    return not _RUSSIAN.isdisjoint(system.value.origin)


def _home(found: Scan) -> Mention | None:
    dateline = found.document.dateline
    if dateline is None or dateline.place is None:
        return None
    start, end = dateline.place
    return next((m for m in found.mentions if m.kind is Kind.PLACE and start <= m.start < end), None)


def _day(views: Sequence[SentenceView], found: Scan) -> Reading | None:
    """The day of a dateline that has a line of its own, as those of press releases have."""
    dateline = found.document.dateline
    if dateline is None or dateline.date is None or not views:
        return None
    if not any(line.start <= dateline.start and dateline.end == line.end for line in found.document.lines):
        return None
    date = next((m for m in found.mentions if m.kind is Kind.DATE and m.start == dateline.date[0]), None)
    resolved = views[0].resolve(date, future=None) if date is not None else None
    if date is None or resolved is None:
        return None
    return Reading("signed", resolved[0], date.start, date.end, "date", Basis.RESOLVED)


def _has_scene(found: Scan) -> bool:
    """ "3 October 2000, New Delhi" on a line of its own heads what was said and done there."""
    document = found.document
    dateline = document.dateline
    return dateline is not None and any(
        line.start <= dateline.start < line.end and line.role is LineRole.HEADER for line in document.lines
    )
