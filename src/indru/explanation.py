"""Why a text reads as it does: for each sentence the cues that fired, what each fed, and why others fed nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import attrs

from indru.knowledge.cues import CueKind
from indru.model import Record
from indru.parsing.scope import Scope
from indru.parsing.view import SentenceView
from indru.pipeline import Trace
from indru.scan.mentions import Kind, Mention
from indru.values import Span

_EVENTS = frozenset({CueKind.PAPER, CueKind.SEAL, CueKind.TALK, CueKind.VISIT, CueKind.SUPPLY, CueKind.MODE})
"""The kinds of cue that can make a record; the others only qualify."""


@attrs.frozen(kw_only=True)
class ExplainedCue:
    """A cue of a sentence, the fields of records that it fed, and where it fed none, the reason."""

    cue: str
    """The id of the row."""
    kind: CueKind
    span: Span
    quote: str
    fed: tuple[str, ...]
    """Fields of records, as `agreement.status`, each with the id of its record behind `@`."""
    reason: str
    """Why the cue fed nothing; empty where it did."""


@attrs.frozen(kw_only=True)
class ExplainedSentence:
    """A sentence and its cues, in the order of the text."""

    span: Span
    text: str
    cues: tuple[ExplainedCue, ...]


def explain(trace: Trace) -> tuple[ExplainedSentence, ...]:
    """What each sentence of a text gave, cue by cue.

    >>> import indru
    >>> sentences = explain(indru.inspect("India and France signed a treaty."))
    >>> [(cue.quote, cue.reason) for cue in sentences[0].cues]
    [('signed', 'not between India and Russia'), ('treaty', 'not between India and Russia')]
    """
    fed = _fed(trace)
    return tuple(_sentence(trace, view, fed) for view in trace.drafts.views)


def _fed(trace: Trace) -> dict[tuple[int, int], list[str]]:
    """The fields of records by the span that fed them."""
    result = trace.result
    fed: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    records: list[Record] = [*result.agreements, *result.meetings, *result.procurements]
    for record in records:
        for item in record.evidence:
            fed[item.span.start, item.span.end].append(f"{type(record).__name__.lower()}.{item.field}@{record.id}")
    return fed


def _sentence(trace: Trace, view: SentenceView, fed: dict[tuple[int, int], list[str]]) -> ExplainedSentence:
    document = trace.document
    span = document.span(view.start, view.end)
    cues: list[ExplainedCue] = []
    for m in view.mentions:
        if m.kind is Kind.CUE and m.value.kind in _EVENTS:
            where = document.span(m.start, m.end)
            into = tuple(dict.fromkeys(fed.get((where.start, where.end), ())))
            cues.append(
                ExplainedCue(
                    cue=m.value.id,
                    kind=m.value.kind,
                    span=where,
                    quote=document.raw[where.start : where.end],
                    fed=into,
                    reason="" if into else _reason(view, trace.drafts.scope, m),
                )
            )
    return ExplainedSentence(span=span, text=document.raw[span.start : span.end], cues=tuple(cues))


def _reason(view: SentenceView, scope: Scope, cue: Mention) -> str:
    return next(_reasons(view, scope, cue), "another word says more")


def _reasons(view: SentenceView, scope: Scope, cue: Mention) -> Iterator[str]:
    modality = view.modality(cue, both_sides=True)
    if not scope.between(view, *view.clause_span(cue.start)):
        yield "not between India and Russia"
    if "negated" in modality:
        yield "negated"
    if view.has_habit(cue):
        yield "habitual"
    kind = cue.value.kind
    if kind in (CueKind.SUPPLY, CueKind.MODE) and not view.by_kind[Kind.SYSTEM]:
        yield "no weapon system in the sentence"
    if kind in (CueKind.TALK, CueKind.VISIT) and not view.by_kind[Kind.PERSON]:
        yield "nobody named in the sentence"
    if kind is CueKind.SEAL and not view.cues[CueKind.PAPER]:
        yield "no agreement in the sentence"
