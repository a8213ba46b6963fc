"""Datelines: the place, date and agency at the head of a report ("Moscow, Aug 6 (Agency) ...")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import attrs

from indru.text.calendar import PageDate, find_date, match_date
from indru.text.layout import Extent
from indru.text.rules import TextRules


@attrs.frozen
class Dateline:
    """What a dateline holds, by offsets of the view; the sentence proper begins at `end`."""

    start: int
    end: int
    place: Extent | None = None
    agency: Extent | None = None
    date: Extent | None = None


_LONGEST = 120
_PLACE = re.compile(r"[A-Z][\w.'/-]*(?: [A-Z][\w.'/-]*){0,3}")
_COUNTRY = re.compile(r" ?\[[A-Za-z][^\[\]]{1,30}\]|, [A-Z][A-Za-z]{3,15}(?=, )")
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? ")
_CLOCK = re.compile(r",? \d{1,2}[:.]\d{2}(?= ?[:-]| [A-Z])")
_BRACKET = re.compile(r" ?(?:\(([^()]{2,60})\)|/([A-Za-z][^/]{1,24})/)")
_MARK = re.compile(r"\.?(?: ?[:-]{1,2}|\.)?(?: |$)")
_NEXT = re.compile(r"[\"'(\[]{0,2}[A-Z0-9\u20b9$]")
_STROKE = re.compile(r"\|")
_DIGIT = re.compile(r"\d")


@attrs.frozen
class _Head:
    """The parts of a dateline before the mark that closes it."""

    place: Extent
    known: bool
    end: int
    agency: Extent | None
    date: Extent | None


def read_dateline(text: str, lower: str, start: int, end: int, rules: TextRules, *, prose: bool) -> Dateline | None:
    """The dateline that a line begins with, or that it is (a city alone on its line).

    Where no date and no agency tell it, the place must be known, or stand in capitals; and the line must be
    *prose*, since "Moscow: a deal is near" is a heading.
    """
    if text[start] == "(":
        return _read_bracketed(text, lower, start, end, rules)
    head = _read_head(text, lower, start, end, rules)
    if head is None:
        return None
    if head.end >= end:
        return Dateline(start, end, head.place, head.agency, head.date) if head.known else None
    mark = _MARK.match(text, head.end, end)
    if mark is None or not _is_sound(text, lower, head, mark.group().strip(), rules, prose=prose):
        return None
    if _NEXT.match(text, mark.end(), end) is None and not (head.known and head.date):
        return None
    return Dateline(start, mark.end(), head.place, head.agency, head.date)


def read_dated_place(lower: str, start: int, end: int, rules: TextRules) -> Dateline | None:
    """A date line that ends or begins with a city: "3 October 2000, New Delhi"."""
    date = find_date(lower, start, end)
    if date is None:
        return None
    for left, right in _pieces(lower, start, end, date):
        if lower[left:right] in rules.cities:
            return Dateline(start, end, (left, right), None, (date.start, date.end))
    return None


def _pieces(lower: str, start: int, end: int, date: PageDate) -> Iterator[Extent]:
    """What stands between strokes, and on both sides of the date."""
    borders = [start, *(match.end() for match in _STROKE.finditer(lower, start, end)), end]
    for left, right in pairwise(sorted({*borders, date.start, date.end})):
        while left < right and lower[left] in " ,()|":
            left += 1
        while right > left and lower[right - 1] in " ,()|":
            right -= 1
        if left < right:
            yield left, right


def _read_head(text: str, lower: str, start: int, end: int, rules: TextRules) -> _Head | None:
    stop = min(end, start + _LONGEST)
    match = _PLACE.match(text, start, stop)
    if match is None:
        return None
    near = text[match.end() - 1 : match.end() + 2]
    if near[0] != "." and near[1:2] == " " and near[2:] not in ("[", "(", ":", "-"):
        return None  # the plain beginning of a sentence, as of most lines
    place, stopped = _place_extent(text, lower, match, rules)
    at = place[1]
    country = _COUNTRY.match(text, at, stop)
    if country is not None:
        at = country.end()
    date, at = _read_date(text, lower, at, stop, stopped=stopped)
    agency = None
    # Over the full stop in "January 28. /AGENCY/.".
    bracket = _BRACKET.match(text, at + 1 if date is not None and text[at : at + 3] == ". /" else at, stop)
    if bracket is not None:
        inner = bracket.span(1) if bracket[1] is not None else bracket.span(2)
        agency, inner_date = _read_agency(text, lower, inner, rules)
        if agency is None and inner_date is None and date is None:
            return None
        date, at = date or inner_date, bracket.end()
    return _Head(place, lower[place[0] : place[1]] in rules.cities, at, agency, date)


def _is_sound(text: str, lower: str, head: _Head, mark: str, rules: TextRules, *, prose: bool) -> bool:
    """Whether what was read is a dateline, and not the beginning of a sentence that looks like one."""
    if head.date is None and head.agency is None:
        return prose and _is_bare(text, head, mark, rules, lower)
    if head.agency is None and not mark:
        return False
    name = lower[head.place[0] : head.place[1]]
    if head.known:
        return True
    if head.date is None and head.agency is not None:
        # "Secretary (Shipping) A. Rao", "Cabinet Committee on Security (CCS): ..." are none.
        return lower[head.agency[0] : head.agency[1]] in rules.outlets
    return name not in rules.no_places and name.partition(" ")[0] not in rules.openers


def _is_bare(text: str, head: _Head, mark: str, rules: TextRules, lower: str) -> bool:
    """Whether a place stands alone before a colon or a dash: a known one, or one in capitals and a colon."""
    if head.known:
        return mark in (":", "-", "--")
    start, end = head.place
    name = text[start:end]
    capitals = len(name) >= 4 and name.isupper() and name.replace(" ", "").isalpha()
    return mark == ":" and capitals and lower[start:end] not in rules.no_places


def _place_extent(text: str, lower: str, match: re.Match[str], rules: TextRules) -> tuple[Extent, bool]:
    """The place without a full stop that ends it ("Moscow. 7 September."), and whether there was one."""
    start, end = match.span()
    stopped = text[end - 1] == "." and lower[start:end] not in rules.cities
    return (start, end - 1 if stopped else end), stopped


def _read_date(text: str, lower: str, at: int, stop: int, *, stopped: bool) -> tuple[Extent | None, int]:
    """The date after a place: ", Aug 6", ", Tuesday, August 28, 2012, 13:41", ". 7 September"."""
    if not stopped and text[at : at + 1] != ",":
        return None, at
    here = at + 1
    if text[here : here + 1] == " ":
        here += 1
    weekday = _WEEKDAY.match(lower, here, stop)
    date = match_date(lower, weekday.end() if weekday is not None else here, stop)
    if date is None:
        return None, at
    clock = _CLOCK.match(text, date.end, stop)
    return (date.start, date.end), clock.end() if clock is not None else date.end


def _read_bracketed(text: str, lower: str, start: int, end: int, rules: TextRules) -> Dateline | None:
    """A bracket first: "(AGENCY) ...", "(Dec. 15) ...", "(New Delhi)" alone on its line."""
    bracket = _BRACKET.match(text, start, min(end, start + _LONGEST))
    if bracket is None or bracket[1] is None:
        return None
    inner = bracket.span(1)
    if bracket.end() == end:
        return Dateline(start, end, inner) if lower[inner[0] : inner[1]] in rules.cities else None
    agency, date = _read_agency(text, lower, inner, rules)
    mark = _MARK.match(text, bracket.end(), end)
    if (agency is None and date is None) or mark is None or _NEXT.match(text, mark.end(), end) is None:
        return None
    return Dateline(start, mark.end(), None, agency, date)


def _read_agency(text: str, lower: str, inner: Extent, rules: TextRules) -> tuple[Extent | None, Extent | None]:
    """Agency and date of "(RIA Novosti)", "(Agency / Partner - 02nd July, 2020)", "(Dec. 15)"."""
    start, end = inner
    date = find_date(lower, start, end)
    when: Extent | None = None
    if date is not None:
        if date.end != end:
            return None, None
        when = (date.start, date.end)
        end = date.start
        while end > start and text[end - 1] in " -,/":
            end -= 1
        if end == start:
            return None, when
    slash = text.find(" / ", start, end)
    if slash > 0:
        end = slash
    if lower[start:end] in rules.outlets or _looks_like_agency(text[start:end]):
        return (start, end), when
    return None, None


def _looks_like_agency(name: str) -> bool:
    """Initials, or capitals inside a word ("NationPress"), or two or three words with capitals."""
    words = name.split(" ")
    if len(words) == 1:
        return len(name) >= 3 and name.isalpha() and any(char.isupper() for char in name[1:])
    return len(words) <= 3 and _DIGIT.search(name) is None and all(word[:1].isupper() for word in words)
