-- What entered which zone, in the order of the zone's list. A zone's id outlives the zone.
CREATE TABLE mark_zone (
    zone_id             TEXT NOT NULL,
    devicemark_id       TEXT NOT NULL REFERENCES device_mark (devicemark_id) ON DELETE CASCADE,
    PRIMARY KEY (zone_id, devicemark_id)
);
CREATE INDEX mark_zone_mark ON mark_zone (devicemark_id);
INSERT INTO mark_zone (zone_id, devicemark_id)
SELECT z.zone_id, m.devicemark_id
FROM zone z JOIN device_mark m ON m.device_id = z.device_id AND m.zones LIKE '%' || z.zone_id || '%';

CREATE INDEX device_mark_account_label ON device_mark (account_id, label, started_at, devicemark_id)
    WHERE deleted_at IS NULL;
CREATE INDEX device_mark_group ON device_mark (devgroup_id, started_at, devicemark_id) WHERE deleted_at IS NULL;
