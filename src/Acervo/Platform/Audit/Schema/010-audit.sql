-- The audit trail: the app adds rows and reads them; nobody but the owner can change one, and the chain shows it if he does.
CREATE TABLE app.audit (
    seq       bigint PRIMARY KEY,
    at        timestamptz NOT NULL,
    person_id integer,
    verb      text NOT NULL,
    subject   text NOT NULL,
    detail    text NOT NULL,
    mac       bytea NOT NULL
);
CREATE INDEX audit_subject ON app.audit (subject, seq);
REVOKE ALL ON app.audit FROM acervo_app;
GRANT SELECT, INSERT ON app.audit TO acervo_app;
