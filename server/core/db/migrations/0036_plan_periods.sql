-- Each period of a plan that was paid for, so that a refund takes that period only.
CREATE TABLE plan_period (
    order_id            TEXT PRIMARY KEY REFERENCES purchase_order (order_id) ON DELETE CASCADE,
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    retention_id        TEXT NOT NULL REFERENCES retention_plan (retention_id),
    name                TEXT NOT NULL,
    days                BIGINT NOT NULL,
    storage_bytes       BIGINT NOT NULL,
    devices             BIGINT NOT NULL,
    period              TEXT NOT NULL,
    starts_at           BIGINT NOT NULL,
    until               BIGINT
);
CREATE INDEX plan_period_account ON plan_period (account_id, starts_at);
CREATE INDEX plan_period_until ON plan_period (until) WHERE until IS NOT NULL;
CREATE INDEX plan_period_plan ON plan_period (retention_id);

INSERT INTO plan_period (order_id, account_id, retention_id, name, days, storage_bytes, devices, period, starts_at,
                         until)
SELECT p.order_id, p.account_id, p.retention_id, p.name, p.days, p.storage_bytes, p.devices, o.period, p.since, p.until
FROM account_plan p JOIN purchase_order o ON o.order_id = p.order_id;
