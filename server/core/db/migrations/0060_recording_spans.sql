-- SPDX-License-Identifier: GPL-3.0-or-later
-- Spans of recordings that are held. Those of a device do not overlap.
CREATE TABLE recording_hold (
    device_id           TEXT NOT NULL REFERENCES device (device_id) ON DELETE CASCADE,
    started_at          BIGINT NOT NULL,
    ended_at            BIGINT NOT NULL,
    reason              TEXT NOT NULL,
    until               BIGINT,
    held_at             BIGINT NOT NULL,
    PRIMARY KEY (device_id, started_at)
);

-- Spans that users have deleted, so that timelines can name the cause of their gaps. Those of a device do not overlap.
CREATE TABLE recording_removal (
    device_id           TEXT NOT NULL REFERENCES device (device_id) ON DELETE CASCADE,
    started_at          BIGINT NOT NULL,
    ended_at            BIGINT NOT NULL,
    PRIMARY KEY (device_id, started_at)
);

-- Files that still have bytes which the index lists no more. The time is that of the whole file.
CREATE TABLE recording_erasure (
    recording_id        TEXT PRIMARY KEY,
    device_id           TEXT NOT NULL REFERENCES device (device_id) ON DELETE CASCADE,
    storage_id          TEXT NOT NULL,
    path                TEXT NOT NULL,
    started_at          BIGINT NOT NULL,
    ended_at            BIGINT NOT NULL,
    created_at          BIGINT NOT NULL
);
CREATE INDEX recording_erasure_storage ON recording_erasure (storage_id, recording_id);
CREATE INDEX recording_erasure_device ON recording_erasure (device_id);
