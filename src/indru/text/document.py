"""A text as it is read: its view, its lines and what they are for, its dateline and its sentences."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from indru.knowledge import Knowledge, default_knowledge
from indru.text.datelines import Dateline, read_dated_place, read_dateline
from indru.text.layout import lay_out
from indru.text.lines import Line, LineRole, classify
from indru.text.repeats import Repeats
from indru.text.rules import TextRules, rules_of
from indru.text.sentences import split_sentences
from indru.text.view import Offsets, fold_view, lower_view
from indru.values import Span


@attrs.frozen
class Sentence:
    """A sentence by offsets of the view; `line` is the index of its line."""

    start: int
    end: int
    role: LineRole
    line: int


@attrs.frozen
class Document:
    """A text with everything that later stages need to know about its form. Offsets are those of `text`.

    >>> document = Document.of("NEW DELHI: Lt. Gen. Rao met the envoy. Talks go on.")
    >>> [document.text[s.start : s.end] for s in document.sentences]
    ['Lt. Gen. Rao met the envoy.', 'Talks go on.']
    """

    raw: str
    text: str
    """The reading view: straight quotes, plain hyphens and blanks, nothing that can't be seen."""
    lower: str = attrs.field(repr=False)
    """`text` in lower case, at the same length."""
    offsets: Offsets | None = attrs.field(repr=False, eq=False)
    """None where `text` lines up with `raw` character by character."""
    lines: tuple[Line, ...]
    sentences: tuple[Sentence, ...]
    dateline: Dateline | None

    @classmethod
    def of(cls, raw: str, knowledge: Knowledge | None = None) -> Document:
        """Read the form of a text; any text will do."""
        rules = rules_of(knowledge if knowledge is not None else default_knowledge())
        text, offsets = fold_view(raw)
        text, offsets, extents = lay_out(text, offsets)
        lower = lower_view(text)
        lines = classify(text, lower, extents, rules)
        dateline = _find_dateline(text, lower, lines, rules)
        lines, sentences = _read_sentences(text, lower, lines, dateline, rules)
        return cls(raw, text, lower, offsets, tuple(lines), tuple(sentences), dateline)

    def span(self, start: int, end: int) -> Span:
        r"""The offsets in the raw text of a stretch of the view.

        >>> Document.of("air\u00adcraft R&amp;D").span(9, 12)
        Span(10, 17)
        """
        if self.offsets is None:
            return Span(start, end)
        if start >= end:
            starts = self.offsets.starts
            at = starts[start] if start < len(starts) else len(self.raw)
            return Span(at, at)
        return Span(self.offsets.starts[start], self.offsets.ends[end - 1])

    def quote(self, start: int, end: int) -> str:
        """The raw text of a stretch of the view."""
        span = self.span(start, end)
        return self.raw[span.start : span.end]


_PROSE = (LineRole.BODY, LineRole.HEADING, LineRole.HEADER, LineRole.LIST)
_TRIED = 8
"""A dateline is looked for in so many lines: headings, bylines and standfirsts may come before it."""


def _find_dateline(text: str, lower: str, lines: list[Line], rules: TextRules) -> Dateline | None:
    tried = 0
    for index, line in enumerate(lines):
        if line.role not in _PROSE:
            continue
        if line.role is LineRole.HEADER:
            found = read_dated_place(lower, line.start, line.end, rules)
        else:
            found = read_dateline(text, lower, line.start, line.end, rules, prose=line.role is LineRole.BODY)
        if found is not None:
            if found.end >= line.end:
                lines[index] = Line(line.start, line.end, LineRole.HEADER)
            return found
        tried += 1
        if tried == _TRIED:
            return None
    return None


_LONGEST = 1200
"""No sentence of news is so long; what has no stop for so many characters is read in pieces."""


def _pieces(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or the pieces of one without end, cut between words: work within a sentence isn't linear."""
    while end - begin > _LONGEST:
        cut = text.rfind(" ", begin + _LONGEST // 2, begin + _LONGEST) + 1 or begin + _LONGEST
        yield begin, cut
        begin = cut
    yield begin, end


def _read_sentences(
    text: str, lower: str, lines: list[Line], dateline: Dateline | None, rules: TextRules
) -> tuple[list[Line], list[Sentence]]:
    """The sentences of all lines that aren't noise; repeats are marked on the way."""
    sentences: list[Sentence] = []
    passages, paragraphs = Repeats(), Repeats()
    for index, line in enumerate(lines):
        role = line.role
        if role is LineRole.BOILERPLATE:
            continue
        if paragraphs.seen(lower, line.start, line.end, cut=True):
            lines[index] = Line(line.start, line.end, LineRole.REPEAT)
            continue
        start = line.start
        if dateline is not None and dateline.start == start:
            start = dateline.end
        found = split_sentences(text, start, line.end, rules.abbreviations, rules.openers)
        for begin, end in (piece for sentence in found for piece in _pieces(text, *sentence)):
            if passages.seen(lower, begin, end):
                continue
            if end == line.end and begin > start and rules.is_tail(lower, begin, end):
                continue
            sentences.append(Sentence(begin, end, role, index))
    return lines, sentences
