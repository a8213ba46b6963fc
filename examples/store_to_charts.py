"""Draw a timeline and an order book of a store, as two HTML files that need no network.

Needs the extra `page`. Usage: `python store_to_charts.py [FOLDER]`. The store is made from the example articles first,
where there is none: `FOLDER/news.sqlite`, as `indru add` makes it too.
"""

import sys
from pathlib import Path
from tempfile import mkdtemp

import indru
from indru.plots import plot_orders, plot_timeline
from indru.store import Store

folder = Path(sys.argv[1] if len(sys.argv) > 1 else mkdtemp())
articles = Path(__file__).parent / "articles"

with Store(folder / "news.sqlite") as store:
    if not len(store):
        for file in sorted(articles.glob("*.txt")):
            text = file.read_text(encoding="utf-8")
            store.add(indru.parse(text), text)
    plot_timeline(store).save(folder / "timeline.html", inline=True)
    plot_orders(store).save(folder / "orders.html", inline=True)
print(*sorted(file.name for file in folder.iterdir()))
