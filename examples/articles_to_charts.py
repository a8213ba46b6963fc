"""Draw a timeline and an order book of all example articles, as two HTML files that need no network.

Needs the extra `page`. Usage: `python articles_to_charts.py FOLDER`.
"""

import sys
from pathlib import Path

import indru
from indru.plots import plot_orders, plot_timeline

articles = Path(__file__).parent / "articles"
results = [indru.parse(file.read_text(encoding="utf-8")) for file in sorted(articles.glob("*.txt"))]
folder = Path(sys.argv[1])
plot_timeline(results).save(folder / "timeline.html", inline=True)
plot_orders(results).save(folder / "orders.html", inline=True)
print(*sorted(file.name for file in folder.glob("*.html")))
