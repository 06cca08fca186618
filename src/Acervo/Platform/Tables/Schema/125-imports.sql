-- Sheets that people bring in: the file, how its columns are understood, and each row with what it was, what it becomes and why.
-- Columns as they were understood, under a name: proposed for the next sheet whose headings they fit.
CREATE TABLE app.mappings (
    id       integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    kind     text NOT NULL,
    unit_id  integer NOT NULL,             -- 0 where the import belongs to no unit
    headings text NOT NULL,                -- SHA-256 of the set
    name     text NOT NULL,
    fields   jsonb NOT NULL,               -- heading → field
    used_at  timestamptz NOT NULL,
    UNIQUE (kind, unit_id, headings)
);
CREATE TABLE app.imports (
    id         integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    kind       text NOT NULL,
    scope      text NOT NULL,              -- into what of its kind, such as a catalogue
    title      text NOT NULL,
    person_id  integer NOT NULL REFERENCES app.people,
    unit_id    integer REFERENCES app.terms,
    sha256     text REFERENCES app.files,  -- null once its term is over
    name       text NOT NULL,
    state      text NOT NULL,
    notes      jsonb NOT NULL,
    tables     jsonb NOT NULL,             -- all tables of the file, of which one is brought in
    sheet      text NOT NULL,
    header_row integer NOT NULL,
    end_row    integer NOT NULL,
    mapping    jsonb NOT NULL,             -- column → field
    mapping_id integer REFERENCES app.mappings ON DELETE SET NULL,
    work_id    bigint REFERENCES app.work,
    asked_at   timestamptz NOT NULL,
    undone_at  timestamptz,
    swept_at   timestamptz,
    counts     jsonb NOT NULL,             -- how the rows ended, once they are gone
    revision   integer NOT NULL DEFAULT 0
);
CREATE TABLE app.import_rows (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    import_id   integer NOT NULL REFERENCES app.imports ON DELETE CASCADE,
    sheet       text NOT NULL,
    number      integer NOT NULL,
    hidden      boolean NOT NULL,
    cells       jsonb NOT NULL,
    corrected   jsonb NOT NULL,            -- what a person typed instead, field by field
    triage      text NOT NULL,
    messages    jsonb NOT NULL,
    question    text,                      -- what a person is asked: equal ones are settled together
    was         jsonb NOT NULL,
    became      jsonb NOT NULL,
    subject     text,                      -- what it changes, such as term/12; null when it makes something new
    seen        integer,                   -- the revision of that when the row was looked at
    taken       boolean,                   -- what a person decided of a doubtful row
    applied     integer                    -- the revision that it left; null until it went in
);
CREATE INDEX import_rows_order ON app.import_rows (import_id, id);
