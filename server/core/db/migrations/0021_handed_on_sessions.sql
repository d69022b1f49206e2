-- The session whose one-time token began this one, which ends with it. Sessions handed on before cannot be told from others,
-- and go on as they are.
ALTER TABLE session ADD COLUMN parent_id TEXT REFERENCES session (session_id) ON DELETE CASCADE;
CREATE INDEX session_of_parent ON session (parent_id) WHERE parent_id IS NOT NULL;
