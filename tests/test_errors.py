"""Errors say what, where and what to do; they carry their data and can be pickled."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indru.errors import ArgumentError, CodecError, GoldError, IndruError, KnowledgeError, ModelError

ERRORS = [
    IndruError("something"),
    ArgumentError("text", "a string", b"bytes"),
    ModelError("number", -3, "a count can't be negative"),
    KnowledgeError("systems.toml", "system 'S-400'", "unknown key 'colour'"),
    KnowledgeError("systems.toml", "", "is no TOML"),
    CodecError("Quantity", ("$.number: is missing", "$.colour: unknown key")),
    GoldError("a.json", ("meetings[0].format: is missing", "colour: unknown key")),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("copied", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy])
def test_errors_survive_pickling_and_copying(error, copied):
    again = copied(error)
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


@given(st.text(), st.integers() | st.text() | st.none() | st.lists(st.integers()), st.text())
def test_a_model_error_of_any_value_survives_pickling(field, value, problem):
    again = pickle.loads(pickle.dumps(ModelError(field, value, problem)))
    assert (again.field, again.value, again.problem) == (field, value, problem)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_one_except_catches_all(error):
    with pytest.raises(IndruError):
        raise error


def test_errors_are_also_the_builtin_ones():
    assert issubclass(ArgumentError, TypeError)
    assert all(issubclass(kind, ValueError) for kind in (ModelError, KnowledgeError, CodecError, GoldError))


def test_messages_say_what_and_where():
    assert str(ERRORS[1]) == "text must be a string, not bytes"
    assert str(ERRORS[2]) == "number: a count can't be negative (got -3)"
    assert str(ERRORS[3]) == "systems.toml: system 'S-400': unknown key 'colour'"
    assert str(ERRORS[4]) == "systems.toml: is no TOML"
    assert str(ERRORS[5]) == "can't read Quantity: $.number: is missing; $.colour: unknown key"
    assert str(ERRORS[6]) == "a.json: meetings[0].format: is missing; colour: unknown key"


def test_a_message_stays_short_whatever_the_value():
    assert len(str(ModelError("title", "x" * 100_000, "is too long"))) < 200


class Unshowable:
    def __repr__(self):
        raise RuntimeError("broken")


@pytest.mark.parametrize("value", [Unshowable(), 10**5000], ids=["broken", "huge"])
def test_a_value_that_cannot_be_shown_is_named_by_its_type(value):
    assert f"a {type(value).__name__} that can't be shown" in str(ModelError("number", value, "is wrong"))


def test_a_codec_error_lists_ten_problems_and_keeps_all():
    error = CodecError("ParseResult", tuple(f"$[{index}]: is missing" for index in range(25)))
    assert str(error).endswith("$[9]: is missing; and 15 more")
    assert len(error.paths) == 25
