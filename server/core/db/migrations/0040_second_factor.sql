-- The second factor of a user: the secret of an authenticator app (RFC 6238), sealed with the server's key.
CREATE TABLE second_factor (
    user_id             TEXT PRIMARY KEY REFERENCES account_user (user_id) ON DELETE CASCADE,
    sealed_secret       TEXT NOT NULL,
    last_step           BIGINT NOT NULL,
    created_at          BIGINT NOT NULL,
    confirmed_at        BIGINT
);

-- Codes that sign in once in place of the authenticator app.
CREATE TABLE recovery_code (
    user_id             TEXT NOT NULL REFERENCES second_factor (user_id) ON DELETE CASCADE,
    code_hash           TEXT NOT NULL,
    PRIMARY KEY (user_id, code_hash)
);

-- Sign-ins that wait for the second factor. Without an app the secret is that of a browser's cookie.
CREATE TABLE sign_in_challenge (
    challenge_hash      TEXT PRIMARY KEY,
    user_id             TEXT NOT NULL REFERENCES account_user (user_id) ON DELETE CASCADE,
    app_id              TEXT REFERENCES app (app_id) ON DELETE CASCADE,
    scope               TEXT NOT NULL,
    provider            TEXT NOT NULL,
    tries_left          BIGINT NOT NULL,
    created_at          BIGINT NOT NULL,
    expires_at          BIGINT NOT NULL
);
CREATE INDEX sign_in_challenge_user ON sign_in_challenge (user_id, created_at);
CREATE INDEX sign_in_challenge_app ON sign_in_challenge (app_id);
CREATE INDEX sign_in_challenge_expires ON sign_in_challenge (expires_at);
