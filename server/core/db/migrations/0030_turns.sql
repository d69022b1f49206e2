-- Accounts take turns with jobs that they own. A channel that was slow to answer has its jobs in a lane of its own.
ALTER TABLE job ADD COLUMN owner TEXT;
CREATE INDEX job_owner ON job (owner, kind, leased_until) WHERE owner IS NOT NULL;
UPDATE job SET lane = 'delivery', owner = (SELECT account_id FROM notification_channel WHERE channel_id = job.key)
WHERE kind = 'delivery';
ALTER TABLE notification_channel ADD COLUMN slow BOOLEAN NOT NULL DEFAULT false;

-- A camera that comes and goes is reported once its state has lasted. since: the first change that has not been
-- reported. told: the topic of the last report.
CREATE TABLE camera_news (
    device_id           TEXT PRIMARY KEY REFERENCES device (device_id) ON DELETE CASCADE,
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    topic               TEXT NOT NULL,
    reason              TEXT NOT NULL,
    told                TEXT NOT NULL,
    since               BIGINT,
    changed_at          BIGINT NOT NULL,
    losses              BIGINT NOT NULL,
    unsteady            BOOLEAN NOT NULL
);

-- A mark has one entry in the list of notifications: its end replaces its beginning, and its updates have none.
ALTER TABLE notification ADD COLUMN listed BOOLEAN NOT NULL DEFAULT true;
UPDATE notification SET listed = false WHERE type = 'mark.updated';
UPDATE notification SET listed = false WHERE type = 'mark.opened' AND EXISTS (
    SELECT 1 FROM notification ended WHERE ended.object = notification.object AND ended.type = 'mark.closed');
CREATE INDEX notification_object ON notification (object) WHERE listed = true AND object <> '';

-- Old deliveries are deleted by age.
CREATE INDEX notification_delivery_created ON notification_delivery (created_at) WHERE state <> 'pending';
