-- SPDX-License-Identifier: GPL-3.0-or-later
-- Resumable uploads. The file grows in the folder that storage_id names. data_id is set once the upload has become a
-- photo or video, which may be deleted earlier than the upload.
CREATE TABLE data_upload (
    upload_id           TEXT PRIMARY KEY,
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    device_id           TEXT NOT NULL REFERENCES device (device_id) ON DELETE CASCADE,
    bytes               BIGINT NOT NULL,
    received            BIGINT NOT NULL,
    taken_at            BIGINT,
    sha256              TEXT,
    storage_id          TEXT NOT NULL,
    created_at          BIGINT NOT NULL,
    expires_at          BIGINT NOT NULL,
    data_id             TEXT
);
CREATE INDEX data_upload_account ON data_upload (account_id);
CREATE INDEX data_upload_device ON data_upload (device_id);
CREATE INDEX data_upload_expiry ON data_upload (storage_id, expires_at);
