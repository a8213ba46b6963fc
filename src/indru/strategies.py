"""Hypothesis strategies for every public type."""

from __future__ import annotations

from hypothesis import strategies as st


def by_type() -> dict[type[object], st.SearchStrategy[object]]:
    """A strategy for every public type."""
    return {}
