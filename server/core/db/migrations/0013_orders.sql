-- What is sold. A plan that was ordered is withdrawn, never removed.
CREATE TABLE retention_plan (
    retention_id        TEXT PRIMARY KEY,
    name                TEXT NOT NULL,
    description         TEXT NOT NULL,
    days                BIGINT NOT NULL,
    storage_bytes       BIGINT NOT NULL,
    devices             BIGINT NOT NULL,
    price               TEXT NOT NULL,
    period              TEXT NOT NULL,
    withdrawn_at        BIGINT,
    created_at          BIGINT NOT NULL
);

-- What was bought. The terms are copied: what was sold does not change when the offer does.
CREATE TABLE purchase_order (
    order_id            TEXT PRIMARY KEY,
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    kind                TEXT NOT NULL,
    retention_id        TEXT REFERENCES retention_plan (retention_id),
    app_id              TEXT REFERENCES app (app_id) ON DELETE SET NULL,
    title               TEXT NOT NULL,
    amount              BIGINT NOT NULL,
    currency            TEXT NOT NULL,
    period              TEXT NOT NULL,
    status              TEXT NOT NULL,
    created_at          BIGINT NOT NULL,
    updated_at          BIGINT NOT NULL,
    expires_at          BIGINT NOT NULL
);
CREATE INDEX purchase_order_account ON purchase_order (account_id, created_at, order_id);
CREATE INDEX purchase_order_app ON purchase_order (app_id);
CREATE INDEX purchase_order_created ON purchase_order (created_at, order_id);
CREATE INDEX purchase_order_retention ON purchase_order (retention_id);
CREATE INDEX purchase_order_open ON purchase_order (expires_at) WHERE status IN ('pending', 'failed');

CREATE TABLE order_step (
    order_id            TEXT NOT NULL REFERENCES purchase_order (order_id) ON DELETE CASCADE,
    number              BIGINT NOT NULL,
    status              TEXT NOT NULL,
    at                  BIGINT NOT NULL,
    by                  TEXT NOT NULL,
    actor               TEXT,
    reason              TEXT,
    event_id            TEXT,
    PRIMARY KEY (order_id, number)
);
CREATE UNIQUE INDEX order_step_event ON order_step (event_id);

-- The plan in force of an account.
CREATE TABLE account_plan (
    account_id          TEXT PRIMARY KEY REFERENCES account (account_id) ON DELETE CASCADE,
    retention_id        TEXT NOT NULL REFERENCES retention_plan (retention_id),
    order_id            TEXT NOT NULL REFERENCES purchase_order (order_id) ON DELETE CASCADE,
    name                TEXT NOT NULL,
    days                BIGINT NOT NULL,
    storage_bytes       BIGINT NOT NULL,
    devices             BIGINT NOT NULL,
    since               BIGINT NOT NULL,
    until               BIGINT
);
CREATE INDEX account_plan_until ON account_plan (until) WHERE until IS NOT NULL;
CREATE INDEX account_plan_order ON account_plan (order_id);

-- What the pictures and the clip of a mark take, for the plan's storage.
ALTER TABLE device_mark ADD COLUMN media_bytes BIGINT NOT NULL DEFAULT 0;

-- To begin with. An operator withdraws these, and adds others.
INSERT INTO retention_plan (retention_id, name, description, days, storage_bytes, devices, price, period, created_at)
VALUES ('plan_00000000000000000000000001', 'Home', 'For a flat or a house', 14, 0, 5,
        '{"amount":490,"currency":"EUR"}', 'month', 0),
       ('plan_00000000000000000000000002', 'Shop', 'For a shop or an office', 30, 0, 20,
        '{"amount":1990,"currency":"EUR"}', 'month', 0),
       ('plan_00000000000000000000000003', 'Site', 'For a site with many cameras', 90, 0, 0,
        '{"amount":99900,"currency":"EUR"}', 'year', 0);
