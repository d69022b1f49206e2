-- SPDX-License-Identifier: GPL-3.0-or-later
-- The account of the user who made a call: if the account is deleted, its calls leave the logs of other accounts' apps.
ALTER TABLE app_call ADD COLUMN account_id TEXT;
CREATE INDEX app_call_account ON app_call (account_id) WHERE account_id IS NOT NULL;
