"""Numbers of things in English news, with their hedges and the nouns that they count."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import attrs
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from indru.knowledge import Knowledge, default_knowledge
from indru.knowledge.measures import CurrencyRow, DateWordKind, DateWordRow, UnitKind
from indru.scan.hedges import Hedges, hedges_of
from indru.scan.numerals import Numeral, NumeralReader, numeral_reader
from indru.scan.units import ARMS_KINDS, COUNTABLE, UnitTable, unit_table
from indru.values import Qualifier, Quantity


class NumberMention(NamedTuple):
    """A number of things, at offsets of the reading view.

    `start` and `end` are of the whole with hedge and unit. In "two of the five squadrons" the unit stands
    beyond another number; then `end` is the end of the number, and `unit_start` lies behind it.
    """

    start: int
    end: int
    quantity: Quantity
    number_start: int
    number_end: int
    unit_start: int
    """Where the unit stands; -1 for none."""
    unit_end: int
    kind: UnitKind | None
    """What the unit counts; None for no unit."""

    @property
    def arms(self) -> bool:
        """Whether weapons, or bodies that weapons come in, are counted."""
        return self.kind is UnitKind.ARMS or self.kind is UnitKind.FORMATION


class UnitFound(NamedTuple):
    start: int
    end: int
    unit: str
    kind: UnitKind
    partitive: bool


_TOKEN = re.compile(r"(?:[ \t]{1,2}\n?|\n)([a-z][a-z0-9]*(?:[-'/][a-z0-9]+)*)")
_HYPHENED = re.compile(r"-([a-z]+)(?![a-z]|-old|-long)")
_OF = re.compile(r"[ \t\n]{1,2}of(?:[ \t\n]{1,2}(?:the|its|these|those|their|his|such|our|all))?(?=[ \t\n])")
_OTHER_NUMBER = re.compile(r"[ \t\n]{1,2}\d{1,6}(?![\d.,]\d)(?=[ \t\n])")
_AFTER = re.compile(
    r"(?:st|nd|rd|th)\b|[ ]?(?:%|\u00b0|per[ ]?cent|pm\b|am\b|p\.m|a\.m|o'clock|hrs|hours)"
    r"|[:/.]\d|[ ]?[x\u00d7][ ]?\d|[+]\d|[a-z]"
)
_AGAIN = re.compile(r"[ ]\((?:\d{1,9}|[a-z]{3,9}(?:-[a-z]{3,5})?)\)")
_LIST_MARK = re.compile(r"[.)][ \n]")
_TO_MEASURE = re.compile(r"[ \t\n]{1,2}(?:to|or|and)[ \t\n]{1,2}\d[\d,.]{0,9}(?=[ \n-])")
_MOST_ADJECTIVES = 4
_LIMIT = 10**18
_DIGITS = 10
"""The first patterns of the automaton are the digits."""


@attrs.frozen(eq=False)
class NumberGrammar:
    """All that reading numbers needs of a knowledge base."""

    automaton: AhoCorasick
    triggers: tuple[str, ...]
    numerals: NumeralReader
    hedges: Hedges
    units: UnitTable
    months: frozenset[str]
    currencies: frozenset[str]


@lru_cache(maxsize=8)
def number_grammar(knowledge: Knowledge) -> NumberGrammar:
    """The grammar of a knowledge base, compiled at first use."""
    numerals = numeral_reader(knowledge)
    big = [name for name in numerals.scales if " " not in name and len(name) > 3]
    words = dict.fromkeys([*"0123456789", *numerals.units, *numerals.tens, *numerals.groups, *big])
    currencies = knowledge.table(CurrencyRow).values()
    return NumberGrammar(
        automaton=AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA),
        triggers=tuple(words),
        numerals=numerals,
        hedges=hedges_of(knowledge),
        units=unit_table(knowledge),
        months=frozenset(
            name
            for row in knowledge.table(DateWordRow).values()
            if row.kind is DateWordKind.MONTH
            for name in row.names
        ),
        currencies=frozenset(name for row in currencies for name in (*row.before, *row.after)),
    )


def scan_numbers(
    text: str, lower: str, blocked: Sequence[tuple[int, int]] = (), *, knowledge: Knowledge | None = None
) -> list[NumberMention]:
    """Every number of things, in order. Ordinals, measures, times, years and the figures of names are none.

    Args:
        text: the reading view.
        lower: the same in lower case, character by character.
        blocked: spans of names, dates and sums of money. A number inside one is none; a name that follows a
            number stands between it and its unit ("464 T-90 tanks").
        knowledge: the rows to read by; the default ones if left out.

    >>> text = "India wants 464 tanks and over 6 lakh rifles."
    >>> [(n.quantity.number, n.quantity.unit) for n in scan_numbers(text, text.lower())]
    [(464, 'tank'), (600000, 'rifle')]
    """
    return _NumberScan(text, lower, blocked, number_grammar(knowledge or default_knowledge())).run()


def _word_before(lower: str, at: int) -> str:
    """The word before a number, one blank between them."""
    if not at or lower[at - 1] not in " \n":
        return ""
    words = lower[max(0, at - 17) : at].rsplit(None, 1)
    return words[-1].lstrip("([\"'") if words else ""


class _NumberScan:
    """The scan of one text for numbers."""

    __slots__ = ("blocked", "ends", "grammar", "lower", "starts", "text")

    def __init__(self, text: str, lower: str, blocked: Sequence[tuple[int, int]], grammar: NumberGrammar) -> None:
        self.text = text
        self.lower = lower
        self.grammar = grammar
        self.blocked = sorted(blocked)
        self.starts = [start for start, _ in self.blocked]
        self.ends: list[int] = []
        for _, end in self.blocked:
            self.ends.append(max(end, self.ends[-1]) if self.ends else end)

    def run(self) -> list[NumberMention]:
        lower, grammar = self.lower, self.grammar
        found: list[NumberMention] = []
        done, size = 0, len(lower)
        for pattern, at, stop in grammar.automaton.find_matches_as_indexes(lower):
            if at < done:
                continue
            word = grammar.triggers[pattern]
            figures = pattern < _DIGITS
            if figures and at and lower[at - 1].isalnum():
                continue
            if not figures and ((at and lower[at - 1].isalnum()) or (stop < size and lower[stop].isalnum())):
                continue
            if self._blocked_end(at) or not self._free(at, figures):
                continue
            numeral = self._numeral(at, word, figures)
            if numeral is None or (found and numeral.start < found[-1].end):
                continue
            done = numeral.end
            mention = self._mention(numeral)
            if mention:
                found.append(mention)
                done = max(done, mention.end)
        return found

    def _blocked_end(self, at: int) -> int:
        """The end of the blocked span that covers a place; 0 for none."""
        index = bisect_right(self.starts, at) - 1
        return self.ends[index] if index >= 0 and self.ends[index] > at else 0

    def _free(self, at: int, figures: bool) -> bool:
        lower = self.lower
        if not at:
            return True
        before = lower[at - 1]
        if figures and (before.isalnum() or before in "$\u20ac\u00a3\u20b9#_+/:"):
            return False
        if figures and before in ".," and at > 1 and lower[at - 2].isalnum():
            return False
        if before != "-" or at < 2 or not lower[at - 2].isalnum():
            return True
        return not figures and lower.startswith("half-a-", max(0, at - 7))

    def _numeral(self, at: int, word: str, figures: bool) -> Numeral | None:
        """The numeral whose first figure or number word stands at a place."""
        lower, reader = self.lower, self.grammar.numerals
        if figures or word in reader.units or word in reader.tens:
            return reader.at(lower, at)
        for article in ("half a ", "half-a-", "a ", "an ", "half "):
            start = at - len(article)
            if start >= 0 and lower.startswith(article, start) and not (start and lower[start - 1].isalnum()):
                return reader.at(lower, start)
        size = reader.groups.get(word) or (reader.scales.get(word, 0) if not word.endswith("s") else 0)
        return reader.bare(lower, at) if word in ("dozen", "hundred", "thousand") and size else None

    def _mention(self, numeral: Numeral) -> NumberMention | None:
        if not isinstance(numeral.low, int) or not 0 < numeral.low < _LIMIT:
            return None
        if numeral.high is not None and not (isinstance(numeral.high, int) and numeral.high < _LIMIT):
            return None
        lower, end = self.lower, numeral.end
        if numeral.figures and _AFTER.match(lower, end) and not lower.startswith("-", end):
            return None
        if numeral.figures and _LIST_MARK.match(lower, end) and (not numeral.start or lower[numeral.start - 1] == "\n"):
            return None
        word = _word_before(lower, numeral.start)
        if word in self.grammar.currencies or (
            word.rstrip(".") in self.grammar.numerals.labels and self._label(word, numeral)
        ):
            return None
        if not numeral.figures and word == "not":
            return None
        tail = self.grammar.hedges.after_number(lower, end)
        stop = tail.edge if tail else end
        # The number may stand twice, as in "twelve (12) helicopters".
        again = _AGAIN.match(lower, stop) if lower.startswith(" (", stop) else None
        stop = again.end() if again else stop
        unit = self._unit(stop, numeral)
        if unit is None:
            other = _TO_MEASURE.match(lower, stop)
            far = self._unit(other.end(), numeral) if other else None
            if (far and far.kind not in COUNTABLE) or self._no_count(numeral, stop, word):
                return None
        if unit and unit.kind not in COUNTABLE:
            return None
        inner = self.grammar.hedges.after_qualifiers.get(numeral.hedge)
        return self._made(numeral, tail.qualifier if tail else inner, stop, unit)

    def _label(self, word: str, numeral: Numeral) -> bool:
        """As in "no" and "number" label figures only: "no two squadrons"."""
        return numeral.figures or word not in ("no", "day", "top", "part", "group")

    def _no_count(self, numeral: Numeral, stop: int, word: str) -> bool:
        """Whether a number without a unit counts nothing: years, days of months, lonely ones, compounds."""
        lower, low = self.lower, numeral.low
        if numeral.plain and 1900 <= low <= 2099 and (numeral.high is None or numeral.high <= 2099):
            return True
        if not numeral.figures and low == 1:
            return True
        if low <= 31 and word.rstrip(".") in self.grammar.months:
            return True
        # "INAS 339" is a name.
        if numeral.figures and 1 <= len(word) <= 5 and self.text[numeral.start - 2].isupper():
            return True
        if lower[stop : stop + 1] == "-" and lower[stop + 1 : stop + 2].isalpha():
            return True
        after = _TOKEN.match(lower, stop)
        if after is None:
            return False
        name = after[1]
        form = self.grammar.units.forms.get(name)
        if form and not form[2] and self.text[after.start(1)].isupper():
            return True  # "17 Squadron" is a name
        return name in self.grammar.currencies or (name in self.grammar.months and self.text[after.start(1)].isupper())

    def _made(self, numeral: Numeral, after: Qualifier | None, stop: int, unit: UnitFound | None) -> NumberMention:
        start, end = numeral.start, stop
        hedge = self.grammar.hedges.before_number(self.lower, start)
        qualifier = after or Qualifier.EXACT
        if hedge and not self._blocked_end(hedge.edge):
            qualifier, start = hedge.qualifier, hedge.edge
        if unit and not unit.partitive:
            end = unit.end
            tail = self.grammar.hedges.after_number(self.lower, end)
            if tail and qualifier is Qualifier.EXACT:
                qualifier, end = tail.qualifier, tail.edge
        upper = numeral.high if isinstance(numeral.high, int) else None
        number = numeral.low if isinstance(numeral.low, int) else 0
        quantity = Quantity(number=number, upper=upper, qualifier=qualifier, unit=unit.unit if unit else None)
        return NumberMention(
            start, end, quantity, numeral.start, numeral.end,
            unit.start if unit else -1, unit.end if unit else -1, unit.kind if unit else None,
        )  # fmt: skip

    def _unit(self, at: int, numeral: Numeral) -> UnitFound | None:
        """The unit noun after a number, over adjectives and names: "ten more Kamov-31 helicopters"."""
        lower, forms = self.lower, self.grammar.units.forms
        hyphened = _HYPHENED.match(lower, at) if lower[at : at + 1] == "-" else None
        if hyphened:
            form = forms.get(hyphened[1])
            if form is None or form[1] not in ARMS_KINDS:
                return None
            return UnitFound(hyphened.start(1), hyphened.end(), form[0], form[1], False)
        partitive = False
        of = _OF.match(lower, at) if lower.startswith("of", at + 1) else None
        if of:
            at = of.end()
            other = _OTHER_NUMBER.match(lower, at)
            if other:
                at, partitive = other.end(), True
        for _ in range(_MOST_ADJECTIVES + 1):
            gap = at + 1 if lower[at : at + 1] in " \n-" else at
            name_end = self._blocked_end(gap)
            if name_end > at:
                at = name_end
                continue
            token = _TOKEN.match(lower, at)
            if token is None:
                return None
            word = token[1]
            if word in forms or word in self.grammar.units.starts:
                found = self._noun(token.start(1), numeral, partitive)
                if found:
                    return found
            if word in self.grammar.numerals.stops:
                return None
            at = token.end()
        return None

    def _noun(self, at: int, numeral: Numeral, partitive: bool) -> UnitFound | None:
        """The unit that begins at a place, the head of a run of unit nouns: in "missile systems", systems."""
        best: UnitFound | None = None
        start, limit = at, 0
        while limit < 3:
            found = self._phrase(at)
            if found is None:
                break
            end, unit, kind, is_plural = found
            compound = best is None and self.lower.find("-", numeral.start, numeral.end) >= 0
            named = self.text[start].isupper()  # "17 Squadron" is one, by its name
            singular = kind in ARMS_KINDS and not named and (compound or self._ends_run(end))
            if best is not None and not is_plural:
                break
            if is_plural or numeral.low == 1 or singular:
                best = UnitFound(start, end, unit, kind, partitive)
            token = _TOKEN.match(self.lower, end)
            if token is None or self._blocked_end(token.start(1)):
                break
            at = token.start(1)
            limit += 1
        return best

    def _ends_run(self, end: int) -> bool:
        """Whether no other noun follows, so that a singular noun may be the head: "601,427 AK-203 rifle"."""
        token = _TOKEN.match(self.lower, end)
        return token is None or token[1] in self.grammar.numerals.stops

    def _phrase(self, at: int) -> tuple[int, str, UnitKind, bool] | None:
        """The longest unit phrase that begins at a place."""
        table, lower = self.grammar.units, self.lower
        token = _TOKEN.match(lower, at - 1) if at else None
        if token is None:
            return None
        longest: tuple[int, str, UnitKind, bool] | None = None
        phrase, end = token[1], token.end()
        for _ in range(table.longest):
            form = table.forms.get(phrase)
            if form:
                longest = (end, *form)
            if " " not in phrase and phrase not in table.starts:
                break
            following = _TOKEN.match(lower, end)
            if following is None:
                break
            phrase, end = f"{phrase} {following[1]}", following.end()
        return longest
