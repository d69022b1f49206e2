-- SPDX-License-Identifier: GPL-3.0-or-later
-- The media of marks move to a media store too. A mark that is deleted leaves the keys of all objects that it may have:
-- the deletion of an object that does not exist is no error.
CREATE INDEX device_mark_storage ON device_mark (storage_id, devicemark_id) WHERE media_bytes > 0;

CREATE TRIGGER device_mark_unnamed AFTER DELETE ON device_mark
WHEN OLD.storage_id LIKE 'store:%' AND OLD.media_bytes > 0
BEGIN
    INSERT INTO store_deletion (storage_id, key, due_at, attempts)
        VALUES (OLD.storage_id, 'marks/' || OLD.device_id || '/' || OLD.devicemark_id || '.snapshot.jpg', 0, 0),
            (OLD.storage_id, 'marks/' || OLD.device_id || '/' || OLD.devicemark_id || '.thumbnail.jpg', 0, 0),
            (OLD.storage_id, 'marks/' || OLD.device_id || '/' || OLD.devicemark_id || '.clip.mp4', 0, 0)
        ON CONFLICT (storage_id, key) DO UPDATE SET due_at = 0;
END;
