-- A deletion takes the addresses of the account's users out of the details of other accounts' entries, and what staff
-- typed to find them: the member is removed.
DROP TRIGGER audit_entry_stays;
UPDATE audit_entry SET detail = json_remove(detail, '$.user')
WHERE action IN ('share_given', 'share_ended') AND json_extract(detail, '$.user') = '';
UPDATE audit_entry SET detail = json_remove(detail, '$.q')
WHERE action = 'support_searched' AND json_extract(detail, '$.q') = '';
CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry
WHEN NEW.audit_id <> OLD.audit_id OR NEW.at <> OLD.at OR NEW.action <> OLD.action
    OR NEW.account_id IS NOT OLD.account_id OR NEW.actor_user_id IS NOT OLD.actor_user_id
    OR NEW.actor_app_id IS NOT OLD.actor_app_id OR NEW.by_staff <> OLD.by_staff OR NEW.object <> OLD.object
    OR NOT (
        NEW.detail = OLD.detail AND NEW.actor_name = '' AND NEW.address = ''
        AND EXISTS (SELECT 1 FROM account_deletion d JOIN account_user u ON u.account_id = d.account_id
                    WHERE d.state = 'running' AND u.user_id = OLD.actor_user_id)
        OR NEW.actor_name = OLD.actor_name AND NEW.address = OLD.address
        AND OLD.action IN ('share_given', 'share_ended') AND NEW.detail = json_remove(OLD.detail, '$.user')
        AND EXISTS (SELECT 1 FROM account_deletion d JOIN account_user u ON u.account_id = d.account_id
                    WHERE d.state = 'running' AND u.email = json_extract(OLD.detail, '$.user'))
        OR NEW.actor_name = OLD.actor_name AND NEW.address = OLD.address
        AND OLD.action = 'support_searched' AND NEW.detail = json_remove(OLD.detail, '$.q')
        AND EXISTS (SELECT 1 FROM account_deletion d WHERE d.state = 'running'))
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;
