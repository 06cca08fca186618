-- What people upload: private, content-addressed, in chunks. One database, one backup, every node sees it.
CREATE TABLE app.files (
    sha256       text PRIMARY KEY,
    size         bigint NOT NULL,
    content_type text NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE app.file_chunks (
    sha256 text NOT NULL REFERENCES app.files ON DELETE CASCADE,
    n      integer NOT NULL,
    bytes  bytea NOT NULL,
    PRIMARY KEY (sha256, n)
);
ALTER TABLE app.file_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;
