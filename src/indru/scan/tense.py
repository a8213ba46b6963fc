"""The tense of what is told around a date, guessed from the words near it: next Monday or the last?"""

from __future__ import annotations

import re

_AHEAD = (
    "will|won't|shall|would|may|might|could|should|going to|set to|due|scheduled|slated|expected|expects?"
    "|likely|plans?|planned|planning|intends?|hopes?|aims?|upcoming|forthcoming|deadline|until|till"
    "|next|later this"
    "|later in"
)
_PAST = (
    "was|were|had|has|did|been|met|said|told|took|came|went|began|made|left|held|won|saw|gave|got"
    "|paid|fell|rose"
    "|grew|led|sent|sold|bought|brought|kept|became|broke|built|cut|found|flew|knew|lost|put|ran"
    "|spoke|stood|struck"
    "|thought|wrote|hit|shot|since|ago|earlier|[a-z]{2,14}[^e]ed"
)
_CUES = re.compile(
    # "will be repeated" is one cue: its participle tells no past.
    r"\b(?:(?P<future>(?:will|shall|would|may|might|could|should|to)(?: not)? (?:[a-z]{3,12}ly )?be"
    r"(?: [a-z]{2,14})?"
    rf"|{_AHEAD})"
    rf"|(?P<past>{_PAST})"
    r"|(?P<to>to (?!(?:the|a|an|his|her|its|their|this|that|about)\b)[a-z]{3,12}))\b"
)
# No break behind "U.S." or "Dec.": a sentence ends in a word of four letters, a figure or a quotation.
_BREAK = re.compile(r"[;:]|(?:[a-z]{4}|[\d)\"'])[.!?][\"')]{0,2}[ \n]|\n\n")
_REACH = 160


def guess_future(lower: str, start: int, end: int) -> bool | None:
    """Whether a date is told as yet to come; None where nothing tells.

    The nearest verb before the date decides, else the nearest behind it, in the same sentence.

    >>> text = "the ministers will meet on monday"
    >>> guess_future(text, 27, 33)
    True
    """
    before = lower[max(0, start - _REACH) : start]
    breaks = [match.end() for match in _BREAK.finditer(before)]
    infinitive = False
    decided: bool | None = None
    for match in _CUES.finditer(before, breaks[-1] if breaks else 0):
        if match["to"]:
            infinitive = True
        else:
            decided = match["future"] is not None
    if decided is not None:
        return decided
    if infinitive:
        return True
    after = lower[end : end + _REACH]
    stop = _BREAK.search(after)
    behind = _CUES.search(after, 0, stop.start() if stop else len(after))
    return None if behind is None or behind["to"] else behind["future"] is not None
