"""The tables of a store, and how older ones become today's."""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = 0x696E6472
"""`indr` in ASCII: by this a store tells itself from other SQLite files."""

MIGRATIONS: Final[tuple[str, ...]] = (
    """
    CREATE TABLE reading (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        json TEXT NOT NULL,
        document TEXT, publisher TEXT, published TEXT, place TEXT, url TEXT, title TEXT
    ) STRICT;
    CREATE TABLE text (
        reading INTEGER PRIMARY KEY REFERENCES reading ON DELETE CASCADE,
        text TEXT NOT NULL,
        exact BLOB
    ) STRICT;
    CREATE TABLE agreement (
        reading INTEGER NOT NULL REFERENCES reading ON DELETE CASCADE, position INTEGER NOT NULL, id TEXT NOT NULL,
        kind TEXT NOT NULL, status TEXT NOT NULL, title TEXT, signed TEXT, signed_earliest TEXT, signed_latest TEXT,
        place TEXT, parties TEXT, signatories TEXT, systems TEXT, term TEXT, count INTEGER, areas TEXT,
        amends TEXT, extends TEXT, implements TEXT,
        PRIMARY KEY (reading, position)
    ) STRICT;
    CREATE TABLE meeting (
        reading INTEGER NOT NULL REFERENCES reading ON DELETE CASCADE, position INTEGER NOT NULL, id TEXT NOT NULL,
        format TEXT NOT NULL, status TEXT NOT NULL, date TEXT, date_earliest TEXT, date_latest TEXT, place TEXT,
        participants TEXT, host TEXT, visitor TEXT, ordinal INTEGER, series TEXT, topics TEXT, outcomes TEXT,
        PRIMARY KEY (reading, position)
    ) STRICT;
    CREATE TABLE procurement (
        reading INTEGER NOT NULL REFERENCES reading ON DELETE CASCADE, position INTEGER NOT NULL, id TEXT NOT NULL,
        system TEXT NOT NULL, mode TEXT NOT NULL, status TEXT NOT NULL,
        ordered TEXT, ordered_earliest TEXT, ordered_latest TEXT,
        quantity INTEGER, quantity_upper INTEGER, quantity_qualifier TEXT, unit TEXT,
        value TEXT, value_upper TEXT, value_qualifier TEXT, currency TEXT,
        delivered INTEGER, outstanding INTEGER, delivery TEXT,
        supplier TEXT, recipient TEXT, site TEXT, maker TEXT, description TEXT,
        PRIMARY KEY (reading, position)
    ) STRICT;
    CREATE TABLE weapon_system (
        reading INTEGER NOT NULL REFERENCES reading ON DELETE CASCADE, position INTEGER NOT NULL, id TEXT NOT NULL,
        designation TEXT NOT NULL, family TEXT, category TEXT, kind TEXT, origin TEXT, makers TEXT,
        catalogued INTEGER NOT NULL,
        PRIMARY KEY (reading, position)
    ) STRICT;
    CREATE TABLE evidence (
        reading INTEGER NOT NULL REFERENCES reading ON DELETE CASCADE, record TEXT NOT NULL, type TEXT NOT NULL,
        field TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL,
        basis TEXT NOT NULL, rule TEXT NOT NULL
    ) STRICT;
    CREATE INDEX evidence_by_record ON evidence (reading, record);
    CREATE VIRTUAL TABLE words USING fts5(
        text, content='text', content_rowid='reading', tokenize='porter unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER text_added AFTER INSERT ON text BEGIN
        INSERT INTO words (rowid, text) VALUES (new.reading, new.text);
    END;
    CREATE TRIGGER text_removed AFTER DELETE ON text BEGIN
        INSERT INTO words (words, rowid, text) VALUES ('delete', old.reading, old.text);
    END;
    CREATE VIEW readings AS
        SELECT key AS reading, document, publisher, published, place, url, title FROM reading;
    CREATE VIEW agreements AS
        SELECT r.key AS reading, r.published, r.publisher, r.url, a.id AS agreement, a.kind, a.status, a.title,
            a.signed, a.signed_earliest, a.signed_latest, a.place, a.parties, a.signatories, a.systems, a.term,
            a.count, a.areas, a.amends, a.extends, a.implements
        FROM agreement AS a JOIN reading AS r ON r.id = a.reading;
    CREATE VIEW meetings AS
        SELECT r.key AS reading, r.published, r.publisher, r.url, m.id AS meeting, m.format, m.status, m.date,
            m.date_earliest, m.date_latest, m.place, m.participants, m.host, m.visitor, m.ordinal, m.series,
            m.topics, m.outcomes
        FROM meeting AS m JOIN reading AS r ON r.id = m.reading;
    CREATE VIEW procurements AS
        SELECT r.key AS reading, r.published, r.publisher, r.url, p.id AS procurement, p.system, p.mode, p.status,
            p.ordered, p.ordered_earliest, p.ordered_latest, p.quantity, p.quantity_upper, p.quantity_qualifier,
            p.unit, p.value, p.value_upper, p.value_qualifier, p.currency, p.delivered, p.outstanding, p.delivery,
            p.supplier, p.recipient, p.site, p.maker, p.description
        FROM procurement AS p JOIN reading AS r ON r.id = p.reading;
    CREATE VIEW weapon_systems AS
        SELECT r.key AS reading, r.published, r.publisher, r.url, w.id AS weapon_system, w.designation, w.family,
            w.category, w.kind, w.origin, w.makers, w.catalogued
        FROM weapon_system AS w JOIN reading AS r ON r.id = w.reading;
    CREATE VIEW quotes AS
        SELECT r.key AS reading, e.record, e.type, e.field, e.start, e."end", e.quote, e.basis, e.rule
        FROM evidence AS e JOIN reading AS r ON r.id = e.reading;
    """,
)
"""One script a version, the oldest first; a store of version n has had the first n."""
