"""How well texts are read: precision, recall and F1 against gold, by record type and by slot.

Gold is what a careful reader wrote down, one JSON object beside each text; `docs/evaluate.md` has its form. The
records of a text are first paired one to one with those of its gold, so that the pairs share as much as they can,
as the Message Understanding Conferences did it (MUC-4, 1992); then every filled slot counts as right, spurious or
missing.
"""

from indru.evaluate.gold import (
    GoldAgreement,
    GoldDocument,
    GoldMeeting,
    GoldProcurement,
    GoldSource,
)
from indru.evaluate.reading import read_gold
from indru.evaluate.report import OVERALL, Mistake, MistakeKind, Report, Score
from indru.evaluate.scoring import evaluate

__all__ = [
    "OVERALL",
    "GoldAgreement",
    "GoldDocument",
    "GoldMeeting",
    "GoldProcurement",
    "GoldSource",
    "Mistake",
    "MistakeKind",
    "Report",
    "Score",
    "evaluate",
    "read_gold",
]
