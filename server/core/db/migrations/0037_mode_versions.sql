-- The versions of modes have a cap for each account. Those that no mark names are removed.
CREATE INDEX device_mode_version_account ON device_mode_version (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX device_mark_mode_version ON device_mark (devicemode_id, devicemode_version);
