-- Photos and videos of a device; the files lie in the data folder.
CREATE TABLE device_data (
    data_id             TEXT PRIMARY KEY,
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    device_id           TEXT NOT NULL REFERENCES device (device_id) ON DELETE CASCADE,
    kind                TEXT NOT NULL,
    media_type          TEXT NOT NULL,
    bytes               BIGINT NOT NULL,
    sha256              TEXT NOT NULL,
    width               BIGINT NOT NULL,
    height              BIGINT NOT NULL,
    duration            DOUBLE PRECISION NOT NULL,
    taken_at            BIGINT NOT NULL,
    link_epoch          BIGINT NOT NULL DEFAULT 0,
    created_at          BIGINT NOT NULL,
    deleted_at          BIGINT,
    purge_at            BIGINT
);
CREATE INDEX device_data_account ON device_data (account_id, taken_at, data_id) WHERE deleted_at IS NULL;
CREATE INDEX device_data_device ON device_data (device_id, taken_at, data_id) WHERE deleted_at IS NULL;
CREATE INDEX device_data_bin ON device_data (account_id, deleted_at, data_id) WHERE deleted_at IS NOT NULL;
CREATE INDEX device_data_purge ON device_data (purge_at) WHERE purge_at IS NOT NULL;

-- Of whatever had lain in the bin, and no longer of marks alone.
ALTER TABLE mark_purged RENAME TO purged;
ALTER TABLE purged RENAME COLUMN devicemark_id TO object_id;

ALTER TABLE device ADD COLUMN purge_at BIGINT;
UPDATE device SET purge_at = deleted_at + 2592000000 WHERE deleted_at IS NOT NULL;
CREATE INDEX device_purge ON device (purge_at) WHERE purge_at IS NOT NULL;
CREATE INDEX device_bin ON device (account_id, deleted_at, device_id) WHERE deleted_at IS NOT NULL;
