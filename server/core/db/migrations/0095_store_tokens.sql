-- SPDX-License-Identifier: GPL-3.0-or-later
-- What servers of this database have written into the mark of a media store that names the database which uses it. A
-- copy of the database does not know the tokens that were written since it was made.
CREATE TABLE store_token (
    token               TEXT PRIMARY KEY,
    made_at             BIGINT NOT NULL
);

-- The mark of another database, and for how long servers of this one have seen it without a change.
CREATE TABLE store_wait (
    storage_id          TEXT PRIMARY KEY,
    token               TEXT NOT NULL,
    since               BIGINT NOT NULL,
    seen_at             BIGINT NOT NULL
);
