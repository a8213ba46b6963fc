"""Counts and sums: what is refused, how hedges compare, and one way to write each."""

import pickle
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indru import strategies
from indru.errors import ModelError
from indru.values import Money, Qualifier, Quantity
from indru.values.currencies import CURRENCIES

EXACT, OVER, UNDER, ABOUT = Qualifier.EXACT, Qualifier.OVER, Qualifier.UNDER, Qualifier.ABOUT


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"number": -1}, "number"),
        ({"number": True}, "number"),
        ({"number": 5.0}, "number"),
        ({"number": "5"}, "number"),
        ({"number": None}, "number"),
        ({"number": 2**63}, "number"),
        ({"number": 10**5000}, "number"),
        ({"number": 5, "upper": 5}, "upper"),
        ({"number": 5, "upper": 4}, "upper"),
        ({"number": 5, "upper": 7.0}, "upper"),
        ({"number": 5, "upper": 2**63}, "upper"),
        ({"number": 5, "unit": ""}, "unit"),
        ({"number": 5, "unit": " "}, "unit"),
        ({"number": 5, "unit": 3}, "unit"),
        ({"number": 5, "unit": EXACT}, "unit"),
        ({"number": 5, "qualifier": "over"}, "qualifier"),
        ({"number": 5, "qualifier": None}, "qualifier"),
    ],
)
def test_what_is_no_quantity_is_refused(fields, wrong):
    with pytest.raises(ModelError) as caught:
        Quantity(**fields)
    assert caught.value.field == wrong


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"amount": 5}, "amount"),
        ({"amount": 5.0}, "amount"),
        ({"amount": "5"}, "amount"),
        ({"amount": None}, "amount"),
        ({"amount": Decimal(-5)}, "amount"),
        ({"amount": Decimal("NaN")}, "amount"),
        ({"amount": Decimal("sNaN")}, "amount"),
        ({"amount": Decimal("Infinity")}, "amount"),
        ({"amount": Decimal("1E+30")}, "amount"),
        ({"amount": Decimal("1E+999999")}, "amount"),
        ({"amount": Decimal("1E-31")}, "amount"),
        ({"amount": Decimal("1E-999999")}, "amount"),
        ({"amount": Decimal("9" * 31)}, "amount"),
        ({"amount": Decimal(5), "upper": Decimal(5)}, "upper"),
        ({"amount": Decimal(5), "upper": Decimal(4)}, "upper"),
        ({"amount": Decimal(5), "upper": 7}, "upper"),
        ({"amount": Decimal(5), "upper": Decimal("NaN")}, "upper"),
        ({"amount": Decimal(5), "currency": "Rs"}, "currency"),
        ({"amount": Decimal(5), "currency": "usd"}, "currency"),
        ({"amount": Decimal(5), "currency": "XXX"}, "currency"),
        ({"amount": Decimal(5), "currency": None}, "currency"),
        ({"amount": Decimal(5), "currency": ["USD"]}, "currency"),
        ({"amount": Decimal(5), "qualifier": "over"}, "qualifier"),
    ],
)
def test_what_is_no_sum_is_refused(fields, wrong):
    with pytest.raises(ModelError) as caught:
        Money(**{"currency": "USD", **fields})
    assert caught.value.field == wrong


@pytest.mark.parametrize("code", ["INR", "RUB", "USD", "EUR", "SUR", "RUR", "DEM", "FRF", "GBP", "CNY", "AED"])
def test_currencies_of_old_and_new_deals_are_known(code):
    assert Money(amount=Decimal(1), currency=code).currency == code


def test_the_list_of_currencies():
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in CURRENCIES)
    assert not CURRENCIES & {"XXX", "XTS", "XAU", "XAG"}
    assert 250 < len(CURRENCIES) < 310


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("5.43e9", "5430000000"),
        ("5430000000.00", "5430000000"),
        ("12.50", "12.5"),
        ("0.10", "0.1"),
        ("0", "0"),
        ("-0", "0"),
        ("0E+5", "0"),
        ("0.00", "0"),
        ("100", "100"),
        ("9" * 30, "9" * 30),
        ("0." + "0" * 29 + "1", "0." + "0" * 29 + "1"),
    ],
)
def test_a_sum_is_written_one_way(written, plain):
    money = Money(amount=Decimal(written), currency="USD")
    assert format(money.amount, "f") == plain
    assert money.amount.as_tuple() == Decimal(plain).as_tuple()
    assert money.amount == Decimal(written)


@given(strategies.money())
def test_sums_do_not_depend_on_the_decimal_context(money):
    with localcontext() as context:
        context.prec = 2
        again = Money(**{name: getattr(money, name) for name in ("amount", "upper", "currency", "qualifier")})
        assert again.compatible(money)
    assert again == money


@given(strategies.quantities() | strategies.money())
def test_values_are_their_repr_and_survive_pickling(value):
    assert eval(repr(value)) == value
    assert pickle.loads(pickle.dumps(value)) == value
    assert hash(pickle.loads(pickle.dumps(value))) == hash(value)


