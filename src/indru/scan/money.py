"""Sums of money in English news: "Rs 5,000 crore", "$5.43 billion", "one billion roubles"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

import attrs
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from indru.knowledge import Knowledge, default_knowledge
from indru.knowledge.measures import CurrencyRow
from indru.scan.hedges import Hedges, hedges_of
from indru.scan.numerals import Numeral, NumeralReader, Value, numeral_reader, scaled_like
from indru.values import Money, Qualifier


class MoneyMention(NamedTuple):
    """A sum of money, at offsets of the reading view; `start` and `end` include the hedge."""

    start: int
    end: int
    money: Money
    amount_start: int
    amount_end: int
    each: bool
    """Whether it is a price for one: "per rifle", "apiece"."""


class Currency(NamedTuple):
    """What a currency's name says."""

    code: str
    before: bool
    after: bool
    scaled: bool
    """Money only after a scale word."""
    minor: bool


_GAP = re.compile(r"(?:(?<=[a-z])\.)?[ \t]{0,2}\n?(?=[\da-z])")
_STARTS = re.compile(r"\d|[a-z]+")
_JOIN = re.compile(r"[ \t\n]{0,2}(?:-|\b(to|and)\b)[ \t\n]{0,2}")
_EACH = re.compile(r"[ \t\n]{1,2}(?:per(?![ ]?cent|[ ]annum|[ ]year|[ ]month)\b|apiece\b|each\b|a piece\b)")
_LOOKBACK = 64


@attrs.frozen(eq=False)
class MoneyGrammar:
    """All that reading money needs of a knowledge base."""

    automaton: AhoCorasick
    triggers: tuple[str, ...]
    currencies: dict[str, Currency]
    numerals: NumeralReader
    hedges: Hedges


@lru_cache(maxsize=8)
def money_grammar(knowledge: Knowledge) -> MoneyGrammar:
    """The grammar of a knowledge base, compiled at first use."""
    names: dict[str, Currency] = {}
    for row in knowledge.table(CurrencyRow).values():
        before, after = set(row.before), {*row.after, *row.after_scale}
        for name in (*row.before, *row.after, *row.after_scale):
            names.setdefault(name, Currency(row.id, name in before, name in after, name in row.after_scale, False))
        for name in row.minor:
            names.setdefault(name, Currency(row.id, False, True, False, True))
    triggers = tuple(names)
    return MoneyGrammar(
        automaton=AhoCorasick(triggers, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA),
        triggers=triggers,
        currencies=names,
        numerals=numeral_reader(knowledge),
        hedges=hedges_of(knowledge),
    )


def scan_money(
    text: str,  # noqa: ARG001 - all scanners are called alike
    lower: str,
    *,
    knowledge: Knowledge | None = None,
) -> list[MoneyMention]:
    """Every sum of money, in order, without overlap. *lower* is *text* in lower case, character by character.

    >>> text = "a deal worth over Rs 5,000 crore ($680 million)"
    >>> [(str(m.money.amount), m.money.currency) for m in scan_money(text, text.lower())]
    [('50000000000', 'INR'), ('680000000', 'USD')]
    """
    return _MoneyScan(lower, money_grammar(knowledge or default_knowledge())).run()


class _Amount(NamedTuple):
    start: int
    end: int
    numeral: Numeral
    currency: Currency


