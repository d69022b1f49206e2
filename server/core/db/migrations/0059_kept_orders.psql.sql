-- The orders and receipts of a deleted account stay without a row in `account`, so that the keys that name an account
-- admit nothing of a deleted one.
ALTER TABLE purchase_order DROP CONSTRAINT purchase_order_account_id_fkey;
DELETE FROM account WHERE status_reason = 'deleted' AND NOT EXISTS (
    SELECT 1 FROM account_deletion d WHERE d.account_id = account.account_id);

-- The audit log stays append-only, except for the entries of an account whose deletion is running, and for those that
-- came up since: not those of staff.
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
             AND EXISTS (SELECT 1 FROM account_deletion d JOIN account_user u ON u.account_id = d.account_id
                         WHERE d.state = 'running' AND u.email <> ''
                             AND NEW.detail = replace(OLD.detail, '"' || u.email || '"', '""')))
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the audit log is append-only';
END;
$$;
