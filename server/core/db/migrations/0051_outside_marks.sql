-- SPDX-License-Identifier: GPL-3.0-or-later
-- Counts the marks that apps have added to an account, which has a cap.
CREATE INDEX device_mark_outside ON device_mark (account_id) WHERE substr(reason, 1, 11) = '{"outside":';
