-- A browser in which somebody has signed in on the server's own pages. The cookie's secret is kept as a hash.
CREATE TABLE browser_session (
    token_hash          TEXT PRIMARY KEY,
    user_id             TEXT NOT NULL REFERENCES account_user (user_id) ON DELETE CASCADE,
    signed_in_at        BIGINT NOT NULL,
    expires_at          BIGINT NOT NULL
);
CREATE INDEX browser_session_user ON browser_session (user_id);
CREATE INDEX browser_session_expires ON browser_session (expires_at);
