-- Who another provider says somebody is. A user has at most one identity of each provider.
CREATE TABLE identity (
    provider            TEXT NOT NULL,
    subject             TEXT NOT NULL,
    user_id             TEXT NOT NULL REFERENCES account_user (user_id) ON DELETE CASCADE,
    email               TEXT NOT NULL,
    linked_at           BIGINT NOT NULL,
    used_at             BIGINT NOT NULL,
    PRIMARY KEY (provider, subject)
);
CREATE UNIQUE INDEX identity_of_user ON identity (user_id, provider);

-- Not every provider tells an address: a user without one signs in by an identity only.
DROP INDEX account_user_email;
CREATE UNIQUE INDEX account_user_email ON account_user (email) WHERE email <> '';
