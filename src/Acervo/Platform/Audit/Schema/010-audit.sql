-- The audit trail. An act writes its signed deed in its own transaction and waits for nobody; a sealer chains deeds afterwards. The app adds
-- rows and reads them; nobody but the owner can change one, and the signatures and the chain show it if he does.
CREATE SEQUENCE app.audit_id;
CREATE TABLE app.audit (
    id        bigint PRIMARY KEY,
    txid      xid8 NOT NULL,              -- the transaction that wrote it: a sealer asks for those that were not over yet
    at        timestamptz NOT NULL,
    person_id integer,
    verb      text NOT NULL,
    subject   text NOT NULL,
    detail    text NOT NULL,
    row_count integer NOT NULL,           -- what it carries in app.audit_rows, and the hash of it
    rows_hash bytea NOT NULL,
    mac       bytea NOT NULL
);
CREATE INDEX audit_subject ON app.audit (subject, id);
CREATE INDEX audit_txid ON app.audit (txid);

-- What one deed did to many things, or the fingerprints of what it made public.
CREATE TABLE app.audit_rows (
    deed    bigint NOT NULL,
    n       integer NOT NULL,
    subject text NOT NULL,
    detail  text NOT NULL,
    PRIMARY KEY (deed, n)
);

-- The chain: each link signs the one before it and one deed.
CREATE TABLE app.audit_links (
    seq  bigint PRIMARY KEY,
    deed bigint NOT NULL UNIQUE,
    mac  bytea NOT NULL
);
REVOKE ALL ON app.audit, app.audit_rows, app.audit_links FROM acervo_app;
GRANT SELECT, INSERT ON app.audit, app.audit_rows, app.audit_links TO acervo_app;
GRANT USAGE ON SEQUENCE app.audit_id TO acervo_app;
