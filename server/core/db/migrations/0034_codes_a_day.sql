-- How many codes were sent to an address, by day (UTC).
CREATE TABLE code_count (
    address             TEXT NOT NULL,
    day                 TEXT NOT NULL,
    sent                BIGINT NOT NULL,
    PRIMARY KEY (address, day)
);
CREATE INDEX code_count_day ON code_count (day);

-- For the purge of sessions that ended long ago.
CREATE INDEX session_ended ON session (ended_at) WHERE ended_at IS NOT NULL;
