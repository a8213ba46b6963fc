"""Write the example articles as one page, and a chart of their timeline, into a folder of one's choice."""

import sys
import tempfile
from pathlib import Path

import indru
from indru.page import write
from indru.plots import plot_timeline

articles = sorted((Path(__file__).parent / "articles").glob("*.txt"))
readings = [(text, indru.parse(text)) for text in (path.read_text(encoding="utf-8") for path in articles)]
folder = Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp())

write(readings, folder / "dossier.html", title="What the examples tell")
plot_timeline(result for _, result in readings).save(folder / "timeline.svg")
print(f"{len(readings)} articles in {folder / 'dossier.html'}, their timeline in {folder / 'timeline.svg'}")
