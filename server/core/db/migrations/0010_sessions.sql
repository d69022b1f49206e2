-- Where a session was begun, and when it was last used (to a minute).
ALTER TABLE session ADD COLUMN user_agent TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN last_used_at BIGINT NOT NULL DEFAULT 0;
UPDATE session SET last_used_at = refreshed_at;
CREATE INDEX session_of_app ON session (app_id);

-- Deactivated by an administrator: not to be activated by its owner.
ALTER TABLE app ADD COLUMN blocked BOOLEAN NOT NULL DEFAULT false;

-- What tells keys apart. Those that are there get their id from the hash: its digits are such of ids as well.
ALTER TABLE app_key ADD COLUMN key_id TEXT NOT NULL DEFAULT '';
ALTER TABLE app_key ADD COLUMN hint TEXT NOT NULL DEFAULT '';
ALTER TABLE app_key ADD COLUMN last_used_at BIGINT;
UPDATE app_key SET key_id = 'key_0' || substr(key_hash, 1, 25);

-- Carries a sign-in from one app to another, and once. It ends with the session that made it.
CREATE TABLE sign_in_token (
    token_hash          TEXT PRIMARY KEY,
    session_id          TEXT NOT NULL REFERENCES session (session_id) ON DELETE CASCADE,
    scopes              TEXT NOT NULL,
    expires_at          BIGINT NOT NULL
);
CREATE INDEX sign_in_token_session ON sign_in_token (session_id);
CREATE INDEX sign_in_token_expires ON sign_in_token (expires_at);
