-- The key ring of Data Protection: every node reads the cookies of every other. Keys are encrypted with a key that is not here.
CREATE TABLE app.data_protection_keys (
    name     text PRIMARY KEY,
    xml      text NOT NULL,
    added_at timestamptz NOT NULL DEFAULT now()
);
REVOKE UPDATE, DELETE ON app.data_protection_keys FROM acervo_app;
