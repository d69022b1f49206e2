-- The order in which the refresh tokens of a session were spent. Their times do not tell it: two tokens may be spent in
-- one millisecond, and the clock may be set back between them.
ALTER TABLE refresh_token ADD COLUMN spent_order BIGINT;
UPDATE refresh_token SET spent_order = spent_at WHERE spent_at IS NOT NULL;
