"""What goes into a table comes back as it was, by each reader's own way."""

import io
from decimal import Decimal

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indru import frames, strategies
from indru.errors import ArgumentError, CodecError, ModelError
from indru.model import Meeting, Procurement, ProcurementMode, ProcurementStatus, WeaponSystem
from indru.values import Money

RECORDS = [(kind, strategies.by_type()[kind]) for kind in frames.FRAME_TYPES.values()]
COLLECTIONS = st.sampled_from(RECORDS).flatmap(
    lambda pair: st.lists(pair[1], max_size=3).map(lambda records: frames.Frame(pair[0], records))
)


@given(COLLECTIONS)
def test_parquet_loses_nothing(frame):
    file = io.BytesIO()
    pyarrow.parquet.write_table(frame.to_arrow(), file)
    back = pyarrow.parquet.read_table(file)
    assert back.schema.equals(frames.schema_of(frame.kind), check_metadata=True)
    assert frames.from_arrow(frame.kind, back) == frame.records


@given(COLLECTIONS)
def test_each_reader_gives_the_records_back(frame):
    assert frames.from_arrow(frame.kind, pyarrow.table(frame)) == frame.records
    assert frames.from_arrow(frame.kind, polars.DataFrame(frame)) == frame.records
    assert frames.from_arrow(frame.kind, frame.to_pandas()) == frame.records


@pytest.mark.parametrize(("kind", "records"), RECORDS, ids=list(frames.FRAME_TYPES))
def test_duckdb_gives_the_records_back(kind, records):
    connection = duckdb.connect()

    @given(st.lists(records, max_size=3))
    def check(drawn):
        frame = frames.Frame(kind, drawn)
        assert frames.from_arrow(kind, connection.sql("from frame").to_arrow_table()) == frame.records

    check()


@given(st.lists(strategies.parse_results(), max_size=2))
def test_each_row_names_its_reading(results):
    tables = frames.frames_of(results)
    for result in results:
        kept = [row for row in tables["meetings"].to_arrow().to_pylist() if row["reading"] == result.source.id]
        assert len(kept) >= len(result.meetings)
    assert tables["sources"].to_arrow().column("reading") == tables["sources"].to_arrow().column("id")


def _deal(amount):
    return Procurement(
        id="p1",
        system=WeaponSystem(id="s1", designation="S-400"),
        mode=ProcurementMode.PURCHASE,
        status=ProcurementStatus.CONTRACTED,
        value=Money(amount=Decimal(amount), currency="INR"),
    )


def test_a_lakh_crore_with_all_its_digits():
    for amount in ("40000000000000", "9" * 30, f"{'9' * 30}.12345678"):
        deals = (_deal(amount),)
        assert frames.from_arrow(Procurement, frames.to_arrow(deals)) == deals


def test_an_amount_with_too_many_digits_is_refused_and_not_rounded():
    with pytest.raises(ModelError, match="at most 8 digits"):
        frames.to_arrow([_deal("0.123456789")])


def test_half_a_surrogate_pair_is_written_as_a_question_mark():
    systems = [WeaponSystem(id="s1", designation="S\ud800")]
    assert frames.to_arrow(systems).column("designation").to_pylist() == ["S?"]


def test_wrong_arguments():
    with pytest.raises(ArgumentError, match="type of record"):
        frames.schema_of(Money)
    with pytest.raises(ArgumentError, match="there are none"):
        frames.to_arrow([])
    with pytest.raises(ArgumentError, match="all of type Meeting"):
        frames.Frame(Meeting, [_deal("1")])
    with pytest.raises(ArgumentError, match="one for each"):
        frames.Frame(Procurement, [_deal("1")], readings=[])
    with pytest.raises(ArgumentError, match="Arrow C stream"):
        frames.from_arrow(Meeting, [1])
    with pytest.raises(CodecError, match="designation"):
        frames.from_arrow(WeaponSystem, pyarrow.table({"id": ["s1"]}))


def test_pandas_reads_the_stream_itself():
    frame = frames.Frame(Procurement, [_deal("5430000000")])
    assert list(pandas.DataFrame.from_arrow(frame)["value_amount"]) == [Decimal(5430000000)]
