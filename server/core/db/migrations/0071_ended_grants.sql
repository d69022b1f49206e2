-- The session of the portal that has approved a device, and the browser in which a user has granted an app or a device
-- access. What has not been redeemed ends with them.
ALTER TABLE device_authorization ADD COLUMN session_id TEXT REFERENCES session (session_id) ON DELETE CASCADE;
ALTER TABLE device_authorization ADD COLUMN browser_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE authorization_code ADD COLUMN browser_hash TEXT NOT NULL DEFAULT '';
CREATE INDEX device_authorization_session ON device_authorization (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX device_authorization_browser ON device_authorization (browser_hash);
CREATE INDEX authorization_code_browser ON authorization_code (browser_hash);

-- In the transaction that ends the session or signs the browser out, whichever way.
CREATE TRIGGER session_ends_approvals AFTER UPDATE OF ended_at ON session
WHEN NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL
BEGIN
    DELETE FROM device_authorization WHERE session_id = NEW.session_id;
END;

-- A code that was redeemed stays, so that a second use of it is noticed.
CREATE TRIGGER browser_ends_grants AFTER DELETE ON browser_session
BEGIN
    DELETE FROM device_authorization WHERE browser_hash = OLD.token_hash;
    DELETE FROM authorization_code WHERE browser_hash = OLD.token_hash AND session_id IS NULL;
END;
