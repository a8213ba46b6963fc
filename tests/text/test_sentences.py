from __future__ import annotations

import pytest

from indru.knowledge import default_knowledge
from indru.knowledge.noise import AbbreviationRow
from indru.text import Document


def sentences(raw: str) -> list[str]:
    document = Document.of(raw)
    return [document.text[s.start : s.end] for s in document.sentences]


ONE = [
    "The price is Rs. 5,000 crore for the lot.",
    "Gen. Rao met Lt. Gen. Ivanov and Lt. Col. Petrov at the gate.",
    "Bharat Guns Pvt. Ltd. Bhopal will make them under licence.",
    "They left at 5 p.m. Monday for the coast.",
    "Ships of the U.S. Navy and of the U.K. Navy came too.",
    "Mr. Rao, Dr. Sen and Smt. Devi signed for the yard.",
    "The yard in St. Petersburg lies by the sea.",
    "No. 44 Squadron flies them, and Art. 3 says so.",
    "Defence Minister A.K. Antony and Foreign Secretary J. N. Dixit spoke.",
    "On Dec. 6 and Sept. 7 they met again.",
    "The order went to M/s. Guns and Hulls of Pune.",
    "There are approx. 200 of them at the base.",
    "The cost is $5.43 billion, or 1.2 per cent more.",
    "The first phase; the second phase; and the third were agreed on.",
    "The minister said the deal ... would stand.",
    'He asked "why now?" and went on.',
    "The boat (she is late!) sails in May.",
    "Works i.e. Hulls and engines vs. Guns were compared.",
]


@pytest.mark.parametrize("raw", ONE)
def test_one_sentence(raw: str) -> None:
    assert sentences(raw) == [raw]


TWO = [
    ("The contract is with Guns Ltd.", "The yard will build three."),
    ("They met at 5 p.m.", "It was over by six."),
    ('He said: "We are ready."', "They were not."),
    ("They are ready (so he says.)", "We are not."),
    ("Is it signed?", "Not yet."),
    ("Is it signed?!", "No."),
    ("The talks failed...", "Then they went home."),
    ("It came in 2004.", "21 more followed."),
    ("It is of Project 11356.", "Three are in service."),
    ("The range is 290 km.", "That is enough."),
    ("She was sold for $1.", "Few believed it."),
    ("The price is up.", '"We know," he said.'),
    ("It ended there.", "\u20b9500 crore had been paid."),
    ("The ship is ready\u2026", "The crew is not."),
    ("He said no.", "They went on."),
]


@pytest.mark.parametrize(("first", "second"), TWO)
def test_two_sentences(first: str, second: str) -> None:
    assert sentences(f"{first} {second}") == [first, second]


def test_a_lost_blank_after_a_stop() -> None:
    assert sentences("They renamed the carrier.The ship is late.") == [
        "They renamed the carrier.",
        "The ship is late.",
    ]
    assert sentences("Defence Secretary Dr.Rao met him.") == ["Defence Secretary Dr.Rao met him."]
    assert sentences("See www.example.Com for it.") == ["See www.example.Com for it."]


@pytest.mark.parametrize("label", ["1.", "41.", "15.02.2001.", "2004.", "(a)", "i)", "02.2026."])
def test_the_label_of_an_item_is_no_sentence(label: str) -> None:
    raw = f"{label} A contract for tanks is signed. Deliveries begin."
    assert sentences(raw) == [f"{label} A contract for tanks is signed.", "Deliveries begin."]


def test_a_phrase_of_noise_at_the_end_of_a_line_is_dropped() -> None:
    assert sentences("The talks go on for another week at least. READ MORE >>") == [
        "The talks go on for another week at least."
    ]
    assert sentences("The talks go on for another week at least. (PTI)") == [
        "The talks go on for another week at least."
    ]


def test_a_long_run_without_a_stop_is_read_in_pieces() -> None:
    """Nothing is lost between them, and none is so long that work within a sentence could grow out of hand."""
    text = " ".join(f"tank{number} and gun{number}," for number in range(20_000))
    pieces = sentences(text)
    assert " ".join(pieces).split() == text.split()
    assert max(map(len, pieces)) <= 1_200


@pytest.mark.parametrize("row", default_knowledge().table(AbbreviationRow).values(), ids=lambda row: row.id)
def test_rows_of_abbreviations_hold_in_their_examples(row: AbbreviationRow) -> None:
    assert row.forms == tuple(form.lower().rstrip(".") for form in row.forms)
    assert row.examples
    for example in row.examples:
        assert len(sentences(f"They spoke of it: {example} was what they meant.")) == 1
