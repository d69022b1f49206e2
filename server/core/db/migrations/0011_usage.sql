-- Wrong passwords in a row, by a keyed hash of the name they were tried for, whether or not anybody has it.
CREATE TABLE sign_in_failure (
    name_hash           TEXT PRIMARY KEY,
    failures            BIGINT NOT NULL,
    failed_at           BIGINT NOT NULL,
    wait_until          BIGINT NOT NULL
);
CREATE INDEX sign_in_failure_failed ON sign_in_failure (failed_at);

-- What apps have called, by day (UTC). Servers add to it every second or so; no reference to the app, or one that was
-- removed in between would keep the calls of all others from being added.
CREATE TABLE app_usage (
    app_id              TEXT NOT NULL,
    day                 TEXT NOT NULL,
    calls               BIGINT NOT NULL,
    errors              BIGINT NOT NULL,
    PRIMARY KEY (app_id, day)
);

-- What was answered under an Idempotency-Key. The answer is sealed with a key that needs the Idempotency-Key and the
-- body, neither of which is kept.
CREATE TABLE idempotent_answer (
    answer_id           TEXT PRIMARY KEY,
    answer              TEXT NOT NULL,
    created_at          BIGINT NOT NULL
);
CREATE INDEX idempotent_answer_created ON idempotent_answer (created_at);
