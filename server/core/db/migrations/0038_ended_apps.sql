-- What an app has set up ends, and is told, also when the app is deleted: a share outlives the app's session for the
-- moment in which both sides hear of it. Sessions of a trial that has ended are found by these indexes.
CREATE TRIGGER session_leaves_shares BEFORE DELETE ON session
BEGIN
    UPDATE share SET session_id = NULL, until = CASE
        WHEN OLD.ended_at IS NULL THEN 0
        WHEN until IS NULL OR until > OLD.ended_at THEN OLD.ended_at
        ELSE until END
    WHERE session_id = OLD.session_id;
END;

CREATE INDEX session_running ON session (app_id) WHERE ended_at IS NULL;
CREATE INDEX app_trial_end ON app (trial_ends_at) WHERE trial_ends_at IS NOT NULL;
