-- SPDX-License-Identifier: GPL-3.0-or-later
-- Since when a camera records by its mode and its schedule. Other values of the row, such as the days, change without
-- that.
ALTER TABLE capture_mode ADD COLUMN mode_since BIGINT;
UPDATE capture_mode SET mode_since = updated_at;
