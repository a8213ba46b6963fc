"""What an agreement is about: the systems in its name, behind it, or those that the text was speaking of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indru.knowledge.cues import CueKind
from indru.parsing.around import family_of
from indru.parsing.papers import Paper
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind, Mention

_REACH = 160
_ADJUNCT = re.compile(
    r"^(?: (?!(?:of|for|to|in|on|with|by|and|or|at|from|that|which|was|were|is|are|has|have)\b)[\w'&-]+){0,4} $"
)
_POINTS = re.compile(
    r"^ (?:on|for|about|of) (?:it|them|these|this|both|the (?:ship|carrier|boat|submarine|aircraft|plane|tank"
    r"|helicopter|frigate)s?)\b"
)
_MORE_PAPER = re.compile(r"\b(?:supplementary|additional|follow-on|price|revised|commercial) ")
_BESIDE = 30
_ABOUT_EQUIPMENT = frozenset({"contract", "deal", "intergovernmental-agreement", "memorandum"})
_NEVER = frozenset({"declaration", "programme", "protocol", "treaty"})
_MANY = frozenset({"contract", "deal", "agreement"})


def own_systems(view: SentenceView, paper: Paper, later: Sequence[Paper]) -> list[Mention]:
    """The system in the name of a paper ("the S-400 deal"), else those behind the noun, else those before it.

    `later` are the papers behind it, whose systems are theirs.
    """
    limit = next((other.start for other in later if not other.loose or other.implied), view.end)
    every = view.by_kind[Kind.SYSTEM]
    before = [m for m in every if m.end <= paper.start and view.same_clause(m, paper.at)]
    if before and _ADJUNCT.match(view.words(before[-1].end, paper.start)):
        return before[-1:]
    chosen = [m for m in every if paper.end <= m.start < limit and view.distance(m, paper.at) <= _REACH]
    if chosen or paper.implied:
        return chosen
    return before or [m for m in every if m.end <= paper.start][-1:]


def by_family(paper: Paper, systems: Sequence[Mention], *, counted: bool) -> list[list[Mention]]:
    """The systems of each agreement that a plural stands for: "contracts for the S-400 and for frigates" are two."""
    families: dict[str, list[Mention]] = {}
    for m in systems:
        families.setdefault(family_of(m), []).append(m)
    if paper.plural and paper.kind in _MANY and len(families) > 1 and not counted:
        return list(families.values())
    return [list(systems)]


def takes_topic(view: SentenceView, paper: Paper) -> bool:
    """Whether a paper without a system of its own is about the one spoken of: a contract is, "a pact" is not.

    "An agreement on it" and "a supplementary agreement" are too.
    """
    if paper.kind == "deal" and view.words(paper.end, paper.end + 4) == " on ":
        return False
    if paper.kind in _NEVER:
        return False
    if paper.kind in _ABOUT_EQUIPMENT:
        return True
    named = view.words(paper.start - 16, paper.end)
    return bool(_POINTS.match(view.words(paper.end, paper.end + 30)) or _MORE_PAPER.search(named))


def is_sale(view: SentenceView, paper: Paper) -> bool:
    """Whether a deal is one to buy or make something: a sum stands beside it, or words of supply behind it."""
    near = [*view.by_kind[Kind.MONEY], *view.cues[CueKind.SUPPLY], *view.cues[CueKind.MODE]]
    return paper.kind == "deal" and any(view.distance(m, paper.at) <= _BESIDE for m in near)
