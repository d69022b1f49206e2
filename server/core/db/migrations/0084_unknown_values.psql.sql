-- SPDX-License-Identifier: GPL-3.0-or-later
-- What nobody has said is null: the score of a mark that an app has made without one, and the duration of a photo.
ALTER TABLE device_mark ALTER COLUMN score DROP NOT NULL;
ALTER TABLE device_data ALTER COLUMN duration DROP NOT NULL;
UPDATE device_data SET duration = NULL WHERE duration = 0;

-- A mark without a clip has a clip without any value.
UPDATE device_mark SET clip = '{}' WHERE clip LIKE '%"state":"none"%';
