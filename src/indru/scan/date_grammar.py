"""The patterns of dates, built from the date words of a knowledge base.

Every pattern is tried at one place only, where a word or digit of a date stands, and is bounded: it looks a
few words ahead and no further.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

import attrs
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from indru.knowledge import Knowledge
from indru.knowledge.measures import DateWordKind, DateWordRow, NumberWordKind, NumberWordRow, UnitRow
from indru.scan.units import unit_forms

# One gap between words: spaces, or the end of a line, but no empty line.
S = r"(?:[ \t]{1,3}\n?|\n[ \t]{0,2})"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
# The dot of "Dec." and "Sept."; that of "in May. 6 tanks" ends a sentence.
_DOT = r"(?:(?:(?<=\b[a-z]{3})|(?<=\b[a-z]{4}))(?<!may)(?<!june)(?<!july)\.)?"
_ORD = r"(?:[ ]?(?:st|nd|rd|th)\b)?"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)(?!\d|[,.]\d)"
_NEWS_YEAR = r"(?:19|20)\d\d"
_TO = rf"(?:{S}?(?:-|/|\bto\b|\band\b|\bthrough\b|\btill?\b|\buntil\b|&){S}?)"
# Not "2030 hrs", nor a part of a longer figure.
_END = r"(?![\w%]|[,.:/]\d|-\d|[ ]?(?:hrs|hours)\b)"
TRIGGER_WORDS = (
    *"0123456789",
    *(
        "first",
        "second",
        "third",
        "fourth",
        "final",
        "opening",
        "weeks",
        "months",
        "years",
        "days",
        "decades",
    ),
    *("fy", "fiscal", "financial", "q1", "q2", "q3", "q4", "h1", "h2"),
    *(
        "year-end",
        "month-end",
        "year's end",
        "year",
        "day",
        "week",
        "weekend",
        "month",
        "fortnight",
        "decade",
    ),
    *("thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"),
)
DECADES = {
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


@attrs.frozen(eq=False)
class DateGrammar:
    """Words and patterns of dates, ready to be matched at a place of lower-cased text."""

    automaton: AhoCorasick
    triggers: tuple[str, ...]
    words: Mapping[str, DateWordRow]
    numbers: Mapping[str, int]
    careful: frozenset[str]
    context: Mapping[str, frozenset[str]]
    """Words beside a date, by the id of their row."""
    counted: frozenset[str]
    """Plural nouns that follow a number: "2000 tanks" is no year."""
    month: re.Pattern[str]
    """From a month: month, day, second day or month, year."""
    day_month: re.Pattern[str]
    """From a day: "6th December 2021", "4-5 December", "28 August to 2 September"."""
    year_first: re.Pattern[str]
    """From four digits: "2021-12-06", "2011-2020", "1960s", "2021"."""
    numeric: re.Pattern[str]
    """From one or two digits: "06.12.2021", "02.2026"."""
    weekday_tail: re.Pattern[str]
    year_tail: re.Pattern[str]
    """After a month or day without a year: "last year", "of that year", "this year"."""
    season_tail: re.Pattern[str]
    near: re.Pattern[str]
    far: re.Pattern[str]
    part: re.Pattern[str]
    counted_part: re.Pattern[str]
    fiscal: re.Pattern[str]
    quarter: re.Pattern[str]
    count_before: re.Pattern[str]
    """Just before a unit of time: "two ", "a couple of ", "10-"."""
    direction: re.Pattern[str]
    """Just after a unit of time: " ago", " later"."""


@lru_cache(maxsize=8)
def date_grammar(knowledge: Knowledge) -> DateGrammar:
    """The grammar of a knowledge base, compiled at first use."""
    table = knowledge.table(DateWordRow).values()
    rows = [row for row in table if row.kind is not DateWordKind.CONTEXT]
    words = {name: row for row in rows for name in row.names}
    of = {kind: _any(name for row in rows if row.kind is kind for name in row.names) for kind in DateWordKind}
    triggers = tuple(dict.fromkeys([*words, *TRIGGER_WORDS]))
    numbers = {
        name: row.value
        for row in knowledge.table(NumberWordRow).values()
        if row.kind in (NumberWordKind.UNIT, NumberWordKind.TEN)
        for name in row.names
    }
    units = knowledge.table(UnitRow).values()
    return DateGrammar(
        automaton=AhoCorasick(triggers, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA),
        triggers=triggers,
        words=words,
        numbers=numbers,
        context={row.id: frozenset(row.names) for row in table if row.kind is DateWordKind.CONTEXT},
        careful=frozenset(name for row in rows for name in row.careful),
        counted=frozenset(form for row in units for form in unit_forms(row)[1]),
        **_absolute_patterns(of[DateWordKind.MONTH]),
        **_relative_patterns(of),
        **_part_patterns(numbers),
    )


def _absolute_patterns(month: str) -> dict[str, re.Pattern[str]]:
    to_day = rf"{_TO}(?P<d2>{_DAY})(?!\d){_ORD}"
    year = rf"(?:,[ ]?|{S}|,?{S}of{S}|[-/])(?:'?(?P<y>{_YEAR})|'(?P<yy>\d\d)\b)"
    return {
        "month": re.compile(
            rf"""(?P<mon>{month})\b{_DOT}(?:
              (?:{S}(?:the{S})?|-)?(?P<d1>{_DAY})(?![\d%]|[,.]\d\d\d(?!\d)|[.:]\d){_ORD}
                (?:{_TO}(?P<mon2>{month})\b{_DOT}{S}?(?P<d2b>{_DAY})(?!\d){_ORD}|{to_day}(?![,.:]\d|-\d|%|{S}{month}\b))?
                (?:{year}{_END})?
            | {_TO}(?P<mon3>{month})\b{_DOT}(?:,?{S}|{S}of{S})(?P<y3>{_YEAR}){_END}
            | (?:,?{S}|{S}of{S}(?:the{S}year{S})?|[-/])?(?:'?(?P<y2>{_YEAR})|'(?P<yy2>\d\d)\b){_END}
            )?""",
            re.VERBOSE,
        ),
        "day_month": re.compile(
            rf"""(?P<d1>{_DAY})(?!\d){_ORD}
            (?:{_TO}(?P<d2>{_DAY})(?!\d){_ORD})?
            (?:{S}(?:day{S})?(?:of{S})?(?:the{S})?|-|/|\.)?(?P<mon>{month})\b{_DOT}
            (?:{_TO}(?P<d3>{_DAY})(?!\d){_ORD}(?:{S}(?:of{S})?|-)(?P<mon2>{month})\b{_DOT})?
            (?:(?:,?{S}|,|[-/.]|,?{S}of{S})(?:'?(?P<y>{_YEAR}){_END}|(?P<yy>'?\d\d){_END}))?""",
            re.VERBOSE,
        ),
        "year_first": re.compile(
            rf"""(?P<y>\d{{4}})(?:
              (?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?![\d])
            | (?P<decade>'?s)\b
            | {S}?-{S}?(?P<y2>{_NEWS_YEAR}){_END}
            | [-/](?P<yy>\d\d){_END}
            )?""",
            re.VERBOSE,
        ),
        "numeric": re.compile(
            rf"""(?P<a>\d{{1,2}})(?:
              (?P<sep>[-/.])(?P<b>\d{{1,2}})(?P=sep)(?:(?P<y>{_NEWS_YEAR})|(?P<yy>\d\d))(?![\d]|[.,:/-]\d)
            | [./](?P<y2>{_NEWS_YEAR})(?![\d%]|[./,:-]\d)
            | (?P<decade>0'?s)\b
            )""",
            re.VERBOSE,
        ),
    }


def _relative_patterns(of: Mapping[DateWordKind, str]) -> dict[str, re.Pattern[str]]:
    near, far = of[DateWordKind.NEAR], of[DateWordKind.FAR]
    unit = (
        r"(?P<unit>day|weekend|week|month|year|decade|quarter|century|fortnight"
        r"|(?:fiscal|financial|calendar)[ ]year)"
    )
    year = rf"(?:(?P<near>{near}){S}year|(?:the{S})?(?P<far>{far}){S}year)"
    return {
        "weekday_tail": re.compile(
            rf"(?:,?{S}(?P<time>morning|afternoon|evening|night))?"
            rf"(?:,?{S}(?:of{S})?(?:(?P<near>{near}){S}week\b|(?P<last>last|next)(?=[,.;:)\n]|{S}(?:and|when|after|but|to)\b|$)))?"
        ),
        "year_tail": re.compile(
            rf",?{S}(?:(?:of|in){S})?(?:{year}\b|(?P<last>last)(?=[,.;:)\n]|{S}(?:and|when|after|but|to)\b|$))"
        ),
        "season_tail": re.compile(
            rf"(?:{S}|{S}of{S}|,{S})'?(?P<y>{_NEWS_YEAR})(?:[-/]\d\d)?{_END}|(?:{S}of)?{S}{year}\b"
        ),
        "near": re.compile(
            rf"(?:{near}){S}(?:(?P<more>coming|past|upcoming){S})?"
            rf"(?:{unit}\b(?!-)|(?P<time>morning|afternoon|evening|night)\b"
            rf"|(?P<season>{of[DateWordKind.SEASON]})\b"
            rf"|(?P<month>{of[DateWordKind.MONTH]})\b|(?P<weekday>{of[DateWordKind.WEEKDAY]})\b)"
        ),
        "far": re.compile(
            rf"(?:{far}){S}(?:same{S}|very{S})?(?:{unit}\b(?!-)|(?P<weekday>{of[DateWordKind.WEEKDAY]})\b)"
        ),
        "direction": re.compile(
            rf"{S}(?P<word>ago|later|earlier|before|after|afterwards|hence|previously|from{S}now|back)\b"
            rf"(?P<object>(?!{S}(?:it|that|this|then)\b(?![ ]of)){S}[\w\"'])?"
        ),
    }


def _part_patterns(numbers: Mapping[str, int]) -> dict[str, re.Pattern[str]]:
    number = _any(numbers)
    return {
        "part": re.compile(
            rf"(?P<part>[a-z]+)(?:-|{S})(?P<of>(?:in|of|on|part{S}of|into){S})?(?P<the>the{S})?"
            rf"(?:(?P<unit>year|month|week|decade|century|day)\b(?!-))?"
        ),
        "counted_part": re.compile(
            rf"(?P<which>first|second|third|fourth|last|final|opening|1st|2nd|3rd|4th)(?:{S}|-)"
            rf"(?:(?P<unit>half|quarter|week)|(?P<count>{number}|\d{{1,2}}){S}months)\b"
            rf"(?P<of>{S}(?:of|in){S}(?P<the>the{S}(?!\d))?(?:(?P<whole>year|month|decade|century)\b(?!-))?)?"
        ),
        "fiscal": re.compile(
            rf"(?:fy|(?:fiscal|financial)(?:{S}year)?)(?:{S}?-?{S}?)'?(?P<y>(?:19|20)?\d\d)(?:[-/](?P<y2>(?:20)?\d\d))?(?![\w%]|[.,]\d)"
        ),
        "quarter": re.compile(rf"(?P<part>q[1-4]|h[12])(?:{S}(?:of{S})?|-|/|,{S})'?(?P<y>{_NEWS_YEAR}){_END}"),
        "count_before": re.compile(
            rf"(?:(?P<digits>(?<![\d.,])\d{{1,3}})|(?P<word>\b(?:{number})(?:[- ](?:{number}))?)"
            rf"|(?P<one>\ban?)"
            rf"|(?P<two>\bcouple(?:[ ]of)?)|(?P<vague>\b(?:few|several|many|some)))[ \n-]$"
        ),
    }
