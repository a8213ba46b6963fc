"""Who published a text: source lines, agencies, mastheads, bylines, ends of titles, copyright lines."""

from __future__ import annotations

import re

import attrs

from indru.knowledge.noise import LabelKind
from indru.text import Document, Line, LineRole
from indru.text.calendar import find_date
from indru.text.lines import segments
from indru.text.rules import TextRules

_SMALL = frozenset({"of", "the", "in", "and", "for", "to", "a", "&", "on"})
_NAME_END = re.compile(r"[;|()\[\]]|, | - |\. |\.?$")
_CRUMB = re.compile(r" : |//|::|\u203a|\u00bb")
_YEARS = re.compile(r"[ ,]*(?:\d{4}(?: ?- ?\d{2,4})?)?[ ,]*(?:by |of |to )?(?:www\.)?")
_CREDIT = re.compile(r"\(([A-Za-z][A-Za-z .]{1,30})\)\.?$")
_NO_NAME = re.compile(r"[,;:?!0-9]")
_CREDITED = re.compile(r" ?(.{2,40}?)(?: (?:photos?|bureau|desk))? ?$")
_MASTHEAD_WORDS = 4
_LINE_WORDS = 12
_COPYRIGHT_MOST = 200


@attrs.frozen
class Publisher:
    """A publisher's name as a record has it, and where the text has it."""

    name: str
    start: int
    end: int
    rule: str


def find_publisher(document: Document, head: tuple[Line, ...], rules: TextRules) -> Publisher | None:
    """The publisher that a text names as its own: the surest sign first."""
    return (
        _of_source_line(document, rules)
        or _of_dateline(document)
        or _of_byline(document, head, rules)
        or _of_masthead(document, head, rules)
        or _of_title(document, head, rules)
        or _of_copyright(document, rules)
        or _of_credit(document, rules)
    )


def name_lines(document: Document, head: tuple[Line, ...], rules: TextRules) -> frozenset[int]:
    """The starts of those lines of the head that name an outlet and so are no titles."""
    found = _masthead_line(document, head, rules)
    named = {line.start for line in head if _names_outlet(document, line.start, line.end, rules)}
    return frozenset(named if found is None else named | {found.start})


def _publisher(document: Document, start: int, end: int, rule: str) -> Publisher | None:
    text = document.text
    while start < end and text[start] in " :-\"'":
        start += 1
    while end > start and text[end - 1] in " :-.,\"'":
        end -= 1
    if start >= end or not text[start].isalnum():
        return None
    name = text[start:end]
    return Publisher(_title_case(name) if name.isupper() and " " in name else name, start, end, rule)


def _title_case(name: str) -> str:
    words = name.lower().split(" ")
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words)


def _of_source_line(document: Document, rules: TextRules) -> Publisher | None:
    """A line such as "(Source: Ministry of Ports; issued May 3, 2019)"."""
    for line in document.lines:
        if line.role is LineRole.HEADER:
            label = rules.label(LabelKind.SOURCE, document.lower, line.start, line.end)
            if label is not None:
                start = line.start + len(label)
                match = _NAME_END.search(document.text, start, line.end)
                return _publisher(document, start, match.start() if match else line.end, "source-line")
    return None


def _of_dateline(document: Document) -> Publisher | None:
    if document.dateline is None or document.dateline.agency is None:
        return None
    return _publisher(document, *document.dateline.agency, "dateline")


def _of_byline(document: Document, head: tuple[Line, ...], rules: TextRules) -> Publisher | None:
    """A known outlet after the word "by": "By IANS", "3 MAY 2019 4:38PM by PIB Delhi"."""
    for line in head:
        if line.role is not LineRole.HEADER:
            continue
        for start, end in segments(document.lower, line.start, line.end):
            named = _CREDITED.match(document.lower[start:end])
            if named is not None and named[1] in rules.outlets and (start, end) != (line.start, line.end):
                return _publisher(document, start + named.start(1), start + named.end(1), "byline")
        at = document.lower.rfind("by ", line.start, line.end)
        if at < 0 or (at > line.start and document.lower[at - 1] != " "):
            continue
        start = at + 3
        for end in _word_ends(document.text, start, line.end):
            if document.lower[start:end] in rules.outlets:
                return _publisher(document, start, end, "byline")
    return None


def _word_ends(text: str, start: int, end: int) -> list[int]:
    """The ends of the first words of a stretch, the longest stretch first."""
    ends = [match.start() for match in re.finditer(r"[ |,]", text[start : start + 60])]
    return [end, *(start + at for at in reversed(ends) if start + at < end)]


def _of_masthead(document: Document, head: tuple[Line, ...], rules: TextRules) -> Publisher | None:
    line = _masthead_line(document, head, rules)
    if line is None:
        return None
    match = _CRUMB.search(document.text, line.start, line.end)
    end = match.start() if match is not None else line.end
    tail = document.text.find(" - ", line.start, end)
    return _publisher(document, line.start, tail if tail > 0 else end, "masthead")


