"""The drafts of one document become its records."""

from __future__ import annotations

from indru.knowledge import Knowledge, SystemRow
from indru.model import ParseResult, Source, WeaponSystem
from indru.parse.document import Drafts
from indru.parse.drafts import read
from indru.resolve.clusters import cluster
from indru.resolve.records import Builder, catalogue_entry
from indru.scan.mentions import Kind, Mention
from indru.text import Document


def resolve_document(drafts: Drafts, document: Document, source: Source, knowledge: Knowledge) -> ParseResult:
    """Merge the drafts that tell of one event, and make the records."""
    titles = {row.id: row.title for row in knowledge.offices.values()}
    offices = {name: titles.get(min(ids), "") for name, ids in drafts.people.offices.items()}
    builder = Builder(document, source.id, knowledge.places, offices)
    by_type = {kind: [d for d in drafts.drafts if d.type == kind] for kind in ("agreement", "meeting", "procurement")}
    return ParseResult(
        source=source,
        agreements=tuple(builder.agreement(group) for group in cluster(by_type["agreement"])),
        meetings=tuple(builder.meeting(group) for group in cluster(by_type["meeting"])),
        procurements=tuple(builder.procurement(group) for group in cluster(by_type["procurement"])),
        weapon_systems=_weapon_systems(drafts, builder),
    )


def _weapon_systems(drafts: Drafts, builder: Builder) -> tuple[WeaponSystem, ...]:
    """Every system that the text names, once each, with all the places where it does."""
    named: dict[str, tuple[SystemRow, list[Mention]]] = {}
    for view in drafts.views:
        for m in view.by_kind[Kind.SYSTEM]:
            named.setdefault(m.value.designation, (m.value, []))[1].append(m)
    systems = []
    for row, mentions in named.values():
        evidence = [builder.evidence(read("designation", row.designation, m)) for m in mentions]
        systems.append(catalogue_entry(row, tuple(evidence)))
    return tuple(systems)
