-- SPDX-License-Identifier: GPL-3.0-or-later
-- A recording may have bytes to erase in several storages: a file that has moved to the media store leaves one behind in
-- the folder of its server.
CREATE TABLE file_erasure (
    recording_id        TEXT NOT NULL,
    storage_id          TEXT NOT NULL,
    device_id           TEXT NOT NULL REFERENCES device (device_id) ON DELETE CASCADE,
    path                TEXT NOT NULL,
    started_at          BIGINT NOT NULL,
    ended_at            BIGINT NOT NULL,
    created_at          BIGINT NOT NULL,
    PRIMARY KEY (recording_id, storage_id)
);
INSERT INTO file_erasure (recording_id, storage_id, device_id, path, started_at, ended_at, created_at)
    SELECT recording_id, storage_id, device_id, path, started_at, ended_at, created_at FROM recording_erasure;
DROP TABLE recording_erasure;
ALTER TABLE file_erasure RENAME TO recording_erasure;
CREATE INDEX recording_erasure_storage ON recording_erasure (storage_id, recording_id);
CREATE INDEX recording_erasure_device ON recording_erasure (device_id);
