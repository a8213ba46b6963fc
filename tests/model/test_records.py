"""Records: each field takes its type and no other, and each type is known wherever types are listed."""

import pickle
import typing
from enum import StrEnum

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import indru.model as model
from indru import strategies
from indru.errors import ModelError
from indru.model import (
    RECORD_TYPES,
    Agreement,
    AgreementKind,
    AgreementStatus,
    Meeting,
    MeetingFormat,
    MeetingStatus,
    ParseResult,
    Person,
    Place,
    Problem,
    Procurement,
    ProcurementMode,
    ProcurementStatus,
    Record,
    Source,
    StatusChange,
    WeaponSystem,
)
from indru.values import Basis, DateSpan, Evidence, Money, Quantity, Span

SYSTEM = WeaponSystem(id="s1", designation="S-400")
REQUIRED = {
    Agreement: {"id": "a1", "kind": AgreementKind.CONTRACT, "status": AgreementStatus.SIGNED},
    Meeting: {"id": "m1", "format": MeetingFormat.VISIT, "status": MeetingStatus.HELD},
    Procurement: {
        "id": "p1",
        "system": SYSTEM,
        "mode": ProcurementMode.LEASE,
        "status": ProcurementStatus.DELIVERED,
    },
    WeaponSystem: {"id": "s1", "designation": "S-400"},
    Source: {"id": "d1"},
    Person: {"name": "Rajnath Singh"},
    Place: {"name": "Moscow"},
    Problem: {"code": "no-date", "message": "no date is known"},
    StatusChange: {"status": AgreementStatus.RATIFIED},
    ParseResult: {"source": Source(id="d1")},
}
EVERY_FIELD = [(kind, field) for kind in REQUIRED for field in attrs.fields(kind)]

SAMPLES = [
    None,
    "",
    " ",
    "text",
    "IND",
    3,
    0,
    True,
    2.5,
    b"bytes",
    ["IND"],
    (),
    ("IND",),
    ("",),
    (3,),
    {"a": 1},
    DateSpan("2021"),
    Quantity(number=3),
    Span(0, 1),
    AgreementKind.AGREEMENT,
    SYSTEM,
    (SYSTEM,),
    (Person(name="Sergei Shoigu"),),
    Place(name="Moscow"),
    Source(id="d2"),
    (Evidence(field="kind", span=Span(0, 0), quote="", rule="argument"),),
]
"""Values of many types: each field takes those of its annotation, and no other."""


def belongs(value, annotation):
    """Whether a value is of an annotated type, exactly; independent of the validators."""
    if typing.get_origin(annotation) is tuple:
        inner = typing.get_args(annotation)[0]
        return type(value) is tuple and all(belongs(item, inner) for item in value)
    options = typing.get_args(annotation) or (annotation,)
    if type(value) not in options:
        return False
    return type(value) is not str or value.strip() != ""


COUNTRY_FIELDS = {"country", "supplier", "recipient", "host", "visitor", "parties", "origin"}


@pytest.mark.parametrize(
    ("kind", "field"), EVERY_FIELD, ids=[f"{kind.__name__}.{field.name}" for kind, field in EVERY_FIELD]
)
def test_a_field_takes_its_type_and_no_other(kind, field):
    annotation = typing.get_type_hints(kind)[field.name]
    taken = 0
    for value in SAMPLES:
        allowed = belongs(value, annotation)
        if field.name in COUNTRY_FIELDS and value == "text":
            allowed = False
        if field.name in ("ordinal", "count") and value == 0:
            allowed = False
        if field.name == "code" and value == "IND":
            allowed = False
        if allowed:
            taken += 1
            assert getattr(kind(**{**REQUIRED[kind], field.name: value}), field.name) is value
        else:
            with pytest.raises(ModelError) as caught:
                kind(**{**REQUIRED[kind], field.name: value})
            assert caught.value.field == field.name
    named = [member for member in typing.get_args(annotation) or (annotation,) if isinstance(member, type)]
    assert taken or any(issubclass(member, StrEnum) for member in named) or Money in named


@pytest.mark.parametrize("country", ["ind", "IN", "INDI", "I1D", "ЙЦУ", "India", 91, ("IND",)])
def test_a_country_is_three_capital_letters(country):
    with pytest.raises(ModelError, match="country"):
        Person(name="Rajnath Singh", country=country)
    assert Person(name="Dmitry Ustinov", country="SUN").country == "SUN"


@pytest.mark.parametrize("countries", ["IND", ["IND"], ("ind",), ("IND", "India"), (None,)])
def test_parties_are_a_tuple_of_countries(countries):
    with pytest.raises(ModelError, match="parties"):
        Agreement(**REQUIRED[Agreement], parties=countries)


