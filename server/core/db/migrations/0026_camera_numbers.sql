-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where the numbers of a camera's segments stand, so that a live playlist goes on when another server takes the camera.
-- data_folder: the ID of the data folder of the server that noted them, whose own files tell it more.
CREATE TABLE camera_numbers (
    device_id           TEXT PRIMARY KEY REFERENCES device (device_id) ON DELETE CASCADE,
    data_folder         TEXT NOT NULL,
    sequence            BIGINT NOT NULL,
    init                BIGINT NOT NULL,
    noted_at            BIGINT NOT NULL
);
