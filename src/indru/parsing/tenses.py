"""How real a meeting is: told as past, present, future, called off or denied."""

from __future__ import annotations

import re
from typing import NamedTuple

from indru.knowledge.cues import CueKind, Form
from indru.parsing.drafts import Reading, read
from indru.parsing.view import SentenceView
from indru.scan.mentions import Kind, Mention
from indru.values import Basis


class Tense(NamedTuple):
    """`past`, `present`, `future`, `off`, `denied`, or empty where the words have no tense; and which words say so."""

    name: str
    at: Mention
    rule: str


_BE = re.compile(r"\b(?:is|are|be|being|been|was|were|am|get|gets|got)(?: \w+ly)? $")
_PERFECT = re.compile(r"\b(?:has|have|had|having)(?: \w+){0,2} $")
_MODAL = re.compile(r"\b(?:to|will|would|shall|may|might|can|could|must|should|did|does|do|not)(?: \w+ly)? $")
_WHEN = re.compile(r"(?:when|while|as|once|before|until|till|if|during) ")
_NOT_AFTER = re.compile(
    r"[^,.;:]{0,40}?\b(?:will|would|did|does|was|is|has|have|had|were|are)(?:n't| not| now not| no longer)\b"
)
_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|his|her|their|its|this|that|any|no|of|on|during|after|following|before|for|official|state|working"
    r"|[\w-]+day|first|second|third|[\w-]+th|last|next|recent|maiden|annual|bilateral|upcoming|forthcoming|planned"
    r"|formal|separate|face-to-face)|'s?) $"
)
_BESIDE = 110
_TO_DO = re.compile(
    r"\bto (?:attend|hold|host|visit|meet|arrive|come|chair|co-chair|travel|fly|take part|receive|discuss|sit)\b"
)
"""What a headline says is to come: "Putin to attend the summit"."""


def is_noun(view: SentenceView, cue: Mention) -> bool:
    """Whether a word that may be a noun or a verb is a noun: "the visit", "his Moscow visit", "a meeting with"."""
    if cue.form in (Form.NOUN, Form.PHRASE):
        return True
    if cue.form not in (Form.BASE, Form.THIRD, Form.GERUND):
        return False
    before = view.words(cue.start - 24, cue.start)
    if cue.form is Form.GERUND:
        return not _BE.search(before) and (
            bool(_DETERMINED.search(before))
            or view.words(cue.end, cue.end + 9).startswith((" with ", " of ", " between ", " on "))
        )
    if _DETERMINED.search(before):
        return True
    places = (m for kind in (Kind.COUNTRY, Kind.PLACE) for m in view.by_kind[kind])
    return view.words(cue.start, cue.end) == "visit" and any(m.end == cue.start - 1 for m in places)


def tense_of(view: SentenceView, cue: Mention) -> Tense:
    """The tense of an event by the form of its verb and the modal words beside it.

    "Will sign it when the President comes to Delhi": words for the future count for the clause behind "when" too.
    """
    noun = is_noun(view, cue)
    modality = view.modality(cue) | _behind(view, cue) if noun else view.modality(cue)
    if "cancelled" in modality:
        return Tense("off", cue, "modality:cancelled")
    before = view.words(cue.start - 24, cue.start)
    past = cue.form is Form.PAST and (not _BE.search(before) or _PERFECT.search(before) is not None)
    if _is_negated(view, cue, noun):
        return Tense("off" if "planned" in modality and not past else "denied", cue, "modality:negated")
    if past:
        return Tense("past", cue, "tense:past")
    if "planned" in modality or "postponed" in modality:
        return Tense("future", cue, "modality:planned")
    written = view.words(cue.start, cue.end)
    if view.heading and _TO_DO.search(view.words(view.start, cue.end)):
        return Tense("future", cue, "tense:heading")
    if cue.form in (Form.PAST, Form.PARTICIPLE) or written.startswith(("was ", "were ", "been ")):
        return Tense("past", cue, "tense:past")
    if not noun or written.startswith(("is ", "are ")):
        if _is_present(written, before, cue):
            return Tense("future" if _looks_ahead(view, cue) else "present", cue, "tense:present")
        return Tense("past" if re.search(r"\b(?:was|were) $", before) else "", cue, "tense:none")
    beside = _tense_beside(view, cue)
    return Tense("future", cue, "tense:when") if not beside.name and _hangs_on_plan(view, cue) else beside


