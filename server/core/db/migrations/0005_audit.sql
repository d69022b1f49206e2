-- Who did what. No foreign keys: what is told here outlives whom and what it tells of.
CREATE TABLE audit_entry (
    audit_id            TEXT PRIMARY KEY,
    at                  BIGINT NOT NULL,
    action              TEXT NOT NULL,
    account_id          TEXT,
    actor_user_id       TEXT,
    actor_app_id        TEXT,
    actor_name          TEXT NOT NULL,
    by_staff            BOOLEAN NOT NULL,
    object              TEXT NOT NULL,
    detail              TEXT NOT NULL,
    address             TEXT NOT NULL
);
CREATE INDEX audit_entry_at ON audit_entry (at, audit_id);
CREATE INDEX audit_entry_account ON audit_entry (account_id, at, audit_id);
CREATE INDEX audit_entry_action ON audit_entry (action, at, audit_id);
CREATE INDEX audit_entry_failed ON audit_entry (address, at) WHERE action = 'sign_in_failed';

-- Append only.
CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER audit_entry_remains BEFORE DELETE ON audit_entry
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;
