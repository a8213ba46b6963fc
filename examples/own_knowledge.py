"""Teach indru a system of your own with one row of TOML, and no Python."""

import tempfile
from pathlib import Path

import indru

ROW = """
[[system]]
id = "zarya-9"
designation = "Zarya-9"
category = "missile"
units = ["missile"]
origin = ["RUS"]
source = ["an example"]
"""

TEXT = "Russia and India signed a contract for 40 Zarya-9 missiles in New Delhi."

with tempfile.TemporaryDirectory() as folder:
    file = Path(folder) / "mine.toml"
    file.write_text(ROW, encoding="utf-8")
    knowledge = indru.default_knowledge().extended(file)

for deal in indru.parse(TEXT, knowledge=knowledge).procurements:
    print(deal.system.designation, deal.quantity.number if deal.quantity else None)
