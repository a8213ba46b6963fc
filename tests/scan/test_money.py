"""Sums of money, exact to the last paisa."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import indru
from indru.scan.money import scan_money


def read(text: str) -> list[tuple[Decimal, Decimal | None, str, str]]:
    return [
        (m.money.amount, m.money.upper, m.money.currency, m.money.qualifier.value)
        for m in scan_money(text, text.lower())
    ]


@pytest.mark.parametrize(
    ("text", "amount", "currency", "qualifier"),
    [
        ("Rs. 5,000 crores", "50000000000", "INR", "exact"),
        ("a Rs 21,000-crore order", "210000000000", "INR", "exact"),
        ("Rs.4,900 cr", "49000000000", "INR", "exact"),
        ("\u20b939,000 crore", "390000000000", "INR", "exact"),
        ("INR 5,100 cr", "51000000000", "INR", "exact"),
        ("Rs 7418 Cr", "74180000000", "INR", "exact"),
        ("Rs 1 lakh crore", "1000000000000", "INR", "exact"),
        ("\u20b91.51 lakh crore", "1510000000000", "INR", "exact"),
        ("Rs 250 crore", "2500000000", "INR", "exact"),
        ("Rs 46 lakh", "4600000", "INR", "exact"),
        ("Rs 6,00,000", "600000", "INR", "exact"),
        ("Rs 500-odd crore", "5000000000", "INR", "about"),
        ("Rupees five thousand crore", "50000000000", "INR", "exact"),
        ("5,000 crore rupees", "50000000000", "INR", "exact"),
        ("up to 5 billion rupees", "5000000000", "INR", "under"),
        ("50 paise", "0.50", "INR", "exact"),
        ("USD 5.43 billion", "5430000000", "USD", "exact"),
        ("USD2 billion", "2000000000", "USD", "exact"),
        ("US$ 5.5 bn", "5500000000", "USD", "exact"),
        ("a $5.43-billion contract", "5430000000", "USD", "exact"),
        ("a $4-b contract", "4000000000", "USD", "exact"),
        ("2.5 billion dollars", "2500000000", "USD", "exact"),
        ("300.35 million dollars", "300350000", "USD", "exact"),
        ("half a billion dollars", "500000000", "USD", "exact"),
        ("one and a half billion dollars", "1500000000", "USD", "exact"),
        ("about one-and-a-half billion dollars", "1500000000", "USD", "about"),
        ("Rs 1 crore 20 lakh", "12000000", "INR", "exact"),
        ("1,200 crores of rupees", "12000000000", "INR", "exact"),
        ("Rs 5,000/- only", "5000", "INR", "exact"),
        ("$0.5 billion", "500000000", "USD", "exact"),
        ("a billion-dollar deal", "1000000000", "USD", "exact"),
        ("80 million dollars", "80000000", "USD", "exact"),
        ("well above three billion dollars", "3000000000", "USD", "over"),
        ("worth over $10 billion", "10000000000", "USD", "over"),
        ("around $4 billion", "4000000000", "USD", "about"),
        ("$5 billion or more", "5000000000", "USD", "over"),
        ("over one billion roubles", "1000000000", "RUB", "over"),
        ("12 trillion rubles", "12000000000000", "RUB", "exact"),
        ("\u20ac1.2bn", "1200000000", "EUR", "exact"),
        ("1.5 billion euros", "1500000000", "EUR", "exact"),
        ("\u00a33 million", "3000000", "GBP", "exact"),
        ("3 million pounds", "3000000", "GBP", "exact"),
        ("A$3 billion", "3000000000", "AUD", "exact"),
        ("C$ 4m", "4000000", "CAD", "exact"),
        ("S$5", "5", "SGD", "exact"),
        ("HK$6", "6", "HKD", "exact"),
    ],
)
def test_sums(text: str, amount: str, currency: str, qualifier: str) -> None:
    assert read(text) == [(Decimal(amount), None, currency, qualifier)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$35-40 billion", 35, 40),
        ("$3 to $4 billion", 3, 4),
        ("between $3 billion and $4 billion", 3, 4),
        ("between three and four billion dollars", 3, 4),
        ("2 to 3 billion dollars", 2, 3),
        ("USD 3-4 billion", 3, 4),
        ("Rs 500-550 crore", 5, Decimal("5.5")),
        ("Rs 5,000-5,500 million", 5, Decimal("5.5")),
    ],
)
def test_ranges(text: str, low: int, high: Decimal) -> None:
    assert [row[:2] for row in read(text)] == [(low * 10**9, high * 10**9)]


def test_a_sum_and_its_equivalent_stay_two() -> None:
    text = "over Rs 5,000 crore ($680 million)"
    first, second = scan_money(text, text.lower())
    assert text[first.start : first.end] == "over Rs 5,000 crore"
    assert text[first.amount_start : first.amount_end] == "Rs 5,000 crore"
    assert text[second.start : second.end] == "$680 million"


def test_from_one_sum_to_another_is_no_range() -> None:
    assert [row[0] for row in read("rose from $3 billion to $4 billion")] == [3 * 10**9, 4 * 10**9]


def test_the_price_of_one() -> None:
    assert [m.each for m in scan_money("rs 70,000 per rifle", "rs 70,000 per rifle")] == [True]
    assert [m.each for m in scan_money("rs 70,000 per cent", "rs 70,000 per cent")] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "6 crore people and 5 lakh rifles",
        "500 pounds of bombs",
        "the $ sign, Rs and US",
        "a multi-billion dollar deal, billions of dollars",
        "euro zone 12, 5 europeans",
        "hours 5, cars 6",
        "$12345678901234567890",
        "Rs 1,2,3 crore",
        "$.5 billion",
        "",
    ],
)
def test_what_is_no_money(text: str) -> None:
    assert read(text) == []


SCALES = {
    "": 1,
    " lakh": 10**5,
    " crore": 10**7,
    "-crore": 10**7,
    " million": 10**6,
    " bn": 10**9,
    " lakh crore": 10**12,
}


@given(
    st.decimals(min_value="0.01", max_value=10**9, places=2),
    st.sampled_from(sorted(SCALES)),
    st.sampled_from(
        [("Rs ", "INR"), ("Rs.", "INR"), ("\u20b9", "INR"), ("$", "USD"), ("US$", "USD"), ("\u20ac", "EUR")]
    ),
    st.booleans(),
)
def test_sums_read_back_exactly(amount: Decimal, scale: str, currency: tuple[str, str], commas: bool) -> None:
    sign, code = currency
    text = f"worth {sign}{amount:,}{scale}." if commas else f"worth {sign}{amount}{scale}."
    [(read_amount, _, read_code, _)] = read(text)
    assert (read_amount, read_code) == (amount * SCALES[scale], code)


@pytest.mark.parametrize("text", ["Rs 999999 lakh crore crore", "$5 million million"])
def test_a_scale_said_twice_is_no_sum(text):
    assert indru.find_money(text) == ()
