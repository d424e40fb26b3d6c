-- The .8box file, user_version 1. docs/formats/8box.md says what each column means.

CREATE TABLE setting (
    name TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE page (
    hash BLOB PRIMARY KEY NOT NULL CHECK (length(hash) = 16),
    data BLOB NOT NULL
) STRICT;

CREATE TABLE node (
    id INTEGER PRIMARY KEY NOT NULL,
    parent INTEGER REFERENCES node (id),
    kind TEXT NOT NULL CHECK (kind IN ('snapshot', 'quick', 'current')),
    name TEXT NOT NULL,
    created INTEGER NOT NULL,
    tick INTEGER NOT NULL,
    thumbnail BLOB NOT NULL
) STRICT;

CREATE TABLE record (
    node INTEGER NOT NULL REFERENCES node (id) ON DELETE CASCADE,
    owner TEXT NOT NULL,
    data BLOB NOT NULL,
    pages BLOB NOT NULL CHECK (length(pages) % 16 = 0),
    PRIMARY KEY (node, owner)
) STRICT, WITHOUT ROWID;
