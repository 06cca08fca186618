-- What the postman needs: who has a letter in hand until when, when the next try is, and when it was given up.
ALTER TABLE app.outbox
    ADD leased_until timestamptz,
    ADD next_try_at  timestamptz NOT NULL DEFAULT now(),
    ADD dead_at      timestamptz,
    -- Its address was refused; what it said was forgotten.
    ADD bounced_at   timestamptz,
    ADD swept_at     timestamptz,
    -- How long it is worth sending, by the clock of the database; a link dies with its term, a notice after some days.
    ADD stored_at    timestamptz NOT NULL DEFAULT now(),
    ADD good_for     interval NOT NULL DEFAULT interval '7 days',
    -- The address of the site when it was written.
    ADD site         text NOT NULL DEFAULT '';
CREATE INDEX outbox_due ON app.outbox (lane, next_try_at, id) WHERE sent_at IS NULL AND dead_at IS NULL;
CREATE INDEX outbox_bounced ON app.outbox (to_address) WHERE bounced_at IS NOT NULL;
CREATE INDEX outbox_unswept ON app.outbox (coalesce(sent_at, dead_at)) WHERE swept_at IS NULL AND coalesce(sent_at, dead_at) IS NOT NULL;

-- The bell: heard by every node when the transaction that wrote a letter commits.
CREATE FUNCTION app.ring_mail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('acervo_mail', '');
    RETURN NULL;
END $$;
CREATE TRIGGER outbox_bell AFTER INSERT ON app.outbox FOR EACH STATEMENT EXECUTE FUNCTION app.ring_mail();
