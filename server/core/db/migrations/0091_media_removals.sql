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
CREATE TRIGGER device_data_removed AFTER DELETE ON device_data
WHEN coalesce(OLD.storage_id, '') NOT LIKE 'store:%'
BEGIN
    INSERT INTO media_removal (storage_id, device_id, item_id) VALUES (coalesce(OLD.storage_id, ''), OLD.device_id,
        CASE WHEN EXISTS (SELECT 1 FROM device d WHERE d.device_id = OLD.device_id) THEN OLD.data_id ELSE '' END)
        ON CONFLICT (storage_id, device_id, item_id) DO NOTHING;
END;

CREATE TRIGGER device_mark_removed AFTER DELETE ON device_mark
WHEN coalesce(OLD.storage_id, '') NOT LIKE 'store:%' AND OLD.media_bytes > 0
BEGIN
    INSERT INTO media_removal (storage_id, device_id, item_id) VALUES (coalesce(OLD.storage_id, ''), OLD.device_id,
        CASE WHEN EXISTS (SELECT 1 FROM device d WHERE d.device_id = OLD.device_id) THEN OLD.devicemark_id ELSE '' END)
        ON CONFLICT (storage_id, device_id, item_id) DO NOTHING;
END;

-- A server may have files of a device that no row names, such as the last minute of a camera that is not recorded.
CREATE TRIGGER device_media_removed BEFORE DELETE ON device
BEGIN
    INSERT INTO media_removal (storage_id, device_id, item_id)
        SELECT storage_id, OLD.device_id, '' FROM (
            SELECT storage_id FROM recording WHERE device_id = OLD.device_id
            UNION SELECT storage_id FROM recording_erasure WHERE device_id = OLD.device_id
            UNION SELECT storage_id FROM observation WHERE device_id = OLD.device_id
            UNION SELECT storage_id FROM server) AS storages
        WHERE storage_id NOT LIKE 'store:%'
        ON CONFLICT (storage_id, device_id, item_id) DO NOTHING;
END;
