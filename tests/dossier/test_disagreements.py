"""The real disagreements of the field: public sources that give one deal different figures."""

from __future__ import annotations

from itertools import combinations

import pytest

import indru
from indru import Dossier
from indru.dossier.conflicts import contradict


def quantity(text):
    [found] = indru.find_quantities(f"The order is for {text}.")
    return found.quantity


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("over 6 lakh rifles", "6,01,427 rifles", False),
        ("over 6 lakh rifles", "nearly 6 lakh rifles", True),
        ("6,01,427 rifles", "601,427 rifles", False),
        ("6,01,427 rifles", "614,427 rifles", True),  # a digit dropped
        ("6,01,427 rifles", "6,014,427 rifles", True),  # a digit too many
        ("7.47 lakh rifles", "750,000 rifles", True),
        ("over five lakh rifles", "6,01,427 rifles", False),
        ("five squadrons", "five squadrons", False),
    ],
)
def test_figures_for_one_order(one, other, apart):
    assert contradict(quantity(one), quantity(other)) is apart


def order(count, day, published):
    text = f"Russia and India signed a contract for {count} AK-203 rifles on {day}."
    return indru.parse(text, published=published)


def test_the_wrong_digits_are_named_and_the_official_number_kept():
    readings = [
        order("6,01,427", "6 December 2021", "2021-12-06"),
        order("601,427", "6 December 2021", "2021-12-07"),
        order("6,014,427", "6 December 2021", "2024-07-06"),
    ]
    dossier = Dossier(readings)
    [deal] = dossier.procurements
    assert deal.quantity.number == 601_427
    [conflict] = [found for found in dossier.conflicts() if found.field == "quantity"]
    assert {side.value.number for side in conflict.sides} == {601_427, 6_014_427}


def test_seventy_thousand_and_six_lakh_are_six_lakh_seventy_thousand():
    readings = [
        order("70,000", "6 December 2021", "2022-01-02"),
        order("600,000", "6 December 2021", "2022-01-03"),
        order("670,000", "6 December 2021", "2022-01-04"),
    ]
    found = [conflict for conflict in Dossier(readings).conflicts() if conflict.field == "quantity"]
    assert [conflict.explained for conflict in found] == ["70,000 + 600,000 = 670,000"]


def test_prices_in_rounded_dollars_fit_or_are_named():
    amounts = {"$5.43 billion": "2018-10-06", "$5.4 billion": "2019-03-01", "$5.2 billion": "2019-03-08"}
    readings = [
        indru.parse(
            f"India signed a {price} contract with Russia for five S-400 squadrons in October 2018.", published=day
        )
        for price, day in amounts.items()
    ]
    dossier = Dossier(readings)
    assert len(dossier.procurements) == 1
    [conflict] = [found for found in dossier.conflicts() if found.field == "value"]
    values = [side.value for side in conflict.sides]
    assert any(contradict(one, other) for one, other in combinations(values, 2))
    assert str(min(value.amount for value in values)) == "5200000000"
