"""Agreements: a noun for a paper, what became of it, when, where, by whom and about what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from indru.knowledge.cues import CueKind
from indru.parsing.agreement_details import read_areas, read_history, read_relations, read_title
from indru.parsing.agreement_parties import Parties
from indru.parsing.around import Around, is_russian
from indru.parsing.drafts import Draft, Reading, read
from indru.parsing.occasions import Occasion, are_far
from indru.parsing.papers import Paper, find_papers, is_only_named
from indru.parsing.people import People
from indru.parsing.scope import Scope, is_domestic
from indru.parsing.sealing import Sealing, furthest, is_finite, lone_seals, presume, seal_papers
from indru.parsing.signing import each_for_a_state, place_of, signatories
from indru.parsing.subjects import by_family, is_sale, own_systems, takes_topic
from indru.parsing.terms import date_of, is_dated, term_of
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind, Mention
from indru.text import LineRole
from indru.values import Basis

_ANTECEDENT_REACH = 3
"""How many sentences back the paper was named that "the later one" stands for."""

_QUESTION = re.compile(
    r"(?:\W{0,2}[a-z]{1,3}\)[:.]? )?(?:whether|if so|will the minister|the details (?:thereof|of))\b"
)
"""How questions in parliament begin; what they ask about is news only in the answer."""
_SHARED = frozenset({"status", "signed", "place", "signatories"})


@attrs.frozen
class Known:
    """What a sentence says of one paper, before it becomes a draft."""

    paper: Paper
    signing: Sealing | None
    """The verb of signing, done or to be done."""
    status: Sealing | None
    """How far it has got, by the verbs or by what the words take for granted."""
    systems: tuple[Mention, ...]

    @property
    def anchors(self) -> list[Mention]:
        """What may carry the date and place: its own verb, and the noun itself."""
        return [self.paper.at] if self.signing is None else [self.signing.at, self.paper.at]

    @property
    def future(self) -> bool:
        return self.status is not None and self.status.value == "proposed"


@attrs.define(eq=False)
class AgreementReader:
    """Reads the sentences of one document in their order, since "the later one" hangs on what was named before."""

    scope: Scope
    people: People
    around: Around
    parties: Parties
    drafts: list[Draft] = attrs.field(factory=list[Draft])
    last: tuple[int, Paper] | None = None
    """The paper named last, and the number of its sentence."""
    several: Draft | None = None
    """Papers in the plural, of which "one is for tanks, the other for ships" may follow."""

    def read(self, view: SentenceView) -> None:
        """Add the drafts of the agreements that a sentence tells of, or adds to."""
        if _QUESTION.match(view.words(view.start, view.end)):
            return
        antecedent = self._antecedent(view)
        papers = find_papers(view, antecedent)
        sealed = seal_papers(view, papers)
        for index, paper in enumerate(papers):
            systems = own_systems(view, paper, papers[index + 1 :])
            signed = any(sealing.signs or sealing.value != "proposed" for sealing in sealed[index])
            if self._belongs(view, paper, systems) and not is_only_named(view, papers, index, signed, systems):
                for draft in self._drafts(view, papers, index, sealed[index], systems):
                    self._add(draft, paper)
        if not papers and antecedent is not None:
            self.drafts.extend(self._later_news(view, antecedent))
        named = [paper for paper in papers if not paper.loose]
        if named:
            self.last = view.index, named[-1]

    def _add(self, draft: Draft, paper: Paper) -> None:
        """Keep a draft; one of several papers takes their status, day and place, and stands in for them."""
        several = self.several
        if paper.implied and not paper.rank and several is not None and draft.sentence - several.sentence <= 2:
            said = {r.field for r in draft.readings if draft.strength >= 3}
            extra = [r._replace(basis=Basis.RESOLVED) for r in several.readings if r.field in _SHARED - said]
            own = [r for r in draft.readings if r.field not in {r.field for r in extra}]
            draft = attrs.evolve(draft, readings=(*own, *extra), weak=several.weak, strength=several.strength)
            if several in self.drafts and not several.all("systems"):
                self.drafts.remove(several)
        elif paper.plural:
            self.several = draft
        self.drafts.append(draft)

    def _antecedent(self, view: SentenceView) -> Paper | None:
        if self.last is None or view.index - self.last[0] > _ANTECEDENT_REACH:
            return None
        return self.last[1]

    def _listed(self, view: SentenceView) -> bool:
        """Whether a sentence is an entry of a list of papers: each entry is a paper of its own."""
        occasion = self.around.occasions[view.index]
        return occasion is not None and bool(occasion.status)

    def _belongs(self, view: SentenceView, paper: Paper, systems: Sequence[Mention]) -> bool:
        """Whether a paper is one of India and Russia, by its clause; no contract between Indian partners."""
        start, end = view.clause_span(paper.start)
        if not self.scope.between(view, start, end) or (paper.kind in ("contract", "deal") and is_domestic(view)):
            return False
        states = {state for _, state in view.countries()}
        if "RUS" in states or any(is_russian(m) or not m.value.origin for m in systems):
            return True
        about = self.around.topics[view.index] is not None and takes_topic(view, paper)
        return not systems and (about or not states - {"IND"})

    def _drafts(
        self,
        view: SentenceView,
        papers: Sequence[Paper],
        index: int,
        sealings: Sequence[Sealing],
        systems: Sequence[Mention],
    ) -> Iterator[Draft]:
        paper = papers[index]
        signing = next((sealing for sealing in sealings if sealing.signs), None)
        occasion = self.around.occasions[view.index]
        status = furthest(sealings) or presume(view, paper, systems) or _listed(paper, occasion)
        known = Known(paper, signing, status, tuple(systems))
        others = [p.at for p in papers if p.group != paper.group and not p.loose]
        date = self._date(view, known, others)
        if status is None and date is not None:
            known = attrs.evolve(known, status=Sealing("signed", paper.at, 3))
        readings = [
            read("kind", "contract" if is_sale(view, paper) else paper.kind, paper.at),
            *self._details(view, known, date),
            *read_title(view, paper),
            *read_areas(view, paper),
            *read_relations(view, papers, index),
            *read_history(view, sealings, others),
        ]
        told = bool(systems or date or any(r.field == "count" for r in readings))
        for group in by_family(paper, systems, counted=any(r.field == "count" for r in readings)):
            yield Draft(
                type="agreement",
                sentence=view.index,
                start=paper.start,
                readings=(*readings, *self._subject(view, paper, group)),
                definite=paper.definite and not paper.rank,
                weak=_is_weak(known, told=told),
                more=paper.set_off or bool(paper.rank) or self._listed(view),
                heading=view.role is LineRole.HEADING,
                strength=known.status.strength if known.status is not None else 1,
            )

    def _date(self, view: SentenceView, known: Known, others: Sequence[Mention]) -> Reading | None:
        """The day of signing, from the sentence itself or from the entry of a chronology that it stands in."""
        date = date_of(view, known.anchors, known.paper.at, others, future=known.future)
        signs = known.signing is not None or (date is not None and is_dated(view, known.paper.at, date))
        if not signs or (known.signing is None and known.future):
            date = None
        occasion = self.around.occasions[view.index]
        signed = known.status is None or known.status.value == "signed"
        if date is None and view.lead is not None and occasion is not None and signed:
            date = occasion.date
        return date

    def _details(self, view: SentenceView, known: Known, date: Reading | None) -> Iterator[Reading]:
        """Status, date, place, people, term, count and parties."""
        yield from term_of(view, known.anchors, date)
        yield from _count(view, known.paper)
        yield from self.parties.near(view)
        if known.paper.rank:
            yield read("rank", known.paper.rank, known.paper.at)
        if known.status is None:
            return
        yield known.status.reading
        if known.signing is not None:
            yield from signatories(view, known.signing.at, self.people)
        place = place_of(view, known.anchors, self.around)
        occasion = self._occasion(view, known, date, place)
        if occasion is not None:
            date, place = date or occasion.date, place or occasion.where()
        yield from (reading for reading in (date, place) if reading is not None)

    def _occasion(
        self, view: SentenceView, known: Known, date: Reading | None, place: Reading | None
    ) -> Occasion | None:
        """The visit or the talks on which it was signed, unless its own date or place is another."""
        occasion = self.around.occasions[view.index]
        if occasion is None or known.status is None or known.status.value != "signed":
            return None
        told = known.paper.named if known.signing is None else is_finite(view, known.signing.at)
        if not occasion.status and view.lead is None and not told:
            return None
        if date is not None and (occasion.date is None or are_far(occasion.date, date)):
            return None
        if place is not None and occasion.place is not None and occasion.place.value is not place.value:
            return None
        return occasion if occasion.covers(view) else None

    def _subject(self, view: SentenceView, paper: Paper, systems: Sequence[Mention]) -> Iterator[Reading]:
        """The systems it is about; `about` is the one that the text around it speaks of."""
        for m in systems:
            yield read("systems", m.value, m)
        topic = self.around.topics[view.index]
        if not systems and topic is not None and takes_topic(view, paper):
            yield read("about", topic.value, topic, basis=Basis.RESOLVED)

    def _later_news(self, view: SentenceView, paper: Paper) -> Iterator[Draft]:
        """What a sentence without a noun says of the paper named last.

        "It was signed by the two ministers"; "Who signed it? Kalam for India and Mikhailov for Russia, in Moscow".
        """
        for sealing in lone_seals(view):
            readings = [sealing.reading, *read_history(view, [sealing], ())]
            if sealing.signs:
                readings.extend(self._signed(view, sealing.at, future=sealing.value == "proposed"))
                readings.extend(signatories(view, sealing.at, self.people))
            yield _addition(view, paper, sealing.at, readings, sealing.strength)
        named = each_for_a_state(view)
        if len(named) > 1 and not view.cues[CueKind.SEAL]:
            first = next(m for m in view.by_kind[Kind.PERSON] if m.start == named[0].start)
            yield _addition(view, paper, first, [*named, *self._signed(view, first, future=False)], 1)

    def _signed(self, view: SentenceView, anchor: Mention, *, future: bool) -> Iterator[Reading]:
        """When and where, in a sentence that adds to a paper."""
        date = date_of(view, [anchor], anchor, (), future=future)
        place = place_of(view, [anchor], self.around)
        yield from (reading for reading in (date, place) if reading is not None)


def _addition(view: SentenceView, paper: Paper, at: Mention, readings: Sequence[Reading], strength: int) -> Draft:
    """A draft that only adds to a paper named before."""
    return Draft(
        type="agreement",
        sentence=view.index,
        start=at.start,
        readings=(read("kind", paper.kind, at, basis=Basis.RESOLVED), *readings),
        definite=True,
        weak=True,
        strength=strength,
    )


def _listed(paper: Paper, occasion: Occasion | None) -> Sealing | None:
    """What the head of a list says of its papers: "These were signed there:"."""
    if occasion is None or not occasion.status:
        return None
    return Sealing(occasion.status, paper.at, 5 if occasion.status == "signed" else 3)


def _is_weak(known: Known, *, told: bool) -> bool:
    """Whether there is too little for a record: no verb and no date, or "agreements" at large."""
    paper, status = known.paper, known.status
    if status is None or (paper.plural and not told and not (paper.definite and status.value == "signed")):
        return True
    return (
        status.strength < 3
        and not told
        and not (paper.rank or paper.named)
        and (status.value == "proposed" or not paper.definite)
    )


_ADJECTIVES = re.compile(r"^ ?(?:(?!(?:of|for|to|in|on|with|by|and|at|from|the|signed|was|were)\b)[\w-]+ ){0,3}$")


def _count(view: SentenceView, paper: Paper) -> Iterator[Reading]:
    """ "More than 10 agreements" are one record with a count; "the two countries signed agreements" gives none."""
    if not paper.plural:
        return
    for m in view.by_kind[Kind.NUMBER]:
        counted = m.value.unit_start < 0 or paper.start <= m.value.unit_start < paper.end
        if counted and m.value.quantity.number > 1 and _ADJECTIVES.match(view.words(m.value.number_end, paper.start)):
            yield Reading("count", m.value.quantity.number, m.start, m.end, "count")
            return
