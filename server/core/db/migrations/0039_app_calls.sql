-- The request log of apps. There is no reference to the app: rows are written in batches after the calls, and one app
-- that is deleted meanwhile must not make a batch fail. A job removes the rows of apps that are gone.
CREATE TABLE app_call (
    call_id             TEXT PRIMARY KEY,
    app_id              TEXT NOT NULL,
    at                  BIGINT NOT NULL,
    credential          TEXT NOT NULL,
    method              TEXT NOT NULL,
    route               TEXT NOT NULL,
    path                TEXT NOT NULL,
    query               TEXT NOT NULL,
    status              BIGINT NOT NULL,
    code                TEXT NOT NULL,
    duration_ms         DOUBLE PRECISION NOT NULL,
    request_id          TEXT NOT NULL,
    address             TEXT NOT NULL,
    replayed            BOOLEAN NOT NULL,
    request_bytes       BIGINT NOT NULL,
    request_body        TEXT NOT NULL,
    answer_body         TEXT NOT NULL
);
CREATE INDEX app_call_app ON app_call (app_id, at, call_id);
CREATE INDEX app_call_request ON app_call (request_id);
CREATE INDEX app_call_at ON app_call (at);
