-- SPDX-License-Identifier: GPL-3.0-or-later
-- A captured video has a row before it has a file.
ALTER TABLE device_data ADD COLUMN state TEXT NOT NULL DEFAULT 'ready';
ALTER TABLE device_data ADD COLUMN state_reason TEXT;

-- What is unknown until then is null. SQLite cannot drop NOT NULL, so new columns take the place of the old ones.
ALTER TABLE device_data ADD COLUMN known_bytes BIGINT;
UPDATE device_data SET known_bytes = bytes;
ALTER TABLE device_data DROP COLUMN bytes;
ALTER TABLE device_data RENAME COLUMN known_bytes TO bytes;
ALTER TABLE device_data ADD COLUMN known_sha256 TEXT;
UPDATE device_data SET known_sha256 = sha256;
ALTER TABLE device_data DROP COLUMN sha256;
ALTER TABLE device_data RENAME COLUMN known_sha256 TO sha256;
ALTER TABLE device_data ADD COLUMN known_width BIGINT;
UPDATE device_data SET known_width = width;
ALTER TABLE device_data DROP COLUMN width;
ALTER TABLE device_data RENAME COLUMN known_width TO width;
ALTER TABLE device_data ADD COLUMN known_height BIGINT;
UPDATE device_data SET known_height = height;
ALTER TABLE device_data DROP COLUMN height;
ALTER TABLE device_data RENAME COLUMN known_height TO height;
CREATE INDEX device_data_pending ON device_data (account_id) WHERE state = 'pending';
