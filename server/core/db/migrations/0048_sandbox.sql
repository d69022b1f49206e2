-- The scripted cameras of trial apps. What a camera shows is in device.source_url.
CREATE TABLE sandbox_camera (
    device_id           TEXT PRIMARY KEY REFERENCES device (device_id) ON DELETE CASCADE,
    app_id              TEXT REFERENCES app (app_id) ON DELETE SET NULL
);
CREATE INDEX sandbox_camera_app ON sandbox_camera (app_id);
