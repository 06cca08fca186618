-- What people from outside wrote to those who made a publication. Who they are goes after a term; that somebody wanted to put it to use stays.
CREATE TABLE app.inquiries (
    id       bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    kind     text NOT NULL,
    item     integer NOT NULL,
    purpose  text NOT NULL,                -- Ask or Apply
    asked_at timestamptz NOT NULL,
    -- Where it would be put to use, without contact data; empty in a question.
    entity   text NOT NULL DEFAULT '',
    message  text NOT NULL,
    -- Both empty when they were swept.
    name     text NOT NULL,
    email    text NOT NULL
);
CREATE INDEX inquiries_of_item ON app.inquiries (kind, item, asked_at DESC);
CREATE INDEX inquiries_asked ON app.inquiries (asked_at);
