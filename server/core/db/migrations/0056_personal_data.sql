-- The latest export of each account. The file is in the folder `exports` of a storage.
CREATE TABLE account_export (
    account_id          TEXT PRIMARY KEY REFERENCES account (account_id) ON DELETE CASCADE,
    media               TEXT NOT NULL,
    state               TEXT NOT NULL,
    problem             TEXT,
    bytes               BIGINT NOT NULL,
    files               BIGINT NOT NULL,
    missing             BIGINT NOT NULL,
    created_at          BIGINT NOT NULL,
    ready_at            BIGINT,
    expires_at          BIGINT,
    file                TEXT NOT NULL DEFAULT '',
    storage_id          TEXT NOT NULL DEFAULT ''
);
CREATE INDEX account_export_expires ON account_export (expires_at) WHERE expires_at IS NOT NULL;

-- Deletions of accounts. A row goes last of all, so that a server that was killed goes on with the deletion.
CREATE TABLE account_deletion (
    account_id          TEXT PRIMARY KEY REFERENCES account (account_id) ON DELETE CASCADE,
    state               TEXT NOT NULL,
    scheduled_at        BIGINT NOT NULL,
    delete_at           BIGINT NOT NULL,
    reminded            BOOLEAN NOT NULL DEFAULT false,
    devices             TEXT NOT NULL DEFAULT '[]'
);

-- The audit log stays append-only, except for the entries of an account whose deletion is running.
DROP TRIGGER audit_entry_stays;
CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry
WHEN NEW.audit_id <> OLD.audit_id OR NEW.at <> OLD.at OR NEW.action <> OLD.action
    OR NEW.account_id IS NOT OLD.account_id OR NEW.actor_user_id IS NOT OLD.actor_user_id
    OR NEW.actor_app_id IS NOT OLD.actor_app_id OR NEW.by_staff <> OLD.by_staff OR NEW.object <> OLD.object
    OR NEW.detail <> OLD.detail OR NEW.actor_name <> '' OR NEW.address <> ''
    OR NOT EXISTS (SELECT 1 FROM account_deletion d JOIN account_user u ON u.account_id = d.account_id
                   WHERE d.state = 'running' AND u.user_id = OLD.actor_user_id)
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;

DROP TRIGGER audit_entry_remains;
CREATE TRIGGER audit_entry_remains BEFORE DELETE ON audit_entry
WHEN NOT EXISTS (SELECT 1 FROM account_deletion d WHERE d.state = 'running' AND d.account_id = OLD.account_id)
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;

CREATE INDEX audit_entry_actor ON audit_entry (actor_user_id) WHERE actor_user_id IS NOT NULL;
