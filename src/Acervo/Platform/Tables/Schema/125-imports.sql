-- Sheets that people bring in: the file, how its columns are understood, and each row with what it was, what it becomes and why.
CREATE TABLE app.imports (
    id         integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    kind       text NOT NULL,
    scope      text NOT NULL,              -- into what of its kind, such as a catalogue
    title      text NOT NULL,
    person_id  integer NOT NULL REFERENCES app.people,
    unit_id    integer REFERENCES app.terms,
    sha256     text NOT NULL REFERENCES app.files,
    name       text NOT NULL,
    state      text NOT NULL,
    notes      jsonb NOT NULL,
    sheet      text NOT NULL,
    header_row integer NOT NULL,
    mapping    jsonb NOT NULL,             -- column → field
    work_id    bigint REFERENCES app.work,
    asked_at   timestamptz NOT NULL,
    undone_at  timestamptz,
    revision   integer NOT NULL DEFAULT 0
);
CREATE TABLE app.import_rows (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    import_id   integer NOT NULL REFERENCES app.imports ON DELETE CASCADE,
    sheet       text NOT NULL,
    number      integer NOT NULL,
    hidden      boolean NOT NULL,
    cells       jsonb NOT NULL,
    triage      text NOT NULL,
    messages    jsonb NOT NULL,
    was         jsonb NOT NULL,
    became      jsonb NOT NULL,
    subject     text,                      -- what it changes, such as term/12; null when it makes something new
    seen        integer,                   -- the revision of that when the row was looked at
    taken       boolean,                   -- what a person decided of a doubtful row
    applied     integer                    -- the revision that it left; null until it went in
);
CREATE INDEX import_rows_order ON app.import_rows (import_id, id);

-- How columns were understood the last time, by the set of their headings.
CREATE TABLE app.mappings (
    kind     text NOT NULL,
    unit_id  integer NOT NULL,             -- 0 where the import belongs to no unit
    headings text NOT NULL,                -- SHA-256 of the set
    fields   jsonb NOT NULL,
    PRIMARY KEY (kind, unit_id, headings)
);
