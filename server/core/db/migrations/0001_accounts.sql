-- Times are milliseconds since 1970, ids and enumerations are text, lists and objects are JSON in text.
CREATE TABLE account (
    account_id          TEXT PRIMARY KEY,
    name                TEXT NOT NULL,
    email               TEXT NOT NULL,
    phone               TEXT NOT NULL,
    postal_address      TEXT NOT NULL,
    billing_address     TEXT NOT NULL,
    payment_method      TEXT NOT NULL,
    purchase_option     TEXT NOT NULL,
    locale              TEXT NOT NULL,
    time_zone           TEXT NOT NULL,
    status              TEXT NOT NULL,
    status_reason       TEXT,
    created_at          BIGINT NOT NULL,
    updated_at          BIGINT NOT NULL
);

CREATE TABLE account_user (
    user_id             TEXT PRIMARY KEY,
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    email               TEXT NOT NULL,
    name                TEXT NOT NULL,
    role                TEXT NOT NULL,
    main                BOOLEAN NOT NULL,
    created_at          BIGINT NOT NULL
);
CREATE UNIQUE INDEX account_user_email ON account_user (email);
CREATE INDEX account_user_account ON account_user (account_id);

-- argon2id, with its parameters in the text.
CREATE TABLE user_password (
    user_id             TEXT PRIMARY KEY REFERENCES account_user (user_id) ON DELETE CASCADE,
    hash                TEXT NOT NULL,
    changed_at          BIGINT NOT NULL
);

CREATE TABLE app (
    app_id              TEXT PRIMARY KEY,
    account_id          TEXT REFERENCES account (account_id) ON DELETE CASCADE,
    type                TEXT NOT NULL,
    platform            TEXT NOT NULL,
    name                TEXT NOT NULL,
    description         TEXT NOT NULL,
    redirect_uris       TEXT NOT NULL,
    origins             TEXT NOT NULL,
    status              TEXT NOT NULL,
    first_party         BOOLEAN NOT NULL,
    trial_ends_at       BIGINT,
    daily_quota         BIGINT NOT NULL,
    scopes              TEXT NOT NULL,
    created_at          BIGINT NOT NULL,
    updated_at          BIGINT NOT NULL
);
CREATE INDEX app_account ON app (account_id, created_at);

-- Hashes only. An old key serves on until expires_at.
CREATE TABLE app_key (
    key_hash            TEXT PRIMARY KEY,
    app_id              TEXT NOT NULL REFERENCES app (app_id) ON DELETE CASCADE,
    created_at          BIGINT NOT NULL,
    expires_at          BIGINT
);
CREATE INDEX app_key_app ON app_key (app_id);

-- Which apps an account has been used with, and what was granted.
CREATE TABLE account_app (
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    app_id              TEXT NOT NULL REFERENCES app (app_id) ON DELETE CASCADE,
    scopes              TEXT NOT NULL,
    linked_at           BIGINT NOT NULL,
    PRIMARY KEY (account_id, app_id)
);

-- One sign-in: a family of refresh tokens. Ending it ends every token of it.
CREATE TABLE session (
    session_id          TEXT PRIMARY KEY,
    user_id             TEXT NOT NULL REFERENCES account_user (user_id) ON DELETE CASCADE,
    app_id              TEXT NOT NULL REFERENCES app (app_id) ON DELETE CASCADE,
    scopes              TEXT NOT NULL,
    created_at          BIGINT NOT NULL,
    refreshed_at        BIGINT NOT NULL,
    ended_at            BIGINT
);
CREATE INDEX session_of_user ON session (user_id);

CREATE TABLE access_token (
    token_hash          TEXT PRIMARY KEY,
    session_id          TEXT NOT NULL REFERENCES session (session_id) ON DELETE CASCADE,
    expires_at          BIGINT NOT NULL
);
CREATE INDEX access_token_session ON access_token (session_id);
CREATE INDEX access_token_expires ON access_token (expires_at);

CREATE TABLE refresh_token (
    token_hash          TEXT PRIMARY KEY,
    session_id          TEXT NOT NULL REFERENCES session (session_id) ON DELETE CASCADE,
    expires_at          BIGINT NOT NULL,
    spent_at            BIGINT
);
CREATE INDEX refresh_token_session ON refresh_token (session_id);

-- The six digits that a mail carried, for one address and purpose.
CREATE TABLE verify_code (
    address             TEXT NOT NULL,
    purpose             TEXT NOT NULL,
    code_hash           TEXT NOT NULL,
    sent_at             BIGINT NOT NULL,
    expires_at          BIGINT NOT NULL,
    tries_left          BIGINT NOT NULL,
    PRIMARY KEY (address, purpose)
);

CREATE TABLE verification_token (
    token_hash          TEXT PRIMARY KEY,
    address             TEXT NOT NULL,
    purpose             TEXT NOT NULL,
    expires_at          BIGINT NOT NULL
);

-- What is to be done outside of a transaction, at least once. The payload is sealed with the server's key.
CREATE TABLE job (
    job_id              TEXT PRIMARY KEY,
    kind                TEXT NOT NULL,
    payload             TEXT NOT NULL,
    attempts            BIGINT NOT NULL,
    run_at              BIGINT NOT NULL,
    created_at          BIGINT NOT NULL
);
CREATE INDEX job_due ON job (run_at);

-- Everything that happened and that somebody may want to hear of. seq grows in the order of the commits.
CREATE TABLE event (
    seq                 BIGINT PRIMARY KEY,
    account_id          TEXT NOT NULL,
    type                TEXT NOT NULL,
    payload             TEXT NOT NULL,
    created_at          BIGINT NOT NULL
);
CREATE INDEX event_account ON event (account_id, seq);
CREATE INDEX event_created ON event (created_at);

CREATE TABLE event_sequence (
    one                 BIGINT PRIMARY KEY CHECK (one = 1),
    last                BIGINT NOT NULL
);
INSERT INTO event_sequence (one, last) VALUES (1, 0);

-- The portal: a public app of the house, which everybody may know.
INSERT INTO app (app_id, account_id, type, platform, name, description, redirect_uris, origins, status, first_party,
                 trial_ends_at, daily_quota, scopes, created_at, updated_at)
VALUES ('app_00000000000000000000000001', NULL, 'purchased', 'windows', 'Waymark Portal',
        'The desktop portal of this server', '[]', '[]', 'active', true, NULL, 0, '[]', 0, 0);
