-- Which accounts staff have found by which text. Names change, so that the deletion of an account could not tell
-- otherwise what was typed to find it.
CREATE TABLE support_finding (
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    typed               TEXT NOT NULL,
    PRIMARY KEY (account_id, typed)
);
CREATE INDEX support_finding_typed ON support_finding (typed);
