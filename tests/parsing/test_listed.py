"""Orders in a list of papers: the day of signing above it, what it says was not signed, and where an item ends."""

from __future__ import annotations

import indru

Row = tuple[str, str, str, int | None, str | None]


def rows(text: str, published: str) -> list[Row]:
    return sorted(
        (
            p.system.designation,
            str(p.mode),
            str(p.status),
            p.quantity.number if p.quantity is not None else None,
            p.ordered.edtf if p.ordered is not None else None,
        )
        for p in indru.parse(text, published=published).procurements
    )


LIST = """What was signed in Delhi

President Putin met Prime Minister Singh in New Delhi on Monday. These papers were signed there:

- A contract for 42 Su-30MKI fighters.
- A contract for 71 Mi-17V-5 helicopters, worth about $1.3 billion.

NOT SIGNED

- The contract for the fifth generation fighter.
"""


def test_items_of_a_list_take_the_day_of_signing() -> None:
    assert rows(LIST, "2012-12-24") == [
        ("FGFA", "joint-development", "proposed", None, None),
        ("Mi-17V-5", "purchase", "contracted", 71, "2012-12-24"),
        ("Su-30MKI", "purchase", "contracted", 42, "2012-12-24"),
    ]


def test_a_numbered_item_ends_what_the_one_before_it_spoke_of() -> None:
    text = (
        "India and Russia signed on Monday:\n\n1. A contract for 29 MiG-29K fighters.\n2. A contract between two "
        "firms for diamonds.\n3. An agreement, text unpublished.\n"
    )
    assert rows(text, "2010-03-16") == [("MiG-29K", "purchase", "contracted", 29, "2010-03-15")]
