-- SPDX-License-Identifier: GPL-3.0-or-later
-- A held photo or video is exempt from limits of age and storage, until hold_until or until the hold is removed.
ALTER TABLE device_data ADD COLUMN held_at BIGINT;
ALTER TABLE device_data ADD COLUMN hold_reason TEXT;
ALTER TABLE device_data ADD COLUMN hold_until BIGINT;
CREATE INDEX device_data_held ON device_data (device_id) WHERE held_at IS NOT NULL;
