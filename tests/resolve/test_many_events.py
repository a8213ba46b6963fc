"""A text that tells of thousands of events: each draft is compared with those told of around it alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from indru.parsing.drafts import Draft, Reading
from indru.resolve import clusters


def _drafts(count: int) -> list[Draft]:
    return [
        Draft(type="agreement", sentence=at, start=at * 100, readings=(Reading("kind", str(at), at, at + 1, "r"),))
        for at in range(count)
    ]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Where the groups began that a draft was compared with, one for each comparison."""
    starts: list[int] = []

    def same(group: Sequence[Draft], draft: Draft) -> int:
        starts.append(group[0].start)
        return int(group[0].get("kind") == draft.get("kind"))

    monkeypatch.setitem(clusters._SAME, "agreement", same)
    return starts


def test_comparisons_grow_with_the_number_of_events_and_not_with_its_square(asked: list[int]) -> None:
    counts = []
    for size in (400, 800, 1600):
        asked.clear()
        assert len(clusters.cluster(_drafts(size))) == size
        counts.append(len(asked))
    assert counts[1] < 2.5 * counts[0]
    assert counts[2] < 2.5 * counts[1]


def test_a_later_draft_finds_the_group_beside_it_among_many(asked: list[int]) -> None:
    drafts = _drafts(1000)
    again = Draft(type="agreement", sentence=200, start=20_050, weak=True, readings=drafts[200].readings)
    groups = clusters.cluster([*drafts, again])
    assert again in next(group for group in groups if group[0] is drafts[200])
    assert 20_000 in asked