@pytest.mark.parametrize(
    ("value", "shown", "said"),
    [
        (Quantity(number=5), "5", "Quantity(number=5)"),
        (
            Quantity(number=600000, qualifier=OVER, unit="rifle"),
            "over 600000 rifle",
            "Quantity(number=600000, qualifier=Qualifier.OVER, unit='rifle')",
        ),
        (
            Quantity(number=10, upper=12, unit="regiment"),
            "10 to 12 regiment",
            "Quantity(number=10, upper=12, unit='regiment')",
        ),
        (
            Money(amount=Decimal("35e9"), upper=Decimal("40e9"), currency="USD", qualifier=ABOUT),
            "about 35000000000 to 40000000000 USD",
            "Money(amount=Decimal('35000000000'), upper=Decimal('40000000000'), currency='USD', "
            "qualifier=Qualifier.ABOUT)",
        ),
    ],
)
def test_how_values_look(value, shown, said):
    assert str(value) == shown
    assert repr(value) == said


def quantity(number, qualifier=EXACT, upper=None, unit="rifle"):
    return Quantity(number=number, upper=upper, qualifier=qualifier, unit=unit)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (quantity(600_000, OVER), quantity(601_427), True),
        (quantity(600_000, OVER), quantity(600_000), True),
        (quantity(600_000, OVER), quantity(599_999), False),
        (quantity(600_000), quantity(601_427), False),
        (quantity(40, UNDER), quantity(36), True),
        (quantity(40, UNDER), quantity(41), False),
        (quantity(40, UNDER), quantity(50, OVER), False),
        (quantity(40, OVER), quantity(50, UNDER), True),
        (quantity(100, ABOUT), quantity(110), True),
        (quantity(100, ABOUT), quantity(111), False),
        (quantity(100, ABOUT), quantity(90), True),
        (quantity(100, ABOUT), quantity(89), False),
        (quantity(10, upper=12), quantity(12), True),
        (quantity(10, upper=12), quantity(13), False),
        (quantity(10, upper=12), quantity(12, upper=14), True),
        (quantity(10, upper=12, qualifier=OVER), quantity(10), True),
        (quantity(10, upper=12, qualifier=UNDER), quantity(12), True),
        (quantity(100, upper=200, qualifier=ABOUT), quantity(220), True),
        (quantity(5, unit="regiment"), quantity(5, unit="launcher"), None),
        (quantity(5, unit=None), quantity(5, unit="launcher"), None),
        (quantity(5, unit=None), quantity(5, unit=None), None),
    ],
)
def test_when_two_counts_can_both_be_true(one, two, expected):
    assert one.compatible(two) is expected
    assert two.compatible(one) is expected


def usd(amount, qualifier=EXACT, upper=None, currency="USD"):
    return Money(
        amount=Decimal(amount),
        upper=None if upper is None else Decimal(upper),
        qualifier=qualifier,
        currency=currency,
    )


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (usd("5.43e9"), usd("5.43e9"), True),
        (usd("5e9"), usd("5.43e9"), True),  # rounded
        (usd("5.4e9"), usd("5.43e9"), True),
        (usd("5.5e9"), usd("5.43e9"), False),
        (usd("5e9"), usd("6e9"), False),
        (usd("5e9"), usd("5.6e9"), False),
        (usd("1e10"), usd("1.4e10"), False),  # never more than a tenth
        (usd("1e10"), usd("1.1e10"), True),
        (usd("5e9", OVER), usd("5.43e9"), True),
        (usd("5e9", OVER), usd("4.9e9"), False),
        (usd("5e9", UNDER), usd("4.9e9"), True),
        (usd("5.4e9", ABOUT), usd("5.9e9"), True),
        (usd("5.4e9", ABOUT), usd("6.1e9"), False),
        (usd("35e9", upper="40e9"), usd("37.5e9"), True),
        (usd("35e9", upper="40e9"), usd("40.4e9"), True),  # the end is a rounding too
        (usd("35e9", upper="40e9"), usd("46e9"), False),
        (usd("0"), usd("0"), True),
        (usd("0"), usd("1"), False),
        (usd("12.5"), usd("12.54"), True),
        (usd("12.5"), usd("12.6"), False),
        (usd("5e9"), usd("5e9", currency="INR"), None),
    ],
)
def test_when_two_sums_can_both_be_true(one, two, expected):
    assert one.compatible(two) is expected
    assert two.compatible(one) is expected


same_unit = st.builds(quantity, st.integers(0, 60), st.sampled_from(Qualifier), st.none() | st.integers(61, 80))


def meant(value):
    """The whole numbers up to 200 that a count stands for, by the words of its documentation."""
    end = value.upper or value.number
    return {
        number
        for number in range(200)
        if {
            EXACT: value.number <= number <= end,
            OVER: number >= value.number,
            UNDER: number <= end,
            ABOUT: value.number * 9 <= number * 10 <= end * 11,
        }[value.qualifier]
    }


@given(same_unit, same_unit)
def test_counts_are_compatible_if_they_share_a_number(one, two):
    share = bool(meant(one) & meant(two))
    assert one.compatible(two) is two.compatible(one)
    if share:
        assert one.compatible(two)
    if {one.qualifier, two.qualifier} != {ABOUT}:  # two hedges may meet between whole numbers
        assert one.compatible(two) is share


@given(strategies.quantities())
def test_a_count_is_compatible_with_itself_if_its_unit_is_known(value):
    assert value.compatible(value) is (None if value.unit is None else True)


@given(strategies.money(), strategies.money())
def test_sums_are_compatible_both_ways_or_neither(one, two):
    assert one.compatible(one) is True
    assert one.compatible(two) is two.compatible(one)
    assert (one.compatible(two) is None) is (one.currency != two.currency)
