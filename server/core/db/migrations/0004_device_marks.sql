-- link_epoch: signed addresses hold for one epoch; the next one revokes them.
CREATE TABLE device_mark (
    devicemark_id       TEXT PRIMARY KEY,
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    device_id           TEXT NOT NULL REFERENCES device (device_id) ON DELETE CASCADE,
    devgroup_id         TEXT,
    devicemode_id       TEXT NOT NULL,
    devicemode_version  BIGINT NOT NULL,
    state               TEXT NOT NULL,
    started_at          BIGINT NOT NULL,
    ended_at            BIGINT,
    label               TEXT NOT NULL,
    score               DOUBLE PRECISION NOT NULL,
    objects             TEXT NOT NULL,
    zones               TEXT NOT NULL,
    reason              TEXT NOT NULL,
    snapshot            TEXT NOT NULL,
    thumbnail           TEXT NOT NULL,
    clip                TEXT NOT NULL,
    link_epoch          BIGINT NOT NULL DEFAULT 0,
    created_at          BIGINT NOT NULL,
    updated_at          BIGINT NOT NULL,
    deleted_at          BIGINT,
    purge_at            BIGINT
);
CREATE INDEX device_mark_account ON device_mark (account_id, started_at, devicemark_id) WHERE deleted_at IS NULL;
CREATE INDEX device_mark_account_device ON device_mark (account_id, device_id, started_at, devicemark_id)
    WHERE deleted_at IS NULL;
CREATE INDEX device_mark_device_mode ON device_mark (device_id, devicemode_id, started_at, devicemark_id)
    WHERE deleted_at IS NULL;
CREATE INDEX device_mark_group_mode ON device_mark (devgroup_id, devicemode_id, started_at, devicemark_id)
    WHERE deleted_at IS NULL;
CREATE INDEX device_mark_bin ON device_mark (account_id, started_at, devicemark_id) WHERE deleted_at IS NOT NULL;
CREATE INDEX device_mark_purge ON device_mark (purge_at) WHERE purge_at IS NOT NULL;
CREATE INDEX device_mark_open ON device_mark (device_id) WHERE state = 'open';

CREATE TABLE mark_read (
    user_id             TEXT NOT NULL REFERENCES account_user (user_id) ON DELETE CASCADE,
    devicemark_id       TEXT NOT NULL REFERENCES device_mark (devicemark_id) ON DELETE CASCADE,
    read_at             BIGINT NOT NULL,
    PRIMARY KEY (user_id, devicemark_id)
);
CREATE INDEX mark_read_mark ON mark_read (devicemark_id);

-- Clips that are still to be made, and when to try.
CREATE TABLE mark_clip_due (
    devicemark_id       TEXT PRIMARY KEY REFERENCES device_mark (devicemark_id) ON DELETE CASCADE,
    due_at              BIGINT NOT NULL
);
CREATE INDEX mark_clip_due_at ON mark_clip_due (due_at);

-- What is gone for good, so that who wants it back can be told.
CREATE TABLE mark_purged (
    devicemark_id       TEXT PRIMARY KEY,
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    purged_at           BIGINT NOT NULL
);
CREATE INDEX mark_purged_at ON mark_purged (purged_at);
