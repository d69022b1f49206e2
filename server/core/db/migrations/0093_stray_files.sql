-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files that no row names, and since when a server misses their rows. `place` is one of the folders of a storage, and
-- `path` is relative to it. A restored backup knows nothing of newer files: it notes them when it meets them.
CREATE TABLE stray_file (
    storage_id          TEXT NOT NULL,
    place               TEXT NOT NULL,
    path                TEXT NOT NULL,
    noted_at            BIGINT NOT NULL,
    PRIMARY KEY (storage_id, place, path)
);
