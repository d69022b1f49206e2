-- The orders and receipts of a deleted account stay without a row in `account`, so that the keys that name an account
-- admit nothing of a deleted one. SQLite can drop a key only together with its column.
DROP INDEX purchase_order_account;
ALTER TABLE purchase_order ADD COLUMN buyer_id TEXT NOT NULL DEFAULT '';
UPDATE purchase_order SET buyer_id = account_id;
ALTER TABLE purchase_order DROP COLUMN account_id;
ALTER TABLE purchase_order RENAME COLUMN buyer_id TO account_id;
CREATE INDEX purchase_order_account ON purchase_order (account_id, created_at, order_id);
DELETE FROM account WHERE status_reason = 'deleted' AND NOT EXISTS (
    SELECT 1 FROM account_deletion d WHERE d.account_id = account.account_id);

-- The audit log stays append-only, except for the entries of an account whose deletion is running, and for those that
-- came up since: not those of staff.
DROP TRIGGER audit_entry_remains;
CREATE TRIGGER audit_entry_remains BEFORE DELETE ON audit_entry
WHEN NOT EXISTS (SELECT 1 FROM account_deletion d WHERE d.state = 'running' AND d.account_id = OLD.account_id)
    AND (OLD.by_staff OR OLD.account_id IS NULL
         OR EXISTS (SELECT 1 FROM account a WHERE a.account_id = OLD.account_id))
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;
