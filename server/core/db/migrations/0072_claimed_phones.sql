-- A phone number that was proven with a registration. It is the account's once the registration is completed, so that
-- nobody takes a number away from its holder by a registration that they never complete.
CREATE TABLE claimed_phone (
    account_id          TEXT PRIMARY KEY REFERENCES account (account_id) ON DELETE CASCADE,
    phone               TEXT NOT NULL,
    claimed_at          BIGINT NOT NULL
);
INSERT INTO claimed_phone (account_id, phone, claimed_at)
    SELECT v.account_id, v.phone, v.verified_at FROM verified_phone v JOIN account a ON a.account_id = v.account_id
    WHERE a.status = 'inactive' AND a.status_reason = 'unverified';
DELETE FROM verified_phone WHERE account_id IN (SELECT account_id FROM claimed_phone);
