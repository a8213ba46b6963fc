"""Spans and evidence: a quote is as long as its span, whatever the script."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indru import strategies
from indru.errors import ModelError
from indru.values import Basis, Evidence, Span


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        (-1, 5, "start"),
        (5, 4, "end"),
        (True, 5, "start"),
        (0, True, "end"),
        (0.0, 5, "start"),
        (0, "5", "end"),
    ],
)
def test_what_is_no_span_is_refused(start, end, wrong):
    with pytest.raises(ModelError) as caught:
        Span(start, end)
    assert caught.value.field == wrong


WRONG = {
    "field": ["", " ", None, 3],
    "rule": ["", None],
    "span": [(0, 6), None],
    "quote": ["Mosco", "", None, b"Moscow"],
    "basis": ["asserted", None],
}


@pytest.mark.parametrize(("field", "value"), [(field, value) for field in WRONG for value in WRONG[field]])
def test_what_is_no_evidence_is_refused(field, value):
    fields = {
        "field": "place",
        "span": Span(10, 16),
        "quote": "Moscow",
        "basis": Basis.ASSERTED,
        "rule": "place",
    }
    with pytest.raises(ModelError) as caught:
        Evidence(**{**fields, field: value})
    assert caught.value.field == field


@given(st.text(alphabet=st.characters(exclude_categories=())), st.data())
def test_any_part_of_any_text_can_be_quoted(raw, data):
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    span = Span(start, end)
    made = Evidence(field="place", span=span, quote=span.of(raw), rule="place")
    assert raw[made.span.start : made.span.end] == made.quote
    assert pickle.loads(pickle.dumps(made)) == made


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_spans_overlap_if_they_share_a_character(a, more, c, other):
    one, two = Span(a, a + more), Span(c, c + other)
    shared = set(range(one.start, one.end)) & set(range(two.start, two.end))
    assert one.overlaps(two) is two.overlaps(one) is bool(shared)


@given(strategies.spans(), strategies.evidence())
def test_values_are_their_repr(span, evidence):
    assert eval(repr(span)) == span
    assert eval(repr(evidence)) == evidence


def test_spans_sort_by_start_then_end():
    assert sorted([Span(3, 4), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(3, 4)]
    assert str(Span(3, 9)) == "3-9"
