"""Read one article and print what was found, with the words behind each value."""

from pathlib import Path

import indru

article = Path(__file__).parent / "articles" / "wire-rifles.txt"
text = article.read_text(encoding="utf-8")
result = indru.parse(text)

for record in (*result.agreements, *result.meetings, *result.procurements):
    print(f"{type(record).__name__}: {record.status}")
    for evidence in record.evidence:
        words = text[evidence.span.start : evidence.span.end]
        print(f"    {evidence.field:<14} {evidence.basis:<9} {words!r}")
