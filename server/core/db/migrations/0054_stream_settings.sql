-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is read of a camera besides its stream. A camera without a row has sound, and no second stream.
CREATE TABLE stream_settings (
    device_id           TEXT PRIMARY KEY REFERENCES device (device_id) ON DELETE CASCADE,
    audio               BOOLEAN NOT NULL,
    sub_source_url      TEXT,
    updated_at          BIGINT
);
