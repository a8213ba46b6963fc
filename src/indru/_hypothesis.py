"""The hook by which Hypothesis learns of indru's types: `st.from_type(Agreement)` then works anywhere."""

from __future__ import annotations


def register() -> None:
    """Register a strategy for every public type; Hypothesis calls this when it is imported."""
    from hypothesis import strategies as st

    from indru import strategies

    for kind, strategy in strategies.by_type().items():
        st.register_type_strategy(kind, strategy)
