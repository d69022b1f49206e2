-- Devices without a browser that ask for access (RFC 8628).
CREATE TABLE device_authorization (
    device_code_hash    TEXT PRIMARY KEY,
    user_code           TEXT NOT NULL,
    app_id              TEXT NOT NULL REFERENCES app (app_id) ON DELETE CASCADE,
    scopes              TEXT NOT NULL,
    state               TEXT NOT NULL,
    user_id             TEXT REFERENCES account_user (user_id) ON DELETE CASCADE,
    signed_in_at        BIGINT,
    poll_interval       BIGINT NOT NULL,
    polled_at           BIGINT,
    created_at          BIGINT NOT NULL,
    expires_at          BIGINT NOT NULL
);
CREATE UNIQUE INDEX device_authorization_user_code ON device_authorization (user_code);
CREATE INDEX device_authorization_app ON device_authorization (app_id);
CREATE INDEX device_authorization_user ON device_authorization (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX device_authorization_expires ON device_authorization (expires_at);
