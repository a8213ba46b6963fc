"""Nouns for agreements in a sentence: which paper each means, new or known, one or several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indru.knowledge.cues import CueKind, Form
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind, Mention

_LINK = r"(?!(?:of|for|to|in|on|with|by|and|or|at|from|that|which|under|after|between|was|were|is|are)\b)[\w'&$.,/%-]+"
_DETERMINER = re.compile(
    r"(?:^|[^\w'])(?P<word>the|this|that|these|those|its|their|his|her|our|said|such|both|all|an?|another|any|no)"
    rf"(?P<between>(?: {_LINK}){{0,6}}) ?$"
)
_POINTING = frozenset(
    {"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "said", "such", "both", "all"}
)
_SET_OFF = re.compile(
    r"\b(?:another|one more|new|fresh|separate|second|third|fourth|further|follow-on|additional|other|next|earlier"
    r"|later|previous|first|former|latter|supplementary)\b"
)
_RANK = re.compile(r"\b(?:first|second|third|fourth|former|latter|earlier|later)\b")
_RANKS = {"former": "first", "earlier": "first", "later": "second", "latter": "second"}
_VERB_BEFORE = re.compile(r"(?:^|[^\w])(?:to|will|would|may|might|could|can|should|must|not|shall) $")
_LIST_GAP = re.compile(
    r"(?:,|\band|\bas well as|\bplus|\bor|\bincluding|\bincludes?|\bincluded|\bamong them|\bnamely) (?:also |then )?"
    r"(?:an? |the |one |two |three |four |five |\d{1,2} |another |several |its )?(?:[\w-]+ ){0,2}$"
)
_ELLIPSIS = re.compile(
    r"\b(?:the (?:earlier|later|former|latter|first|second|third|other|newer|older)(?: one)?(?=,| was | is "
    r"| were | of )"
    r"|the (?:[\w.]+ ){0,2}(?:\d{4}|next|new) one(?=\W)|the one (?=for |on )|that (?=for )"
    r"|(?:another|a second|a third|a fourth)(?=,? (?:for|signed|inked|concluded)\b)"
    r"|(?:one|the other|the former|the latter)(?:,[^,.;]{0,40},)?(?: is| was| covers)? (?=for |covers ))"
)
_CERTAIN = frozenset({"treaty", "intergovernmental-agreement", "protocol", "programme", "memorandum", "declaration"})
_DETERMINER_REACH = 70
_LIST_REACH = 160


class Paper(NamedTuple):
    """A noun for an agreement, and what its words say of which agreement it is."""

    at: Mention
    kind: str
    """An AgreementKind; `deal`, which is a contract where it is about equipment; `document`, which may be any."""
    definite: bool
    """The words point back: "the deal", "this pact"."""
    set_off: bool
    """The words tell it from others: "another contract", "the second contract"."""
    rank: str
    """`first` or `second` where they count it so."""
    group: int
    """Papers of one list share a number: "three protocols and one contract were signed"."""
    plural: bool
    implied: bool = False
    """Only "the later one" or "that for the frigates" stands for it."""

    @property
    def start(self) -> int:
        return self.at.start

    @property
    def end(self) -> int:
        return self.at.end

    @property
    def named(self) -> bool:
        """Whether the word names a certain paper, which is there because the text names it: "the protocol"."""
        return not self.loose and self.kind in _CERTAIN

    @property
    def loose(self) -> bool:
        """Whether the word means an agreement only where something is signed: "order", "lease", "document"."""
        return bool(self.at.value.weight == 1 or self.implied)


def find_papers(view: SentenceView, antecedent: Paper | None) -> list[Paper]:
    """The nouns for agreements of a sentence. `antecedent` is the paper that the text named last before it.

    "Inter-Governmental Agreement (IGA)" is one, "to contract for" is a verb and none, and "the later one" is one
    where papers were named before.
    """
    found: list[Paper] = []
    for m in view.cues[CueKind.PAPER]:
        before = view.words(m.start - _DETERMINER_REACH, m.start)
        if _VERB_BEFORE.search(before) or _explains(view, found, m):
            continue
        if found and view.words(found[-1].end, m.start) == " ":
            found.pop()  # "the RELOS agreement" is one
        found.append(_paper(view, m, before, _group(view, found, m)))
    if antecedent is not None or found:
        found.extend(_implied(view, found, antecedent))
    return sorted(found, key=lambda paper: paper.start)


def _explains(view: SentenceView, found: Sequence[Paper], m: Mention) -> bool:
    """Whether a noun only abbreviates the one before: "a memorandum of understanding (MoU)"."""
    return bool(found) and view.words(found[-1].end, m.start).strip() == "("


def _paper(view: SentenceView, m: Mention, before: str, group: int) -> Paper:
    match = _DETERMINER.search(before)
    word, between = (match["word"], match["between"]) if match else ("", before[-30:])
    rank = _RANK.search(between)
    kind: str = m.value.value
    text = view.words(m.start, m.end)
    return Paper(
        m,
        kind,
        definite=word in _POINTING,
        set_off=word == "another" or bool(match and _SET_OFF.search(between)),
        rank=_RANKS.get(rank[0], rank[0]) if rank and match else "",
        group=group,
        plural=text not in m.value.nouns,
    )


def _group(view: SentenceView, found: Sequence[Paper], m: Mention) -> int:
    """The list that a noun belongs to: that of the one before where only words of a list stand between them."""
    if not found:
        return 0
    last = found[-1]
    between = view.words(last.end, m.start)
    listed = (
        len(between) <= _LIST_REACH
        and _LIST_GAP.search(between)
        and not any(last.end <= s.start < m.start for s in view.cues[CueKind.SEAL])
    )
    return last.group if listed else last.group + 1


def _implied(view: SentenceView, found: Sequence[Paper], antecedent: Paper | None) -> Iterator[Paper]:
    """Papers that only "the earlier", "the one for the frigates" stand for."""
    text = view.words(view.start, view.end)
    for match in _ELLIPSIS.finditer(text):
        start, end = view.start + match.start(), view.start + match.end()
        before = [paper for paper in found if paper.end <= start]
        model = before[-1] if before else antecedent
        if model is None:
            continue
        rank = _RANK.search(match[0])
        cue = Mention(start, end, Kind.CUE, model.at.value, Form.NOUN)
        name = _RANKS.get(rank[0], rank[0]) if rank else ""
        yield Paper(cue, model.kind, False, True, name, 100 + len(found), plural=False, implied=True)


_SUBJECT = frozenset({" for the ", " on the ", " for a ", " on a "})


def is_only_named(
    view: SentenceView,
    papers: Sequence[Paper],
    index: int,
    signed: bool,
    systems: Sequence[Mention],
) -> bool:
    """Whether a loose word ("order", "lease", "document") is no paper here: nothing is signed, or it is the subject
    of another paper ("a contract for the lease of a submarine") or its gloss ("a declaration, a paper in which").
    """
    paper = papers[index]
    if not paper.loose:
        return False
    if paper.implied and not paper.rank:
        return not systems
    if index and not papers[index - 1].loose:
        between = view.words(papers[index - 1].end, paper.start)
        if between in _SUBJECT or (paper.group == papers[index - 1].group and between.endswith(", a ")):
            return True
    return not signed and not _is_lease(view, paper)


def _is_lease(view: SentenceView, paper: Paper) -> bool:
    """ "A ten-year lease": a lease of some length is a paper, "on lease" is none."""
    return "lease" in view.words(paper.start, paper.end) and any(
        view.distance(paper.at, m) <= 20 for m in view.by_kind[Kind.DURATION]
    )
