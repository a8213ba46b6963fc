"""A small table of who ordered what and when, from all example articles, as tab-separated values."""

import json
from pathlib import Path

import indru

articles = Path(__file__).parent / "articles"
results = [indru.parse(file.read_text(encoding="utf-8")) for file in sorted(articles.glob("*.txt"))]
for line in (articles / "briefs.jsonl").read_text(encoding="utf-8").splitlines():
    row = json.loads(line)
    results.append(indru.parse(row["text"], published=row["published"], publisher=row["publisher"]))

print("system", "status", "ordered", "number", "currency", "amount", sep="\t")
for result in results:
    for deal in result.procurements:
        print(
            deal.system.designation,
            deal.status,
            deal.ordered.edtf if deal.ordered else "",
            deal.quantity.number if deal.quantity else "",
            deal.value.currency if deal.value else "",
            f"{deal.value.amount:f}" if deal.value else "",
            sep="\t",
        )
