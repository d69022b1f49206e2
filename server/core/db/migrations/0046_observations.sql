-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the analysis of a camera's pictures saw, one row for each file. A file is a sequence of ObservationBlocks. path
-- is relative to the folder that storage_id names. What was added to the file in the last minute may be missing here.
CREATE TABLE observation (
    observation_id      TEXT PRIMARY KEY,
    device_id           TEXT NOT NULL REFERENCES device (device_id) ON DELETE CASCADE,
    storage_id          TEXT NOT NULL,
    path                TEXT NOT NULL,
    started_at          BIGINT NOT NULL,
    ended_at            BIGINT NOT NULL,
    bytes               BIGINT NOT NULL
);
CREATE INDEX observation_device ON observation (device_id, started_at);
CREATE INDEX observation_storage ON observation (storage_id, ended_at);
