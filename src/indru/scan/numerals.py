"""Numbers as they are written, in figures and words, Indian and Western: "6,01,427", "two dozen"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

import attrs

from indru.knowledge import Knowledge
from indru.knowledge.measures import NumberWordKind, NumberWordRow, ScaleRow

Value = int | Decimal


class Numeral(NamedTuple):
    """A number, or a range of numbers, and where it stands."""

    start: int
    end: int
    low: Value
    high: Value | None
    figures: bool
    """Written in figures."""
    grouped: bool
    """With commas: "2018" may be a year, "2,018" can't."""
    scale: int
    """The scale word at the end, as a number; 1 for none."""
    hedge: str = ""
    """A hedge between the figures and the scale word: the "-odd" of "500-odd crore"."""

    @property
    def plain(self) -> bool:
        """Figures and nothing more."""
        return self.figures and not self.grouped and self.scale == 1


_FIGURES = re.compile(
    r"(?:\d{1,3}(?:,\d{2,3}){1,6}|\d{1,3}(?:[ ]\d{3}){1,5}(?![\d.,]\d|\d)|\d{1,18})(?![\d])"
    r"(?:\.(\d{1,6})(?!\d|\.\d))?"
)
_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
_WORD = re.compile(r"(?:[ \t\n]{1,2}|-)(?:and[ \t\n]{1,2})?([a-z]+)")
_TO = re.compile(r"[ \t\n]{0,2}-[ \t\n]{0,2}(?=[\da-z])|[ \t\n]{1,2}(to|and|or)[ \t\n]{1,2}(?=[\da-z])")
_AND_A_HALF = re.compile(r"[ -]and[ -]a[ -]half[ -]")
# "1 crore 20 lakh"
_MORE = re.compile(r"[ ](\d{1,3})(?=[ -])")
_MOST_WORDS = 12
_LAKH = 10**5
_LARGEST = 10**18


