-- Which accounts let support look at their pictures, and until when.
CREATE TABLE support_access (
    grant_id            TEXT PRIMARY KEY,
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    granted_by          TEXT NOT NULL,
    granted_at          BIGINT NOT NULL,
    until               BIGINT NOT NULL,
    ended_at            BIGINT,
    reason              TEXT NOT NULL,
    uses                BIGINT NOT NULL,
    last_used_at        BIGINT
);
CREATE INDEX support_access_account ON support_access (account_id, grant_id);

-- What support searches: each word, address, number and id, folded, of each thing. Compared byte by byte, so that what
-- begins with a word is a range of the index.
CREATE TABLE search_term (
    kind                TEXT NOT NULL,
    id                  TEXT NOT NULL,
    term                TEXT COLLATE "C" NOT NULL,
    field               TEXT NOT NULL,
    PRIMARY KEY (kind, id, term, field)
);
CREATE INDEX search_term_term ON search_term (term, field, kind, id);

-- What has changed since its terms were written. Triggers keep it, so that no program can forget to.
CREATE TABLE search_due (
    kind                TEXT NOT NULL,
    id                  TEXT NOT NULL,
    PRIMARY KEY (kind, id)
);
INSERT INTO search_due SELECT 'account', account_id FROM account;
INSERT INTO search_due SELECT 'user', user_id FROM account_user;
INSERT INTO search_due SELECT 'app', app_id FROM app;
INSERT INTO search_due SELECT 'device', device_id FROM device;

CREATE FUNCTION search_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_due VALUES (TG_ARGV[0], to_jsonb(COALESCE(NEW, OLD)) ->> TG_ARGV[1])
        ON CONFLICT DO NOTHING;
    RETURN NULL;
END;
$$;
CREATE TRIGGER search_account_made AFTER INSERT OR DELETE ON account
    FOR EACH ROW EXECUTE FUNCTION search_changed('account', 'account_id');
CREATE TRIGGER search_account_update AFTER UPDATE OF name, email, phone ON account
    FOR EACH ROW WHEN (NEW.name <> OLD.name OR NEW.email <> OLD.email OR NEW.phone <> OLD.phone) EXECUTE FUNCTION search_changed('account', 'account_id');
CREATE TRIGGER search_user_made AFTER INSERT OR DELETE ON account_user
    FOR EACH ROW EXECUTE FUNCTION search_changed('user', 'user_id');
CREATE TRIGGER search_user_update AFTER UPDATE OF name, email ON account_user
    FOR EACH ROW WHEN (NEW.name <> OLD.name OR NEW.email <> OLD.email) EXECUTE FUNCTION search_changed('user', 'user_id');
CREATE TRIGGER search_app_made AFTER INSERT OR DELETE ON app
    FOR EACH ROW EXECUTE FUNCTION search_changed('app', 'app_id');
CREATE TRIGGER search_app_update AFTER UPDATE OF name ON app
    FOR EACH ROW WHEN (NEW.name <> OLD.name) EXECUTE FUNCTION search_changed('app', 'app_id');
CREATE TRIGGER search_device_made AFTER INSERT OR DELETE ON device
    FOR EACH ROW EXECUTE FUNCTION search_changed('device', 'device_id');
CREATE TRIGGER search_device_update AFTER UPDATE OF name, deleted_at ON device
    FOR EACH ROW WHEN (NEW.name <> OLD.name OR NEW.deleted_at IS DISTINCT FROM OLD.deleted_at) EXECUTE FUNCTION search_changed('device', 'device_id');
