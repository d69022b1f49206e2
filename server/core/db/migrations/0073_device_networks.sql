-- The network from which a device has asked for access, so that none uses up what all devices of an app may have.
ALTER TABLE device_authorization ADD COLUMN network BIGINT NOT NULL DEFAULT 0;
