-- Signed addresses of a camera's live pictures hold for one epoch; the next one revokes them.
ALTER TABLE device ADD COLUMN link_epoch BIGINT NOT NULL DEFAULT 0;

-- The web origins of app.origins once more, so that one is found by an index.
CREATE TABLE app_origin (
    origin              TEXT NOT NULL,
    app_id              TEXT NOT NULL REFERENCES app (app_id) ON DELETE CASCADE,
    PRIMARY KEY (origin, app_id)
);
CREATE INDEX app_origin_app ON app_origin (app_id);
INSERT INTO app_origin (origin, app_id)
SELECT DISTINCT o.value, a.app_id FROM app a, json_each(a.origins) o;
