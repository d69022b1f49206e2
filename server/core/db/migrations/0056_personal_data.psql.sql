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
DROP TRIGGER audit_entry_stays ON audit_entry;
CREATE TRIGGER audit_entry_stays BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_refuse();

CREATE FUNCTION audit_entry_refuse_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (
        SELECT 1 FROM account_deletion d WHERE d.state = 'running' AND d.account_id = OLD.account_id)
    THEN
        RETURN OLD;
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.actor_name = '' AND NEW.address = ''
        AND (NEW.audit_id, NEW.at, NEW.action, NEW.by_staff, NEW.object, NEW.detail)
            = (OLD.audit_id, OLD.at, OLD.action, OLD.by_staff, OLD.object, OLD.detail)
        AND NEW.account_id IS NOT DISTINCT FROM OLD.account_id
        AND NEW.actor_user_id IS NOT DISTINCT FROM OLD.actor_user_id
        AND NEW.actor_app_id IS NOT DISTINCT FROM OLD.actor_app_id
        AND EXISTS (SELECT 1 FROM account_deletion d JOIN account_user u ON u.account_id = d.account_id
                    WHERE d.state = 'running' AND u.user_id = OLD.actor_user_id)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the audit log is append-only';
END;
$$;
CREATE TRIGGER audit_entry_kept BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_refuse_row();

CREATE INDEX audit_entry_actor ON audit_entry (actor_user_id) WHERE actor_user_id IS NOT NULL;
