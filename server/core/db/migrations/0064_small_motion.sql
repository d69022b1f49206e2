-- SPDX-License-Identifier: GPL-3.0-or-later
-- The built-in rule for motion counts what is a tenth as large: a person of a twentieth of the picture's height. The
-- analysis tells noise, rain, and leaves by how they move, and no longer by their size.
UPDATE device_mode SET version = version + 1, conditions = '{"motion":{"min_area":0.00015,"threshold":0.00015}}'
WHERE devicemode_id = 'mode_00000000000000000000000001';
INSERT INTO device_mode_version (devicemode_id, version, account_id, name, conditions, actions, schedule, min_duration,
                                 merge_gap, cooldown, cooldown_per, max_per_hour, max_duration, created_at, updated_at)
SELECT devicemode_id, version, account_id, name, conditions, actions, schedule, min_duration, merge_gap, cooldown,
       cooldown_per, max_per_hour, max_duration, created_at, updated_at
FROM device_mode WHERE devicemode_id = 'mode_00000000000000000000000001';
