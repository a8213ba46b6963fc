"""Datelines: the place, date and agency at the head of a report ("Moscow, Aug 6 (Agency) ...")."""

from __future__ import annotations

import re

import attrs

from indru.text.calendar import find_date, match_date
from indru.text.layout import Extent
from indru.text.rules import TextRules


@attrs.frozen
class Dateline:
    """What a dateline holds, by offsets of the view; the sentence proper begins after `end`."""

    start: int
    end: int
    place: Extent | None = None
    agency: Extent | None = None
    date: Extent | None = None


_LONGEST = 120
_PLACE = re.compile(r"[A-Z][\w.'/-]*(?: [A-Z][\w.'/-]*){0,3}")
_COUNTRY = re.compile(r" ?\[[A-Za-z][^\[\]]{1,30}\]|, [A-Z][A-Za-z]{3,15}(?=, )")
_WEEKDAY = re.compile(r",? ?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?=[ ,:])")
_CLOCK = re.compile(r",? \d{1,2}[:.]\d{2}(?= ?[:-]| [A-Z])")
_BRACKET = re.compile(r" ?(?:\(([^()]{2,60})\)|/([A-Za-z][^/]{1,24})/)")
_MARK = re.compile(r"\.?(?: ?[:-]{1,2}|\.)?(?: |$)")
_AGENCY_END = re.compile(r" ?[-,/] ?(?=[^-,/]*$)")
_NEXT = re.compile(r"[\"'(\[]{0,2}[A-Z0-9\u20b9$]")


def read_dateline(text: str, lower: str, start: int, end: int, rules: TextRules, *, prose: bool) -> Dateline | None:
    """The dateline that a line begins with, or that it is (a city alone on its line).

    Where no date and no agency tell it, the place must be known, or stand in capitals; and the line must be
    *prose*, since "Moscow: a deal is near" is a heading.
    """
    stop = min(end, start + _LONGEST)
    if text[start] == "(":
        return _read_bracketed(text, lower, start, end, rules)
    match = _PLACE.match(text, start, stop)
    if match is None:
        return None
    end_sign = text[match.end() - 1 : match.end() + 2]
    if end_sign[0] != "." and end_sign[1:2] == " " and end_sign[2:] not in ("[", "(", ":", "-"):
        return None  # the plain beginning of a sentence, as of most lines
    place, sentence_stop = _place_extent(text, lower, match, rules)
    at = place[1]
    country = _COUNTRY.match(text, at, stop)
    if country is not None:
        at = country.end()
    date, at = _read_date(text, lower, at, stop, sentence_stop)
    agency = None
    if bracket := _BRACKET.match(text, _after_stop(text, at, stop, date), stop):
        inner = bracket.span(1) if bracket[1] is not None else bracket.span(2)
        agency, inner_date = _read_agency(text, lower, inner, rules)
        if agency is None and inner_date is None:
            return None
        date, at = date or inner_date, bracket.end()
    known = lower[place[0] : place[1]] in rules.cities
    if at >= end:
        return Dateline(start, end, place, agency, date) if known else None
    mark = _MARK.match(text, at, end)
    if mark is None:
        return None
    marked = mark.group().strip()
    if agency is None and not marked:
        return None
    if agency is not None and date is None and not known and lower[agency[0] : agency[1]] not in rules.outlets:
        return None  # "Secretary (Shipping) A. Rao", "Cabinet Committee on Security (CCS): ..."
    if date is None and agency is None and not (prose and _is_bare(text, lower, place, marked, known, rules)):
        return None
    if not known and not _may_be_place(text, lower, place, rules):
        return None
    if _NEXT.match(text, mark.end(), end) is None and not (known and date):
        return None
    return Dateline(start, mark.end(), place, agency, date)


def read_dated_place(lower: str, start: int, end: int, rules: TextRules) -> Dateline | None:
    """A date line that ends or begins with a city: "3 October 2000, New Delhi"."""
    date = find_date(lower, start, end)
    if date is None:
        return None
    for left, right in ((start, date.start), (date.end, end)):
        while left < right and lower[left] in " ,()":
            left += 1
        while right > left and lower[right - 1] in " ,()":
            right -= 1
        if lower[left:right] in rules.cities:
            return Dateline(start, end, (left, right), None, (date.start, date.end))
    return None


