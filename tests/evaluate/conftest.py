"""A folder of gold with one document, which tests spoil in one place."""

from __future__ import annotations

import json
from typing import Any

import pytest

TEXT = "India signed a contract with Russia for 5,000 Igla-S missiles worth $1.5 billion on 14 November 2023."


@pytest.fixture
def row() -> dict[str, Any]:
    """Gold of TEXT that is right."""
    return {
        "id": "one",
        "published": "2023-11-15",
        "source": {"publisher": None, "published": "2023-11-15", "place": "Moscow"},
        "agreements": [
            {
                "kind": "contract",
                "status": "signed",
                "signed": "2023-11-14",
                "place": None,
                "parties": ["IND", "RUS"],
                "signatories": [],
                "systems": ["Igla-S"],
                "term": "2023/..",
                "quote": "signed a contract",
            }
        ],
        "meetings": [
            {
                "format": "visit",
                "status": "held",
                "date": "2023-11-13/2023-11-14",
                "place": "Moscow",
                "participants": ["Rajnath Singh"],
                "quote": "India",
            }
        ],
        "procurements": [
            {
                "system": "Igla-S",
                "quantity": {"number": 5000, "qualifier": "exact"},
                "value": {"amount": 1500000000, "currency": "USD", "qualifier": "exact"},
                "mode": "purchase",
                "status": "contracted",
                "ordered": "2023-11-14",
                "quote": "5,000 Igla-S missiles",
            }
        ],
        "systems": ["Igla-S"],
    }


@pytest.fixture
def write(tmp_path):
    """Write gold and its text, and give the folder."""

    def write_gold(row: object, text: str = TEXT, name: str = "one"):
        (tmp_path / f"{name}.json").write_text(row if isinstance(row, str) else json.dumps(row), encoding="utf-8")
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        return tmp_path

    return write_gold
