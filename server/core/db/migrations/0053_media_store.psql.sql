-- SPDX-License-Identifier: GPL-3.0-or-later
-- Objects of a media store that no row names: they are deleted once they are due. A row that names an object leaves its
-- key here when it is deleted, in whatever way.
CREATE TABLE store_deletion (
    storage_id          TEXT NOT NULL,
    key                 TEXT NOT NULL,
    due_at              BIGINT NOT NULL,
    attempts            BIGINT NOT NULL,
    PRIMARY KEY (storage_id, key)
);
CREATE INDEX store_deletion_due ON store_deletion (storage_id, due_at);
-- What is still to be moved is found without reading what has moved.
CREATE INDEX device_data_storage ON device_data (storage_id, data_id);

CREATE FUNCTION note_unnamed_data() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO store_deletion (storage_id, key, due_at, attempts)
        VALUES (OLD.storage_id, 'archive/' || OLD.device_id || '/' || OLD.data_id, 0, 0)
        ON CONFLICT (storage_id, key) DO UPDATE SET due_at = 0;
    RETURN NULL;
END;
$$;
CREATE TRIGGER device_data_unnamed AFTER DELETE ON device_data
    FOR EACH ROW WHEN (OLD.storage_id LIKE 'store:%') EXECUTE FUNCTION note_unnamed_data();

CREATE FUNCTION note_unnamed_recording() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO store_deletion (storage_id, key, due_at, attempts) VALUES (OLD.storage_id, OLD.path, 0, 0)
        ON CONFLICT (storage_id, key) DO UPDATE SET due_at = 0;
    RETURN NULL;
END;
$$;
CREATE TRIGGER recording_unnamed AFTER DELETE ON recording
    FOR EACH ROW WHEN (OLD.storage_id LIKE 'store:%') EXECUTE FUNCTION note_unnamed_recording();
