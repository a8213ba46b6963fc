"""The codebook names every field and value, and its examples are read as it says."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import attrs
import pytest

import indru
from indru.model import (
    RECORD_TYPES,
    AgreementKind,
    AgreementStatus,
    Area,
    MeetingFormat,
    MeetingStatus,
    ProcurementMode,
    ProcurementStatus,
    WeaponCategory,
)
from indru.values import Basis, Qualifier

CODEBOOK = (Path(__file__).parent.parent / "docs" / "codebook.md").read_text(encoding="utf-8")
SECTIONS = {part.partition("\n")[0]: part for part in re.split(r"^##+ ", CODEBOOK, flags=re.MULTILINE)}
TABLES: dict[str, type[StrEnum]] = {
    "Evidence.basis": Basis,
    "Quantity.qualifier": Qualifier,
    "Agreement.kind": AgreementKind,
    "Agreement.status": AgreementStatus,
    "Meeting.format": MeetingFormat,
    "Meeting.status": MeetingStatus,
    "Procurement.mode": ProcurementMode,
    "Procurement.status": ProcurementStatus,
}
ROW = re.compile(r"^\| `([a-z-]+)` \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)
EXAMPLES = [
    (table, value, example.strip("*"))
    for table in TABLES
    if table != "Evidence.basis"
    for value, example in ROW.findall(SECTIONS[table])
]


@pytest.mark.parametrize("table", TABLES)
def test_each_value_has_its_row(table):
    assert [value for value, _ in ROW.findall(SECTIONS[table])] == list(TABLES[table])


@pytest.mark.parametrize("vocabulary", [Area, WeaponCategory])
def test_each_word_of_a_list_is_named(vocabulary):
    assert [word for word in vocabulary if f"`{word}`" not in CODEBOOK] == []


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.__name__)
def test_each_field_is_named(record_type):
    name = record_type.__name__
    chapter = CODEBOOK.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    fields = (field.name for field in attrs.fields(record_type) if field.name not in ("id", "evidence"))
    assert [field for field in fields if f"`{field}`" not in chapter and f"### {name}.{field}\n" not in chapter] == []


@pytest.mark.parametrize(("table", "value", "example"), EXAMPLES, ids=lambda part: part)
def test_examples_are_read_as_the_codebook_says(table, value, example):
    name, _, field = table.partition(".")
    result = indru.parse(example, published="2021-12-06")
    if name == "Quantity":
        read = [record.quantity.qualifier for record in result.procurements if record.quantity]
    else:
        read = [getattr(record, field) for record in result.records if type(record).__name__ == name]
    assert read == [value]
