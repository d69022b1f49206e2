-- SPDX-License-Identifier: GPL-3.0-or-later
-- What nobody has said is null: the score of a mark that an app has made without one, and the duration of a photo.
-- SQLite cannot drop NOT NULL, so new columns take the place of the old ones.
ALTER TABLE device_mark ADD COLUMN known_score DOUBLE PRECISION;
UPDATE device_mark SET known_score = score;
ALTER TABLE device_mark DROP COLUMN score;
ALTER TABLE device_mark RENAME COLUMN known_score TO score;
ALTER TABLE device_data ADD COLUMN known_duration DOUBLE PRECISION;
UPDATE device_data SET known_duration = duration WHERE duration > 0;
ALTER TABLE device_data DROP COLUMN duration;
ALTER TABLE device_data RENAME COLUMN known_duration TO duration;

-- A mark without a clip has a clip without any value.
UPDATE device_mark SET clip = '{}' WHERE clip LIKE '%"state":"none"%';
