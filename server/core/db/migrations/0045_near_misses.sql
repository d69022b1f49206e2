-- What nearly made a mark in the last day. A camera has at most 500 of them for a mode.
CREATE TABLE near_miss (
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    device_id           TEXT NOT NULL REFERENCES device (device_id) ON DELETE CASCADE,
    devicemode_id       TEXT NOT NULL REFERENCES device_mode (devicemode_id) ON DELETE CASCADE,
    devicemode_version  BIGINT NOT NULL,
    started_at          BIGINT NOT NULL,
    ended_at            BIGINT NOT NULL,
    label               TEXT NOT NULL,
    pointer             TEXT NOT NULL,
    measured            DOUBLE PRECISION NOT NULL,
    required            DOUBLE PRECISION NOT NULL,
    nearness            DOUBLE PRECISION NOT NULL,
    conditions_met      BOOLEAN NOT NULL,
    reason              TEXT NOT NULL,
    PRIMARY KEY (device_id, devicemode_id, started_at)
);
CREATE INDEX near_miss_list ON near_miss (account_id, devicemode_id, started_at, device_id);
CREATE INDEX near_miss_mode ON near_miss (devicemode_id);
CREATE INDEX near_miss_age ON near_miss (started_at);
