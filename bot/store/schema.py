"""The archive's tables, as numbered migrations; each is recorded in the transaction that makes it."""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x6F6E7263
"""Marks a SQLite file as an archive of ours ("onrc")."""

_FIRST = """
CREATE TABLE article (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    dated TEXT NOT NULL,
    loaded REAL NOT NULL,
    revision INTEGER NOT NULL,
    fingerprint BLOB NOT NULL,
    headline TEXT,
    section TEXT,
    published TEXT,
    provider TEXT,
    place TEXT,
    url TEXT,
    quotes INTEGER NOT NULL,
    rest TEXT NOT NULL,
    people TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX article_by_path ON article (path, number);
CREATE INDEX article_by_date ON article (dated DESC, number DESC);

CREATE TABLE revision (
    article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    path TEXT NOT NULL,
    loaded REAL NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (article, revision)
);
CREATE INDEX revision_by_id ON revision (id);

CREATE TABLE form (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    fields TEXT NOT NULL,
    whole TEXT NOT NULL,
    block TEXT NOT NULL DEFAULT '',
    articles INTEGER NOT NULL DEFAULT 0,
    bodies INTEGER NOT NULL DEFAULT 0,
    quotes INTEGER NOT NULL DEFAULT 0,
    keys TEXT NOT NULL DEFAULT '',
    cluster INTEGER NOT NULL DEFAULT 0,
    base INTEGER NOT NULL DEFAULT 0,
    person INTEGER NOT NULL DEFAULT 0,
    UNIQUE (name, fields)
);
CREATE INDEX form_by_whole ON form (whole);
CREATE INDEX form_by_block ON form (block);
CREATE INDEX form_by_person ON form (person);
CREATE TABLE form_fact (
    number INTEGER PRIMARY KEY,
    form INTEGER NOT NULL REFERENCES form (number) ON DELETE CASCADE,
    sort TEXT NOT NULL,
    fact TEXT NOT NULL,
    count INTEGER NOT NULL DEFAULT 1,
    places INTEGER NOT NULL,
    UNIQUE (form, sort, fact)
);
CREATE INDEX form_by_alias ON form_fact (fact, form) WHERE sort = 'alias';
CREATE TABLE role_use (
    fact INTEGER NOT NULL REFERENCES form_fact (number) ON DELETE CASCADE,
    dated TEXT NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (fact, dated, article)
) WITHOUT ROWID;
CREATE TABLE form_key (
    word TEXT NOT NULL,
    form INTEGER NOT NULL REFERENCES form (number) ON DELETE CASCADE,
    PRIMARY KEY (word, form)
) WITHOUT ROWID;

CREATE TABLE person (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    plain TEXT NOT NULL,
    kind TEXT NOT NULL,
    fields TEXT NOT NULL,
    quotes INTEGER NOT NULL,
    words TEXT NOT NULL DEFAULT ''
);
CREATE INDEX person_by_name ON person (name);
CREATE INDEX person_by_quotes ON person (quotes DESC, name) WHERE quotes > 0;
CREATE TABLE person_word (
    word TEXT NOT NULL,
    size INTEGER NOT NULL,
    person INTEGER NOT NULL,
    PRIMARY KEY (word, size DESC, person)
) WITHOUT ROWID;
CREATE TABLE name_word (word TEXT PRIMARY KEY, sound TEXT NOT NULL, people INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX name_word_by_sound ON name_word (sound);
CREATE TABLE ruling (
    number INTEGER PRIMARY KEY,
    sort TEXT NOT NULL,
    name TEXT NOT NULL,
    fields TEXT NOT NULL,
    other TEXT,
    other_fields TEXT,
    UNIQUE (sort, name, fields, other, other_fields)
);

CREATE TABLE quote (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    speaker INTEGER REFERENCES form (number),
    dated TEXT NOT NULL,
    said TEXT NOT NULL
);
CREATE UNIQUE INDEX quote_by_place ON quote (article, place);
CREATE INDEX quote_by_speaker ON quote (speaker, dated DESC, article DESC, place) WHERE speaker IS NOT NULL;

CREATE VIRTUAL TABLE quote_index USING fts5 (words, speaker, content = '', tokenize = 'ascii');
CREATE VIRTUAL TABLE article_index USING fts5 (headline, body, content = '', tokenize = 'ascii');
CREATE TABLE word (word TEXT PRIMARY KEY, quotes INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE stem (stem TEXT PRIMARY KEY, quotes INTEGER NOT NULL, articles INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE total (name TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO total VALUES ('articles', 0), ('quotes', 0), ('people', 0), ('changes', 0), ('index', 0);

CREATE TABLE message (id TEXT PRIMARY KEY, message TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE chat (chat TEXT PRIMARY KEY, memory TEXT NOT NULL, used REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE seen_update (number INTEGER PRIMARY KEY AUTOINCREMENT, id INTEGER NOT NULL UNIQUE);
"""

