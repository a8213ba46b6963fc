"""The drafts of one document become its records."""

from __future__ import annotations

from indru.knowledge import Knowledge, SystemRow
from indru.model import ParseResult, Source, WeaponSystem
from indru.parsing.document import Drafts
from indru.parsing.drafts import read
from indru.resolve.clusters import cluster
from indru.resolve.orders import date_orders
from indru.resolve.problems import find_conflicts
from indru.resolve.records import Builder, catalogue_entry
from indru.resolve.settle_meetings import settle_meetings
from indru.scan.mentions import Kind, Mention
from indru.text import Document
from indru.values import Basis


def resolve_document(drafts: Drafts, document: Document, source: Source, knowledge: Knowledge) -> ParseResult:
    """Merge the drafts that tell of one event, and make the records."""
    offices = {name: _title(min(ids), knowledge) for name, ids in drafts.people.offices.items()}
    builder = Builder(document, source.id, knowledge.places, offices)
    groups = {
        kind: cluster(draft for draft in drafts.drafts if draft.type == kind)
        for kind in ("agreement", "meeting", "procurement")
    }
    groups["meeting"] = settle_meetings(groups["meeting"])
    groups["procurement"] = list(date_orders(groups["procurement"], groups["agreement"]))
    return ParseResult(
        source=source,
        agreements=tuple(map(builder.agreement, groups["agreement"])),
        meetings=tuple(map(builder.meeting, groups["meeting"])),
        procurements=tuple(map(builder.procurement, groups["procurement"])),
        weapon_systems=_weapon_systems(drafts, builder),
        problems=tuple(find_conflicts([group for kind in groups.values() for group in kind], builder)),
    )


def _title(office: str, knowledge: Knowledge) -> str:
    row = knowledge.offices.get(office)
    return row.title if row is not None else ""


def _weapon_systems(drafts: Drafts, builder: Builder) -> tuple[WeaponSystem, ...]:
    """Every system that the text names, page furniture included, once each, with all the places where it does."""
    named: dict[str, tuple[SystemRow, list[Mention]]] = {}
    for m in drafts.scan.mentions:
        if m.kind is Kind.SYSTEM:
            named.setdefault(m.value.designation, (m.value, []))[1].append(m)
    return tuple(_system(row, mentions, builder) for row, mentions in named.values())


def _system(row: SystemRow, mentions: list[Mention], builder: Builder) -> WeaponSystem:
    """A system with the places that name it; what is known of it beyond the name is inferred from the first."""
    entry = catalogue_entry(row)
    named = [builder.evidence(read("designation", row.designation, m)) for m in mentions]
    known = (
        builder.evidence(read(field, None, mentions[0], basis=Basis.INFERRED))
        for field in entry.filled()
        if field != "designation"
    )
    return entry.with_evidence((*named, *known))
