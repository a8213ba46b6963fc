"""The pairing is one to one and of the greatest weight."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indru.evaluate.alignment import align

WEIGHTS = st.integers(0, 5).flatmap(
    lambda columns: st.lists(st.lists(st.integers(-1, 9), min_size=columns, max_size=columns), max_size=5)
)


def best_total(weights: list[list[int]]) -> int:
    """By trying all: rows to columns, or to none."""
    columns = len(weights[0]) if weights else 0
    places = [*range(columns), *[-1] * len(weights)]
    return max(
        sum(max(0, row[column]) for row, column in zip(weights, order, strict=True) if column >= 0)
        for order in set(permutations(places, len(weights)))
    )


@given(WEIGHTS)
def test_no_pairing_is_better(weights):
    pairs = align(weights)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(weights[row][column] > 0 for row, column in pairs)
    assert sum(weights[row][column] for row, column in pairs) == best_total(weights)


@pytest.mark.parametrize("weights", [[], [[]], [[], []], [[0]], [[-3]]])
def test_nothing_to_pair(weights):
    assert align(weights) == ()


def test_many_records_are_paired_in_time():
    size = 120
    weights = [[1 + 10 * ((row * column + row) % 7) for column in range(size)] for row in range(size)]
    assert len(align(weights)) == size
