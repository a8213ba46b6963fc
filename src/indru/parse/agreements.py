"""Agreements: a noun for a paper, what became of it, when, where, by whom and about what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from indru.parse.around import Around, is_russian
from indru.parse.drafts import Draft, Reading, read
from indru.parse.papers import Paper, find_papers
from indru.parse.people import People
from indru.parse.scope import PAIR, Scope, is_domestic
from indru.parse.sealing import Sealing, furthest, lone_seals, presume, seal_papers
from indru.parse.signing import place_of, signatories
from indru.parse.terms import date_of, is_dated, term_of
from indru.parse.view import SentenceView
from indru.scan.mentions import Kind, Mention
from indru.values import Basis

_ABOUT_EQUIPMENT = frozenset({"contract", "deal", "intergovernmental-agreement", "memorandum"})
"""Kinds that are about the system spoken of around them, where their sentence names none."""
_MANY = frozenset({"contract", "deal", "agreement"})
"""Kinds of which several in the plural are told apart by their systems."""
_REACH = 160


@attrs.define(eq=False)
class AgreementReader:
    """Reads the sentences of one document in their order, since "the later one" hangs on what was named before."""

    scope: Scope
    people: People
    around: Around
    last: tuple[int, Paper] | None = None
    """The paper named last, and the number of its sentence."""

    def read(self, view: SentenceView) -> Iterator[Draft]:
        """The agreements that a sentence tells of, or adds to."""
        antecedent = self.last[1] if self.last is not None and view.index - self.last[0] <= 3 else None
        papers = find_papers(view, antecedent)
        sealed = seal_papers(view, papers)
        for index, paper in enumerate(papers):
            if self._belongs(view, paper) and not _only_named(view, papers, index, sealed[index]):
                yield from self._drafts(view, papers, index, sealed[index])
        if not papers and antecedent is not None:
            yield from self._later_news(view, antecedent)
        named = [paper for paper in papers if not paper.loose]
        if named:
            self.last = view.index, named[-1]

    def _belongs(self, view: SentenceView, paper: Paper) -> bool:
        """Whether a paper is one of India and Russia, by its clause; no contract between Indian partners."""
        start, end = view.clause_span(paper.start)
        if not self.scope.between(view, start, end) or is_domestic(view):
            return False
        systems = _own_systems(view, paper, ())
        named = {country for m, country in view.countries()}
        return not systems or "RUS" in named or any(is_russian(m) or not m.value.origin for m in systems)

    def _drafts(
        self, view: SentenceView, papers: Sequence[Paper], index: int, sealings: Sequence[Sealing]
    ) -> Iterator[Draft]:
        paper = papers[index]
        systems = _own_systems(view, paper, papers[index + 1 :])
        signing = next((sealing for sealing in sealings if sealing.signs), None)
        sealing = furthest(sealings)
        anchors = [paper.at] if signing is None else [signing.at, paper.at]
        future = sealing is not None and sealing.value == "proposed"
        others = [p.at for p in papers if p.group != paper.group and not p.loose]
        date = date_of(view, anchors, paper.at, others, future=future)
        if date is not None and signing is None and not is_dated(view, paper.at, date):
            date = None
        status = sealing or presume(view, paper, systems)
        if status is None and date is not None:
            status = Sealing("signed", paper.at, 3)
        readings = [read("kind", paper.kind, paper.at)]
        if status is not None:
            readings.append(status.reading)
            if date is not None and (signing is not None or status.value != "proposed"):
                readings.append(date)
        count = list(_count(view, paper))
        readings.extend(count)
        readings.extend(self._details(view, paper, anchors, signing, status, date))
        draft = Draft(
            type="agreement",
            sentence=view.index,
            start=paper.start,
            readings=tuple(readings),
            definite=paper.definite and not paper.rank,
            weak=_is_weak(paper, status, told=bool(systems or count or date)),
            more=paper.set_off or bool(paper.rank),
            heading=view.heading,
            strength=status.strength if status is not None else 1,
        )
        yield from self._by_system(view, paper, draft, systems)

    def _details(
        self,
        view: SentenceView,
        paper: Paper,
        anchors: Sequence[Mention],
        signing: Sealing | None,
        status: Sealing | None,
        date: Reading | None,
    ) -> Iterator[Reading]:
        """Term, people and place."""
        yield from term_of(view, anchors, date)
        if paper.rank:
            yield read("rank", paper.rank, paper.at)
        if status is None:
            return
        if signing is not None:
            yield from signatories(view, signing.at, self.people)
        place = place_of(view, anchors, self.around)
        if place is None and signing is not None and signing.value == "signed" and self.around.scene and date is None:
            place = self._scene(signing)
        if place is not None:
            yield place

    def _scene(self, signing: Sealing) -> Reading | None:
        """The city that heads the page, for what is signed on its occasion."""
        home = self.around.home
        return read("place", home.value, home, basis=Basis.RESOLVED) if home is not None else None

    def _by_system(
        self, view: SentenceView, paper: Paper, draft: Draft, systems: Sequence[Mention]
    ) -> Iterator[Draft]:
        """One draft for each system of "the contracts for the S-400 and for frigates", else one with them all."""
        families: dict[str, list[Mention]] = {}
        for m in systems:
            families.setdefault(m.value.family[0] if m.value.family else m.value.designation, []).append(m)
        if paper.plural and paper.kind in _MANY and len(families) > 1 and draft.get("count") is None:
            for group in families.values():
                extra = tuple(read("systems", m.value, m) for m in group)
                yield attrs.evolve(draft, readings=(*draft.readings, *extra))
            return
        extra = tuple(read("systems", m.value, m) for m in systems)
        topic = self.around.topics[view.index]
        if not systems and topic is not None and (paper.kind in _ABOUT_EQUIPMENT or _points_to(view, paper)):
            extra = (read("about", topic.value, topic, basis=Basis.RESOLVED),)
        yield attrs.evolve(draft, readings=(*draft.readings, *extra))

    def _later_news(self, view: SentenceView, paper: Paper) -> Iterator[Draft]:
        """ "It was signed by the two ministers": a verb of signing without a noun speaks of the paper named last."""
        for sealing in lone_seals(view):
            readings = [read("kind", paper.kind, sealing.at, basis=Basis.RESOLVED), sealing.reading]
            if sealing.signs:
                readings.extend(signatories(view, sealing.at, self.people))
                date = date_of(view, [sealing.at], sealing.at, (), future=sealing.value == "proposed")
                place = place_of(view, [sealing.at], self.around)
                readings.extend(reading for reading in (date, place) if reading is not None)
            yield Draft(
                type="agreement",
                sentence=view.index,
                start=sealing.at.start,
                readings=tuple(readings),
                definite=True,
                weak=True,
                strength=sealing.strength,
            )


_SUBJECT = frozenset({" for the ", " on the ", " for a ", " on a "})


def _only_named(view: SentenceView, papers: Sequence[Paper], index: int, sealings: Sequence[Sealing]) -> bool:
    """Whether a loose word ("order", "lease", "document") is no paper here: nothing is signed, or it is the
    subject of another paper ("a contract for the lease of a submarine") or its gloss ("a declaration, a paper in which").
    """
    paper = papers[index]
    if not paper.loose:
        return False
    if index and not papers[index - 1].loose:
        between = view.words(papers[index - 1].end, paper.start)
        if between in _SUBJECT or (paper.group == papers[index - 1].group and between.endswith(", a ")):
            return True
    if paper.implied and not paper.rank:
        return not _own_systems(view, paper, papers[index + 1 :])
    return not any(sealing.signs or sealing.value != "proposed" for sealing in sealings) and not _leased(view, paper)


def _is_weak(paper: Paper, status: Sealing | None, *, told: bool) -> bool:
    """Whether there is too little for a record: no verb and no date, or "agreements" at large."""
    if status is None or (paper.plural and not told and not (paper.definite and status.value == "signed")):
        return True
    return status.strength < 3 and not told and not paper.rank and (status.value == "proposed" or not paper.definite)


def _leased(view: SentenceView, paper: Paper) -> bool:
    """ "A ten-year lease": a lease of some length is a paper, "on lease" is none."""
    return "lease" in view.words(paper.start, paper.end) and any(
        view.distance(paper.at, m) <= 20 for m in view.by_kind[Kind.DURATION]
    )


_POINTS = re.compile(r"^ (?:on|for|about|of) (?:it|them|these|this|both|the (?:ship|carrier|boat|submarine|aircraft|plane|tank)s?)\b")
_MORE_PAPER = re.compile(r"\b(?:supplementary|additional|follow-on|price|revised|new price) ")


def _points_to(view: SentenceView, paper: Paper) -> bool:
    """ "An agreement on it", "a supplementary agreement" are about what was spoken of."""
    before = view.words(paper.start - 16, paper.end)
    return bool(_POINTS.match(view.words(paper.end, paper.end + 24)) or _MORE_PAPER.search(before))


_ADJUNCT = re.compile(r"^(?: (?!(?:of|for|to|in|on|with|by|and|or|at|from|that|which|was|were|is|are|has|have)\b)[\w'&-]+){0,4} $")


def _own_systems(view: SentenceView, paper: Paper, later: Sequence[Paper]) -> list[Mention]:
    """The system in the name of a paper ("the S-400 deal"), else those behind the noun, else those of its clause."""
    limit = next((other.start for other in later if not other.loose or other.implied), view.end)
    every = view.by_kind[Kind.SYSTEM]
    before = [m for m in every if m.end <= paper.start and view.same_clause(m, paper.at)]
    if before and _ADJUNCT.match(view.words(before[-1].end, paper.start)):
        return before[-1:]
    chosen = [m for m in every if paper.end <= m.start < limit and view.distance(m, paper.at) <= _REACH]
    if chosen or paper.implied:
        return chosen
    return before or [m for m in every if m.end <= paper.start][-1:]


def _count(view: SentenceView, paper: Paper) -> Iterator[Reading]:
    """ "More than 10 agreements" are one record with a count."""
    if not paper.plural:
        return
    for m in view.by_kind[Kind.NUMBER]:
        if 0 <= paper.start - m.value.number_end <= 25 and m.value.quantity.number > 1:
            yield Reading("count", m.value.quantity.number, m.start, m.end, "count")
            return


_NAMED = frozenset({Kind.COUNTRY, Kind.ORGANISATION, Kind.PERSON, Kind.PLACE})


def find_parties(views: Sequence[SentenceView], near: int) -> list[Reading]:
    """India and Russia, each read from the words nearest to a sentence: the country, a minister, a firm, a capital."""
    found: list[Reading] = []
    for state in sorted(PAIR):
        for view in sorted(views, key=lambda v: abs(v.index - near)):
            m = next((m for m, country in view.countries() if country == state and m.kind in _NAMED), None)
            if m is not None:
                basis = Basis.ASSERTED if view.index == near else Basis.RESOLVED
                found.append(read("parties", state, m, basis=basis))
                break
    return found