def _masthead_line(document: Document, head: tuple[Line, ...], rules: TextRules) -> Line | None:
    """The line of the head that names the site, paper or office: by its words, its trail, or its place."""
    titles = [line for line in head if line.role is LineRole.HEADING]
    for line in head:
        if line.role not in (LineRole.HEADING, LineRole.HEADER):
            continue
        if _names_outlet(document, line.start, line.end, rules):
            known = line.role is LineRole.HEADER
            if known or any(title is not line for title in titles) or _is_dated(document, head, line):
                return line
    for line in head:
        match = _CRUMB.search(document.text, line.start, line.end)
        if match is not None and line.role is not LineRole.HEADER:
            first = document.lower[line.start : match.start()].strip()
            if first not in rules.whole and first.count(" ") < 3:
                return line
    return _before_date_line(document, titles, head)


def _is_dated(document: Document, head: tuple[Line, ...], line: Line) -> bool:
    """Whether the next line is a date line."""
    after = head[head.index(line) + 1 :][:1]
    return any(_has_date(document, item) for item in after)


def _has_date(document: Document, line: Line) -> bool:
    return line.role is LineRole.HEADER and find_date(document.lower, line.start, line.end) is not None


def _before_date_line(document: Document, titles: list[Line], head: tuple[Line, ...]) -> Line | None:
    """A name of few words above the date line, where the title comes below it."""
    if len(titles) < 2 or not _is_name(document.text[titles[0].start : titles[0].end], _MASTHEAD_WORDS):
        return None
    for line in head[head.index(titles[0]) + 1 :]:
        if _has_date(document, line):
            return titles[0] if titles[1].start > line.start else None
        if line.role is not LineRole.BOILERPLATE:
            return None
    return None


def _names_outlet(document: Document, start: int, end: int, rules: TextRules) -> bool:
    """Whether a short line is the name of a known outlet, or has a word that only such names have."""
    lower = document.lower[start:end]
    if lower in rules.outlets:
        return True
    lower = lower.partition(" - ")[0]
    if not _is_name(document.text[start : start + len(lower)], _LINE_WORDS):
        return False
    for word in rules.outlet_words:
        inner = word.endswith(("of", "the"))
        if (f"{word} " in lower and not lower.endswith(word)) if inner else lower.endswith(word):
            return True
    return False


def _is_name(text: str, most: int) -> bool:
    """Whether a line is but a few words with capitals."""
    words = text.split()
    if not 0 < len(words) <= most or _NO_NAME.search(text) is not None:
        return False
    return all(word[0].isupper() or word.lower() in _SMALL for word in words)


def _of_title(document: Document, head: tuple[Line, ...], rules: TextRules) -> Publisher | None:
    """The end of a title: "... - Coastal Tribune"."""
    for line in head:
        if line.role is LineRole.HEADING:
            for mark in (" - ", " | "):
                at = document.text.rfind(mark, line.start, line.end)
                if at > 0 and _names_outlet(document, at + 3, line.end, rules):
                    return _publisher(document, at + 3, line.end, "title")
    return None


def _of_copyright(document: Document, rules: TextRules) -> Publisher | None:
    """A line such as "Copyright 2019 Coastal Tribune. All rights reserved", or with the sign."""
    for line in document.lines:
        if line.role is not LineRole.BOILERPLATE or line.end - line.start > _COPYRIGHT_MOST:
            continue
        start = _after_copyright(document.lower, line.start, line.end, rules)
        if start is None:
            continue
        match = _NAME_END.search(document.text, start, line.end)
        found = _publisher(document, start, match.start() if match is not None else line.end, "copyright")
        if (
            found is not None and "/" not in found.name and found.name.lower() not in rules.whole
        ):  # "\u00a9 Agency Photo / File" is of a picture
            return found
    return None


def _after_copyright(lower: str, start: int, end: int, rules: TextRules) -> int | None:
    """Where the name begins after "Copyright \u00a9 2018-2023 by", or None where there is no such label."""
    labels = [label for group in rules.labels[LabelKind.COPYRIGHT].values() for label in group]
    at = start
    for _ in range(2):
        for label in labels:
            if lower.startswith(label, at, end):
                at += len(label) + (lower[at + len(label) : at + len(label) + 1] == " ")
                break
    if at == start:
        return None
    years = _YEARS.match(lower, at, end)
    return years.end() if years is not None else at


def _of_credit(document: Document, rules: TextRules) -> Publisher | None:
    """The agency in brackets at the very end of the article."""
    for line in reversed(document.lines):
        if line.role is LineRole.BODY:
            match = _CREDIT.search(document.text, max(line.start, line.end - 40), line.end)
            if match is not None and match[1].lower() in rules.outlets:
                return _publisher(document, *match.span(1), "credit")
            return None
    return None
