-- Whom an answer to a letter goes to, where that is not the sender; swept with what it said.
ALTER TABLE app.outbox ADD reply_to text NOT NULL DEFAULT '';
