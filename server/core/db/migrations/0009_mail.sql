-- A registration code activates the registration that it was sent for, and no other.
ALTER TABLE verify_code ADD COLUMN account_id TEXT;

-- The telephone numbers that were proven, in E.164: each of one account at most, the last to have proven it.
CREATE TABLE verified_phone (
    phone               TEXT PRIMARY KEY,
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    verified_at         BIGINT NOT NULL
);
CREATE UNIQUE INDEX verified_phone_account ON verified_phone (account_id);

-- What each user has signed in with: the app, and what the client says of itself, as a hash.
CREATE TABLE known_device (
    user_id             TEXT NOT NULL REFERENCES account_user (user_id) ON DELETE CASCADE,
    device_hash         TEXT NOT NULL,
    first_seen_at       BIGINT NOT NULL,
    seen_at             BIGINT NOT NULL,
    PRIMARY KEY (user_id, device_hash)
);

-- Who was told that a trial ends, and how many days before.
CREATE TABLE trial_notice (
    app_id              TEXT NOT NULL REFERENCES app (app_id) ON DELETE CASCADE,
    days                BIGINT NOT NULL,
    told_at             BIGINT NOT NULL,
    PRIMARY KEY (app_id, days)
);
