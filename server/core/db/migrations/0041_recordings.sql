-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was recorded, one row for each file. A file is a fragmented MP4 with one initialization section, which is its
-- first init_bytes. path is relative to the folder that storage_id names. fragments is a FragmentList. Files with the
-- same init_number in the same folder have the same timeline. gap is the reason for the time without a recording before
-- the file. SQLite stores bytes as such in a column of any type.
CREATE TABLE recording (
    recording_id        TEXT PRIMARY KEY,
    device_id           TEXT NOT NULL REFERENCES device (device_id) ON DELETE CASCADE,
    storage_id          TEXT NOT NULL,
    path                TEXT NOT NULL,
    started_at          BIGINT NOT NULL,
    ended_at            BIGINT NOT NULL,
    bytes               BIGINT NOT NULL,
    init_bytes          BIGINT NOT NULL,
    init_number         BIGINT NOT NULL,
    codec               TEXT NOT NULL,
    width               BIGINT NOT NULL,
    height              BIGINT NOT NULL,
    fragments           BYTEA NOT NULL,
    gap                 TEXT NOT NULL,
    is_open             BOOLEAN NOT NULL
);
CREATE INDEX recording_device ON recording (device_id, started_at);
CREATE INDEX recording_storage ON recording (storage_id, started_at);
CREATE INDEX recording_open ON recording (storage_id, device_id) WHERE is_open;
