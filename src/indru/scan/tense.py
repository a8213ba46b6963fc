"""The tense of what is told around a date, guessed from the words near it. Enough to tell next Monday from the last."""

from __future__ import annotations

import re

_CUES = re.compile(
    r"\b(?:(?P<future>(?:will|shall|would|may|might|could|should|to)(?:[ ]not)?[ ](?:[a-z]{3,12}ly[ ])?be(?:[ ][a-z]{2,14})?|will|won't|shall|going[ ]to|due|scheduled|slated|set[ ]to|expected|expects?|likely|plans?|planned|planning"
    r"|intends?|hopes?|aims?|upcoming|forthcoming|deadline|would|may|might|could|should|until|till|next|later[ ](?:this|on|in))"
    r"|(?P<past>was|were|had|has|did|been|met|said|told|took|came|went|began|made|left|held|won|saw|gave|got|paid|fell|rose|grew|led"
    r"|sent|sold|bought|brought|kept|became|broke|built|cut|found|flew|knew|lost|put|ran|spoke|stood|struck|thought|wrote|hit|shot"
    r"|since|ago|earlier|[a-z]{2,14}[^e]ed)"
    r"|(?P<to>to[ ](?!the\b|a\b|an\b|his\b|her\b|its\b|their\b|this\b|that\b|about\b)[a-z]{3,12}))\b"
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
    before = before[breaks[-1] :] if breaks else before
    weak = False
    decided: bool | None = None
    for match in _CUES.finditer(before):
        if match["to"]:
            weak = True
            decided = decided if decided is not None else None
        else:
            decided = match["future"] is not None
            weak = False
    if decided is not None:
        return decided
    if weak:
        return True
    after = lower[end : end + _REACH]
    stop = _BREAK.search(after)
    match = _CUES.search(after, 0, stop.start() if stop else len(after))
    return None if match is None or match["to"] else match["future"] is not None
