"""Gold against readings: align the records of each document, then count slot by slot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from indru.evaluate.alignment import align
from indru.evaluate.canonical import SLOTS, Canon, Facts
from indru.evaluate.gold import GoldDocument, GoldRecord
from indru.evaluate.report import RECORD, Mistake, MistakeKind, Report, Score
from indru.knowledge import Knowledge, default_knowledge
from indru.model import ParseResult, Record

_ALIGNED = ("agreements", "meetings", "procurements")
_TYPES = (*_ALIGNED, "systems", "source")
_SHARED = 10
"""What a shared slot weighs against one more pair: sharing more comes first, pairing more second."""


def evaluate(
    gold: Iterable[GoldDocument], results: Mapping[str, ParseResult], *, knowledge: Knowledge | None = None
) -> Report:
    """Score readings against gold.

    Names are compared by what they mean: systems by family, people and places by any of their names, dates
    without their marks of doubt, numbers to six digits, sums to four.

    Args:
        gold: the documents, as `read_gold` gives them.
        results: the readings by the id of the document. A document without one counts as an empty reading; a
            reading without gold isn't scored.
        knowledge: the names to compare by; those that indru ships by default.

    >>> import indru
    >>> rifles = GoldDocument(id="a", text="India bought AK-203 rifles from Russia.", systems=("AK-203", "Igla-S"))
    >>> report = evaluate([rifles], {"a": indru.parse(rifles.text)})
    >>> report.by_type["systems"]
    Score(right=1, spurious=0, missing=1)
    >>> [(m.record_type, m.kind.value, m.gold or m.said) for m in report.mistakes]
    [('procurements', 'spurious', 'system AK-203, mode purchase, status delivered'), ('systems', 'missed', 'Igla-S')]
    """
    tally = _Tally()
    canon = Canon(knowledge or default_knowledge())
    documents = 0
    for document in gold:
        documents += 1
        result = results.get(document.id)
        tally.document = document.id
        for record_type in _ALIGNED:
            said = getattr(result, record_type) if result else ()
            _score_records(tally, canon, record_type, getattr(document, record_type), said)
        _score_systems(tally, canon, document, result)
        _score_source(tally, canon, document, result)
    by_slot = {name: {slot: tally.scores[name, slot] for slot in tally.slots(name)} for name in _TYPES}
    return Report(documents=documents, by_slot=by_slot, mistakes=tuple(tally.mistakes))


@attrs.define
class _Tally:
    """What has been counted so far, and the document that is being counted."""

    document: str = ""
    scores: defaultdict[tuple[str, str], Score] = attrs.field(factory=lambda: defaultdict(Score))
    mistakes: list[Mistake] = attrs.field(factory=list[Mistake])

    def count(self, record_type: str, slot: str, *, right: int = 0, spurious: int = 0, missing: int = 0) -> None:
        self.scores[record_type, slot] += Score(right, spurious, missing)

    def compare(self, record_type: str, gold: Facts, said: Facts) -> list[tuple[str, list[str], list[str]]]:
        """Count the slots of a pair; those that differ, with what gold has and what was said."""
        differing: list[tuple[str, list[str], list[str]]] = []
        for slot in dict.fromkeys(slot for slot, _ in (*gold, *said)):
            due = {key for key in gold if key[0] == slot}
            given = {key for key in said if key[0] == slot}
            self.count(record_type, slot, right=len(due & given), spurious=len(given - due), missing=len(due - given))
            if due != given:
                missed = [text for key, text in gold.items() if key in due - given]
                wrong = [text for key, text in said.items() if key in given - due]
                differing.append((slot, missed, wrong))
        return differing

    def note(
        self,
        record_type: str,
        kind: MistakeKind,
        *,
        slot: str | None = None,
        gold: str | None = None,
        said: str | None = None,
        quote: str | None = None,
    ) -> None:
        self.mistakes.append(
            Mistake(
                document=self.document,
                record_type=record_type,
                kind=kind,
                slot=slot,
                gold=gold or None,
                said=said or None,
                quote=quote or None,
            )
        )

    def slots(self, record_type: str) -> list[str]:
        """The slots of a type that were counted, the records themselves first, then as gold has them."""
        order = [RECORD, "designation", *SLOTS.get(record_type, ()), "quantity.qualifier"]
        counted = {slot for name, slot in self.scores if name == record_type}
        always = {RECORD} if record_type in _ALIGNED else set[str]()
        return [slot for slot in order if slot in counted | always]


def _score_records(
    tally: _Tally, canon: Canon, record_type: str, gold: Sequence[GoldRecord], said: Sequence[Record]
) -> None:
    due = [canon.facts(record_type, record) for record in gold]
    given = [canon.facts(record_type, record) for record in said]
    pairs = align([[_weight(record_type, one, other) for other in given] for one in due])
    for row, column in pairs:
        tally.count(record_type, RECORD, right=1)
        for slot, missed, wrong in tally.compare(record_type, due[row], given[column]):
            quote = _quote(said[column], slot) if wrong else gold[row].quote
            tally.note(
                record_type, MistakeKind.SLOT, slot=slot, gold=", ".join(missed), said=", ".join(wrong), quote=quote
            )
    for row in sorted(set(range(len(gold))) - {row for row, _ in pairs}):
        tally.count(record_type, RECORD, missing=1)
        tally.compare(record_type, due[row], {})
        tally.note(record_type, MistakeKind.MISSED, gold=_summary(due[row]), quote=gold[row].quote)
    for column in sorted(set(range(len(said))) - {column for _, column in pairs}):
        tally.count(record_type, RECORD, spurious=1)
        tally.compare(record_type, {}, given[column])
        quote = _quote(said[column], SLOTS[record_type][0])
        tally.note(record_type, MistakeKind.SPURIOUS, said=_summary(given[column]), quote=quote)


def _weight(record_type: str, gold: Facts, said: Facts) -> int:
    """How well two records go together; 0 where they can't be the same thing."""
    shared = gold.keys() & said.keys()
    names = {slot for slot, _ in shared}
    if record_type == "procurements":
        fits = "system" in names
    elif record_type == "meetings":
        peopled = all(any(slot == "participants" for slot, _ in facts) for facts in (gold, said))
        # Two meetings with quite other people are two meetings, unless day or place say otherwise.
        fits = "participants" in names or ("format" in names and (not peopled or bool(names & {"date", "place"})))
    else:
        fits = len(shared) >= 2
    return 1 + _SHARED * len(shared) if fits else 0