class _MoneyScan:
    """The scan of one text for money."""

    __slots__ = ("grammar", "lower")

    def __init__(self, lower: str, grammar: MoneyGrammar) -> None:
        self.lower = lower
        self.grammar = grammar

    def run(self) -> list[MoneyMention]:
        grammar, lower = self.grammar, self.lower
        found: list[MoneyMention] = []
        pending: _Amount | None = None
        done, size = 0, len(lower)
        for pattern, at, stop in grammar.automaton.find_matches_as_indexes(lower):
            if at < done:
                continue
            name = grammar.triggers[pattern]
            if name[0].isalnum() and at and lower[at - 1].isalnum() and not lower[at - 1].isdigit():
                continue
            if name[-1].isalpha() and stop < size and lower[stop].isalpha():
                continue
            amount = self._amount(at, stop, grammar.currencies[name], done)
            if amount is None:
                continue
            done = amount.end
            joined = self._joined(pending, amount) if pending else None
            if joined is None and pending:
                found.append(self._made(pending))
            pending = joined or amount
        if pending:
            found.append(self._made(pending))
        return found

    def _amount(self, at: int, stop: int, currency: Currency, done: int) -> _Amount | None:
        """The sum whose currency stands at a place, behind the number or before it."""
        if currency.after:
            numeral = self._ending_at(at, done)
            if numeral and (numeral.scale > 1 or not currency.scaled):
                return _Amount(numeral.start, stop, numeral, currency)
        if currency.before:
            gap = _GAP.match(self.lower, stop)
            reader = self.grammar.numerals
            numeral = reader.at(self.lower, gap.end(), money=True) if gap else None
            if numeral and numeral.scale > 1 and reader.money_scale.match(self.lower, numeral.end):
                return None  # "Rs 9 lakh crore crore" is no sum that anybody means
            if numeral and not self.lower[numeral.end : numeral.end + 1].isalnum():
                return _Amount(at, numeral.end, numeral, currency)
        return None

    def _ending_at(self, at: int, done: int) -> Numeral | None:
        """The number that ends just before a currency's name."""
        lower, reader = self.lower, self.grammar.numerals
        end = at
        while end > 0 and at - end < 2 and lower[end - 1] in " -\n":
            end -= 1
        if lower.endswith(" of", 0, end):
            end -= 3
        if end == at and not lower[end - 1 : end].isdigit():
            return None
        place = max(done, at - _LOOKBACK)
        for match in _STARTS.finditer(lower, place, end):
            start = match.start()
            if start < place or (
                start and (lower[start - 1].isalnum() or lower[start - 1] in ".,") and lower[start - 1 : start] != " "
            ):
                continue
            if not match[0].isdigit() and not self._is_number_word(match[0]):
                continue
            numeral = reader.at(lower, start, money=True)
            if numeral and numeral.end == end:
                return numeral
            if numeral:
                place = numeral.end
        return None

    def _is_number_word(self, word: str) -> bool:
        reader = self.grammar.numerals
        return word in reader.units or word in reader.tens or word in ("a", "an", "half")

    def _joined(self, first: _Amount, second: _Amount) -> _Amount | None:
        """Two sums that are the ends of a range: "$3 billion to $4 billion"."""
        lower = self.lower
        if first.currency.code != second.currency.code or second.start - first.end > 6:
            return None
        gap = _JOIN.fullmatch(lower, first.end, second.start)
        before = lower[max(0, first.start - 8) : first.start]
        if gap is None or (gap[1] == "and") != before.endswith("between ") or before.endswith("from "):
            return None
        one, two = first.numeral, second.numeral
        if one.high is not None or two.high is not None:
            return None
        low, high = scaled_like(one, two), two.low
        if not low < high:
            return None
        return _Amount(first.start, second.end, one._replace(low=low, high=high, scale=two.scale), first.currency)

    def _made(self, amount: _Amount) -> MoneyMention:
        hedges, lower = self.grammar.hedges, self.lower
        start, end = amount.start, amount.end
        before = hedges.before_number(lower, start)
        after = hedges.after_number(lower, end)
        qualifier = hedges.after_qualifiers.get(amount.numeral.hedge, Qualifier.EXACT)
        if after:
            qualifier, end = after.qualifier, after.edge
        if before:
            qualifier, start = before.qualifier, before.edge
        numeral, currency = amount.numeral, amount.currency
        money = Money(
            amount=_units(numeral.low, currency.minor),
            upper=_units(numeral.high, currency.minor) if numeral.high is not None else None,
            currency=currency.code,
            qualifier=qualifier,
        )
        return MoneyMention(start, end, money, amount.start, amount.end, _EACH.match(lower, end) is not None)


def _units(value: Value, minor: bool) -> Decimal:
    """An amount in whole units of a currency; hundredths are shifted, not divided, so no digit is lost."""
    amount = Decimal(value)
    if not minor:
        return amount
    sign, digits, exponent = amount.as_tuple()
    return Decimal((sign, digits, int(exponent) - 2))
