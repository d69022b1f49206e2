-- SPDX-License-Identifier: GPL-3.0-or-later
-- The objects that moved in front of cameras, to search them. They are kept as long as the file of observations that
-- has their beginning. zones is a list of the including zones that the object entered; seen_object_zone has the same.
-- best_at is when the object was largest, and box is where it was then.
CREATE TABLE seen_object (
    track_id            TEXT PRIMARY KEY,
    observation_id      TEXT NOT NULL REFERENCES observation (observation_id) ON DELETE CASCADE,
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    device_id           TEXT NOT NULL REFERENCES device (device_id) ON DELETE CASCADE,
    label               TEXT NOT NULL,
    score               DOUBLE PRECISION NOT NULL,
    started_at          BIGINT NOT NULL,
    ended_at            BIGINT NOT NULL,
    best_at             BIGINT NOT NULL,
    box                 TEXT NOT NULL,
    zones               TEXT NOT NULL
);
CREATE INDEX seen_object_account ON seen_object (account_id, started_at, track_id);
CREATE INDEX seen_object_label ON seen_object (account_id, label, started_at, track_id);
CREATE INDEX seen_object_device ON seen_object (device_id, started_at, track_id);
CREATE INDEX seen_object_observation ON seen_object (observation_id);
CREATE TABLE seen_object_zone (
    zone_id             TEXT NOT NULL,
    started_at          BIGINT NOT NULL,
    track_id            TEXT NOT NULL REFERENCES seen_object (track_id) ON DELETE CASCADE,
    PRIMARY KEY (zone_id, started_at, track_id)
);
CREATE INDEX seen_object_zone_track ON seen_object_zone (track_id);
