"""Who signs a paper, and where: the subject of the verb or the people behind "by", not those who look on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indru.knowledge.cues import CueKind
from indru.parsing.around import Around
from indru.parsing.drafts import Reading, read
from indru.parsing.people import People, Referent
from indru.parsing.sealing import is_passive
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind, Mention
from indru.values import Basis

_WITNESSED = re.compile(
    r"\b(?:in the presence of|presence of|looked on|look on|looking on|witnessed|oversaw|overseen|watched|before"
    r"|while|when|during|as|after|in the course)\b"
)
_LOOKS_ON = re.compile(r"\b(?:presence of|watched by|witnessed by)[^,]*$")
_BY = re.compile(r"^[^.;:]{0,60}?\b(?:by|between)\b")
_OTHERS = re.compile(
    r"\b(?:countries|nations|sides|governments|states|parties|officials|firms|companies|delegations|teams|it)\b"
)
_OF_BOTH = re.compile(r"^ of (?:both|the two|\w+ and \w+)\b")
_WITH = re.compile(r"\bwith (?:[\w.'-]+ ){0,5}$")
_FOR_STATE = re.compile(r"^,? (?:(?:will|would|is to|was to) )?(?:sign(?:s|ed)? )?for (?:the )?")
_WITNESSED_SIGNING = re.compile(r"\b(?:witness\w*|oversaw|watched|saw|attended|hailed|welcomed)\b[^,]{0,30}$")
_REACH = 170
_PLACE_REACH = 90
"""How far from the verb or the noun a place may stand."""
_GAP = 90
"""How far apart the people of one list may stand, their offices between them."""


def signatories(view: SentenceView, seal: Mention, people: People) -> list[Reading]:
    """The people who sign: "X and Y signed", "signed by X and Y", "X will sign for Delhi, Y for Moscow"."""
    each = each_for_a_state(view)
    if len(each) >= 2:
        return each
    passive = is_passive(view, seal) or view.words(seal.end, seal.end + 4) == " by " or _ends_in_by(view, seal)
    found = [] if passive else list(_subject(view, seal, people))
    return found or list(_behind_by(view, seal, people))


def _ends_in_by(view: SentenceView, seal: Mention) -> bool:
    return view.words(seal.start, seal.end).endswith((" by", " of"))


def each_for_a_state(view: SentenceView) -> list[Reading]:
    """Who signs for which state: "Prasad will sign for New Delhi, Mikhailov for Moscow"."""
    states = {m.start for m, _ in view.countries()}
    matches = [(m, _FOR_STATE.match(view.words(m.end, m.end + 40))) for m in view.by_kind[Kind.PERSON]]
    return [_signs(m) for m, match in matches if match and m.end + match.end() in states]


def _behind_by(view: SentenceView, seal: Mention, people: People) -> Iterator[Reading]:
    text = view.words(seal.end, seal.end + _REACH)
    if _ends_in_by(view, seal):
        start = seal.end
    else:
        match = _BY.match(text)
        if match is None:
            return
        start = seal.end + match.end()
        if any(seal.end <= m.start < start for m in view.cues[CueKind.TALK]):
            return  # "signed after talks between the ministers"
    stop = _WITNESSED.search(view.words(start, view.end))
    end = start + stop.start() if stop else view.end
    yield from _run(view, start, end, people)


def _subject(view: SentenceView, seal: Mention, people: People) -> Iterator[Reading]:
    """The people before the verb, where no state or firm stands between them and it as the real subject."""
    if _WITNESSED_SIGNING.search(view.words(seal.start - 60, seal.start)):
        return
    start = max(_subject_begins(view, seal), seal.start - _REACH)
    present = [r for r in _named(view, start, seal.start, people) if not _LOOKS_ON.search(view.words(start, r.start))]
    last = max((r.end for r in present), default=start)
    between = view.words(last, seal.start)
    rivals = [m for m in view.mentions if last <= m.start < seal.start and _acts(view, m)]
    if _OF_BOTH.match(between):
        rivals = []
    if rivals or not present or _OTHERS.search(between):
        return
    for r in present:
        yield from _sign(r)
    yield from _with(view, seal)


def _subject_begins(view: SentenceView, seal: Mention) -> int:
    """Where the subject of a verb can begin: behind the last other verb or subordinating word; "and" breaks no list."""
    kinds = (CueKind.TALK, CueKind.VISIT, CueKind.SEAL)
    ends = [m.end for kind in kinds for m in view.cues[kind] if m.end <= seal.start]
    ends += [m.start for m in view.cues[CueKind.BREAK] if m.value.value in ("sub", "that") and m.start < seal.start]
    ends += [at for at in view.bounds if at <= seal.start and view.document.text[at] in ";:()"]
    return max(ends, default=view.start)


def _acts(view: SentenceView, m: Mention) -> bool:
    """Whether a state or a firm can be the subject: not in "Russia's Deputy Prime Minister", "chairman of HAL"."""
    if m.kind not in (Kind.COUNTRY, Kind.ORGANISATION):
        return False
    adjective = m.kind is Kind.COUNTRY and view.document.text[m.start : m.end] in m.value.demonyms
    owned = view.words(m.end, m.end + 2) == "'s" or view.words(m.start - 7, m.start).endswith((" of ", " of the "))
    return not owned and not (adjective and any(0 <= o.start - m.end <= 12 for o in view.by_kind[Kind.OFFICE]))


def _with(view: SentenceView, seal: Mention) -> Iterator[Reading]:
    """Who signs on the other side: "Ryzhkov signed an accord with Gandhi"."""
    for m in view.by_kind[Kind.PERSON]:
        between = view.words(seal.end, m.start)
        if 0 < m.start - seal.end <= 90 and _WITH.search(between) and view.clause(m.start) == view.clause(seal.start):
            yield _signs(m)
            return


def _run(view: SentenceView, start: int, end: int, people: People) -> Iterator[Reading]:
    """The people of a list that begins at an offset: "by X, the secretary, and Y in the one case"."""
    at = start
    for r in _named(view, start, end, people):
        if r.start - at > _GAP:
            return
        at = r.end
        yield from _sign(r)


def _named(view: SentenceView, start: int, end: int, people: People) -> list[Referent]:
    """Everybody whom a stretch of a sentence names, or stands for: "the two ministers", "he"."""
    return [r for r in people.of(view) if start <= r.start < end and r.persons and not r.owner]


def _sign(r: Referent) -> Iterator[Reading]:
    for person in r.persons:
        yield Reading("signatories", person, r.start, r.end, r.rule, r.basis)


def _signs(m: Mention) -> Reading:
    return read("signatories", m.value, m, "person")


_SPEAKERS = re.compile(
    r"\b(?:people|officials|sources|circles|observers|many|those|diplomats|offices?) (?:in|at) (?:the )?$"
)
_AT = re.compile(r"(?:\b(?:in|at|near)(?: the)?(?: [\w-]+ (?:of|city of))?) $")
_TO = re.compile(r"\b(?:to|reached|visiting|for|from) $")
_MADE_THERE = re.compile(
    r"\b(?:plant|factory|produc|manufactur|built|made|build|make|joint venture|assembl|deploy|arriv|stationed|base)\w*"
)
_HERE = re.compile(r"\bhere\b")


def place_of(view: SentenceView, anchors: Sequence[Mention], around: Around) -> Reading | None:
    """Where it is signed: behind "in" or "at" near the verb, or "here"."""
    best: tuple[int, Mention] | None = None
    for m in [*view.by_kind[Kind.PLACE], *view.by_kind[Kind.COUNTRY]]:
        price = _price(view, m, anchors)
        if price is not None and (best is None or price < best[0]):
            best = price, m
    if best is not None:
        return read("place", best[1].value, best[1])
    here = _HERE.search(view.words(view.start, view.end))
    if here and around.home is not None:
        start = view.start + here.start()
        return Reading("place", around.home.value, start, start + 4, "here", Basis.RESOLVED)
    return None


def _price(view: SentenceView, m: Mention, anchors: Sequence[Mention]) -> int | None:
    before = view.words(m.start - 24, m.start)
    if _SPEAKERS.search(before):
        return None
    at = _AT.search(before) or _beside_date(view, m) or _in_entry(view, m) or _in_cell(view, m)
    if not at and not (_TO.search(before) and _of_a_visit(view, m)):
        return None
    anchor = min(anchors, key=lambda a: view.distance(a, m))
    low, high = (anchor.end, m.start) if anchor.end <= m.start else (m.end, anchor.start)
    between = view.words(low, high)
    if _MADE_THERE.search(between) and not _of_a_visit(view, m):
        return None
    if m.kind is Kind.COUNTRY and not _of_a_visit(view, m) and high - low > 40:
        return None
    price = high - low + (25 if m.kind is Kind.COUNTRY else 0)
    return price if price <= _PLACE_REACH else None


def _beside_date(view: SentenceView, m: Mention) -> bool:
    """Whether a city stands with a date: "(Goa, October 2016)", "12 February 1998, Moscow"."""
    return m.kind is Kind.PLACE and any(
        view.words(*gap) == ", "
        for date in view.by_kind[Kind.DATE]
        for gap in ((m.end, date.start), (date.end, m.start))
        if gap[1] - gap[0] == len(", ")
    )


def _in_entry(view: SentenceView, m: Mention) -> bool:
    """Whether a city stands alone in an entry of a chronology: "30.11.1996, Irkutsk: contract for 40 aircraft"."""
    if view.lead is None or m.kind is not Kind.PLACE:
        return False
    before, behind = view.words(m.start - 2, m.start), view.words(m.end, m.end + 1)
    return (before in (", ", ": ", ". ") or m.start == view.start) and behind in (",", ".", ":", "", ";")


def _in_cell(view: SentenceView, m: Mention) -> bool:
    """Whether a place fills a cell of a table: "Contract for frigates | October 2018 | New Delhi"."""
    return view.words(m.start - 2, m.start).endswith("|") or view.words(m.start - 2, m.start) == "| "


def _of_a_visit(view: SentenceView, m: Mention) -> bool:
    """Whether a place is that of a visit or talks: "when the Prime Minister was in Moscow", "his trip to Delhi"."""
    events = [*view.cues[CueKind.VISIT], *view.cues[CueKind.TALK]]
    if any(0 <= m.start - event.end <= 30 for event in events):
        return True
    return bool(
        re.search(
            r"\b(?:was|is|were|stay|summit|visit|trip|while|when) (?:in|to|at) $", view.words(m.start - 24, m.start)
        )
    )
