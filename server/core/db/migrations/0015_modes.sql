-- Parts of what a camera sees.
CREATE TABLE zone (
    zone_id             TEXT PRIMARY KEY,
    device_id           TEXT NOT NULL REFERENCES device (device_id) ON DELETE CASCADE,
    name                TEXT NOT NULL,
    kind                TEXT NOT NULL,
    polygon             TEXT NOT NULL,
    drawn_from          TEXT NOT NULL,
    drawn_at            BIGINT,
    created_at          BIGINT NOT NULL,
    updated_at          BIGINT NOT NULL
);
CREATE INDEX zone_device ON zone (device_id, created_at, zone_id);

ALTER TABLE device_mode ADD COLUMN schedule TEXT NOT NULL DEFAULT '{"weekly":[],"exceptions":[]}';
ALTER TABLE device_mode ADD COLUMN cooldown_per TEXT NOT NULL DEFAULT 'mode';
ALTER TABLE device_mode ADD COLUMN max_per_hour BIGINT NOT NULL DEFAULT 0;

-- Each mode as it was: a mark tells under which version it was made, also when the mode is long gone.
CREATE TABLE device_mode_version (
    devicemode_id       TEXT NOT NULL,
    version             BIGINT NOT NULL,
    account_id          TEXT REFERENCES account (account_id) ON DELETE CASCADE,
    name                TEXT NOT NULL,
    conditions          TEXT NOT NULL,
    actions             TEXT NOT NULL,
    schedule            TEXT NOT NULL,
    min_duration        BIGINT NOT NULL,
    merge_gap           BIGINT NOT NULL,
    cooldown            BIGINT NOT NULL,
    cooldown_per        TEXT NOT NULL,
    max_per_hour        BIGINT NOT NULL,
    max_duration        BIGINT NOT NULL,
    created_at          BIGINT NOT NULL,
    updated_at          BIGINT NOT NULL,
    PRIMARY KEY (devicemode_id, version)
);
INSERT INTO device_mode_version (devicemode_id, version, account_id, name, conditions, actions, schedule, min_duration,
                                 merge_gap, cooldown, cooldown_per, max_per_hour, max_duration, created_at, updated_at)
SELECT devicemode_id, version, account_id, name, conditions, actions, schedule, min_duration, merge_gap, cooldown,
       cooldown_per, max_per_hour, max_duration, created_at, updated_at
FROM device_mode;

CREATE INDEX device_mode_used ON device (devicemode_id) WHERE devicemode_id IS NOT NULL;
CREATE INDEX device_group_mode_used ON device_group (devicemode_id) WHERE devicemode_id IS NOT NULL;
