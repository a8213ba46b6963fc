"""JSON: every value comes back with the same types, and what is wrong is refused with its place."""

import json
from decimal import Decimal
from types import MappingProxyType

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indru import strategies
from indru.codec import CODED_TYPES, from_dict, from_json, to_dict, to_json
from indru.errors import ArgumentError, CodecError
from indru.model import (
    Agreement,
    AgreementKind,
    AgreementStatus,
    Meeting,
    ParseResult,
    Person,
    Procurement,
    ProcurementMode,
    ProcurementStatus,
    Source,
    WeaponSystem,
)
from indru.values import DateSpan, Evidence, Money, Qualifier, Quantity, Span

coded = pytest.mark.parametrize("kind", CODED_TYPES, ids=lambda kind: kind.__name__)


def types_of(value):
    """The types of a value all the way down: `==` takes True for 1 and "over" for Qualifier.OVER."""
    if isinstance(value, tuple):
        return tuple, [types_of(item) for item in value]
    if attrs.has(type(value)):
        return type(value), [types_of(getattr(value, field.name)) for field in attrs.fields(type(value))]
    return type(value)


def plain_types(value):
    """The types in what to_dict makes."""
    if type(value) is dict:
        return {str}.union(*map(plain_types, value), *map(plain_types, value.values()))
    return set().union(*map(plain_types, value)) if type(value) is list else {type(value)}


@coded
@given(data=st.data())
def test_json_and_back_keeps_values_and_types(kind, data):
    value = data.draw(st.from_type(kind))
    again = from_json(kind, to_json(value, indent=data.draw(st.sampled_from([None, 2]))))
    assert again == value
    assert types_of(again) == types_of(value)
    assert to_json(again) == to_json(value)


@coded
@given(data=st.data())
def test_dictionaries_hold_plain_values_in_the_order_of_the_fields(kind, data):
    value = data.draw(st.from_type(kind))
    made = to_dict(value)
    assert plain_types(made) <= {str, int, bool, type(None)}
    assert made == json.loads(to_json(value))
    assert types_of(from_dict(kind, made)) == types_of(value)
    if kind is not DateSpan:
        assert list(made) == [field.name for field in attrs.fields(kind)]
        assert to_dict(from_dict(kind, MappingProxyType(dict(reversed(made.items()))))) == made


def test_a_result_has_exactly_the_documented_keys():
    assert list(to_dict(ParseResult(source=Source(id="d1")))) == [
        "source",
        "agreements",
        "meetings",
        "procurements",
        "weapon_systems",
        "problems",
    ]


def test_how_a_record_is_written():
    deal = Procurement(
        id="p1",
        system=WeaponSystem(id="s1", designation="AK-203", origin=("RUS",)),
        mode=ProcurementMode.LICENSED_PRODUCTION,
        status=ProcurementStatus.CONTRACTED,
        ordered=DateSpan("2021-12-06"),
        quantity=Quantity(number=600_000, qualifier=Qualifier.OVER, unit="rifle"),
        value=Money(amount=Decimal("5e10"), currency="INR"),
        evidence=(Evidence(field="status", span=Span(4, 9), quote="inked", rule="inked"),),
    )
    written = {name: value for name, value in to_dict(deal).items() if value is not None}
    assert written == {
        "id": "p1",
        "evidence": [
            {
                "field": "status",
                "span": {"start": 4, "end": 9},
                "quote": "inked",
                "basis": "asserted",
                "rule": "inked",
            }
        ],
        "system": {
            "id": "s1",
            "evidence": [],
            "designation": "AK-203",
            "family": [],
            "category": None,
            "kind": None,
            "origin": ["RUS"],
            "makers": [],
            "aliases": [],
            "catalogued": True,
        },
        "mode": "licensed-production",
        "status": "contracted",
        "ordered": "2021-12-06",
        "quantity": {"number": 600_000, "upper": None, "qualifier": "over", "unit": "rifle"},
        "value": {"amount": "50000000000", "upper": None, "currency": "INR", "qualifier": "exact"},
    }


def test_small_sums_are_written_without_exponent():
    money = Money(amount=Decimal("1E-10"), currency="USD")
    assert to_dict(money)["amount"] == "0.0000000001"
    assert from_json(Money, to_json(money)) == money


def test_keys_of_fields_that_need_not_be_filled_may_be_left_out():
    made = from_dict(Agreement, {"id": "a1", "kind": "treaty", "status": "signed"})
    assert made == Agreement(id="a1", kind=AgreementKind.TREATY, status=AgreementStatus.SIGNED)


@given(st.text(alphabet=st.characters(exclude_categories=()), min_size=1).filter(lambda text: not text.isspace()))
def test_any_unicode_is_written_to_files_and_comes_back(name):
    person = Person(name=name)
    assert from_json(Person, to_json(person).encode().decode()) == person


def test_other_scripts_stand_as_they_are():
    assert '"Сергей"' in to_json(Person(name="Сергей"))
    assert '"\\ud800"' in to_json(Person(name="\ud800"))


