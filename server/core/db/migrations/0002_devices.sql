CREATE TABLE device_group (
    devgroup_id     TEXT PRIMARY KEY,
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    name                TEXT NOT NULL,
    devicemode_id      TEXT,
    created_at          BIGINT NOT NULL,
    updated_at          BIGINT NOT NULL
);
CREATE INDEX device_group_account ON device_group (account_id, created_at);

CREATE TABLE device (
    device_id           TEXT PRIMARY KEY,
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    devgroup_id     TEXT REFERENCES device_group (devgroup_id) ON DELETE SET NULL,
    devicemode_id      TEXT,
    name                TEXT NOT NULL,
    model               TEXT NOT NULL,
    source_url          TEXT NOT NULL,
    username            TEXT NOT NULL,
    state               TEXT NOT NULL,
    state_reason        TEXT,
    state_since         BIGINT,
    attributes          TEXT NOT NULL,
    created_at          BIGINT NOT NULL,
    updated_at          BIGINT NOT NULL,
    deleted_at          BIGINT
);
CREATE INDEX device_account ON device (account_id, created_at, device_id);
CREATE INDEX device_in_group ON device (devgroup_id);

-- Sealed with the server's key; never read back by the API.
CREATE TABLE device_password (
    device_id           TEXT PRIMARY KEY REFERENCES device (device_id) ON DELETE CASCADE,
    sealed              TEXT NOT NULL
);

-- Which server reads a camera. Whoever holds the lease renews it; when it runs out, another one takes over.
CREATE TABLE ingest_lease (
    device_id           TEXT PRIMARY KEY REFERENCES device (device_id) ON DELETE CASCADE,
    server_id           TEXT NOT NULL,
    expires_at          BIGINT NOT NULL
);
