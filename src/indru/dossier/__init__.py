"""Many readings, one history: what tells of one event is merged, with every source's value and quote kept."""

from indru.dossier.conflicts import Conflict, ConflictKind, Side
from indru.dossier.dossier import Dossier
from indru.dossier.explanations import Explanation
from indru.dossier.merged import Claim, Member, MergedRecord, Step
from indru.dossier.reasons import Reason, Verdict

__all__ = [
    "Claim",
    "Conflict",
    "ConflictKind",
    "Dossier",
    "Explanation",
    "Member",
    "MergedRecord",
    "Reason",
    "Side",
    "Step",
    "Verdict",
]
