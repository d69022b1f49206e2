-- The servers that share this database, a row a process. A process renews `alive_until` every second; when that time has
-- passed, others take over what it held. `storage_id` names the folder that has the files it writes.
CREATE TABLE server (
    server_id           TEXT PRIMARY KEY,
    storage_id          TEXT NOT NULL,
    address             TEXT NOT NULL,
    started_at          BIGINT NOT NULL,
    alive_until         BIGINT NOT NULL
);
CREATE INDEX server_storage ON server (storage_id);

-- Which server reads a camera. A lease lives as long as its server, so nothing has to be renewed for each camera.
DROP TABLE ingest_lease;
CREATE TABLE camera_lease (
    device_id           TEXT PRIMARY KEY REFERENCES device (device_id) ON DELETE CASCADE,
    server_id           TEXT NOT NULL,
    taken_at            BIGINT NOT NULL
);
CREATE INDEX camera_lease_server ON camera_lease (server_id);

-- server_id: the process that watches the mark's camera for its end. storage_id: the folder that has the files; without
-- it they are where the server that is asked keeps its own.
ALTER TABLE device_mark ADD COLUMN server_id TEXT;
ALTER TABLE device_mark ADD COLUMN storage_id TEXT;
ALTER TABLE device_data ADD COLUMN storage_id TEXT;
