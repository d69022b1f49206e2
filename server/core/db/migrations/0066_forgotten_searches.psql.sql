-- A deletion takes the addresses of the account's users out of the details of other accounts' entries, and what staff
-- typed to find them: the member is removed.
ALTER TABLE audit_entry DISABLE TRIGGER USER;
UPDATE audit_entry SET detail = CAST(CAST(detail AS JSONB) - 'user' AS TEXT)
WHERE action IN ('share_given', 'share_ended') AND CAST(detail AS JSONB) ->> 'user' = '';
UPDATE audit_entry SET detail = CAST(CAST(detail AS JSONB) - 'q' AS TEXT)
WHERE action = 'support_searched' AND CAST(detail AS JSONB) ->> 'q' = '';
ALTER TABLE audit_entry ENABLE TRIGGER USER;
CREATE OR REPLACE FUNCTION audit_entry_refuse_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (
        SELECT 1 FROM account_deletion d WHERE d.state = 'running' AND d.account_id = OLD.account_id)
    THEN
        RETURN OLD;
    END IF;
    IF TG_OP = 'DELETE' AND NOT OLD.by_staff AND OLD.account_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM account a WHERE a.account_id = OLD.account_id)
    THEN
        RETURN OLD;
    END IF;
    IF TG_OP = 'UPDATE'
        AND (NEW.audit_id, NEW.at, NEW.action, NEW.by_staff, NEW.object)
            = (OLD.audit_id, OLD.at, OLD.action, OLD.by_staff, OLD.object)
        AND NEW.account_id IS NOT DISTINCT FROM OLD.account_id
        AND NEW.actor_user_id IS NOT DISTINCT FROM OLD.actor_user_id
        AND NEW.actor_app_id IS NOT DISTINCT FROM OLD.actor_app_id
        AND (NEW.detail = OLD.detail AND NEW.actor_name = '' AND NEW.address = ''
             AND EXISTS (SELECT 1 FROM account_deletion d JOIN account_user u ON u.account_id = d.account_id
                         WHERE d.state = 'running' AND u.user_id = OLD.actor_user_id)
             OR NEW.actor_name = OLD.actor_name AND NEW.address = OLD.address
             AND OLD.action IN ('share_given', 'share_ended')
             AND CAST(NEW.detail AS JSONB) = CAST(OLD.detail AS JSONB) - 'user'
             AND EXISTS (SELECT 1 FROM account_deletion d JOIN account_user u ON u.account_id = d.account_id
                         WHERE d.state = 'running' AND u.email = CAST(OLD.detail AS JSONB) ->> 'user')
             OR NEW.actor_name = OLD.actor_name AND NEW.address = OLD.address
             AND OLD.action = 'support_searched'
             AND CAST(NEW.detail AS JSONB) = CAST(OLD.detail AS JSONB) - 'q'
             AND EXISTS (SELECT 1 FROM account_deletion d WHERE d.state = 'running'))
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the audit log is append-only';
END;
$$;
