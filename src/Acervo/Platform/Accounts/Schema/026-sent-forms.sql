-- Forms that make something and were sent: what is left of the key that the form carried, and where what it made is seen. Sent again it makes nothing more.
CREATE TABLE app.sent_forms (
    key_hash  bytea PRIMARY KEY,
    sent_at   timestamptz NOT NULL,
    location  text
);
