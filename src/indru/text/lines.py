"""What each line of a page is: text, heading, head of the page, caption, list, or noise."""

from __future__ import annotations

import re
from enum import StrEnum

import attrs

from indru.knowledge.noise import BoilerplateKind, LabelKind
from indru.text.calendar import find_date
from indru.text.layout import Extent
from indru.text.rules import TextRules


class LineRole(StrEnum):
    """What a line is for."""

    BODY = "body"
    HEADING = "heading"
    HEADER = "header"
    """Date lines, bylines, update lines, names of outlets: about the text, and not its news."""
    CAPTION = "caption"
    LIST = "list"
    """An item: "- two frigates", "(b) if so", "15.02.2001. A contract is signed"."""
    BOILERPLATE = "boilerplate"
    REPEAT = "repeat"
    """Said before in the same text."""


@attrs.frozen
class Line:
    """A line, or a paragraph put together of wrapped lines, by offsets of the view."""

    start: int
    end: int
    role: LineRole


_SHORT = 160
"""Only lines up to this length are heads, headings or furniture; longer ones are prose."""
_HEADING = 130
_BEGUN = 100
"""A body line of this length says that the article has begun."""

_ITEM = re.compile(
    r"[-*+•●▪◦‣·] ?(?=\S)|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\) |\d{1,3}\. |[a-z]\. |[ivx]{2,5}\. "
    r"|(?:\d{1,2}\.)?\d{1,2}\.\d{4}[.:]? (?=[A-Z])|\d{4}[.:] (?=[A-Z])"
)
_LETTER = re.compile(r"[^\W\d_]")
_CLOSERS = "\"')]}"
_WORDS = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")


def classify(text: str, lower: str, extents: list[Extent], rules: TextRules) -> list[Line]:
    """Give every line its role; repeats are told later."""
    lines: list[Line] = []
    begun = closed = listing = False
    for start, end in extents:
        if closed:
            lines.append(Line(start, end, LineRole.BOILERPLATE))
            continue
        cut = _date_prefix(lower, start, end, rules)
        if cut:
            lines.append(Line(start, cut, LineRole.HEADER))
            start = cut + 1
            while text[start] == " ":
                start += 1
        role, kind = _role(text, lower, start, end, rules)
        if kind is not None and begun and kind in _TO_THE_END:
            closed = True
        if kind is BoilerplateKind.HEADS:
            listing = True
        elif listing and role in (LineRole.HEADING, LineRole.LIST):
            role = LineRole.BOILERPLATE
        elif role is not LineRole.BOILERPLATE:
            listing = False
        begun = begun or (role is LineRole.BODY and end - start >= _BEGUN)
        lines.append(Line(start, end, role))
    return lines


_TO_THE_END = (BoilerplateKind.OPENS, BoilerplateKind.BREAKS, BoilerplateKind.SHUTS)


def _role(
    text: str, lower: str, start: int, end: int, rules: TextRules
) -> tuple[LineRole, BoilerplateKind | None]:
    length = end - start
    if length > _SHORT:
        kind = rules.opening(lower, start, end)
        if kind is not None:
            return LineRole.BOILERPLATE, kind
        if length > 2 * _SHORT:
            return (LineRole.LIST if _ITEM.match(text, start, end) else LineRole.BODY), None
    elif is_header(lower, start, end, rules):
        return LineRole.HEADER, None
    if _is_caption(lower, start, end, rules):
        return LineRole.CAPTION, None
    kind = rules.noise(lower, start, end)
    if kind is not None:
        return LineRole.BOILERPLATE, kind
    if _LETTER.search(text, start, end) is None:
        return LineRole.BOILERPLATE, None  # "403", "***", "<...>"
    if _ITEM.match(text, start, end):
        return LineRole.LIST, None
    return (LineRole.HEADING if is_heading(text, start, end) else LineRole.BODY), None


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether a line looks like a heading: short, and without a full stop at its end.

    >>> is_heading("More frigates for the navy", 0, 26)
    True
    """
    if end - start > _HEADING:
        return False
    last = end - 1
    while last > start and text[last] in _CLOSERS:
        last -= 1
    if text[last] in "?!":
        return ". " not in text[start:last]
    return text[last] not in ".:;,\u2026"


def is_header(lower: str, start: int, end: int, rules: TextRules) -> bool:
    """Whether a short line is about the text: a date line, a byline, a source line."""
    line = lower[start:end]
    if any(line.startswith(label) for label in rules.labels[LabelKind.SOURCE]):
        return True
    if is_byline(line, rules):
        return True
    date = find_date(lower, start, end)
    if date is None:
        words = _WORDS.findall(line)
        return bool(words) and line[0].isdigit() and len(line) < 40 and rules.date_words.issuperset(words)
    for left, right in segments(lower, start, end):
        if left <= date.start < right:
            rest = lower[left : date.start] + " " + lower[date.end : right]
            return _is_date_line(rest, lower[date.end : right], rules)
    return False


def _is_date_line(rest: str, after: str, rules: TextRules) -> bool:
    """Whether what stands beside a date is labels and times, or one name or place ("avatar A. Writer ... 08:35 PM")."""
    words = [word for word in _WORDS.findall(rest) if word not in rules.date_words]
    if not words:
        return True
    if _CLOCK.search(after) and len(words) <= 5 and not rest.rstrip().endswith("."):
        return True
    return rest.strip(" ,()") in rules.cities


def is_byline(line: str, rules: TextRules) -> bool:
    """Whether a line in lower case names an author or an agency: "by our correspondent", "a. writer by"."""
    for label in rules.labels[LabelKind.BYLINE]:
        if line.startswith(label + " ") or line.endswith(" " + label):
            head = line.partition("|")[0]
            return head.count(" ") <= 6 and not head.rstrip().endswith((".", "?", "!"))
    return False


def segments(text: str, start: int, end: int) -> list[Extent]:
    """The parts of a line between strokes, dots or wide gaps."""
    found: list[Extent] = []
    begin = start
    for match in _SEPARATOR.finditer(text, start, end):
        found.append((begin, match.start()))
        begin = match.end()
    found.append((begin, end))
    return found


_SEPARATOR = re.compile(r"[|\u00b7\u2022\u203a\u00bb]|   *")


def _is_caption(lower: str, start: int, end: int, rules: TextRules) -> bool:
    line = lower[start:end]
    for label in rules.labels[LabelKind.CAPTION]:
        if line.startswith(label):
            return True
    return end - start <= _SHORT and (". photo:" in line or line.endswith(("(file)", "(file photo)")))


def _date_prefix(lower: str, start: int, end: int, rules: TextRules) -> int:
    """Where a date line ends that the text follows on the same line ("date 2021-12-06 The ministers ..."), or 0."""
    for label in rules.labels[LabelKind.DATE]:
        if lower.startswith(label, start, end):
            after = start + len(label)
            while after < end and lower[after] in " :-":
                after += 1
            date = find_date(lower, after, min(end, after + 24))
            if date is None or date.start != after or date.end >= end:
                return 0
            if lower[date.end] != " " or end - date.end < 12:
                return 0
            rest = lower[date.end : end]
            words = [word for word in _WORDS.findall(rest) if word not in rules.date_words]
            return date.end if len(words) > 1 else 0
    return 0
