-- What somebody had typed when the session ended: encrypted, for two hours, until they sign in and go on.
CREATE TABLE app.kept_forms (
    token_hash text PRIMARY KEY,
    sealed     bytea NOT NULL,
    kept_at    timestamptz NOT NULL
);
