-- Background work: what is to be done, by whichever server gets to it first. A job that has a server is that one's alone.
-- A runner leases a job while it is at it. again_at: when a job that was running was enqueued once more.
-- A job that was given up stays for a while, with its last error.
ALTER TABLE job RENAME TO queued_mail;
DROP INDEX job_due;
CREATE TABLE job (
    kind                TEXT NOT NULL,
    key                 TEXT NOT NULL,
    lane                TEXT NOT NULL,
    server              TEXT,
    payload             TEXT NOT NULL,
    due_at              BIGINT NOT NULL,
    again_at            BIGINT,
    give_up_at          BIGINT NOT NULL,
    leased_by           TEXT,
    leased_until        BIGINT NOT NULL DEFAULT 0,
    attempts            BIGINT NOT NULL,
    error               TEXT,
    failed_at           BIGINT,
    created_at          BIGINT NOT NULL,
    PRIMARY KEY (kind, key)
);
CREATE INDEX job_due ON job (lane, due_at) WHERE failed_at IS NULL;
CREATE INDEX job_failed ON job (failed_at) WHERE failed_at IS NOT NULL;

-- A message is tried for a day.
INSERT INTO job (kind, key, lane, payload, due_at, give_up_at, attempts, created_at)
SELECT kind, job_id, 'outbound', payload, run_at, created_at + 86400000, attempts, created_at FROM queued_mail;
DROP TABLE queued_mail;

-- A channel with deliveries that wait has a job, which is at it alone.
INSERT INTO job (kind, key, lane, payload, due_at, give_up_at, attempts, created_at)
SELECT 'delivery', channel_id, 'outbound', '', min(due_at), min(due_at) + 86400000, 0, min(created_at)
FROM notification_delivery WHERE state = 'pending' GROUP BY channel_id;
DROP INDEX notification_delivery_due;
ALTER TABLE notification_delivery DROP COLUMN leased_until;
CREATE INDEX notification_delivery_pending ON notification_delivery (channel_id, due_at, delivery_id)
WHERE state = 'pending';

-- The ring that has the recording is that of the camera's server.
INSERT INTO job (kind, key, lane, server, payload, due_at, give_up_at, attempts, created_at)
SELECT 'clip', c.devicemark_id, 'media', l.server_id, '', c.due_at, c.due_at + 86400000, 0, c.due_at
FROM mark_clip_due c JOIN device_mark m ON m.devicemark_id = c.devicemark_id
LEFT JOIN ingest_lease l ON l.device_id = m.device_id;
DROP TABLE mark_clip_due;

INSERT INTO job (kind, key, lane, server, payload, due_at, give_up_at, attempts, created_at)
SELECT 'face', job_id, 'vision', server_id, '', created_at, created_at + 86400000, 0, created_at
FROM face_job WHERE state = 'pending';
DROP INDEX face_job_pending;