# --- what is refused -----------------------------------------------------------------------------------

DEAL = {
    "id": "p1",
    "system": {"id": "s1", "designation": "S-400"},
    "mode": "purchase",
    "status": "contracted",
}


def a_result(**changes):
    return {"source": {"id": "d1"}, "procurements": [DEAL, {**DEAL, **changes}]}


@pytest.mark.parametrize(
    ("kind", "mapping", "paths"),
    [
        (
            ParseResult,
            a_result(quantity={"number": "5"}),
            ["$.procurements[1].quantity.number: must be an integer, not str"],
        ),
        (
            ParseResult,
            a_result(quantity={"number": -5}),
            ["$.procurements[1].quantity.number: must be an integer from 0"],
        ),
        (
            ParseResult,
            a_result(quantity={"number": True}),
            ["$.procurements[1].quantity.number: must be an integer, not bool"],
        ),
        (
            ParseResult,
            a_result(quantity={"number": 5.0}),
            ["$.procurements[1].quantity.number: must be an integer, not float"],
        ),
        (
            ParseResult,
            a_result(quantity={"number": 5, "upper": 4}),
            ["$.procurements[1].quantity.upper: must be an integer above"],
        ),
        (ParseResult, a_result(quantity={}), ["$.procurements[1].quantity.number: is missing"]),
        (ParseResult, a_result(quantity=5), ["$.procurements[1].quantity: must be an object, not int"]),
        (ParseResult, a_result(quantity=[]), ["$.procurements[1].quantity: must be an object, not list"]),
        (ParseResult, a_result(ordered="2021-13"), ["$.procurements[1].ordered: there is no such date"]),
        (ParseResult, a_result(ordered=2021), ["$.procurements[1].ordered: must be a string, not int"]),
        (
            ParseResult,
            a_result(ordered={"edtf": "2021"}),
            ["$.procurements[1].ordered: must be a string, not dict"],
        ),
        (
            ParseResult,
            a_result(mode="theft"),
            ["$.procurements[1].mode: must be one of purchase, licensed-production"],
        ),
        (ParseResult, a_result(mode=None), ["$.procurements[1].mode: must be a string, not null"]),
        (ParseResult, a_result(supplier="Russia"), ["$.procurements[1].supplier: must be an ISO 3166-1"]),
        (ParseResult, a_result(system=None), ["$.procurements[1].system: must be an object, not null"]),
        (ParseResult, a_result(colour="red"), ["$.procurements[1].colour: unknown key"]),
        (ParseResult, a_result(**{"to $": 1}), ["$.procurements[1]['to $']: unknown key"]),
        (
            ParseResult,
            a_result(evidence=[{"field": "mode", "span": {"start": 0, "end": 4}, "quote": "buys!", "rule": "buy"}]),
            ["$.procurements[1].evidence[0].quote: must be a text as long as its span 0-4"],
        ),
        (
            ParseResult,
            a_result(evidence=[{"field": "mode", "span": [0, 4], "quote": "buys", "rule": "buy"}]),
            ["$.procurements[1].evidence[0].span: must be an object, not list"],
        ),
        (
            ParseResult,
            {"source": {"id": ""}, "agreements": "none", "meetings": {}, "problems": [None], "more": 1},
            [
                "$.source.id: must be text",
                "$.agreements: must be a list, not str",
                "$.meetings: must be a list, not dict",
                "$.problems[0]: must be an object, not null",
                "$.more: unknown key",
            ],
        ),
        (ParseResult, {}, ["$.source: is missing"]),
        (ParseResult, None, ["$: must be an object, not null"]),
        (ParseResult, [], ["$: must be an object, not list"]),
        (ParseResult, "{}", ["$: must be an object, not str"]),
        (Source, {"id": 7}, ["$.id: must be a string, not int"]),
        (Source, {"id": "d1", 1: 2}, ["$['1']: unknown key"]),
        (
            WeaponSystem,
            {"id": "s1", "designation": "S-400", "origin": "RUS"},
            ["$.origin: must be a list, not str"],
        ),
        (
            WeaponSystem,
            {"id": "s1", "designation": "S-400", "origin": ["RUS", 7]},
            ["$.origin[1]: must be a string, not int"],
        ),
        (
            WeaponSystem,
            {"id": "s1", "designation": "S-400", "catalogued": 1},
            ["$.catalogued: must be true or false, not int"],
        ),
        (
            WeaponSystem,
            {"id": "s1", "designation": "S-400", "category": "boat"},
            ["$.category: must be one of aircraft,"],
        ),
        (
            Meeting,
            {"id": "m1", "format": "visit", "status": "held", "ordinal": "21"},
            ["$.ordinal: must be an integer, not str"],
        ),
        (Span, {"start": 5, "end": 4}, ["$.end: a span must end"]),
        (DateSpan, "2022/2021", ["$: an interval can't end before it starts"]),
        (DateSpan, None, ["$: must be a string, not null"]),
        (Money, {"amount": 5, "currency": "USD"}, ["$.amount: must be a string, not int"]),
        (Money, {"amount": "5", "currency": "$"}, ["$.currency: must be an ISO 4217 code"]),
        (Money, {"amount": "9" * 40, "currency": "USD"}, ["$.amount: must have at most 30 digits"]),
        *(
            (
                Money,
                {"amount": amount, "currency": "USD"},
                ["$.amount: must be a string with a decimal number"],
            )
            for amount in [
                "",
                "NaN",
                "Infinity",
                "-5",
                "+5",
                "5e9",
                "1_000",
                " 5",
                "5 ",
                ".5",
                "5.",
                "५",
                "1" * 99,
            ]
        ),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(kind, mapping, paths):
    with pytest.raises(CodecError) as caught:
        from_dict(kind, mapping)
    assert caught.value.type_name == kind.__name__
    assert len(caught.value.paths) == len(paths)
    for found, expected in zip(caught.value.paths, paths, strict=True):
        assert found.startswith(expected)


def test_an_error_carries_no_chain_of_other_errors():
    with pytest.raises(CodecError) as caught:
        from_dict(ParseResult, a_result(quantity={"number": -5}))
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "Expecting value"),
        ("{", "Expecting property name"),
        ('{"id": "d1",}', "line 1 column"),
        ('{"id": "d1"} {}', "Extra data"),
        ("\ufeff{}", "BOM"),
        ('{"id": NaN}', "NaN is no JSON"),
        ('{"id": -Infinity}', "-Infinity is no JSON"),
        ('{"id": ' + "9" * 5000 + "}", "limit"),
        ('{"id": 1e999}', "must be a string, not float"),
        ('{"id": "d1", "id": "d2"}', "the key 'id' stands twice"),
        ('{"id": "d1", "place": {"name": "a", "name": "a"}}', "the key 'name' stands twice"),
        ("[" * 100_000, "nested too deeply"),
        ('{"id":' * 100_000, "nested too deeply"),
        ("[" * 500 + "]" * 500, "must be an object, not list"),
        ('{"id": ' + "[" * 500 + "]" * 500 + "}", "must be a string, not list"),
        ("null", "must be an object, not null"),
    ],
    ids=lambda text: text[:24],
)
def test_json_that_is_none_is_refused(text, problem):
    with pytest.raises(CodecError, match=r"^can't read Source: ") as caught:
        from_json(Source, text)
    assert problem in str(caught.value)


