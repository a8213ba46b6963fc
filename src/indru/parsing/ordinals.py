"""The number of a meeting in its series: "the 22nd session", "his tenth trip", "the XXI annual summit"."""

from __future__ import annotations

import re

from indru.parsing.drafts import Reading
from indru.parsing.view import SentenceView
from indru.scan.mentions import Mention

_BETWEEN = (
    r"(?: (?:annual|yearly|ministerial|bilateral|official|state|plenary|formal|\w+-day|"
    r"(?:india|russia|indo|russian|indian)[- ](?:india|russia|russian|indian))){0,4}"
)
_ORDINAL = re.compile(
    rf"\b(?:(?P<digits>\d{{1,2}})(?:st|nd|rd|th)|(?P<roman>[ivx]{{1,6}})|(?P<word>[a-z]+(?:-[a-z]+)?))"
    rf"{_BETWEEN}(?: (?:session|meeting|sitting|round|edition) of (?:the|their|its))?{_BETWEEN} $"
)
_WORDS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth",
)  # fmt: skip
_ROMAN = {"i": 1, "v": 5, "x": 10}
_REACH = 80


def ordinal_of(view: SentenceView, cue: Mention) -> Reading | None:
    """The ordinal that stands before the words for a meeting."""
    match = _ORDINAL.search(view.words(cue.start - _REACH, cue.start))
    number = _value(match) if match is not None else 0
    if match is None or not number:
        return None
    shift = max(cue.start - _REACH, view.start)
    group = next(name for name in ("digits", "roman", "word") if match[name])
    return Reading("ordinal", number, match.start(group) + shift, match.end(group) + shift, "ordinal")


def _value(match: re.Match[str]) -> int:
    if match["digits"]:
        return int(match["digits"])
    if match["roman"]:
        values = [_ROMAN[letter] for letter in match["roman"]]
        return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    return _WORDS.index(match["word"]) + 1 if match["word"] in _WORDS else 0