def _behind(view: SentenceView, cue: Mention) -> frozenset[str]:
    """The modal words that govern a noun before them: "the summit will be held", "a visit, which is likely soon"."""
    found = {
        m.value.value
        for m in view.cues[CueKind.MODALITY]
        if 0 <= m.start - cue.end <= 55 and _GOVERNED.match(view.words(cue.end, m.start))
    }
    return frozenset(found)


_GOVERNED = re.compile(r"[^,;:]{0,55}(?:, (?:which|that) [^,;:]{0,40})?$")


def _is_negated(view: SentenceView, cue: Mention, noun: bool) -> bool:
    if "negated" in view.modality(cue):
        return True
    return noun and _NOT_AFTER.match(view.words(cue.end, cue.end + 60)) is not None


def _is_present(written: str, before: str, cue: Mention) -> bool:
    if cue.form is Form.GERUND:
        return bool(re.search(r"\b(?:is|are|currently) $", before))
    if written.startswith(("is ", "are ")):
        return True
    return cue.form is Form.THIRD or (cue.form is Form.BASE and not _MODAL.search(before))


def _looks_ahead(view: SentenceView, cue: Mention) -> bool:
    """Whether the present tense means what is to come: "arrives tomorrow", "might be signed when he comes"."""
    for date in view.by_kind[Kind.DATE]:
        meaning = date.value.meaning
        undated = view.reference is None and meaning[0] == "weekday"
        if (undated or (meaning[0] == "near" and meaning[2] > 0)) and view.same_clause(date, cue):
            return True
    return _hangs_on_plan(view, cue)


def _hangs_on_plan(view: SentenceView, cue: Mention) -> bool:
    """Whether a clause says when something planned is to happen: "will be signed during the visit"."""
    start, end = view.clause_span(cue.start)
    if not _WHEN.match(view.words(start, start + 8)):
        return False
    return any(m.value.value == "planned" for m in view.cues[CueKind.MODALITY] if not start <= m.start < end)


def _tense_beside(view: SentenceView, cue: Mention) -> Tense:
    """A noun for a meeting has the tense of the verb that says it takes place."""
    verbs = [m for m in view.cues[CueKind.TALK] if m.value.value in ("occur", "chair") and view.same_clause(m, cue)]
    verbs = [m for m in verbs if m.value.value == "occur" or m.form is not Form.PHRASE]
    near = view.nearest(cue, verbs, limit=_BESIDE)
    if near is None:
        return Tense("", cue, "tense:none")
    if near.form is Form.PHRASE:
        written, modality = view.words(near.start, near.end), view.modality(near)
        name = "future" if "planned" in modality or written.startswith("be ") else "past"
        return Tense("denied" if "negated" in modality else name, near, "tense:beside")
    if is_noun(view, near):
        return Tense("", cue, "tense:none")
    return tense_of(view, near)._replace(rule="tense:beside")


def status_of(view: SentenceView, tense: Tense, date: Reading | None) -> tuple[Reading, int]:
    """Held, scheduled or cancelled, with how firmly the words say so: 3, or 2 for a mere noun.

    What is told in the present tense is held up to the day of publication, and scheduled from then on.
    """
    if (
        tense.name == "future"
        and date is not None
        and tense.at.value.kind is not CueKind.VISIT
        and _is_today(view, date)
    ):
        return Reading("status", "held", date.start, date.end, "status:today", Basis.RESOLVED), 3
    plain = {"off": "cancelled", "future": "scheduled", "past": "held"}.get(tense.name)
    if plain is not None:
        return read("status", plain, tense.at, tense.rule), 3
    ahead = _is_ahead(view, tense, date)
    if ahead is None or date is None:
        return read("status", "held", tense.at, tense.rule), 3 if tense.name == "present" else 2
    status = "scheduled" if ahead else "held"
    return Reading("status", status, date.start, date.end, "status:date", Basis.RESOLVED), 3


def _is_today(view: SentenceView, date: Reading) -> bool:
    """Whether an event is on the day of publication, and so counts as held."""
    return view.reference is not None and date.value.edtf == view.reference.isoformat()


def _is_ahead(view: SentenceView, tense: Tense, date: Reading | None) -> bool | None:
    """Whether the date of an event is yet to come; None where that can't be known."""
    if date is None:
        return None
    reference, value = view.reference, date.value
    if reference is None or value.earliest is None:
        visits = tense.at.value.kind is CueKind.VISIT and tense.at.value.value == "be"
        told_as_news = tense.name == "present" and date.rule != "date:lead" and not visits
        return True if told_as_news and value.earliest is not None else None
    if value.earliest > reference:
        return True
    return bool(value.latest > reference and tense.name == "present" and "/" not in value.edtf)
