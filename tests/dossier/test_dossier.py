"""A dossier: what is of one event is merged whatever the order, and contradictions are named."""

from __future__ import annotations

import json
from collections import Counter
from itertools import combinations
from pathlib import Path
from random import Random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import indru
from indru import Dossier
from indru.dossier.matching import compare
from indru.errors import ArgumentError, UnknownReadingError
from indru.model import Meeting, MeetingFormat, MeetingStatus, Person, Place
from indru.reports import write_reports
from indru.store import Store
from indru.strategies import parse_results
from indru.values import DateSpan

SEEDS = Path(__file__).parents[3] / "shared" / "corpus" / "dev"


def read(*texts: tuple[str, str]) -> list[indru.ParseResult]:
    return [indru.parse(text, published=published) for text, published in texts]


CONTRACT = (
    "India signed a $5.43 billion contract with Russia for five S-400 squadrons on 5 October 2018.",
    "2018-10-06",
)
RECALLED = ("Russia and India signed a deal for five S-400 squadrons in October 2018. Three have come.", "2023-03-01")
MORE = ("India wants to buy two more S-400 squadrons from Russia, officials said.", "2025-06-28")
WRONG = ("India's contract with Russia of 5 October 2018 is for six S-400 squadrons.", "2019-01-10")


POOL = read(
    CONTRACT,
    RECALLED,
    MORE,
    WRONG,
    ("India and Russia will sign a deal for S-400 missiles this year.", "2018-03-01"),
    ("Russia will deliver two more S-400 squadrons to India by 2026.", "2025-01-20"),
    ("Modi and Putin met in New Delhi on 6 December 2021 for the 21st annual summit.", "2021-12-07"),
    ("Putin held talks with Modi in Delhi on Monday.", "2021-12-07"),
    ("Modi met Putin in Vladivostok on 4 September 2019.", "2019-09-05"),
)
"""Reports of which some are of one event, so that merging has something to do."""


def several(size: int = 6) -> st.SearchStrategy[list[indru.ParseResult]]:
    drawn = st.one_of(st.sampled_from(POOL), parse_results())
    return st.lists(drawn, max_size=size, unique_by=lambda result: result.source.id)


def shown(dossier: Dossier) -> str:
    """The merged records, as JSON, and what they were merged from."""
    return json.dumps([(indru.to_json(one.record), repr(one.members), one.witnesses) for one in dossier.records])


@given(several(6), st.randoms())
@settings(max_examples=60)
def test_the_order_of_loading_does_not_matter(found, random):
    shuffled = list(found)
    random.shuffle(shuffled)
    half = len(found) // 2
    assert shown(Dossier(found)) == shown(Dossier(shuffled))
    assert shown(Dossier(found)) == shown(Dossier(shuffled[half:]) | Dossier(shuffled[:half]))
    assert shown(Dossier(found) | Dossier(shuffled)) == shown(Dossier(found))


@given(several(5).filter(bool))
@settings(max_examples=40)
def test_what_is_taken_out_was_never_there(found):
    dossier = Dossier(found)
    dossier.remove(found[0].source.id)
    assert shown(dossier) == shown(Dossier(found[1:]))


@given(several(5))
@settings(max_examples=40)
def test_every_record_of_every_reading_is_a_member_of_one(found):
    dossier = Dossier(found)
    members = sorted((member.reading, member.record.id) for record in dossier.records for member in record.members)
    own = [
        (result.source.id, record.id)
        for result in found
        for record in (*result.agreements, *result.meetings, *result.procurements, *result.weapon_systems)
    ]
    assert members == sorted(own)


def test_reports_of_one_order_are_one_and_the_wish_for_more_another():
    dossier = Dossier(read(CONTRACT, RECALLED, MORE))
    order, wish = sorted(dossier.procurements.of("S-400"), key=lambda record: -len(record.members))
    assert len(order.members) == 2
    assert order.ordered.edtf == "2018-10-05"
    assert order.delivered.number == 3
    assert [step.status for step in order.history] == ["contracted", "delivering"]
    assert wish.status == "proposed"


def test_a_number_that_cannot_be_is_a_conflict_with_both_quotes():
    dossier = Dossier(read(CONTRACT, RECALLED, WRONG))
    [conflict] = [found for found in dossier.conflicts() if found.field == "quantity"]
    assert sorted(side.value.number for side in conflict.sides) == [5, 6]
    assert all(claim.evidence for side in conflict.sides for claim in side.claims)
    assert conflict.explained is None


def test_parts_that_make_up_the_whole_explain_the_numbers():
    dossier = Dossier(
        read(
            ("India signed a contract with Russia for 70,000 AK-203 rifles in December 2021.", "2021-12-07"),
            ("India signed a contract with Russia for 600,000 AK-203 rifles in December 2021.", "2021-12-08"),
            ("India signed a contract with Russia for 670,000 AK-203 rifles in December 2021.", "2021-12-09"),
        )
    )
    found = [conflict for conflict in dossier.conflicts() if conflict.field == "quantity"]
    assert [conflict.explained for conflict in found] == ["70,000 + 600,000 = 670,000"]


def test_one_document_contradicting_itself_is_a_conflict():
    text = (
        "Over 6 lakh AK-203 rifles were ordered from Russia by India. The contract is for nearly 6 lakh AK-203 rifles."
    )
    [conflict] = Dossier(read((text, "2021-12-07"))).conflicts()
    assert conflict.kind == "quantity"
    assert len(conflict.sides) == 2


