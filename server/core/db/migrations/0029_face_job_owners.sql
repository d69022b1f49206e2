-- How many pictures of an account, or of an app, wait for analysis.
CREATE INDEX face_job_owner ON face_job (account_id, app_id) WHERE state = 'pending';
