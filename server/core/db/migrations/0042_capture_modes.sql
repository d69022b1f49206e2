-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a camera records. A camera without a row records continuously. The values are those of the API; seconds are
-- kept with their fraction.
CREATE TABLE capture_mode (
    device_id           TEXT PRIMARY KEY REFERENCES device (device_id) ON DELETE CASCADE,
    mode                TEXT NOT NULL,
    schedule            TEXT,
    pre_roll            DOUBLE PRECISION NOT NULL,
    post_roll           DOUBLE PRECISION NOT NULL,
    resolution          TEXT,
    frame_rate          DOUBLE PRECISION NOT NULL,
    days                BIGINT NOT NULL,
    storage_bytes       BIGINT NOT NULL,
    updated_at          BIGINT
);

-- Sums of sizes are read from these indexes alone.
CREATE INDEX recording_device_bytes ON recording (device_id, bytes);
CREATE INDEX recording_storage_bytes ON recording (storage_id, bytes);
