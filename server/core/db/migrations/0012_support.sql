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
    term                TEXT NOT NULL,
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

CREATE TRIGGER search_account_insert AFTER INSERT ON account
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('account', NEW.account_id);
END;
CREATE TRIGGER search_account_update AFTER UPDATE OF name, email, phone ON account
    WHEN NEW.name <> OLD.name OR NEW.email <> OLD.email OR NEW.phone <> OLD.phone
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('account', NEW.account_id);
END;
CREATE TRIGGER search_account_delete AFTER DELETE ON account
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('account', OLD.account_id);
END;
CREATE TRIGGER search_user_insert AFTER INSERT ON account_user
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('user', NEW.user_id);
END;
CREATE TRIGGER search_user_update AFTER UPDATE OF name, email ON account_user
    WHEN NEW.name <> OLD.name OR NEW.email <> OLD.email
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('user', NEW.user_id);
END;
CREATE TRIGGER search_user_delete AFTER DELETE ON account_user
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('user', OLD.user_id);
END;
CREATE TRIGGER search_app_insert AFTER INSERT ON app
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('app', NEW.app_id);
END;
CREATE TRIGGER search_app_update AFTER UPDATE OF name ON app
    WHEN NEW.name <> OLD.name
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('app', NEW.app_id);
END;
CREATE TRIGGER search_app_delete AFTER DELETE ON app
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('app', OLD.app_id);
END;
CREATE TRIGGER search_device_insert AFTER INSERT ON device
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('device', NEW.device_id);
END;
CREATE TRIGGER search_device_update AFTER UPDATE OF name, deleted_at ON device
    WHEN NEW.name <> OLD.name OR NEW.deleted_at IS DISTINCT FROM OLD.deleted_at
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('device', NEW.device_id);
END;
CREATE TRIGGER search_device_delete AFTER DELETE ON device
BEGIN
    INSERT OR IGNORE INTO search_due VALUES ('device', OLD.device_id);
END;
