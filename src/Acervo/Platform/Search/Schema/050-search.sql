-- Spanish search that ignores accents. Matching and ranking each have a table: matching reads an index and a narrow row (the vector of the
-- whole text stands out of line, so that two thousand hits are on few pages); ranking reads the small vectors of title and summary, and only
-- of those that have the words there.
CREATE TEXT SEARCH CONFIGURATION site.es (COPY = pg_catalog.spanish);
ALTER TEXT SEARCH CONFIGURATION site.es ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, spanish_stem;
CREATE TEXT SEARCH CONFIGURATION site.words (COPY = pg_catalog.simple);

CREATE TABLE site.search (
    id    bigint PRIMARY KEY REFERENCES site.publications ON DELETE CASCADE,
    whole tsvector NOT NULL
) WITH (toast_tuple_target = 128);
ALTER TABLE site.search ALTER COLUMN whole SET STORAGE EXTERNAL;
CREATE INDEX search_whole ON site.search USING gin (whole) WITH (fastupdate = off);

CREATE TABLE site.heads (
    id   bigint PRIMARY KEY REFERENCES site.publications ON DELETE CASCADE,
    head tsvector NOT NULL
);
ALTER TABLE site.heads ALTER COLUMN head SET STORAGE MAIN;
CREATE INDEX heads_head ON site.heads USING gin (head) WITH (fastupdate = off);

-- The words that exist, for "did you mean" and for suggestions while typing.
CREATE FUNCTION site.fold(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURNS NULL ON NULL INPUT
    RETURN lower(public.unaccent('public.unaccent'::regdictionary, word));
CREATE TABLE site.words (
    word   text PRIMARY KEY,
    folded text NOT NULL,
    docs   integer NOT NULL
);
CREATE INDEX words_similar ON site.words USING gin (folded public.gin_trgm_ops);
CREATE INDEX words_prefix ON site.words (folded text_pattern_ops);
CREATE INDEX publications_title_similar ON site.publications USING gin (site.fold(title) public.gin_trgm_ops) WHERE state = 'current';

-- Equivalent ways of asking; filled from the catalogue of synonyms.
CREATE TABLE site.synonyms (
    term    tsquery NOT NULL,
    meaning tsquery NOT NULL
);

CREATE FUNCTION site.query(asked text) RETURNS tsquery LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    q tsquery := websearch_to_tsquery('site.es', asked);
BEGIN
    IF numnode(q) = 0 THEN RETURN q; END IF;
    RETURN ts_rewrite(q, 'SELECT term, term || meaning FROM site.synonyms');
END $$;

-- Puts publications into the index, all at once or one by one.
CREATE FUNCTION site.index_texts(ids bigint[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO site.heads (id, head)
    SELECT p.id, setweight(to_tsvector('site.es', p.title), 'A') || setweight(to_tsvector('site.es', p.summary), 'B')
    FROM site.publications p WHERE p.id = ANY (ids) AND p.state = 'current'
    ON CONFLICT (id) DO UPDATE SET head = excluded.head;

    INSERT INTO site.search (id, whole)
    SELECT p.id, h.head || setweight(to_tsvector('site.es', p.plain), 'D')
    FROM site.publications p JOIN site.heads h USING (id) WHERE p.id = ANY (ids)
    ON CONFLICT (id) DO UPDATE SET whole = excluded.whole;
$$;

CREATE FUNCTION site.count_words(ids bigint[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO site.words (word, folded, docs)
    SELECT w.lexeme, site.fold(w.lexeme), count(*)
    FROM site.publications p, unnest(to_tsvector('site.words', p.title || ' ' || p.summary || ' ' || p.plain)) w
    WHERE p.id = ANY (ids) AND length(w.lexeme) BETWEEN 3 AND 40 AND w.lexeme ~ '^[[:alpha:]]+$'
    GROUP BY w.lexeme
    ORDER BY w.lexeme
    ON CONFLICT (word) DO UPDATE SET docs = site.words.docs + excluded.docs;
$$;

CREATE FUNCTION site.index_publications(ids bigint[]) RETURNS void LANGUAGE sql AS $$
    SELECT site.index_texts(ids);
    SELECT site.count_words(ids);
$$;

CREATE FUNCTION site.unindex() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    lost text[];
BEGIN
    DELETE FROM site.search WHERE id = NEW.id;
    DELETE FROM site.heads WHERE id = NEW.id;
    -- A word that no publication in force has is not suggested any more.
    WITH gone AS (
        UPDATE site.words w SET docs = w.docs - 1
        FROM unnest(to_tsvector('site.words', NEW.title || ' ' || NEW.summary || ' ' || NEW.plain)) x
        WHERE w.word = x.lexeme
        RETURNING w.word, w.docs)
    SELECT array_agg(word) INTO lost FROM gone WHERE docs <= 0;
    DELETE FROM site.words WHERE word = ANY (lost);
    RETURN NULL;
END $$;
CREATE TRIGGER publications_unindex AFTER UPDATE OF state ON site.publications
    FOR EACH ROW WHEN (OLD.state = 'current' AND NEW.state <> 'current') EXECUTE FUNCTION site.unindex();
