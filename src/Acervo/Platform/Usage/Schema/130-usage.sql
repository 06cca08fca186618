-- How often each version of a publication was read, by what was read of it or what led to it, and by day in Bogotá. Numbers and nothing else:
-- no address, no cookie, no browser.
CREATE TABLE site.usage (
    kind    text NOT NULL,
    item    integer NOT NULL,
    version integer NOT NULL,
    channel text NOT NULL,                       -- page, pdf, word, file, json, feed, and those that modules name
    day     date NOT NULL,
    count   bigint NOT NULL,
    PRIMARY KEY (kind, item, version, channel, day)
);

-- The last batch of counts that each run of a node brought in: one that is sent again, its answer having been lost, adds nothing.
CREATE TABLE site.usage_batches (
    node     uuid PRIMARY KEY,
    sequence bigint NOT NULL,
    at       timestamptz NOT NULL DEFAULT now()
);

-- What anyone may know: of versions that may be read. What was withdrawn keeps its counts in the table, for the people of the entity. To be asked of one
-- thing by a subquery, which an index answers.
CREATE VIEW site.used AS
SELECT u.kind, u.item, u.day, u.channel, sum(u.count)::bigint AS count
FROM site.usage u JOIN site.shown s ON s.kind = u.kind AND s.item = u.item AND s.version = u.version
GROUP BY u.kind, u.item, u.day, u.channel;

REVOKE ALL ON site.usage FROM acervo_public;