def _place_extent(text: str, lower: str, match: re.Match[str], rules: TextRules) -> tuple[Extent, bool]:
    """The place without a full stop that ends it ("Moscow. 7 September."), and whether there was one."""
    start, end = match.span()
    stopped = text[end - 1] == "." and lower[start:end] not in rules.cities
    if stopped:
        end -= 1
    return (start, end), stopped


def _read_date(text: str, lower: str, at: int, stop: int, sentence_stop: bool) -> tuple[Extent | None, int]:
    """The date after a place: ", Aug 6", ", Tuesday, August 28, 2012, 13:41", ". 7 September"."""
    if not sentence_stop and text[at : at + 1] != ",":
        return None, at
    here = at + 1
    if text[here : here + 1] == " ":
        here += 1
    weekday = _WEEKDAY.match(lower, here, stop)
    if weekday is not None:
        here = weekday.end()
        while here < stop and lower[here] in ", ":
            here += 1
    date = match_date(lower, here, stop)
    if date is None:
        return None, at
    clock = _CLOCK.match(lower, date.end, stop)
    return (date.start, date.end), clock.end() if clock is not None else date.end


def _after_stop(text: str, at: int, stop: int, date: Extent | None) -> int:
    """Over the full stop between a date and an agency between slashes: "January 28. /AGENCY/."."""
    return at + 1 if date is not None and text[at : at + 3] == ". /" and at + 1 < stop else at


def _read_bracketed(text: str, lower: str, start: int, end: int, rules: TextRules) -> Dateline | None:
    """ "(AGENCY) ...", "(Dec. 15) ...", "(New Delhi, December 6, 2021)" alone on its line."""
    bracket = _BRACKET.match(text, start, min(end, start + _LONGEST))
    if bracket is None or bracket[1] is None:
        return None
    inner = bracket.span(1)
    if bracket.end() == end:
        place_end = lower.find(",", *inner)
        place = (inner[0], place_end if place_end > 0 else inner[1])
        if lower[place[0] : place[1]] not in rules.cities:
            return None
        date = find_date(lower, place[1], inner[1])
        return Dateline(start, end, place, None, (date.start, date.end) if date is not None else None)
    agency, date_extent = _read_agency(text, lower, inner, rules)
    mark = _MARK.match(text, bracket.end(), end)
    if (agency is None and date_extent is None) or mark is None or _NEXT.match(text, mark.end(), end) is None:
        return None
    return Dateline(start, mark.end(), None, agency, date_extent)


def _read_agency(text: str, lower: str, inner: Extent, rules: TextRules) -> tuple[Extent | None, Extent | None]:
    """Agency and date of "(RIA Novosti)", "(Agency / Partner - 02nd July, 2020)", "(Dec. 15)"."""
    start, end = inner
    date = find_date(lower, start, end)
    date_extent = None
    if date is not None:
        if date.end != end:
            return None, None
        date_extent = (date.start, date.end)
        end = date.start
        while end > start and text[end - 1] in " -,/":
            end -= 1
        if end == start:
            return None, date_extent
    name = text[start:end]
    slash = name.find(" / ")
    if slash > 0:
        name = name[:slash]
        end = start + slash
    if lower[start:end] in rules.outlets or _looks_like_agency(name):
        return (start, end), date_extent
    return None, None


def _looks_like_agency(name: str) -> bool:
    """Initials, or capitals inside a word ("NationPress"), or two or three words with capitals."""
    words = name.split(" ")
    if len(words) == 1:
        return len(name) >= 3 and name.isalpha() and any(char.isupper() for char in name[1:])
    return len(words) <= 3 and all(word[:1].isupper() for word in words) and not any(char.isdigit() for char in name)


def _is_bare(text: str, lower: str, place: Extent, marked: str, known: bool, rules: TextRules) -> bool:
    """Whether a place stands alone before a colon or a dash: a known one, or one in capitals and a colon."""
    if known:
        return marked in (":", "-", "--")
    name = text[place[0] : place[1]]
    return marked == ":" and len(name) >= 4 and name.isupper() and name.replace(" ", "").isalpha()


def _may_be_place(text: str, lower: str, place: Extent, rules: TextRules) -> bool:
    name = lower[place[0] : place[1]]
    return name not in rules.no_places and name.partition(" ")[0] not in rules.openers
