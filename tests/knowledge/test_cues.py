"""The phrases prove themselves: each cue is found in its examples and not in its counter-examples."""

from __future__ import annotations

import re

import pytest

from indru.knowledge import default_knowledge
from indru.knowledge.cues import CueKind, CueRow, Form, inflect
from indru.knowledge.designations import DesignationRow
from indru.model import AgreementKind, MeetingFormat, ProcurementMode
from indru.scan.scan import scan
from indru.text import Document

KNOWLEDGE = default_knowledge()
CUES = tuple(KNOWLEDGE.cues.values())
VALUES = {
    CueKind.PAPER: {*AgreementKind, "document", "deal", "none"},
    CueKind.TALK: {*MeetingFormat, "session", "chair", "contact", "occur", "group", "none"},
    CueKind.MODE: set(ProcurementMode),
}


def found(text: str, cue: CueRow) -> bool:
    mentions = scan(Document.of(text, KNOWLEDGE), KNOWLEDGE).mentions
    return any(m.value is cue for m in mentions)


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_a_cue_is_found_in_its_examples_alone(cue: CueRow) -> None:
    assert cue.examples, "a cue shows what it reads"
    for example in cue.examples:
        assert found(example, cue), example
    for example in cue.not_:
        assert not found(example, cue), example


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_a_cue_is_well_formed(cue: CueRow) -> None:
    assert cue.phrases or cue.nouns or cue.verbs
    for phrase in (*cue.phrases, *cue.nouns, *cue.verbs):
        assert phrase == phrase.lower().strip()
    assert len(set(cue.phrases)) == len(cue.phrases)
    if cue.kind in VALUES:
        assert cue.value in VALUES[cue.kind]


@pytest.mark.parametrize("row", KNOWLEDGE.table(DesignationRow).values(), ids=lambda row: row.id)
def test_a_pattern_of_designations_fits_its_examples_alone(row: DesignationRow) -> None:
    assert row.examples
    for example in row.examples:
        assert re.match(rf"(?:{row.pattern})(?!\w)", example), example
    for example in row.not_:
        assert not re.match(rf"(?:{row.pattern})(?!\w)", example), example


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("sign", "sign signs signed signed signing"),
        ("meet", "meet meets met met meeting"),
        ("ratify", "ratify ratifies ratified ratified ratifying"),
        ("conclude", "conclude concludes concluded concluded concluding"),
        ("scrap", "scrap scraps scrapped scrapped scrapping"),
        ("call off", "call off|calls off|called off|called off|calling off"),
        ("freeze", "freeze freezes froze frozen freezing"),
    ],
)
def test_verbs_are_inflected(verb: str, forms: str) -> None:
    expected = forms.split("|") if "|" in forms else forms.split()
    made = inflect(verb, dict(KNOWLEDGE.verbs))
    assert [made[f] for f in (Form.BASE, Form.THIRD, Form.PAST, Form.PARTICIPLE, Form.GERUND)] == expected
