-- What a main user lets a person of another account look at: a device, or whatever is in a group. The person is a user's
-- id, or an address, as it was said: an address that nobody has yet waits for whoever proves it.
CREATE TABLE share (
    share_id            TEXT PRIMARY KEY,
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    device_id           TEXT REFERENCES device (device_id) ON DELETE CASCADE,
    devgroup_id         TEXT REFERENCES device_group (devgroup_id) ON DELETE CASCADE,
    person              TEXT NOT NULL,
    until               BIGINT,
    created_at          BIGINT NOT NULL,
    updated_at          BIGINT NOT NULL,
    CHECK ((device_id IS NULL) <> (devgroup_id IS NULL)),
    UNIQUE (device_id, person),
    UNIQUE (devgroup_id, person)
);
CREATE INDEX share_person ON share (person);
CREATE INDEX share_account ON share (account_id, share_id);
CREATE INDEX share_until ON share (until) WHERE until IS NOT NULL;

-- Who of other accounts may look at which group, and until when. A user twice where two shares say so. The ways to name
-- somebody are apart, so that each is found by its index, from either end.
CREATE VIEW group_viewer AS
SELECT s.devgroup_id, a.account_id, a.name AS shared_by, u.user_id, s.until
FROM share s JOIN account a ON a.account_id = s.account_id AND a.status = 'active'
JOIN account_user u ON u.user_id = s.person
WHERE s.devgroup_id IS NOT NULL
UNION ALL
SELECT s.devgroup_id, a.account_id, a.name AS shared_by, u.user_id, s.until
FROM share s JOIN account a ON a.account_id = s.account_id AND a.status = 'active'
JOIN account_user u ON u.email = s.person AND u.email <> ''
WHERE s.devgroup_id IS NOT NULL;

-- The same of devices that are not in the bin: shared themselves, or by the group that they are in.
CREATE VIEW device_viewer AS
SELECT d.device_id, a.account_id, a.name AS shared_by, u.user_id, s.until
FROM share s JOIN account a ON a.account_id = s.account_id AND a.status = 'active'
JOIN account_user u ON u.user_id = s.person
JOIN device d ON d.device_id = s.device_id AND d.deleted_at IS NULL
UNION ALL
SELECT d.device_id, a.account_id, a.name AS shared_by, u.user_id, s.until
FROM share s JOIN account a ON a.account_id = s.account_id AND a.status = 'active'
JOIN account_user u ON u.email = s.person AND u.email <> ''
JOIN device d ON d.device_id = s.device_id AND d.deleted_at IS NULL
UNION ALL
SELECT d.device_id, a.account_id, a.name AS shared_by, u.user_id, s.until
FROM share s JOIN account a ON a.account_id = s.account_id AND a.status = 'active'
JOIN account_user u ON u.user_id = s.person
JOIN device d ON d.devgroup_id = s.devgroup_id AND d.deleted_at IS NULL
UNION ALL
SELECT d.device_id, a.account_id, a.name AS shared_by, u.user_id, s.until
FROM share s JOIN account a ON a.account_id = s.account_id AND a.status = 'active'
JOIN account_user u ON u.email = s.person AND u.email <> ''
JOIN device d ON d.devgroup_id = s.devgroup_id AND d.deleted_at IS NULL;

-- So that those who look at a device hear of it, and a person of what concerns nobody else: a share that came or went.
ALTER TABLE event ADD COLUMN device_id TEXT;
ALTER TABLE event ADD COLUMN person TEXT;
CREATE INDEX event_device ON event (device_id, seq) WHERE device_id IS NOT NULL;
CREATE INDEX event_person ON event (person, seq) WHERE person IS NOT NULL;
