"""Each reader sees the same types and nulls, column by column."""

import datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas
import polars
import pyarrow
import pytest

from indru import frames
from indru.model import Place, Procurement, ProcurementMode, ProcurementStatus, WeaponSystem
from indru.values import DateSpan, Money, Quantity

SYSTEM = WeaponSystem(id="s1", designation="S-400")
BARE = Procurement(id="p1", system=SYSTEM, mode=ProcurementMode.PURCHASE, status=ProcurementStatus.PROPOSED)
FULL = Procurement(
    id="p2",
    system=SYSTEM,
    mode=ProcurementMode.PURCHASE,
    status=ProcurementStatus.CONTRACTED,
    ordered=DateSpan("2018-10-05"),
    delivery=DateSpan("2021/.."),
    quantity=Quantity(number=5, unit="regiment"),
    value=Money(amount=Decimal("5.43e9"), currency="USD"),
    site=Place(name="Nashik"),
)
EXPECTED = {
    "id": ["p1", "p2"],
    "reading": [None, None],
    "status": ["proposed", "contracted"],
    "ordered_earliest": [None, datetime.date(2018, 10, 5)],
    "ordered_latest": [None, datetime.date(2018, 10, 5)],
    "ordered_precision": [None, "day"],
    "ordered_edtf": [None, "2018-10-05"],
    "delivery_earliest": [None, datetime.date(2021, 1, 1)],
    "delivery_latest": [None, None],
    "delivery_edtf": [None, "2021/.."],
    "quantity_number": [None, 5],
    "quantity_upper": [None, None],
    "quantity_unit": [None, "regiment"],
    "value_amount": [None, Decimal(5430000000)],
    "value_currency": [None, "USD"],
    "site_name": [None, "Nashik"],
    "site_country": [None, None],
    "evidence": [[], []],
}


def by_pyarrow(frame):
    return pyarrow.table(frame).to_pydict()


def by_polars(frame):
    return polars.DataFrame(frame).to_dict(as_series=False)


def by_duckdb(frame):
    relation = duckdb.connect().sql("from frame")
    return dict(zip(relation.columns, map(list, zip(*relation.fetchall(), strict=True)), strict=True))


def by_pandas(frame):
    made = frame.to_pandas()
    return {
        name: [
            None if value is pandas.NA or value is None else value.tolist() if hasattr(value, "tolist") else value
            for value in made[name]
        ]
        for name in made.columns
    }


@pytest.mark.parametrize("read", [by_pyarrow, by_polars, by_duckdb, by_pandas])
@pytest.mark.parametrize("column", EXPECTED)
def test_values_and_nulls(read, column):
    assert read(frames.Frame(Procurement, [BARE, FULL]))[column] == EXPECTED[column]


@pytest.mark.parametrize("kind", frames.FRAME_TYPES.values())
def test_types_are_the_same_for_each_reader(kind):
    frame = frames.Frame(kind, [])
    relation = duckdb.connect().sql("from frame")
    types = {str(type_) for type_ in relation.types if "STRUCT" not in str(type_)}
    assert types <= {"VARCHAR", "VARCHAR[]", "DATE", "BIGINT", "BOOLEAN", f"DECIMAL(38,{frames.DECIMALS})"}
    columns = frames.schema_of(kind).names
    assert relation.columns == polars.DataFrame(frame).columns == list(frame.to_pandas().columns) == columns
    for name, dtype in polars.DataFrame(frame).schema.items():
        expected = frames.schema_of(kind).field(name).type
        if pyarrow.types.is_date(expected):
            assert dtype == polars.Date
        elif pyarrow.types.is_decimal(expected):
            assert dtype == polars.Decimal(38, frames.DECIMALS)
        elif pyarrow.types.is_integer(expected):
            assert dtype == polars.Int64
    for name, dtype in frame.to_pandas().dtypes.items():
        assert dtype.pyarrow_dtype == frames.schema_of(kind).field(name).type


def test_the_page_names_each_column():
    page = (Path(__file__).parents[2] / "docs" / "frames.md").read_text()
    for name, kind in frames.FRAME_TYPES.items():
        section = page.partition(f"### {name}\n")[2].partition("\n### ")[0]
        listed = [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")]
        assert listed == frames.schema_of(kind).names
