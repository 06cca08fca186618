-- Letters to be sent, and those sent: written in the transaction of the act that causes them, sent afterwards.
CREATE TABLE app.outbox (
    id         bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    to_address text NOT NULL,
    subject    text NOT NULL,
    -- Empty when it was swept.
    body       text NOT NULL,
    kind       text NOT NULL DEFAULT 'notice',
    -- Lower ones leave first: accounts, work, bulletins.
    lane       integer NOT NULL DEFAULT 1,
    -- Where one click ends letters of this kind; empty when they cannot be ended.
    unsubscribe text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    sent_at    timestamptz,
    tries      integer NOT NULL DEFAULT 0,
    last_error text,
    message_id text NOT NULL UNIQUE
);
CREATE INDEX outbox_waiting ON app.outbox (id) WHERE sent_at IS NULL;

-- What travels with a letter.
CREATE TABLE app.outbox_files (
    id        bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    letter_id bigint NOT NULL REFERENCES app.outbox ON DELETE CASCADE,
    name      text NOT NULL,
    type      text NOT NULL,
    bytes     bytea NOT NULL
);
CREATE INDEX outbox_files_letter ON app.outbox_files (letter_id);
