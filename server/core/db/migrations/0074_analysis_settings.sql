-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is looked for in the pictures of a camera besides what its mode asks for. A camera without a row is searched for
-- objects only while its mode asks for them.
CREATE TABLE analysis_settings (
    device_id           TEXT PRIMARY KEY REFERENCES device (device_id) ON DELETE CASCADE,
    objects             TEXT NOT NULL,
    updated_at          BIGINT
);
