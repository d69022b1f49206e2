-- SPDX-License-Identifier: GPL-3.0-or-later
-- What servers of this database have written into the mark of a media store that names the database which uses it. A
-- copy of the database does not know the tokens that were written since it was made.
CREATE TABLE store_token (
    token               TEXT PRIMARY KEY,
    made_at             BIGINT NOT NULL
);
