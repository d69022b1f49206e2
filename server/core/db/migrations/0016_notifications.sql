-- What accounts are told of, written in the transaction that it tells of. Without an account it is for everybody.
CREATE TABLE notification (
    notification_id     TEXT PRIMARY KEY,
    account_id          TEXT REFERENCES account (account_id) ON DELETE CASCADE,
    type                TEXT NOT NULL,
    device_id           TEXT,
    object              TEXT NOT NULL,
    sequence            BIGINT NOT NULL,
    title               TEXT NOT NULL,
    text                TEXT NOT NULL,
    link                TEXT NOT NULL,
    data                TEXT NOT NULL,
    created_at          BIGINT NOT NULL,
    updated_at          BIGINT NOT NULL,
    withdrawn_at        BIGINT
);
CREATE INDEX notification_account ON notification (account_id, created_at, notification_id);
CREATE INDEX notification_created ON notification (created_at);

-- The last number that a device's notifications have.
CREATE TABLE notification_sequence (
    device_id           TEXT PRIMARY KEY REFERENCES device (device_id) ON DELETE CASCADE,
    last                BIGINT NOT NULL
);

CREATE TABLE notification_read (
    user_id             TEXT NOT NULL REFERENCES account_user (user_id) ON DELETE CASCADE,
    notification_id     TEXT NOT NULL REFERENCES notification (notification_id) ON DELETE CASCADE,
    read_at             BIGINT NOT NULL,
    PRIMARY KEY (user_id, notification_id)
);
CREATE INDEX notification_read_notification ON notification_read (notification_id);

-- The secrets are sealed with the server's key. While they are changed, the old one signs as well.
CREATE TABLE notification_channel (
    channel_id          TEXT PRIMARY KEY,
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    kind                TEXT NOT NULL,
    name                TEXT NOT NULL,
    target              TEXT NOT NULL,
    types               TEXT NOT NULL,
    devices             TEXT NOT NULL,
    quiet_from          TEXT NOT NULL,
    quiet_to            TEXT NOT NULL,
    enabled             BOOLEAN NOT NULL,
    disabled_reason     TEXT,
    sealed_secret       TEXT,
    old_sealed_secret   TEXT,
    old_secret_until    BIGINT,
    created_at          BIGINT NOT NULL,
    updated_at          BIGINT NOT NULL
);
CREATE INDEX notification_channel_account ON notification_channel (account_id, created_at, channel_id);

-- leased_until: a sender is at it; one that dies leaves it to the next after that.
CREATE TABLE notification_delivery (
    delivery_id         TEXT PRIMARY KEY,
    notification_id     TEXT NOT NULL REFERENCES notification (notification_id) ON DELETE CASCADE,
    channel_id          TEXT NOT NULL REFERENCES notification_channel (channel_id) ON DELETE CASCADE,
    account_id          TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
    type                TEXT NOT NULL,
    state               TEXT NOT NULL,
    digest              TEXT,
    attempts            BIGINT NOT NULL,
    due_at              BIGINT NOT NULL,
    leased_until        BIGINT NOT NULL DEFAULT 0,
    retry_since         BIGINT NOT NULL DEFAULT 0,
    created_at          BIGINT NOT NULL,
    updated_at          BIGINT NOT NULL,
    payload             TEXT NOT NULL
);
CREATE INDEX notification_delivery_due ON notification_delivery (due_at) WHERE state = 'pending';
CREATE INDEX notification_delivery_channel ON notification_delivery (channel_id, created_at, delivery_id);
CREATE INDEX notification_delivery_account ON notification_delivery (account_id, created_at, delivery_id);
CREATE INDEX notification_delivery_notification ON notification_delivery (notification_id);

CREATE TABLE notification_attempt (
    delivery_id         TEXT NOT NULL REFERENCES notification_delivery (delivery_id) ON DELETE CASCADE,
    number              BIGINT NOT NULL,
    at                  BIGINT NOT NULL,
    status              BIGINT NOT NULL,
    milliseconds        BIGINT NOT NULL,
    error               TEXT,
    response            TEXT,
    PRIMARY KEY (delivery_id, number)
);
