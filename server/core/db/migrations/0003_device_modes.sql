-- Times in milliseconds. A mode without an account is the system's.
CREATE TABLE device_mode (
    devicemode_id       TEXT PRIMARY KEY,
    account_id          TEXT REFERENCES account (account_id) ON DELETE CASCADE,
    name                TEXT NOT NULL,
    version             BIGINT NOT NULL,
    conditions          TEXT NOT NULL,
    actions             TEXT NOT NULL,
    min_duration        BIGINT NOT NULL,
    merge_gap           BIGINT NOT NULL,
    cooldown            BIGINT NOT NULL,
    max_duration        BIGINT NOT NULL,
    created_at          BIGINT NOT NULL,
    updated_at          BIGINT NOT NULL
);
CREATE INDEX device_mode_account ON device_mode (account_id, created_at, devicemode_id);

-- What a camera is watched for unless it, or its group, says otherwise.
INSERT INTO device_mode (devicemode_id, account_id, name, version, conditions, actions, min_duration, merge_gap,
                         cooldown, max_duration, created_at, updated_at)
VALUES ('mode_00000000000000000000000001', NULL, 'Motion', 1,
        '{"motion":{"min_area":0.002,"threshold":0.004}}', '{"clip":{"post_roll":5,"pre_roll":5},"snapshot":true}',
        500, 3000, 10000, 40000, 0, 0);