def _score_systems(tally: _Tally, canon: Canon, document: GoldDocument, result: ParseResult | None) -> None:
    named = result.weapon_systems if result else ()
    due = {canon.system(name): name for name in document.systems}
    given = {canon.system(system): system for system in named}
    for key, name in due.items():
        tally.count("systems", "designation", right=int(key in given), missing=int(key not in given))
        if key not in given:
            tally.note("systems", MistakeKind.MISSED, gold=name)
    for key, system in given.items():
        if key not in due:
            tally.count("systems", "designation", spurious=1)
            quote = _quote(system, "designation")
            tally.note("systems", MistakeKind.SPURIOUS, said=system.designation, quote=quote)


def _score_source(tally: _Tally, canon: Canon, document: GoldDocument, result: ParseResult | None) -> None:
    due = canon.facts("source", document.source)
    given = canon.facts("source", result.source) if result else {}
    # What gold doesn't have may have been handed in from outside: it is no mistake.
    given = {key: text for key, text in given.items() if any(key[0] == slot for slot, _ in due)}
    for slot, missed, wrong in tally.compare("source", due, given):
        quote = _quote(result.source, slot) if result and wrong else None
        tally.note("source", MistakeKind.SLOT, slot=slot, gold=", ".join(missed), said=", ".join(wrong), quote=quote)


def _summary(facts: Facts) -> str:
    return ", ".join(f"{slot} {text}" for (slot, _), text in facts.items())


def _quote(record: Record, slot: str) -> str | None:
    field = slot.partition(".")[0]
    return next((item.quote for item in record.evidence_for(field) if item.quote), None)
