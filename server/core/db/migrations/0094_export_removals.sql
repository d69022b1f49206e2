-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files of exports that no row names any more: the server with the storage removes them. The row of an export leaves a
-- note here when it is deleted, in whatever way. No foreign key: the note outlives the account.
CREATE TABLE export_removal (
    storage_id          TEXT NOT NULL,
    file                TEXT NOT NULL,
    PRIMARY KEY (storage_id, file)
);

CREATE TRIGGER account_export_removed AFTER DELETE ON account_export
WHEN OLD.file <> ''
BEGIN
    INSERT INTO export_removal (storage_id, file) VALUES (OLD.storage_id, OLD.file)
        ON CONFLICT (storage_id, file) DO NOTHING;
END;
