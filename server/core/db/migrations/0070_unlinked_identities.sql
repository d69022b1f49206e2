-- Providers whose identity a user has unlinked. Their word does not link an identity to that user's account again: only
-- the user does.
CREATE TABLE unlinked_identity (
    user_id             TEXT NOT NULL REFERENCES account_user (user_id) ON DELETE CASCADE,
    provider            TEXT NOT NULL,
    unlinked_at         BIGINT NOT NULL,
    PRIMARY KEY (user_id, provider)
);
