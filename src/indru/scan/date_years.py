"""When a bare year or a bare month is a date: the words before and after it tell."""

from __future__ import annotations

import re

from indru.scan.date_grammar import DateGrammar

_WORD_BEFORE = re.compile(r"([a-z']+)(?:[ \t\n]{1,2}(the|a|an))?[ \t\n]{1,2}$")
_WORD_AFTER = re.compile(r"[ \t\n]{1,2}([a-z][a-z-]*)")
_LEADS = frozenset(
    "in into both since by until till from before after during through between year early late mid for of"
    " summer winter spring autumn end".split()
)
_ARTICLES = frozenset("the a an this that its his her their our".split())
_DOUBTFUL = frozenset({"around", "circa", "about", "to", "than", "and"})
_AMOUNTS = frozenset(
    "total strength crew altitude range speed length weight number maximum minimum cost price sum distance population"
    " order lot batch consignment stock capacity rate worth value height depth width some over nearly almost fleet".split()
)
_LINE_YEAR = re.compile(r"[ \t]{0,2}(?:[:\n.-]|$)")
_ENDS = re.compile(r"[.,;:!?)\]\n\"']|$")
_TO_YEAR = frozenset(
    "extended prolonged postponed delayed deferred moved pushed up back on valid dating dates dated stretched slipped".split()
)
_MONTH_LEADS = frozenset(
    "in of since by until till from before after during between last next this early late mid for end middle through around"
    " about beginning start week".split()
)


def clean_year(lower: str, end: int, grammar: DateGrammar) -> bool:
    """Whether no unit follows that would make a number of the year: "2000 tanks", "2000-strong", "2000 km"."""
    if lower[end : end + 1] == "-" and lower[end + 1 : end + 2].isalpha():
        return False
    after = _WORD_AFTER.match(lower, end)
    return after is None or after[1] not in grammar.counted


def leads_year(text: str, lower: str, at: int, end: int, grammar: DateGrammar, listed: bool) -> bool:
    """Whether four digits between 1900 and 2099 are a year where they stand."""
    if not clean_year(lower, end, grammar):
        return False
    if listed:
        return True
    before = lower[at - 1 : at] if at else ""
    if before == "(":
        return lower[end : end + 1] in (")", ",", ";", "-") or lower[end : end + 1] == " "
    if before in ("", "\n"):
        return _LINE_YEAR.match(lower, end) is not None
    match = _WORD_BEFORE.search(lower, max(0, at - 20), at)
    if match is None:
        return False
    word, article = match[1], match[2]
    if article or word in _ARTICLES or word.endswith("'s"):
        return _WORD_AFTER.match(lower, end) is not None
    if word == "of":
        earlier = lower[max(0, match.start() - 16) : match.start()].split()
        return not earlier or earlier[-1] not in _AMOUNTS
    if word in _DOUBTFUL:
        earlier = lower[max(0, match.start() - 16) : match.start()].split()
        return _doubtful_year(word, earlier[-1] if earlier else "", lower[at:end], _ENDS.match(lower, end) is not None)
    return word in _LEADS


def _doubtful_year(word: str, earlier: str, figures: str, ends: bool) -> bool:
    """ "in about 2018" and "extended to 2028" are years, "about 2000" and "rose to 2000" may be numbers."""
    round_number = figures.endswith("00")
    if word == "to":
        return earlier in _TO_YEAR or (ends and not round_number)
    return earlier in ("in", "since", "from", "until", "by", "later", "earlier") or (
        word in ("around", "circa") and not round_number
    )


def leads_month(
    text: str, lower: str, at: int, end: int, word: str, lead: str, bare: bool, grammar: DateGrammar
) -> bool:
    """Whether a month's name is a month where it stands: "may" and "march" are verbs, "April" and "June" are names."""
    capital = text[at].isupper()
    if not bare:
        return capital or word not in grammar.careful
    if not capital:
        return False
    led = lead in _MONTH_LEADS
    after = text[end : end + 2]
    named = after[:1] == " " and after[1:].isupper()
    if lead in _ARTICLES and word in grammar.careful and len(word) > 3 or word == "may" and lead in _ARTICLES:
        return after[:1] == " " and not named and not lower.startswith(" of ", end)
    if word in grammar.careful or (len(word) <= 4 and word not in ("june", "july")):
        return led and not (named and len(word) == 3 and word != "may")
    return led or not named or lead in _ARTICLES
