from __future__ import annotations

import pytest
from tests.text.articles import BODY

from indru.knowledge import default_knowledge
from indru.knowledge.noise import BoilerplateKind, BoilerplateRow, LabelKind, LabelRow, OutletWordRow
from indru.text import Document, LineRole
from indru.text.rules import rules_of

ROWS = tuple(default_knowledge().table(BoilerplateRow).values())
LABELS = tuple(default_knowledge().table(LabelRow).values())


def role(line: str) -> LineRole:
    """The role of a line between two paragraphs."""
    document = Document.of(f"{BODY[0]}\n\n{line}\n\n{BODY[1]}")
    return document.lines[1].role


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_rows_of_boilerplate_hold_in_their_examples(row: BoilerplateRow) -> None:
    assert row.examples
    assert row.not_
    for example in row.examples:
        assert role(example) is LineRole.BOILERPLATE, example
    for example in row.not_:
        assert role(example) is not LineRole.BOILERPLATE, example


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_phrases_are_lower_case_and_bare_of_what_is_stripped(row: BoilerplateRow) -> None:
    for phrase in row.phrases:
        assert phrase == phrase.lower()
        if row.kind in (BoilerplateKind.LINE, BoilerplateKind.HEADS, BoilerplateKind.OPENS):
            assert phrase == phrase.strip(" .:!>*-()"), "such a phrase would never be found"


@pytest.mark.parametrize("row", [row for row in LABELS if row.examples], ids=lambda row: row.id)
def test_rows_of_labels_hold_in_their_examples(row: LabelRow) -> None:
    wanted = {
        LabelKind.DATE: LineRole.HEADER,
        LabelKind.SOURCE: LineRole.HEADER,
        LabelKind.CAPTION: LineRole.CAPTION,
    }
    for example in row.examples:
        assert role(example) is wanted[row.kind], example
    for example in row.not_:
        assert role(example) is not wanted[row.kind], example


def test_outlet_words_are_lower_case() -> None:
    for row in default_knowledge().table(OutletWordRow).values():
        assert all(word == word.lower() for word in row.words)


@pytest.mark.parametrize(
    "line",
    [
        "Windows | Home | About | Archive",
        "Home > World > Asia",
        "Main page / News / Industry of defence",
        "Navy  Frigates  Wargames",
        "Previous Article | Next Article",
        "Ten guns named | Join Our Telegram Channel",
        "#1,877   some_reader",
        'reader said: \u2191 "it is late"',
        "\u00a92018-2023 www.example.com.",
        "403",
        "_____",
        "<...>",
        "Posted by admin | Labels: Army | No comments:",
        "FOLLOW US ON SOCIAL MEDIA",
        "The views expressed are personal",
    ],
)
def test_noise(line: str) -> None:
    assert role(line) is LineRole.BOILERPLATE


@pytest.mark.parametrize(
    "line",
    [
        "2018-12-13",
        "Published 2011/10/04",
        "Updated: November 20, 2014 23:57 IST",
        "Posted 13.02.2026",
        "July 2, 2025 | Wednesday | News",
        "This story is from December 1, 2007",
        "OPINION | 12 October 2021",
        "Dec 7, 2017 \u00b7 2 min read",
        "avatar A. Writer Thursday 1st of September 2022 08:35 PM",
        "some_reader   29 Jan 2013, 21:04",
        "06 DEC 2021 5:33PM by PIB Delhi",
        "14:19 GMT 01.09.2020",
        "8:23:29 AM",
        "23 hours ago 5",
        "Published: December 9, 2024, 19:40 [IST] f Share  X Tweet  WhatsApp  Copy link",
        "Chandigarh | September 26, 2025 | Updated 5:12 pm",
        "By IANS",
        "A. Writer By",
        "By Our Special Correspondent",
        "By A Staff Reporter | Updated: Dec 19, 2018, 06.41 PM IST",
        "(Source: Ministry of Ports; issued Dec 13, 2018)",
        "Reuters",
    ],
)
def test_headers(line: str) -> None:
    assert role(line) is LineRole.HEADER


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("More frigates for the navy", LineRole.HEADING),
        ("How will the frigates be paid for?", LineRole.HEADING),
        ("Frigate to be handed over on 6 December 2021", LineRole.HEADING),
        ("The frigate will be handed over on 6 December 2021.", LineRole.BODY),
        ("Share prices of the yard rose by ten per cent.", LineRole.BODY),
        ("Total paid so far: 4.27 crore (as on 30th April 2026)", LineRole.HEADING),
        ("By May 2027 the yard will have built three frigates.", LineRole.BODY),
        ("A. Photographer. Photo: The Agency", LineRole.CAPTION),
        ("(Photo: the frigate at sea, May 6, 2019)", LineRole.CAPTION),
        ("File photo | The Agency", LineRole.CAPTION),
        ("(b) if so, the reasons therefor;", LineRole.LIST),
        ("i) two frigates", LineRole.LIST),
        ("\u2022 two frigates", LineRole.LIST),
        ("Also on the table are ten helicopters for the navy.", LineRole.BODY),
        ("Recommended by the council, the order goes to the yard.", LineRole.BODY),
        ("Loading of the ship began on Tuesday.", LineRole.BODY),
        ("(i) two frigates  (ii) forty guns", LineRole.LIST),
        ("A. K. Rao leads the yard.", LineRole.BODY),
        ("The yard is ready. (PTI)", LineRole.BODY),
        ("The yard is ready (at last)", LineRole.HEADING),
    ],
)
def test_what_is_kept(line: str, wanted: LineRole) -> None:
    assert role(line) is wanted


def test_rules_are_made_once_for_a_knowledge() -> None:
    assert rules_of(default_knowledge()) is rules_of(default_knowledge())
