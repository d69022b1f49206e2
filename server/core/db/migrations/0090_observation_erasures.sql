-- SPDX-License-Identifier: GPL-3.0-or-later
-- Spans of time that must still be erased in files of observations, because users have deleted what was recorded then.
CREATE TABLE observation_erasure (
    observation_id      TEXT NOT NULL REFERENCES observation (observation_id) ON DELETE CASCADE,
    device_id           TEXT NOT NULL REFERENCES device (device_id) ON DELETE CASCADE,
    started_at          BIGINT NOT NULL,
    ended_at            BIGINT NOT NULL,
    PRIMARY KEY (observation_id, started_at, ended_at)
);
CREATE INDEX observation_erasure_device ON observation_erasure (device_id, started_at);

-- An object is deleted with the time of its best picture.
CREATE INDEX seen_object_best ON seen_object (device_id, best_at);
