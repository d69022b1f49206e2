-- Receipts and credit notes. They refer to no other table: they stay when an account is deleted.
CREATE TABLE receipt (
    number              TEXT PRIMARY KEY,
    kind                TEXT NOT NULL,
    order_id            TEXT NOT NULL,
    account_id          TEXT NOT NULL,
    issued_at           BIGINT NOT NULL,
    seller              TEXT NOT NULL,
    buyer               TEXT NOT NULL,
    title               TEXT NOT NULL,
    period_from         BIGINT NOT NULL,
    period_until        BIGINT,
    net                 BIGINT NOT NULL,
    tax                 BIGINT NOT NULL,
    total               BIGINT NOT NULL,
    tax_basis_points    BIGINT NOT NULL,
    currency            TEXT NOT NULL,
    refers_to           TEXT
);
CREATE UNIQUE INDEX receipt_order ON receipt (order_id, kind);

-- The last number of each kind. A transaction that issues a receipt holds the row until it is committed, so that no
-- number is missing.
CREATE TABLE receipt_number (
    kind                TEXT PRIMARY KEY,
    last                BIGINT NOT NULL
);
INSERT INTO receipt_number (kind, last) VALUES ('receipt', 0), ('credit_note', 0);

CREATE TRIGGER receipt_stays BEFORE UPDATE ON receipt
BEGIN
    SELECT RAISE(ABORT, 'a receipt never changes');
END;
CREATE TRIGGER receipt_remains BEFORE DELETE ON receipt
BEGIN
    SELECT RAISE(ABORT, 'a receipt never changes');
END;
