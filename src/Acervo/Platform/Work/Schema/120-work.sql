-- Long work that people ask for. Whoever holds a row keeps it by a lease on the clock of the database, and commits slice by slice.
CREATE TABLE app.work (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    kind        text NOT NULL,
    title       text NOT NULL,
    href        text NOT NULL,
    person_id   integer NOT NULL REFERENCES app.people,
    unit_id     integer REFERENCES app.terms,
    is_personal boolean NOT NULL DEFAULT false,   -- only its asker sees it
    payload     jsonb NOT NULL,
    state       text NOT NULL,
    done        integer NOT NULL DEFAULT 0,
    total       integer NOT NULL DEFAULT 0,
    last_row    bigint NOT NULL DEFAULT 0,
    refusal     text,
    turn        integer NOT NULL DEFAULT 0,   -- counts the times it was taken: whoever wakes up late sees that another has it
    tries       integer NOT NULL DEFAULT 0,   -- takes since a slice was last committed
    lease_until timestamptz,
    not_before  timestamptz,                  -- rests until then after a fault
    asked_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_at  timestamptz,
    ended_at    timestamptz
);
CREATE INDEX work_served ON app.work (person_id, lease_until);
CREATE INDEX work_open ON app.work (person_id, id) WHERE state IN ('Waiting', 'Running');
