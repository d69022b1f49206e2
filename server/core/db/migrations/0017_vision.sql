-- Pictures that are looked at later. Where they wait is a file of the server that took them.
CREATE TABLE face_job (
    job_id              TEXT PRIMARY KEY,
    account_id          TEXT,
    app_id              TEXT,
    server_id           TEXT NOT NULL,
    attributes          TEXT NOT NULL,
    state               TEXT NOT NULL,
    problem             TEXT,
    result              TEXT NOT NULL,
    created_at          BIGINT NOT NULL,
    updated_at          BIGINT NOT NULL
);
CREATE INDEX face_job_pending ON face_job (server_id, created_at) WHERE state = 'pending';
CREATE INDEX face_job_created ON face_job (created_at);
