from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.text.articles import BODY, NOISE, any_text, articles

from indru.text import Document, Line, LineRole

SILENT = (LineRole.BOILERPLATE, LineRole.REPEAT)


def bodies(document: Document) -> list[str]:
    return [document.text[s.start : s.end] for s in document.sentences if s.role is LineRole.BODY]


@given(any_text)
@example("")
@example("\ud800. \udfff")
def test_lines_and_sentences_are_in_order_and_inside(raw: str) -> None:
    document = Document.of(raw)
    assert len(document.lower) == len(document.text)
    done = 0
    for line in document.lines:
        assert done <= line.start < line.end <= len(document.text)
        assert "\n" not in document.text[line.start : line.end]
        done = line.end
    done = 0
    for sentence in document.sentences:
        line = document.lines[sentence.line]
        assert max(done, line.start) <= sentence.start < sentence.end <= line.end
        assert sentence.role is line.role
        assert line.role not in SILENT
        assert document.text[sentence.start : sentence.end].strip() == document.text[sentence.start : sentence.end]
        done = sentence.end


@given(any_text, st.data())
def test_a_stretch_of_the_view_has_its_letters_in_the_raw_text(raw: str, data: st.DataObject) -> None:
    document = Document.of(raw)
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    span = document.span(start, end)
    quote = raw[span.start : span.end]
    assert quote == document.quote(start, end)
    assert 0 <= span.start <= span.end <= len(raw)
    if not document.text[start:end]:
        assert quote == ""
    plain = [char for char in document.text[start:end] if char.isascii() and char.isalpha()]
    if "&" not in raw:  # an entity has letters of its own
        rest = iter(quote if quote.isascii() else Document.of(quote).text)
        assert all(char in rest for char in plain)


@given(any_text)
def test_the_same_text_is_read_the_same_way(raw: str) -> None:
    assert Document.of(raw) == Document.of(raw)


@given(articles, st.sampled_from(NOISE), st.data())
def test_a_line_of_noise_changes_no_sentence_of_the_body(
    paragraphs: list[str], noise: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(paragraphs)))
    plain = Document.of("\n\n".join(paragraphs))
    noisy = Document.of("\n\n".join([*paragraphs[:at], noise, *paragraphs[at:]]))
    assert bodies(noisy) == bodies(plain)
    assert noisy.lines[at].role is LineRole.BOILERPLATE


@given(articles, st.data())
def test_a_paragraph_said_again_is_a_repeat(paragraphs: list[str], data: st.DataObject) -> None:
    again = data.draw(st.sampled_from(paragraphs))
    cut = data.draw(st.integers(60, len(again)))
    document = Document.of("\n\n".join([*paragraphs, again[:cut]]))
    assert document.lines[-1].role is LineRole.REPEAT
    assert bodies(document) == bodies(Document.of("\n\n".join(paragraphs)))


@given(articles, st.integers(60, 78), st.sampled_from(["", ">", "> "]))
def test_wrapping_and_quoting_change_no_sentence(paragraphs: list[str], width: int, quote: str) -> None:
    lead = "The yard has said that it will need at least three more years and that nobody is to blame."
    paragraphs = [lead, *paragraphs]
    wrapped = f"\n{quote}\n".join(
        "\n".join(quote + line for line in textwrap.wrap(p, width, break_on_hyphens=False)) for p in paragraphs
    )
    document = Document.of(wrapped)
    assert bodies(document) == bodies(Document.of("\n\n".join(paragraphs)))
    for sentence in document.sentences:
        assert document.quote(sentence.start, sentence.end).split()[0] in document.text[sentence.start : sentence.end]


def test_offsets_of_a_wrapped_and_quoted_paragraph() -> None:
    raw = ">The navies hold a drill in the bay in May, and three\n>frigates of the host will take part.\n"
    document = Document.of(raw)
    at = document.text.index("three frigates")
    assert document.quote(at, at + len("three frigates")) == "three\n>frigates"


def roles(raw: str) -> list[tuple[str, str]]:
    document = Document.of(raw)
    return [(document.text[line.start : line.end], str(line.role)) for line in document.lines]


def test_roles_of_a_page() -> None:
    page = f"""Home | World | Business
Harbour Gazette

Frigate joins the fleet
By Our Correspondent | Updated: May 3, 2019 18:10 IST
Photo: A. Photographer

{BODY[0]}

What comes next
- two more frigates by 2027;
- forty guns, on which talks go on.

{BODY[1]}
Also read: A cruiser sails at dawn

{BODY[0]}

Comments
a reader: {BODY[3]}
"""
    assert [role for _, role in roles(page)] == [
        "boilerplate",
        "heading",
        "heading",
        "header",
        "caption",
        "body",
        "heading",
        "list",
        "list",
        "body",
        "boilerplate",
        "repeat",
        "boilerplate",
        "boilerplate",
    ]


def test_a_section_at_the_top_closes_nothing() -> None:
    assert roles(f"Comments\n{BODY[0]}")[1] == (BODY[0], "body")


def test_a_list_of_links_ends_with_the_next_paragraph() -> None:
    page = f"{BODY[0]}\nRelated Posts\nCruiser sails\n* Guns for the corps\n{BODY[1]}"
    assert [role for _, role in roles(page)] == ["body", "boilerplate", "boilerplate", "boilerplate", "body"]


def test_a_date_before_the_text_on_one_line_is_a_line_of_its_own() -> None:
    assert roles(f" date 2019-05-03 {BODY[0]}") == [("date 2019-05-03", "header"), (BODY[0], "body")]


def test_a_standfirst_taken_from_the_text_is_said_once() -> None:
    page = f"{BODY[0][:-1]}\n\n{BODY[0]} {BODY[1]}"
    document = Document.of(page)
    assert [document.text[s.start : s.end] for s in document.sentences] == [BODY[0][:-1], BODY[1]]


def test_chronologies_are_lists() -> None:
    page = "15.02.2001. A contract is signed.\n2004. A second lot follows.\n02.2026. The yard offers more."
    document = Document.of(page)
    assert {line.role for line in document.lines} == {LineRole.LIST}
    assert len(document.sentences) == 3


def test_rows_of_a_table_are_kept() -> None:
    document = Document.of("Frigate | 3 | 2001")
    assert document.lines == (Line(0, 18, LineRole.HEADING),)


@pytest.mark.parametrize(
    "piece",
    [
        "\n",
        ".",
        ">",
        ">\n",
        ". ",
        "&amp",
        "\u200b",
        "e\u0301",
        "a",
        "A. ",
        "(",
        "by\n",
        "1.",
        "\u00a9\n",
        "Moscow, ",
    ],
)
def test_time_is_linear(piece: str) -> None:
    Document.of("warm up")

    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        begin = time.perf_counter()
        Document.of(text)
        return time.perf_counter() - begin

    assert seconds(1_000_000) < 40 * max(seconds(100_000), 0.01)
