-- SPDX-License-Identifier: GPL-3.0-or-later
-- The modes that a camera recorded by before, in the order in which they were replaced, with what decides about
-- recordings. A restart judges by them what the last process has not listed.
CREATE TABLE capture_mode_past (
    device_id           TEXT NOT NULL REFERENCES device (device_id) ON DELETE CASCADE,
    number              BIGINT NOT NULL,
    mode                TEXT NOT NULL,
    schedule            TEXT,
    pre_roll            DOUBLE PRECISION NOT NULL,
    post_roll           DOUBLE PRECISION NOT NULL,
    mode_since          BIGINT,
    PRIMARY KEY (device_id, number)
);
