"""When a paper is signed, and how long it runs: which date of the sentence is which."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from indru.knowledge.cues import CueKind, Form
from indru.parsing.drafts import Reading
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind, Mention
from indru.values import Basis, DateSpan

_UNTIL = re.compile(
    r"\b(?:until|till|through|up to|expir(?:es|e|ed|ing) (?:in|on)|runs? (?:to|up to|out in)|ran (?:to|out in)"
    r"|valid to|extended to"
    r"|ends? in|ended in|lapse[sd]? in|(?:programme|program|agreement|pact|cooperation|lease"
    r"|contract) to)(?: the)?(?: end of| close of)? $"
)
LATE = frozenset({"until", "till", "by", "since", "before", "through"})
"""Words before a date by which something ends, or since which it lasts: nobody signs then."""
_FINITE = re.compile(
    r"\b(?:will|would|shall|should|are|is) (?:\w+ )?be\b|\bdeliver|\barriv|\bcommissioned|\bexpected|\bcompleted"
    r"|\bhanded|\bscheduled|\bbegan|\bbegin|\bready|\bcompletion"
)
_REACH = 170


def date_of(
    view: SentenceView, anchors: Sequence[Mention], paper: Mention, others: Sequence[Mention], *, future: bool
) -> Reading | None:
    """The day of signing: the date nearest to the verb or the noun, that isn't the end of a term or of deliveries.

    `others` are the other papers of the sentence: a date behind one of them is that one's.
    """
    best: tuple[int, Mention] | None = None
    for date in view.by_kind[Kind.DATE]:
        price = _price(view, date, anchors, paper, others, future=future)
        if price is not None and (best is None or price < best[0]):
            best = price, date
    if best is None:
        return None
    resolved = view.resolve(best[1], future=future, anchor=_told_before(view, best[1]))
    if resolved is None or (_is_term(resolved[0]) and not future):
        return None
    value, basis = resolved
    return Reading("signed", value, best[1].start, best[1].end, "date", basis)


def _told_before(view: SentenceView, date: Mention) -> datetime.date | None:
    """The date told before another in a sentence, on which "a month after it" hangs."""
    before = [m for m in view.by_kind[Kind.DATE] if m.end <= date.start]
    resolved = view.resolve(before[-1], future=None) if before else None
    return resolved[0].earliest if resolved is not None else None


def _is_term(date: DateSpan) -> bool:
    """2011/2020 is no day on which somebody signs."""
    first, _, last = date.edtf.partition("/")
    return bool(last) and len(first) == 4 == len(last)


def _price(
    view: SentenceView,
    date: Mention,
    anchors: Sequence[Mention],
    paper: Mention,
    others: Sequence[Mention],
    *,
    future: bool,
) -> int | None:
    if _UNTIL.search(view.words(date.start - 30, date.start)) or (date.value.lead in LATE and not future):
        return None
    anchor = min(anchors, key=lambda a: view.distance(a, date))
    price = view.distance(anchor, date)
    if price > _REACH:
        return None
    low, high = (anchor.end, date.start) if anchor.end <= date.start else (date.end, anchor.start)
    between = view.words(low, high)
    if anchor is not paper and low == date.end:
        price += 10
    if any(low <= m.start < high for m in others) or _is_bracketed_behind(view, date, others, paper):
        return None  # the date of another paper: "a protocol on the agreement of 2019", "the IGA (2016)"
    if not future and len(between) > 2 and _FINITE.search(between):
        return None
    return price


def _is_bracketed_behind(view: SentenceView, date: Mention, others: Sequence[Mention], paper: Mention) -> bool:
    """Whether a date in brackets belongs to the paper that the brackets follow, and that is another one."""
    before = view.words(view.start, date.start)
    opened = before.rfind("(")
    if opened < 0 or ")" in before[opened:]:
        return False
    bracket = view.start + opened
    owner = max((m for m in (*others, paper) if m.end <= bracket), key=lambda m: m.end, default=paper)
    return owner is not paper


def is_dated(view: SentenceView, paper: Mention, date: Reading) -> bool:
    """Whether a date can be that of a noun without a verb: "the 2018 deal", "in 1996 came a contract for forty".

    It is none where a verb of supply stands between: "under the contract deliveries began in 2012".
    """
    low, high = (date.end, paper.start) if date.end <= paper.start else (paper.end, date.start)
    return not any(low <= m.start < high and m.form is not Form.NOUN for m in view.cues[CueKind.SUPPLY])


_YEARS = re.compile(r"^\d{4}$")


def term_of(view: SentenceView, anchors: Sequence[Mention], signed: Reading | None) -> Iterator[Reading]:
    """How long it runs: "from 2021 to 2031", "until 2020", "for ten years, to 2022", "another ten years after 2010"."""
    ends: list[tuple[DateSpan, Mention]] = []
    starts: list[tuple[DateSpan, Mention]] = []
    for m in view.by_kind[Kind.DATE]:
        resolved = view.resolve(m, future=None)
        if resolved is None or min(view.distance(a, m) for a in anchors) > 140:
            continue
        date = resolved[0]
        if _is_term(date):
            yield Reading("term", date, m.start, m.end, "term:interval", resolved[1])
            return
        if _UNTIL.search(view.words(m.start - 30, m.start)) or m.value.lead in ("until", "till", "through"):
            ends.append((date, m))
        elif signed is None or m.start != signed.start:
            starts.append((date, m))
    years = _years(view, anchors)
    if ends and "/" not in ends[0][0].edtf:
        date, m = ends[0]
        begun = years is not None and _YEARS.match(date.edtf[:4])
        term = f"{int(date.edtf[:4]) - years[0]}/{date.edtf[:4]}" if years and begun else f"../{date.edtf}"
        yield Reading("term", DateSpan(term), m.start, m.end, "term:until")
    elif years:
        length, at = years
        if signed is not None and _fits(signed.value, starts, length):
            starts = []
        near = [(abs(m.start - at.start), date, m) for date, m in starts if _YEARS.match(date.edtf[:4])]
        if not near and signed is not None and signed.value.edtf[:4].isdigit():
            begin = int(signed.value.edtf[:4])
            yield Reading(
                "term", DateSpan(f"{begin}/{begin + length}"), at.start, at.end, "term:length", Basis.RESOLVED
            )
        elif near:
            begin = int(min(near, key=lambda item: item[0])[1].edtf[:4])
            yield Reading(
                "term", DateSpan(f"{begin}/{begin + length}"), at.start, at.end, "term:length", Basis.RESOLVED
            )


def _fits(signed: DateSpan, others: Sequence[tuple[DateSpan, Mention]], length: int) -> bool:
    """Whether the term runs from the signing to another date: "on a three-year lease in 1988, home in 1991"."""
    begin = signed.edtf[:4]
    return begin.isdigit() and any(date.edtf[:4] == str(int(begin) + length) for date, _ in others)


_RUNS_FOR = re.compile(r"\b(?:for|of|by)(?: another| a further| the next| at least| about| up to)?(?: an?)? $")


def _years(view: SentenceView, anchors: Sequence[Mention]) -> tuple[int, Mention] | None:
    """The length of the term: "for ten years", "a lease of ten years", "a ten-year lease"."""
    for m in view.by_kind[Kind.DURATION]:
        if m.value.unit != "year" or m.value.number < 2:
            continue
        beside = any(0 <= a.start - m.end <= 12 for a in anchors)
        runs = _RUNS_FOR.search(view.words(m.start - 24, m.start)) and min(view.distance(a, m) for a in anchors) <= 60
        if beside or runs:
            return m.value.number, m
    return None
