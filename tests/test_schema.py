"""The schemas are right, take whatever is written, and refuse what reading refuses."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import indru
from indru import strategies
from indru.codec import CODED_TYPES
from indru.errors import ArgumentError, CodecError
from indru.schema import SCHEMA_TYPES, json_schema

VALIDATORS = {kind: Draft202012Validator(json_schema(kind)) for kind in CODED_TYPES}
OBJECTS = [kind for kind in CODED_TYPES if kind is not indru.DateSpan]


def written(kind):
    return strategies.by_type()[kind].map(indru.to_dict)


@pytest.mark.parametrize("kind", CODED_TYPES)
def test_each_is_a_schema_with_an_id_of_its_version(kind):
    made = json_schema(kind)
    Draft202012Validator.check_schema(made)
    assert made["$id"] == f"urn:indru:schema:1:{kind.__name__}"
    assert SCHEMA_TYPES[kind.__name__] is kind


@given(st.sampled_from(CODED_TYPES).flatmap(lambda kind: st.tuples(st.just(kind), written(kind))))
def test_whatever_is_written_is_valid(drawn):
    kind, row = drawn
    VALIDATORS[kind].validate(row)


@given(st.sampled_from(OBJECTS).flatmap(lambda kind: st.tuples(st.just(kind), written(kind))), st.data())
def test_a_value_of_another_type_is_refused_by_both_or_by_neither(drawn, data):
    kind, row = drawn
    key = data.draw(st.sampled_from(sorted(row)))
    row[key] = data.draw(st.sampled_from([None, True, 1.5, -(2**70), "", "word", [], ["a"], [1], {}, {"a": 1}]))
    try:
        indru.from_dict(kind, row)
    except CodecError:
        return  # the schema knows forms only: it may take what reading refuses
    VALIDATORS[kind].validate(row)


@given(st.sampled_from(OBJECTS).flatmap(lambda kind: st.tuples(st.just(kind), written(kind))), st.data())
def test_wrong_types_are_refused_by_both(drawn, data):
    kind, row = drawn
    row[data.draw(st.sampled_from(sorted(row)))] = {"a": 1}
    with pytest.raises(CodecError):
        indru.from_dict(kind, row)
    assert not VALIDATORS[kind].is_valid(row)


@given(st.sampled_from(OBJECTS).flatmap(lambda kind: st.tuples(st.just(kind), written(kind))), st.data())
def test_unknown_and_missing_keys_are_refused_by_both(drawn, data):
    kind, row = drawn
    assert not VALIDATORS[kind].is_valid({**row, "colour": None})
    del row[data.draw(st.sampled_from(sorted(row)))]
    try:
        indru.from_dict(kind, row)
    except CodecError as error:
        missing = any("is missing" in path for path in error.paths)
    else:
        missing = False
    assert VALIDATORS[kind].is_valid(row) is not missing


@pytest.mark.parametrize("edtf", ["2021-12-06", "XXXX-05", "19XX", "196X~", "../2020", "2021~/2025-03", "2021/.."])
def test_dates_of_every_form_are_valid(edtf):
    assert VALIDATORS[indru.DateSpan].is_valid(edtf)


@pytest.mark.parametrize("edtf", ["", "May 2021", "2021-5", "2021/2022/2023", 2021, None, "2021-12-06T10:00"])
def test_no_date_is_refused_by_both(edtf):
    assert not VALIDATORS[indru.DateSpan].is_valid(edtf)
    with pytest.raises(CodecError):
        indru.from_dict(indru.DateSpan, edtf)


def test_what_has_no_schema():
    with pytest.raises(ArgumentError, match="must be the type"):
        json_schema(int)


def test_the_schema_is_json():
    assert json.loads(json.dumps(json_schema())) == json_schema()
