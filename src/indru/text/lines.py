"""What each line of a page is: text, heading, head of the page, caption, list, or noise."""

from __future__ import annotations

import re
from enum import StrEnum

import attrs

from indru.knowledge.noise import BoilerplateKind, LabelKind
from indru.text.calendar import PageDate, find_date, match_date
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
_HEADER_SENTENCE = 70
"""A line that ends with a full stop and is longer is a sentence, whatever date it holds."""
_DATE_LENGTH = 24
_BEGUN = 100
"""A body line of this length says that the article has begun."""

_ITEM = re.compile(
    r"[-*+•●▪◦‣·] ?(?=\S)|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\) |\d{1,3}\. |[a-z]\. |[ivx]{2,5}\. "
    r"|(?:\d{1,2}\.)?\d{1,2}\.\d{4}[.:]? (?=[A-Z])|\d{4}[.:] (?=[A-Z])"
)
_CAPTION_TAILS = ("(file)", "(file photo)")
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_CLOSERS = "\"')]}"
_SEPARATOR = re.compile(r"[|\u00b7\u2022\u203a\u00bb]|   *")
_WORDS = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(r"\d{1,2}(?::\d{2}|\.\d{2} ?(?:[ap]m|hrs|ist))(?!\d)")
_NUMBER = re.compile(r" ?-?[\d,]+(?:\.\d+)? ?")


def classify(text: str, lower: str, extents: list[Extent], rules: TextRules) -> list[Line]:
    """Give every line its role; repeats are told later."""
    lines: list[Line] = []
    begun = closed = listing = False
    for start, end in extents:
        if closed:
            lines.append(Line(start, end, LineRole.BOILERPLATE))
            continue
        headed = rules.has_head(lower, start, end)
        if headed and (cut := _date_prefix(lower, start, end, rules)):
            lines.append(Line(start, cut, LineRole.HEADER))
            start = cut + 1
            while text[start] == " ":
                start += 1
            headed = rules.has_head(lower, start, end)
        role, kind = _role(text, lower, start, end, rules, headed=headed)
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


_TO_THE_END = (BoilerplateKind.OPENS, BoilerplateKind.BREAKS)


def _role(
    text: str, lower: str, start: int, end: int, rules: TextRules, *, headed: bool
) -> tuple[LineRole, BoilerplateKind | None]:
    if headed and rules.label(LabelKind.CAPTION, lower, start, end):
        return LineRole.CAPTION, None
    if end - start > _SHORT:
        kind = rules.opening(lower, start, end) if headed else None
        if kind is not None:
            return LineRole.BOILERPLATE, kind
        return (LineRole.LIST if _ITEM.match(text, start, end) else LineRole.BODY), None
    if is_header(lower, start, end, rules, headed=headed):
        return LineRole.HEADER, None
    if lower.find(". photo:", start, end) > 0 or lower.endswith(_CAPTION_TAILS, start, end):
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
    if text[last] == ")":  # what counts is the stop before a credit: "... on Tuesday. (PTI)"
        last = max(text.rfind("(", start, end) - 1, start)
        while last > start and text[last] == " ":
            last -= 1
    while last > start and text[last] in _CLOSERS:
        last -= 1
    if text[last] in "?!":
        return ". " not in text[start:last]
    return text[last] not in ".:;,\u2026"


def is_header(lower: str, start: int, end: int, rules: TextRules, *, headed: bool = True) -> bool:
    """Whether a short line is about the text: a date line, a byline, a source line.

    *headed*: whether it may begin with a label.
    """
    if headed and rules.label(LabelKind.SOURCE, lower, start, end):
        return True
    if headed and _labelled_date(lower, start, end, rules) is not None:
        return True
    if lower[end - 1] == "." and end - start > _HEADER_SENTENCE:
        return False
    line = lower[start:end]
    if line in rules.outlets or is_byline(line, rules):
        return True
    if _DIGIT.search(line) is None:
        return False
    date = find_date(lower, start, end)
    if date is None:
        words = _WORDS.findall(line)
        return bool(words) and line[0].isdigit() and len(line) < 40 and rules.date_words.issuperset(words)
    parts = segments(lower, start, end)
    if len(parts) > 1 and any(_NUMBER.fullmatch(lower, *part) for part in parts):
        return False  # a row of a table
    left, right = next(part for part in parts if part[0] <= date.start < part[1])
    rest = lower[left : date.start] + " " + lower[date.end : right]
    if not other_words(rest, rules) or rest.strip(" ,()") in rules.cities:
        return True
    # "avatar A. Writer Thursday 1st of September 2022 08:35 PM": a name, a date and a clock.
    rest = line[: date.start - start] + line[date.end - start :]
    return _CLOCK.search(rest) is not None and len(other_words(rest, rules)) <= 5 and not line.endswith(".")


def other_words(line: str, rules: TextRules) -> list[str]:
    """The words of a line in lower case that date lines don't have."""
    return [word for word in _WORDS.findall(line) if word not in rules.date_words]


def is_byline(line: str, rules: TextRules) -> bool:
    """Whether a line in lower case names an author or an agency: "by our correspondent", "a. writer by"."""
    if line.partition(" ")[0] not in rules.bylines and line.rpartition(" ")[2] not in rules.bylines:
        return False
    head = line.partition("|")[0]
    return 0 < head.count(" ") <= 6 and not head.rstrip().endswith((".", "?", "!"))


def segments(text: str, start: int, end: int) -> list[Extent]:
    """The parts of a line between strokes, dots or wide gaps."""
    found: list[Extent] = []
    begin = start
    for match in _SEPARATOR.finditer(text, start, end):
        found.append((begin, match.start()))
        begin = match.end()
    found.append((begin, end))
    return found


def _date_prefix(lower: str, start: int, end: int, rules: TextRules) -> int:
    """Where a date line ends that the text follows on the same line ("date 2021-12-06 Ministers"), or 0."""
    date = _labelled_date(lower, start, end, rules)
    if date is None or lower[date.end : date.end + 1] != " ":
        return 0
    return date.end if len(other_words(lower[date.end : end], rules)) > 1 else 0


def _labelled_date(lower: str, start: int, end: int, rules: TextRules) -> PageDate | None:
    """The date just after a label: "Updated: November 20, 2014"."""
    label = rules.label(LabelKind.DATE, lower, start, end)
    if label is None:
        return None
    after = start + len(label)
    while after < end and lower[after] in " :-":
        after += 1
    return match_date(lower, after, min(end, after + _DATE_LENGTH))
