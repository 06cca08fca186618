-- What somebody had typed when the session ended: encrypted, for two hours, until that very person signs in on that very browser and goes on.
CREATE TABLE app.kept_forms (
    token_hash text PRIMARY KEY,
    person_id  integer NOT NULL REFERENCES app.people ON DELETE CASCADE,
    sealed     bytea NOT NULL,
    kept_at    timestamptz NOT NULL
);
CREATE INDEX kept_forms_of_person ON app.kept_forms (person_id, kept_at DESC);
