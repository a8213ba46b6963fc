"""Write the procurements of all example articles to a Parquet file, one flat row each, with the words behind it.

Needs pyarrow, which the extra `frames` brings. Usage: `python articles_to_parquet.py OUT.parquet`.
"""

import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

import indru

SCHEMA = pa.schema(
    [
        ("document", pa.string()),
        ("system", pa.string()),
        ("status", pa.string()),
        ("ordered_earliest", pa.date32()),
        ("ordered_latest", pa.date32()),
        ("number", pa.int64()),
        ("amount", pa.decimal128(24, 2)),
        ("currency", pa.string()),
        ("quote", pa.string()),
    ]
)


def rows(document: str, result: indru.ParseResult) -> list[dict[str, object]]:
    return [
        {
            "document": document,
            "system": deal.system.designation,
            "status": str(deal.status),
            "ordered_earliest": deal.ordered.earliest if deal.ordered else None,
            "ordered_latest": deal.ordered.latest if deal.ordered else None,
            "number": deal.quantity.number if deal.quantity else None,
            "amount": deal.value.amount if deal.value else None,
            "currency": deal.value.currency if deal.value else None,
            "quote": deal.evidence_for("system")[0].quote,
        }
        for deal in result.procurements
    ]


articles = Path(__file__).parent / "articles"
table = pa.Table.from_pylist(
    [
        row
        for file in sorted(articles.glob("*.txt"))
        for row in rows(file.name, indru.parse(file.read_text(encoding="utf-8")))
    ],
    schema=SCHEMA,
)
pq.write_table(table, sys.argv[1])
print(f"{table.num_rows} procurements")
