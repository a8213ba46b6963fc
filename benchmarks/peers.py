"""What else reads text, each for a part of what indru does: `name -> function of a text`, as far as it is installed."""

from __future__ import annotations

import re
from collections.abc import Callable

import indru
from indru.scan.matcher import names_of

Reader = Callable[[str], object]

PATTERNS = (
    r"\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?",
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?:, \d{4})?",
    r"\d{4}-\d{2}-\d{2}",
    r"\d{1,2}/\d{1,2}/\d{4}",
    r"(?:Rs\.?|INR|₹) ?\d[\d,.]*(?: (?:crore|lakh))?",
    r"\$ ?\d[\d,.]*(?: (?:million|billion))?",
    r"\d[\d,.]* (?:rifles|tanks|aircraft|missiles|helicopters|regiments|systems|ships)",
    r"\d[\d,.]* (?:crore|lakh)(?: rupees)?",
)


def terms(count: int = 500) -> list[str]:
    """Names of the knowledge, the same for every peer that looks names up."""
    names = sorted({surface.lower() for surface, _ in names_of(indru.default_knowledge()) if len(surface) > 4})
    return names[:: max(1, len(names) // count)][:count]


def aho_corasick() -> Reader:
    """The bare matcher: one pass, 500 terms."""
    from ahocorasick_rs import AhoCorasick

    automaton = AhoCorasick(terms())
    return lambda text: automaton.find_matches_as_indexes(text.lower(), overlapping=True)


def spacy_phrases() -> Reader:
    """Tokens, sentences and 500 phrases."""
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    nlp.max_length = 10_000_000
    nlp.add_pipe("sentencizer")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("NAMES", list(nlp.pipe(terms())))
    return lambda text: matcher(nlp(text))


def dateparser_dates() -> Reader:
    """Dates alone."""
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["en"])


def quantulum_quantities() -> Reader:
    """Quantities alone."""
    from quantulum3 import parser

    return parser.parse


def re2_patterns() -> Reader:
    """Dates, sums and quantities by one pattern of RE2."""
    import re2

    pattern = re2.compile("|".join(f"(?:{one})" for one in PATTERNS))
    return lambda text: [match.span() for match in pattern.finditer(text)]


def re_patterns() -> Reader:
    """The same patterns one by one with the standard library."""
    patterns = [re.compile(one) for one in PATTERNS]
    return lambda text: [match.span() for pattern in patterns for match in pattern.finditer(text)]


def blingfire_sentences() -> Reader:
    """Sentences alone."""
    from blingfire import text_to_sentences

    return text_to_sentences


PEERS: dict[str, Callable[[], Reader]] = {
    "bare ahocorasick_rs, 500 terms": aho_corasick,
    "spaCy blank, sentencizer, 500 phrases": spacy_phrases,
    "dateparser search_dates": dateparser_dates,
    "quantulum3": quantulum_quantities,
    "8 patterns, google-re2": re2_patterns,
    "8 patterns, re": re_patterns,
    "blingfire sentences": blingfire_sentences,
}


def installed() -> dict[str, Reader]:
    """The peers that can be had here."""
    found: dict[str, Reader] = {}
    for name, make in PEERS.items():
        try:
            found[name] = make()
        except ImportError as error:
            print(f"left out: {name} ({error})")
    return found
