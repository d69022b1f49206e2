-- What users did, as apps tell it. No reference to the device: what was done stays when the device goes.
CREATE TABLE action (
    action_id           TEXT PRIMARY KEY,
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    user_id             TEXT,
    app_id              TEXT,
    type                TEXT NOT NULL,
    device_id           TEXT,
    data                TEXT NOT NULL,
    at                  BIGINT NOT NULL,
    created_at          BIGINT NOT NULL
);
CREATE INDEX action_account ON action (account_id, at, action_id);
CREATE INDEX action_created ON action (created_at);
