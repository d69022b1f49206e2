-- Security keys and passkeys (Web Authentication). A key is public: it only verifies signatures.
CREATE TABLE security_key (
    security_key_id     TEXT PRIMARY KEY,
    user_id             TEXT NOT NULL REFERENCES account_user (user_id) ON DELETE CASCADE,
    credential_id       TEXT NOT NULL UNIQUE,
    name                TEXT NOT NULL,
    algorithm           BIGINT NOT NULL,
    public_key          TEXT NOT NULL,
    sign_count          BIGINT NOT NULL,
    verifies_user       BOOLEAN NOT NULL,
    created_at          BIGINT NOT NULL,
    last_used_at        BIGINT
);
CREATE INDEX security_key_user ON security_key (user_id);
