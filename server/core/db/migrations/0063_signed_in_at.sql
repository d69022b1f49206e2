-- When the user proved who they are for a session. A browser that has signed in before begins sessions without asking
-- again, so that a session may be much younger.
ALTER TABLE session ADD COLUMN signed_in_at BIGINT NOT NULL DEFAULT 0;
UPDATE session SET signed_in_at = created_at;
