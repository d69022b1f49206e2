-- Marks are found by the time that they cover. The few that last longer than an hour, or are open, are found here; all
-- others that cover a moment started within the hour before it.
CREATE INDEX device_mark_long ON device_mark (account_id, started_at)
    WHERE ended_at IS NULL OR ended_at - started_at > 3600000;
