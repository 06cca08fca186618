-- Letters to be sent, and those sent: written in the transaction of the act that causes them, sent afterwards.
CREATE TABLE app.outbox (
    id         bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    to_address text NOT NULL,
    subject    text NOT NULL,
    body       text NOT NULL,
    created_at timestamptz NOT NULL,
    sent_at    timestamptz,
    tries      integer NOT NULL DEFAULT 0,
    last_error text,
    message_id text NOT NULL UNIQUE
);
CREATE INDEX outbox_waiting ON app.outbox (id) WHERE sent_at IS NULL;