@pytest.mark.parametrize("code", ["", "-", "No-date", "no date", "нет", "no_date", None])
def test_the_code_of_a_problem_is_stable_words(code):
    with pytest.raises(ModelError, match="code"):
        Problem(code=code, message="no date is known")


@pytest.mark.parametrize("number", [0, -1, 2**63, True, 1.0])
def test_ordinals_count_from_one(number):
    with pytest.raises(ModelError, match="ordinal"):
        Meeting(**REQUIRED[Meeting], ordinal=number)


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_records_are_frozen_and_compare_by_content(kind):
    one, two = kind(**REQUIRED[kind]), kind(**REQUIRED[kind])
    assert one == two
    assert hash(one) == hash(two)
    assert one != attrs.evolve(one, id="other")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.id = "other"
    with pytest.raises(AttributeError):
        object.__setattr__(one, "colour", "red")


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_records_take_keywords_only(kind):
    with pytest.raises(TypeError):
        kind("a1")


def test_every_record_type_is_listed():
    assert set(RECORD_TYPES) == set(Record.__subclasses__())
    assert {kind.__name__ for kind in RECORD_TYPES} <= set(model.__all__)
    assert set(RECORD_TYPES) <= set(strategies.by_type())
    result_fields = typing.get_type_hints(ParseResult).values()
    assert {kind for kind in RECORD_TYPES if kind is not Source} <= {
        typing.get_args(hint)[0] for hint in result_fields if typing.get_args(hint)
    }


def public_types():
    return [kind for kind in strategies.by_type() if kind is not Record]


@pytest.mark.parametrize("kind", public_types(), ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_hypothesis_knows_every_type_and_each_survives_pickling(kind, data):
    value = data.draw(st.from_type(kind))
    assert type(value) is kind
    again = pickle.loads(pickle.dumps(value))
    assert again == value
    assert hash(again) == hash(value)
    assert repr(again) == repr(value)


@given(strategies.records())
def test_each_filled_field_has_evidence(record):
    for name in record.filled():
        found = record.evidence_for(name)
        assert found
        assert all(item.field == name for item in found)
    assert sum(len(record.evidence_for(name)) for name in record.filled()) == len(record.evidence)


@given(strategies.records())
def test_filled_fields_are_those_that_hold_something(record):
    filled = record.filled()
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        counts = field.name not in ("id", "evidence", "catalogued") and value is not None and value != ()
        assert (field.name in filled) is counts


def test_evidence_keeps_the_order_of_the_text():
    pieces = tuple(
        Evidence(field=field, span=Span(start, start + 3), quote="S-4", basis=Basis.ASSERTED, rule="name")
        for start, field in [(0, "designation"), (10, "kind"), (20, "designation")]
    )
    system = attrs.evolve(SYSTEM, evidence=pieces)
    assert system.evidence_for("designation") == (pieces[0], pieces[2])
    assert system.evidence_for("origin") == ()


def test_how_records_look():
    deal = Procurement(
        **REQUIRED[Procurement], ordered=DateSpan("2018-10"), quantity=Quantity(number=5, unit="regiment")
    )
    assert repr(deal) == (
        "<Procurement system=S-400 mode=lease status=delivered ordered=2018-10 quantity='5 regiment'>"
    )
    people = (Person(name="Rajnath Singh"), Person(name="Sergei Shoigu"))
    assert repr(Meeting(**REQUIRED[Meeting], participants=people)) == (
        "<Meeting format=visit status=held participants=[Rajnath Singh, Sergei Shoigu]>"
    )
    assert str(StatusChange(status=AgreementStatus.RATIFIED)) == "ratified"
    assert str(StatusChange(status=AgreementStatus.RATIFIED, date=DateSpan("2025-12"))) == "ratified 2025-12"
    assert str(Place(name="New Delhi", country="IND")) == "New Delhi"


@given(strategies.parse_results())
def test_a_result_lists_its_records(result):
    assert result.records[0] is result.source
    by_type = [tuple(record for record in result.records if type(record) is kind) for kind in RECORD_TYPES]
    assert by_type == [
        result.agreements,
        result.meetings,
        result.procurements,
        result.weapon_systems,
        (result.source,),
    ]
    assert repr(result).startswith(f"<ParseResult source={result.source.id} agreements={len(result.agreements)}")


VOCABULARIES = [
    kind
    for kind in (getattr(model, name) for name in model.__all__)
    if isinstance(kind, type) and issubclass(kind, StrEnum)
]


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda kind: kind.__name__)
def test_vocabularies_are_lower_case_words(vocabulary):
    assert len(VOCABULARIES) == 8
    assert all(member.value.replace("-", "").isalpha() and member.value.islower() for member in vocabulary)