def test_an_undated_meeting_is_not_that_of_a_day():
    dated = read(("Rajnath Singh met Sergei Shoigu in Moscow on 6 December 2021.", "2021-12-07"))
    undated = indru.parse("Rajnath Singh held talks with Sergei Shoigu in Moscow.")
    assert len(Dossier([*dated, undated]).meetings) == 2


def test_copies_of_one_story_are_one_witness():
    story = "Singh and the press looked on. " + CONTRACT[0]
    dossier = Dossier(read((story, "2018-10-06"), ("From our correspondent. " + story, "2018-10-07"), RECALLED))
    [order] = dossier.procurements.of("S-400")
    assert len(dossier.mentions(order)) == 3
    assert len(dossier.witnesses(order)) == 2


def test_a_paper_that_reprints_an_agency_once_is_a_witness_of_its_own_elsewhere():
    wire = "India signed a contract with Russia for 5,000 Igla-S missiles on 14 November 2023."
    told = ((wire, "Wire"), (f"{wire} ", "Daily"), (CONTRACT[0], "Wire"), (RECALLED[0], "Daily"))
    dossier = Dossier(indru.parse(text, published="2024-01-01", publisher=publisher) for text, publisher in told)
    [reprinted] = dossier.procurements.of("9K338 Igla-S")
    [order] = dossier.procurements.of("S-400")
    assert [len(reprinted.witnesses), len(order.witnesses)] == [1, 2]


def test_a_visit_without_a_date_is_not_that_of_a_day_of_an_unknown_year():
    came = Meeting(
        id="m1",
        format=MeetingFormat.VISIT,
        status=MeetingStatus.HELD,
        place=Place(name="India", country="IND"),
        participants=(Person(name="Vladimir Putin", country="RUS"),),
    )
    comes = attrs.evolve(came, id="m2", date=DateSpan("XXXX-12-04/XXXX-12-05"))
    assert compare(comes, attrs.evolve(comes, id="m3")).same
    assert not compare(came, comes).same


def test_explanations_give_reasons_and_quotes():
    dossier = Dossier(read(CONTRACT, RECALLED))
    [order] = dossier.procurements
    first, second = dossier.explain(order)
    assert first.verdict.reasons == ()
    assert {reason.field for reason in second.verdict.pro} >= {"system", "ordered", "quantity"}
    assert all(claim.evidence for claim in second.claims)
    assert "+2 system: both are of the S-400" in str(second)


@given(st.sampled_from(POOL), st.one_of(st.sampled_from(POOL), parse_results()))
@settings(max_examples=60)
def test_comparing_is_symmetric(one, other):
    for kind in ("agreements", "meetings", "procurements"):
        for a in getattr(one, kind):
            for b in getattr(other, kind):
                assert compare(a, b).same == compare(b, a).same


def test_known_as_of_replays_what_was_published():
    dossier = Dossier(read(CONTRACT, RECALLED, MORE))
    assert len(dossier.known_as_of("2018-12-31")) == 1
    assert len(dossier.known_as_of("2024")) == 2


def test_a_store_opens_as_a_dossier(tmp_path):
    with Store(tmp_path / "s.sqlite") as store:
        for result in read(CONTRACT, RECALLED):
            store.add(result)
    assert shown(Dossier.open(tmp_path / "s.sqlite")) == shown(Dossier(read(CONTRACT, RECALLED)))


def test_wrong_arguments_say_what_is_wrong():
    with pytest.raises(ArgumentError, match="ParseResult"):
        Dossier(["text"])
    with pytest.raises(UnknownReadingError, match="no reading"):
        Dossier().remove("nobody")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the development corpus isn't here")
def test_the_seed_articles_as_one_dossier():
    found = []
    for path in sorted(SEEDS.glob("seed*.txt")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        found.append(indru.parse(path.read_text(encoding="utf-8"), published=gold.get("published")))
    dossier = Dossier(found)
    assert len([record for record in dossier.weapon_systems if record.designation == "S-400"]) == 1
    threads = dossier.procurements.of("S-400").where(lambda record: record.mode == "purchase")
    assert len(threads) == 3
    assert all(len(record.members) == 1 for record in threads)
    met = dossier.meetings.between("Rajnath Singh", "Sergei Shoygu").where(lambda record: record.format == "bilateral")
    assert sorted(str(record.date) for record in met) == ["2021-12-06", "None"]
    assert [conflict.field for conflict in dossier.conflicts()] == ["quantity"]


@pytest.mark.parametrize("seed", range(4))
def test_reports_of_one_event_are_found_and_so_are_their_errors(seed):
    reports = write_reports(Random(seed), events=120, errors=0.3)
    dossier = Dossier(reports.readings)
    together = [[reports.events[m.reading, m.record.id] for m in record.members] for record in dossier.records]
    pairs = [pair for events in together for pair in combinations(events, 2)]
    right = sum(one == other for one, other in pairs)
    due = sum(n * (n - 1) // 2 for n in Counter(reports.events.values()).values())
    assert right >= 0.97 * len(pairs)
    assert right >= 0.90 * due
    event = {
        record.id: reports.events[record.members[0].reading, record.members[0].record.id] for record in dossier.records
    }
    found = {(event[conflict.record], conflict.field) for conflict in dossier.conflicts()}
    assert len(found & reports.errors) >= 0.9 * len(reports.errors)