_FILTERS = """
CREATE INDEX article_by_provider ON article (provider, dated DESC);
CREATE INDEX article_by_section ON article (section, dated DESC);
CREATE INDEX article_by_place ON article (place, dated DESC);
"""

_DRAFTS = """
CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    made REAL NOT NULL,
    asks_headline INTEGER NOT NULL DEFAULT 0,
    items TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX draft_by_owner ON draft (owner) WHERE asks_headline;
"""

_BUTTONS = """
ALTER TABLE message RENAME TO message_before;
CREATE TABLE message (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, message TEXT NOT NULL);
INSERT INTO message (id, message) SELECT id, message FROM message_before;
DROP TABLE message_before;
"""

_GUESTS = """
CREATE TABLE setting (owner TEXT PRIMARY KEY, settings TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE button (
    chat TEXT NOT NULL,
    message TEXT NOT NULL,
    used REAL NOT NULL,
    PRIMARY KEY (chat, message)
) WITHOUT ROWID;
CREATE INDEX button_by_message ON button (message);
INSERT INTO button SELECT '', id, CAST(strftime('%s', 'now') AS REAL) FROM message;
CREATE TABLE invitation (code TEXT PRIMARY KEY, made_by TEXT NOT NULL, until REAL NOT NULL, uses INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE TABLE guest (owner TEXT PRIMARY KEY, since REAL NOT NULL) WITHOUT ROWID;
ALTER TABLE seen_update ADD COLUMN seen REAL NOT NULL DEFAULT 0;
UPDATE seen_update SET seen = CAST(strftime('%s', 'now') AS REAL);
"""

_LEDGER = """
ALTER TABLE article ADD COLUMN guid TEXT;
CREATE INDEX article_by_guid ON article (guid) WHERE guid IS NOT NULL;
CREATE TABLE failure (path TEXT PRIMARY KEY, error TEXT NOT NULL, tries INTEGER NOT NULL, last REAL NOT NULL)
    WITHOUT ROWID;
CREATE TABLE withdrawn (name TEXT PRIMARY KEY, told REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE feed (link TEXT PRIMARY KEY, etag TEXT, modified TEXT) WITHOUT ROWID;
"""

_FOLLOWS = """
CREATE TABLE follow (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    chat TEXT NOT NULL,
    owner TEXT NOT NULL,
    speaker TEXT,
    topic TEXT,
    mark INTEGER NOT NULL,
    made REAL NOT NULL
);
CREATE INDEX follow_by_chat ON follow (chat, mark);
CREATE INDEX follow_by_mark ON follow (mark, chat);
CREATE TABLE habits (chat TEXT PRIMARY KEY, habits TEXT NOT NULL) WITHOUT ROWID;
"""

_STORIES = """
ALTER TABLE article ADD COLUMN story INTEGER;
CREATE INDEX article_by_story ON article (story) WHERE story IS NOT NULL;
CREATE TABLE band (key INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, article)) WITHOUT ROWID;
UPDATE total SET number = 0 WHERE name = 'index';
"""

MIGRATIONS: tuple[str, ...] = (_FIRST, _FILTERS, _DRAFTS, _BUTTONS, _GUESTS, _LEDGER, _FOLLOWS, _STORIES)
"""Scripts; the n-th (from 1) makes version n of version n-1. A script that was released is never changed."""
VERSION = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the archive's tables; 0: an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_foreign(connection: sqlite3.Connection) -> bool:
    """Whether the file is another application's."""
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    if mark == APPLICATION_ID:
        return False
    return bool(mark or connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone())


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Make one version of the one before, inside the transaction that the caller has begun."""
    for statement in _statements(MIGRATIONS[version - 1]):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version:d}")


def _statements(script: str) -> list[str]:
    """A script's statements one by one: `executescript` would end the transaction."""
    return [statement for part in script.split(";\n") if (statement := part.strip())]
