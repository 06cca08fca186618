-- Who was reminded of what, and when: at most one mail per person and day.
CREATE TABLE app.reminders (
    person_id integer NOT NULL REFERENCES app.people ON DELETE CASCADE,
    sent_on   date NOT NULL,
    items     text[] NOT NULL,
    PRIMARY KEY (person_id, sent_on)
);