@given(st.text())
def test_any_text_is_a_source_or_a_codec_error(text):
    with pytest.raises(CodecError):
        from_json(Source, text)


scalars = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["2021", "RUS"])
)
junk = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5) | st.integers(), inner, max_size=3),
    max_leaves=5,
)


def places_in(value, place=()):
    """Where something stands in a tree of dictionaries and lists."""
    yield place
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from places_in(inner, (*place, key))


def replaced(value, place, new):
    if not place:
        return new
    made = dict(value) if isinstance(value, dict) else list(value)
    made[place[0]] = replaced(value[place[0]], place[1:], new)
    return made


@given(strategies.parse_results(), junk, st.data())
def test_junk_anywhere_is_taken_as_it_is_or_refused_there(result, new, data):
    mapping = to_dict(result)
    place = data.draw(st.sampled_from(list(places_in(mapping))))
    changed = replaced(mapping, place, new)
    made, error = taken_or_refused(changed)
    if error:
        path = "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
        # A quote may no longer fit its span, and a bound its number: that is said of the neighbour.
        parent = path.removesuffix(".start").removesuffix(".end").rpartition(".")[0]
        assert all(found.startswith((path, parent)) for found in error.paths)
    else:
        assert from_dict(ParseResult, to_dict(made)) == made


def taken_or_refused(mapping):
    try:
        return from_dict(ParseResult, mapping), None
    except CodecError as error:
        return None, error


@pytest.mark.parametrize("obj", [None, 5, "2021", {}, [], ParseResult, Qualifier.OVER, AgreementKind.TREATY])
def test_only_values_records_and_results_are_written(obj):
    with pytest.raises(ArgumentError, match="obj must be"):
        to_dict(obj)
    with pytest.raises(ArgumentError):
        to_json(obj)


@pytest.mark.parametrize("kind", [dict, str, None, Qualifier, 5, Person(name="Sergei Shoigu")])
def test_only_values_records_and_results_are_read(kind):
    with pytest.raises(ArgumentError, match="cls must be"):
        from_dict(kind, {})
    with pytest.raises(ArgumentError, match="cls must be"):
        from_json(kind, "{}")


@pytest.mark.parametrize("text", [b"{}", None, {}])
def test_json_is_read_from_strings(text):
    with pytest.raises(ArgumentError, match="text must be"):
        from_json(Source, text)


def test_a_quote_whose_halves_of_a_pair_join_in_json_is_refused_and_not_shifted():
    evidence = Evidence(field="title", span=Span(0, 3), quote="a\ud800\udfff", rule="title")
    with pytest.raises(CodecError, match="as long as its span"):
        from_json(Evidence, to_json(evidence))
