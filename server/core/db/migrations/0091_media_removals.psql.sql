-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files that no row names any more: the server with the storage removes them. `item_id` is the photo, the video, or the
-- mark; empty: all files of a device. A row that has files leaves a note here when it is deleted, in whatever way. No
-- foreign key: the note outlives the device and the account. The oldest rows name no storage.
CREATE TABLE media_removal (
    storage_id          TEXT NOT NULL,
    device_id           TEXT NOT NULL,
    item_id             TEXT NOT NULL,
    PRIMARY KEY (storage_id, device_id, item_id)
);

-- If the device is gone, as when a photo is deleted with it, one note stands for all of its files.
CREATE FUNCTION note_removed_media(of_storage TEXT, of_device TEXT, of_item TEXT) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO media_removal (storage_id, device_id, item_id) VALUES (coalesce(of_storage, ''), of_device,
        CASE WHEN EXISTS (SELECT 1 FROM device d WHERE d.device_id = of_device) THEN of_item ELSE '' END)
        ON CONFLICT DO NOTHING;
END;
$$;

CREATE FUNCTION note_removed_data() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_removed_media(OLD.storage_id, OLD.device_id, OLD.data_id);
    RETURN NULL;
END;
$$;
CREATE TRIGGER device_data_removed AFTER DELETE ON device_data
    FOR EACH ROW WHEN (coalesce(OLD.storage_id, '') NOT LIKE 'store:%') EXECUTE FUNCTION note_removed_data();

CREATE FUNCTION note_removed_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_removed_media(OLD.storage_id, OLD.device_id, OLD.devicemark_id);
    RETURN NULL;
END;
$$;
CREATE TRIGGER device_mark_removed AFTER DELETE ON device_mark
    FOR EACH ROW WHEN (coalesce(OLD.storage_id, '') NOT LIKE 'store:%' AND OLD.media_bytes > 0) EXECUTE FUNCTION note_removed_mark();

-- A server may have files of a device that no row names, such as the last minute of a camera that is not recorded.
CREATE FUNCTION note_removed_device() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO media_removal (storage_id, device_id, item_id)
        SELECT storage_id, OLD.device_id, '' FROM (
            SELECT storage_id FROM recording WHERE device_id = OLD.device_id
            UNION SELECT storage_id FROM recording_erasure WHERE device_id = OLD.device_id
            UNION SELECT storage_id FROM observation WHERE device_id = OLD.device_id
            UNION SELECT storage_id FROM server) AS storages
        WHERE storage_id NOT LIKE 'store:%'
        ON CONFLICT DO NOTHING;
    RETURN OLD;
END;
$$;
CREATE TRIGGER device_media_removed BEFORE DELETE ON device
    FOR EACH ROW EXECUTE FUNCTION note_removed_device();
