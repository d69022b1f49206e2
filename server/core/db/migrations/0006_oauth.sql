-- What an app gets for its code, and once only. A code that was spent names the session that it began, so that a second
-- use can end it.
CREATE TABLE authorization_code (
    code_hash           TEXT PRIMARY KEY,
    app_id              TEXT NOT NULL REFERENCES app (app_id) ON DELETE CASCADE,
    user_id             TEXT NOT NULL REFERENCES account_user (user_id) ON DELETE CASCADE,
    scopes              TEXT NOT NULL,
    redirect_uri        TEXT NOT NULL,
    code_challenge      TEXT NOT NULL,
    nonce               TEXT NOT NULL,
    signed_in_at        BIGINT NOT NULL,
    expires_at          BIGINT NOT NULL,
    session_id          TEXT
);
CREATE INDEX authorization_code_expires ON authorization_code (expires_at);

-- What a user has let an app do.
CREATE TABLE consent (
    user_id             TEXT NOT NULL REFERENCES account_user (user_id) ON DELETE CASCADE,
    app_id              TEXT NOT NULL REFERENCES app (app_id) ON DELETE CASCADE,
    scopes              TEXT NOT NULL,
    given_at            BIGINT NOT NULL,
    PRIMARY KEY (user_id, app_id)
);

-- Tokens of apps themselves, with no user behind them.
CREATE TABLE app_token (
    token_hash          TEXT PRIMARY KEY,
    app_id              TEXT NOT NULL REFERENCES app (app_id) ON DELETE CASCADE,
    scopes              TEXT NOT NULL,
    expires_at          BIGINT NOT NULL
);
CREATE INDEX app_token_expires ON app_token (expires_at);

-- What ID tokens are signed with: JWKs (RFC 7517); the private one is sealed with the server's key.
CREATE TABLE signing_key (
    key_id              TEXT PRIMARY KEY,
    public_key          TEXT NOT NULL,
    sealed_key          TEXT NOT NULL,
    created_at          BIGINT NOT NULL,
    retired_at          BIGINT
);

-- Begun by an app that proved itself with its key: to be refreshed with its key as well.
ALTER TABLE session ADD COLUMN confidential BOOLEAN NOT NULL DEFAULT false;

-- Narrower than its session's, where a refresh asked for less (RFC 6749, 6).
ALTER TABLE access_token ADD COLUMN scopes TEXT;
