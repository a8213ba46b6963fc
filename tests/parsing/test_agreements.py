"""Agreements: what each class of sentences reads as, and what reads as none."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from indru.model import Agreement, Area
from indru.pipeline import parse

Short = tuple[str, ...]
CASES = tomllib.loads((Path(__file__).parent / "agreements.toml").read_text(encoding="utf-8"))["case"]


def short(agreement: Agreement) -> Short:
    """An agreement in a line: kind, status, date, place, systems, term, surnames."""
    return (
        agreement.kind.value,
        agreement.status.value,
        agreement.signed.edtf if agreement.signed is not None else "",
        agreement.place.name if agreement.place is not None else "",
        ", ".join(sorted(system.designation for system in agreement.systems)),
        agreement.term.edtf if agreement.term is not None else "",
        ", ".join(sorted(person.name.rsplit(" ", 1)[-1] for person in agreement.signatories)),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_sentences_read_as_they_say(case: dict) -> None:
    result = parse(case["text"], published=case.get("published"))
    assert sorted(map(short, result.agreements)) == sorted(map(tuple, case["agreements"]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_each_field_points_at_its_words(case: dict) -> None:
    text = case["text"]
    for agreement in parse(text, published=case.get("published")).agreements:
        for field in agreement.filled():
            evidence = agreement.evidence_for(field)
            assert evidence, field
            assert all(text[item.span.start : item.span.end] == item.quote for item in evidence)


def only(text: str, published: str | None = None) -> Agreement:
    [agreement] = parse(text, published=published).agreements
    return agreement


def test_a_title_in_capitals_ends_before_the_city() -> None:
    agreement = only("India and Russia have signed an Agreement on Mutual Protection of Classified Data in Moscow.")
    assert agreement.title == "Agreement on Mutual Protection of Classified Data"
    assert agreement.place is not None
    assert agreement.place.name == "Moscow"


def test_a_title_in_quotation_marks() -> None:
    agreement = only(
        'Narendra Modi and Vladimir Putin adopted a vision document, "Trust and Action", for India and Russia.'
    )
    assert agreement.title == "Trust and Action"


def test_areas_are_those_that_the_pact_covers() -> None:
    agreement = only(
        "The pact that India and Russia signed in May covers joint exercises, port calls and disaster relief."
    )
    assert set(agreement.areas) == {Area.EXERCISES, Area.LOGISTICS, Area.PEACEKEEPING}


def test_a_contract_has_no_areas() -> None:
    assert not only("India and Russia signed a contract for joint production of the AK-203.").areas


def test_the_steps_of_a_life_in_the_order_of_the_text() -> None:
    agreement = only(
        "India and Russia signed the logistics agreement in Moscow on 18 February 2025. "
        "The State Duma of Russia ratified it on 2 December 2025. It entered into force on 12 January 2026."
    )
    assert [str(step) for step in agreement.history] == [
        "signed 2025-02-18",
        "ratified 2025-12-02",
        "in-force 2026-01-12",
    ]
    assert agreement.history[1].body == "State Duma"


def test_one_step_is_no_history() -> None:
    assert only("India and Russia signed a contract for the S-400 in October 2018.").history == ()


def test_a_protocol_names_what_it_amends() -> None:
    agreements = parse(
        "India and Russia signed a protocol amending the agreement of 18 February 2019 on rifles."
    ).agreements
    assert [a.amends for a in agreements if a.kind == "protocol"] == ["agreement of 18 February 2019"]


def test_a_contract_names_what_it_implements() -> None:
    agreements = parse(
        "India and Russia signed the S-400 contract in October 2018 in pursuance of "
        "the inter-governmental agreement of October 2016."
    ).agreements
    assert [a.implements for a in agreements if a.kind == "contract"] == [
        "inter-governmental agreement of October 2016"
    ]


def test_both_states_are_parties_by_their_nearest_words() -> None:
    text = "Rosoboronexport and Hindustan Aeronautics signed a contract for engines of the MiG-29."
    agreement = only(text)
    assert agreement.parties == ("IND", "RUS")
    assert {item.quote for item in agreement.evidence_for("parties")} == {"Rosoboronexport", "Hindustan Aeronautics"}


def test_a_lump_of_papers_has_a_count() -> None:
    assert only("Russia and India signed 16 agreements in Goa.").count == 16
