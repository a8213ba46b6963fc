"""Which record of the one side is which of the other: the pairing of the greatest total weight."""

from __future__ import annotations

from collections.abc import Sequence


def align(weights: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    """Pair rows with columns, each in one pair at most, so that the weights of the pairs add up to the most.

    A weight of 0 or less means that the two can't be a pair.

    >>> align([[5, 4], [4, 0]])
    ((0, 1), (1, 0))
    """
    row_of: dict[int, int] = {}
    while path := _gaining_path(weights, row_of):
        row_of.update((column, row) for row, column in path)
    return tuple(sorted((row, column) for column, row in row_of.items()))


def _gaining_path(weights: Sequence[Sequence[int]], row_of: dict[int, int]) -> list[tuple[int, int]]:
    """New pairs that bring in one more row and gain the most; none where nothing is to be gained.

    A row that is free takes a column; if that is taken, its row moves on to another, and so forth. Found as
    Bellman and Ford find paths: the pairing so far is the best of its size, so that no round of moves gains.
    """
    taken = set(row_of.values())
    gain = {row: 0 for row in range(len(weights)) if row not in taken}
    came: dict[int, tuple[int, int]] = {}  # a row that has to move: who took its column, and which that was
    best, end = 0, (-1, -1)
    queue = list(gain)
    while queue:
        moved: dict[int, None] = {}
        for row in queue:
            for column, weight in enumerate(weights[row]):
                holder = row_of.get(column, -1)
                if weight <= 0 or holder == row:
                    continue
                total = gain[row] + weight
                if holder < 0:
                    if total > best:
                        best, end = total, (row, column)
                elif holder not in gain or total - weights[holder][column] > gain[holder]:
                    gain[holder] = total - weights[holder][column]
                    came[holder] = (row, column)
                    moved[holder] = None
        queue = list(moved)
    path: list[tuple[int, int]] = []
    while best:
        path.append(end)
        if end[0] not in came:
            break
        end = came[end[0]]
    return path