@attrs.frozen(eq=False)
class NumeralReader:
    """Reads the numeral that begins at a place, by the number and scale words of a knowledge base."""

    units: dict[str, int]
    tens: dict[str, int]
    groups: dict[str, int]
    scales: dict[str, int]
    """Every scale word of one word, those of money included."""
    count_scale: re.Pattern[str]
    money_scale: re.Pattern[str]
    labels: frozenset[str]
    stops: frozenset[str]

    def at(self, lower: str, at: int, *, money: bool = False) -> Numeral | None:
        """The numeral that begins at a place, a range where there is one ("10 to 12", "5,000-5,500")."""
        first = self.single(lower, at, money)
        if first is None:
            return None
        gap = _TO.match(lower, first.end)
        if gap is None:
            return first
        return self._range(lower, first, gap, money) or first

    def single(self, lower: str, at: int, money: bool) -> Numeral | None:
        """The numeral that begins at a place, no range."""
        if lower[at : at + 1].isdigit():
            return self._figures(lower, at, money)
        return self._words(lower, at)

    def bare(self, lower: str, at: int) -> Numeral | None:
        """A scale or group word that counts by itself: "hundred-odd", "dozen jets"."""
        match = _FIRST_WORD.match(lower, at)
        return self._run(lower, at, match[0], match.end(), (0, 1, 1)) if match else None

    def _figures(self, lower: str, at: int, money: bool) -> Numeral | None:
        match = _FIGURES.match(lower, at)
        if match is None:
            return None
        digits, _, fraction = match[0].partition(".")
        plain = digits.isdigit()
        end = match.end()
        if lower[end : end + 1] == "," and lower[end + 1 : end + 2].isdigit():
            return None
        if not plain:
            if not _GROUPS.fullmatch(digits):
                return None
            digits = digits.replace(",", "").replace(" ", "")
        scales = self.money_scale if money else self.count_scale
        match = scales.match(lower, end)
        if match is None:
            return Numeral(at, end, exact(digits, fraction, 1), None, True, not plain, 1)
        scale = self.scales[match[2].replace("-", " ")]
        value, end = exact(digits, fraction, scale), match.end()
        more = _MORE.match(lower, end) if scale >= _LAKH and isinstance(value, int) else None
        rest = scales.match(lower, more.end()) if more else None
        if more and rest and isinstance(value, int) and not rest[1]:
            smaller = self.scales[rest[2].replace("-", " ")]
            if smaller < scale:
                value, end = value + int(more[1]) * smaller, rest.end()
        return Numeral(at, end, value, None, True, not plain, scale, (match[1] or "").strip())

    def _words(self, lower: str, at: int) -> Numeral | None:
        """A number in words: "twenty-two", "five hundred and ten", "two dozen", "half a million"."""
        match = _FIRST_WORD.match(lower, at)
        if match is None:
            return None
        if match[0] in ("half", "a", "an"):
            return self._after_article(lower, at, match[0], match.end())
        return self._run(lower, at, match[0], match.end(), (0, 0, 0))

    def _run(self, lower: str, at: int, word: str, end: int, state: tuple[int, int, int]) -> Numeral | None:
        """Read on, word by word, from a state: the sum so far, the part in hand, the last word's size."""
        stop = at
        for _ in range(_MOST_WORDS):
            step = self._step(word, *state)
            if step is None:
                break
            state, stop = step, end
            half = _AND_A_HALF.match(lower, end) if state[2] == 1 and not state[0] else None
            if half:
                return self._and_a_half(lower, at, half.end(), state[1])
            following = _WORD.match(lower, end)
            if following is None:
                break
            word, end = following[1], following.end()
        value, last = state[0] + state[1], state[2]
        if stop == at or value > _LARGEST:
            return None
        return Numeral(at, stop, value, None, False, False, last if last >= 100 else 1)

    def _and_a_half(self, lower: str, at: int, after: int, number: int) -> Numeral | None:
        """As in "one and a half billion"."""
        match = _FIRST_WORD.match(lower, after)
        scale = self.scales.get(match[0], 0) if match else 0
        if match is None or not scale:
            return None
        return Numeral(at, match.end(), (2 * number + 1) * scale // 2, None, False, False, scale)

    def _step(self, word: str, total: int, current: int, last: int) -> tuple[int, int, int] | None:
        """Take one more word in; None where it can't follow. *last* is the size of the word before."""
        if word in self.units:
            value = self.units[word]
            if last in (0, 100, 1000) or last > 1000 or (last == 10 and value < 10):
                return total, current + value, 1
            return None
        if word in self.tens:
            return (total, current + self.tens[word], 10) if last in (0, 100) or last >= 1000 else None
        if word in self.groups:
            return (total, current * self.groups[word] if last else self.groups[word], 2) if total == 0 else None
        scale = self.scales.get(word, 0)
        if not last or not scale or (word in _SHORT_SCALES):
            return None
        if scale == 100:
            return (total, current * 100, 100) if 0 < current < 100 and last in (1, 10) else None
        if current == 0 and total:
            return 0, total * scale, scale  # "lakh crore"
        return total + current * scale, 0, scale

    def _after_article(self, lower: str, at: int, word: str, end: int) -> Numeral | None:
        """As in "a hundred", "a dozen", "half a million": the scale or group word is what is counted."""
        following = _WORD.match(lower, end)
        half = word == "half"
        if half and following and following[1] in ("a", "an"):
            following = _WORD.match(lower, following.end())
        if following is None or lower[end : end + 1] == "\n":
            return None
        name = following[1]
        size = self.groups.get(name) or (self.scales.get(name, 0) if name not in _SHORT_SCALES else 0)
        if not size or (name.endswith("s") and name not in ("lakhs", "crores")) or (half and size < 10):
            return None
        if half:
            return Numeral(at, following.end(), size // 2, None, False, False, size)
        return self._run(lower, at, name, following.end(), (0, 1, 1))

    def _range(self, lower: str, first: Numeral, gap: re.Match[str], money: bool) -> Numeral | None:
        before = lower[max(0, first.start - 9) : first.start]
        between = before.endswith("between ")
        if gap[1] == "and" and not between:
            return None
        if gap[1] == "or" and (first.figures or money):
            return None
        if gap[1] == "to" and before.endswith("from "):
            return None
        second = self.single(lower, gap.end(), money)
        if second is None or second.figures != first.figures or second.low == 0:
            return None
        after = lower[second.end : second.end + 2]
        if gap[1] is None and after[:1] == "-" and after[1:].isdigit():
            return None
        high = second.low
        low = scaled_like(first, second)
        if not low < high:
            return None
        return first._replace(end=second.end, low=low, high=high, grouped=second.grouped, scale=second.scale)


def scaled_like(first: Numeral, second: Numeral) -> Value:
    """The lower end of "35-40 billion" in billions: the scale word stands once, for both."""
    if first.scale > 1 or not Fraction(first.low) * second.scale < Fraction(second.low):
        return first.low
    value = Fraction(first.low) * second.scale
    return value.numerator if value.denominator == 1 else _decimal(value)


def exact(digits: str, fraction: str, scale: int) -> Value:
    """The exact product of a number in figures and a scale.

    >>> exact("5", "43", 10**9), exact("1", "50", 1)
    (5430000000, Decimal('1.5'))
    """
    if not fraction:
        return int(digits) * scale
    value = Fraction(int(digits + fraction) * scale, 10 ** len(fraction))
    return value.numerator if value.denominator == 1 else _decimal(value)


def _decimal(value: Fraction) -> Decimal:
    """A fraction of a power of ten as a Decimal, whatever the precision of the context."""
    places = next(n for n in range(1, 40) if (value * 10**n).denominator == 1)
    digits = (value * 10**places).numerator
    return Decimal((0, tuple(map(int, str(digits))), -places))


_FIRST_WORD = re.compile(r"[a-z]+")
_SHORT_SCALES = frozenset({"m", "b", "k", "l", "t", "cr", "crs", "mn", "bn", "tn"})


def _scale_pattern(names: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    words = "|".join(re.escape(name).replace(r"\ ", "[ -]") for name in ordered)
    return re.compile(rf"([ ]?-odd|[ ]odd|-plus|\+|[ ]plus)?(?:[ \t]{{1,2}}|[ \t]?\n|-)?({words})(?![a-z\d])")


@lru_cache(maxsize=8)
def numeral_reader(knowledge: Knowledge) -> NumeralReader:
    """The reader of a knowledge base, compiled at first use."""
    words: dict[NumberWordKind, dict[str, int]] = {kind: {} for kind in NumberWordKind}
    for row in knowledge.table(NumberWordRow).values():
        words[row.kind].update(dict.fromkeys(row.names, row.value))
    rows = knowledge.table(ScaleRow).values()
    names = {name: row.value for row in rows for name in row.names}
    short = {name: row.value for row in rows for name in row.money}
    dozens = {name: value for name, value in words[NumberWordKind.GROUP].items() if value == 12}
    return NumeralReader(
        units=words[NumberWordKind.UNIT],
        tens=words[NumberWordKind.TEN],
        groups={name: value for name, value in words[NumberWordKind.GROUP].items() if not name.endswith("s")},
        scales={name.replace("-", " "): value for name, value in {**short, **names, **dozens}.items()},
        count_scale=_scale_pattern({*names, *dozens}),
        money_scale=_scale_pattern({*names, *short}),
        labels=frozenset(words[NumberWordKind.LABEL]),
        stops=frozenset(words[NumberWordKind.STOP]),
    )
