"""When a bare year or month is a date: the words before and after it tell."""

from __future__ import annotations

import re

from indru.scan.date_grammar import DateGrammar

_LEAD = re.compile(r"\b([a-z]+)(?:[ \t\n]{1,2}(?:the|a|an))?[ \t\n]{1,2}$")
_WORD_BEFORE = re.compile(r"([a-z']+)(?:[ \t\n]{1,2}(the|a|an))?[ \t\n]{1,2}$")
_WORD_AFTER = re.compile(r"[ \t\n]{1,2}([a-z][a-z-]*)")
_LINE_YEAR = re.compile(r"[ \t]{0,2}(?:[:\n.-]|$)")
_ENDS = re.compile(r"[.,;:!?)\]\n\"']|$")


def lead_before(lower: str, at: int) -> tuple[str, bool]:
    """The word before a place, over an article, and whether "the" stands between.

    >>> lead_before("by the end", 7)
    ('by', True)
    """
    match = _LEAD.search(lower, max(0, at - 18), at)
    return ("", False) if match is None else (match[1], lower.startswith("the", at - 4))


def clean_year(lower: str, end: int, grammar: DateGrammar) -> bool:
    """Whether no unit follows that would make a number of the year: "2000 tanks", "2000-strong"."""
    if lower[end : end + 1] == "-" and lower[end + 1 : end + 2].isalpha():
        return False
    after = _WORD_AFTER.match(lower, end)
    return after is None or after[1] not in grammar.counted


def leads_year(lower: str, at: int, end: int, grammar: DateGrammar, listed: bool) -> bool:
    """Whether four digits between 1900 and 2099 are a year where they stand; *listed* after another year."""
    if not clean_year(lower, end, grammar):
        return False
    if listed:
        return True
    before = lower[at - 1 : at] if at else ""
    if before == "(":
        return lower[end : end + 1] in tuple("),;- ")
    if before in ("", "\n"):
        return _LINE_YEAR.match(lower, end) is not None
    match = _WORD_BEFORE.search(lower, max(0, at - 20), at)
    if match is None:
        return False
    word, article = match[1], match[2]
    context = grammar.context
    if article or word in context["determiners"] or word.endswith("'s"):
        return _WORD_AFTER.match(lower, end) is not None
    earlier = lower[max(0, match.start() - 16) : match.start()].split()
    farther = earlier[-1] if earlier else ""
    if word == "of":
        return farther not in context["amounts"]
    if word not in context["year-doubtful"]:
        return word in context["year-leads"]
    return _doubtful_year(word, farther, lower[at:end], _ENDS.match(lower, end) is not None, grammar)


def _doubtful_year(word: str, earlier: str, figures: str, ends: bool, grammar: DateGrammar) -> bool:
    """Whether it is a year after "to" or "about", as in "extended to 2028", and not in "rose to 2000"."""
    round_number = figures.endswith("00")
    if word == "to":
        return earlier in grammar.context["year-to"] or (ends and not round_number)
    if earlier in grammar.context["year-about"]:
        return True
    return word in ("around", "circa") and not round_number


def leads_month(text: str, lower: str, at: int, end: int, bare: bool, grammar: DateGrammar) -> bool:
    """Whether a month's name is a month where it stands: "may" is a verb, "April" a name of women.

    Args:
        text: the reading view.
        lower: the same in lower case.
        at: where the name begins.
        end: where it ends.
        bare: whether neither day nor year stands beside it.
        grammar: the words of dates.
    """
    capital = text[at].isupper()
    word = lower[at:end].rstrip(".") if bare else ""
    if not bare:
        return capital or lower[at : at + 3] not in ("may", "mar")
    if not capital:
        return False
    lead = lead_before(lower, at)[0]
    led = lead in grammar.context["month-leads"]
    after = text[end : end + 2]
    named = after[:1] == " " and after[1:].isupper()
    determined = lead in grammar.context["determiners"] or lower.startswith(("the ", "a "), max(0, at - 4))
    if word in ("may", "march") and determined and not led:
        return after[:1] == " " and not named and not lower.startswith(" of ", end)
    if word in grammar.careful or (len(word) <= 4 and word not in ("june", "july")):
        return led and not (named and len(word) == 3 and word != "may")
    return led or determined or not named
