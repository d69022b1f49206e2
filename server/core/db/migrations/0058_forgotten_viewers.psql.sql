-- A deletion also takes the addresses of the account's users out of the details of other accounts' entries. A detail
-- names a person by a whole JSON string.
CREATE OR REPLACE FUNCTION audit_entry_refuse_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (
        SELECT 1 FROM account_deletion d WHERE d.state = 'running' AND d.account_id = OLD.account_id)
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
             AND EXISTS (SELECT 1 FROM account_deletion d JOIN account_user u ON u.account_id = d.account_id
                         WHERE d.state = 'running' AND u.email <> ''
                             AND NEW.detail = replace(OLD.detail, '"' || u.email || '"', '""')))
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the audit log is append-only';
END;
$$;
