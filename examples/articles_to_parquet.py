"""Write the procurements of all example articles to a Parquet file, one flat row each, evidence included.

Needs the extra `frames`. Usage: `python articles_to_parquet.py [OUT.parquet]`.
"""

import sys
from pathlib import Path
from tempfile import mkdtemp

import pyarrow.parquet as pq

import indru
from indru.frames import frames_of

articles = Path(__file__).parent / "articles"
results = [indru.parse(file.read_text(encoding="utf-8")) for file in sorted(articles.glob("*.txt"))]
deals = frames_of(results)["procurements"].to_arrow()
out = sys.argv[1] if len(sys.argv) > 1 else Path(mkdtemp()) / "deals.parquet"
pq.write_table(deals, out)
print(f"{deals.num_rows} procurements in {out}")
