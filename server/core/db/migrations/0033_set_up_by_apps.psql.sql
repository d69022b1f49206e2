-- The session of the app that set up a channel or a share, which ends with it. Without one it is the account's own.
ALTER TABLE notification_channel ADD COLUMN session_id TEXT REFERENCES session (session_id) ON DELETE CASCADE;
ALTER TABLE share ADD COLUMN session_id TEXT REFERENCES session (session_id) ON DELETE CASCADE;
CREATE INDEX notification_channel_session ON notification_channel (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX share_session ON share (session_id) WHERE session_id IS NOT NULL;

-- In the transaction that ends the session, whichever way. A share is given an end, so that all who see it are told.
CREATE FUNCTION session_take_along() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE share SET until = NEW.ended_at
    WHERE session_id = NEW.session_id AND (until IS NULL OR until > NEW.ended_at);
    DELETE FROM notification_channel WHERE session_id = NEW.session_id;
    RETURN NULL;
END;
$$;
CREATE TRIGGER session_takes_along AFTER UPDATE OF ended_at ON session
    FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL) EXECUTE FUNCTION session_take_along();

-- ID tokens of providers that have signed somebody in. Each does once, and is remembered until it would have expired.
CREATE TABLE spent_proof (
    proof_hash          TEXT PRIMARY KEY,
    expires_at          BIGINT NOT NULL
);
CREATE INDEX spent_proof_expires ON spent_proof (expires_at);
