-- Spanish search. The program makes the words («Words» beside this folder), so that what is indexed, asked and marked follows one rule. Matching
-- and ranking each have a table: matching reads an index and a narrow row (the vector of the whole text stands out of line, so that two thousand
-- hits are on few pages); the small vectors of title, summary and names say how well.
CREATE TEXT SEARCH CONFIGURATION site.words (COPY = pg_catalog.simple);

-- A long text stands in parts: one vector holds a megabyte of words and no place beyond the 16,383rd. A question of several words is put
-- together in the program from the answers to each, so that they may stand in different parts.
CREATE TABLE site.search (
    id    bigint REFERENCES site.publications ON DELETE CASCADE,
    part  integer,
    whole tsvector NOT NULL,
    PRIMARY KEY (id, part)
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
    kind   text NOT NULL,
    word   text NOT NULL,
    folded text NOT NULL,
    docs   integer NOT NULL,
    PRIMARY KEY (word, kind)
);
CREATE INDEX words_similar ON site.words USING gin (folded public.gin_trgm_ops);
CREATE INDEX words_prefix ON site.words (folded text_pattern_ops);
CREATE INDEX words_gone ON site.words (word) WHERE docs <= 0;
CREATE INDEX publications_title_similar ON site.publications USING gin (site.fold(title) public.gin_trgm_ops) WHERE state = 'current';

-- Of the kinds that are on, like everything that the public role sees of publications.
CREATE VIEW site.known_words AS
SELECT word, folded, sum(docs)::integer AS docs FROM site.words
WHERE docs > 0 AND kind = ANY ((SELECT string_to_array(current_setting('acervo.kinds', true), ','))::text[])
GROUP BY word, folded;
REVOKE ALL ON site.words FROM acervo_public;

-- Equivalent ways of asking, from the catalogues: the words of a term without their inflection, and what means the same as it is written.
CREATE TABLE site.synonyms (
    term    text NOT NULL,
    meaning text NOT NULL,
    PRIMARY KEY (term, meaning)
);

-- A text in pieces of 20,000 letters, about 3,000 words. Each goes on a little where the next begins, and drops what is left of a word at its
-- ends: every word is whole in one piece, and so is every phrase of a few words. The text is gone through once: what asks for its length, or for
-- a place in it, at every piece takes the square of the time.
CREATE FUNCTION site.pieces(whole text) RETURNS TABLE (part integer, piece text) LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    rest text := whole;
    letters integer := length(whole);
BEGIN
    part := 0;
    LOOP
        piece := left(rest, 20300);
        IF part > 0 THEN piece := regexp_replace(piece, '^\S{1,250}(?=\s)', ''); END IF;
        IF letters > 20300 THEN piece := regexp_replace(piece, '\s\S{1,250}$', ''); END IF;
        RETURN NEXT;
        EXIT WHEN letters < 20301;
        rest := substr(rest, 20001);
        letters := letters - 20000;
        part := part + 1;
    END LOOP;
END $$;

-- Puts publications into the index, all at once or one by one: the words of each head, and of each part of each text.
CREATE FUNCTION site.index_texts(ids bigint[], heads text[], part_of bigint[], parts integer[], texts text[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO site.heads (id, head)
    SELECT p.id, u.head::tsvector FROM unnest(ids, heads) AS u (id, head) JOIN site.publications p USING (id) WHERE p.state = 'current'
    ON CONFLICT (id) DO UPDATE SET head = excluded.head;

    INSERT INTO site.search (id, part, whole)
    SELECT h.id, u.part, CASE WHEN u.part = 0 THEN h.head ELSE ''::tsvector END || u.words::tsvector
    FROM unnest(part_of, parts, texts) AS u (id, part, words) JOIN site.heads h USING (id)
    ON CONFLICT (id, part) DO UPDATE SET whole = excluded.whole;
$$;

-- The different words of a publication.
CREATE FUNCTION site.words_of(p site.publications) RETURNS TABLE (word text) LANGUAGE sql STABLE AS $$
    SELECT DISTINCT w.lexeme
    FROM site.pieces(concat_ws(' ', (p).title, (p).summary, (p).plain)) t, unnest(to_tsvector('site.words', t.piece)) w
    WHERE length(w.lexeme) BETWEEN 3 AND 40 AND w.lexeme ~ '^[[:alpha:]]+$';
$$;

-- Words are counted after the act, in the background: one that many texts have is one row, and whoever publishes would wait for everybody
-- who publishes at the same time. What is due says of which publications, and whether they came or went.
CREATE TABLE site.words_due (
    id     bigint REFERENCES site.publications ON DELETE CASCADE,
    change integer,
    PRIMARY KEY (id, change)
);
REVOKE ALL ON site.words_due FROM acervo_public;

-- One at a time, so that no two wait for each other's words.
CREATE FUNCTION site.count_words() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(4202000050);
    WITH due AS (DELETE FROM site.words_due RETURNING id, change)
    INSERT INTO site.words (kind, word, folded, docs)
    SELECT p.kind, w.word, site.fold(w.word), sum(due.change)
    FROM due JOIN site.publications p USING (id) CROSS JOIN LATERAL site.words_of(p) w
    GROUP BY p.kind, w.word
    HAVING sum(due.change) <> 0
    ORDER BY w.word
    ON CONFLICT (word, kind) DO UPDATE SET docs = site.words.docs + excluded.docs;
    -- A word that no publication in force has is not suggested any more.
    DELETE FROM site.words WHERE docs <= 0;
END $$;

CREATE FUNCTION site.unindex() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM site.search WHERE id = NEW.id;
    DELETE FROM site.heads WHERE id = NEW.id;
    IF NEW.state = 'superseded' THEN
        DELETE FROM site.words_due WHERE id = NEW.id AND change = 1;
        IF NOT FOUND THEN INSERT INTO site.words_due (id, change) VALUES (NEW.id, -1); END IF;
        RETURN NULL;
    END IF;
    -- What is withdrawn is gone at once, its words too, with those of its earlier versions that still wait to be counted off; ordered like the
    -- background, for the same rows.
    WITH settled AS (DELETE FROM site.words_due d USING site.publications p WHERE p.id = d.id AND p.kind = NEW.kind AND p.item = NEW.item RETURNING d.id, d.change),
    gone AS (SELECT id, change FROM settled UNION ALL SELECT NEW.id, -1),
    less AS (SELECT w.word, sum(gone.change) AS change FROM gone JOIN site.publications p USING (id) CROSS JOIN LATERAL site.words_of(p) w
             GROUP BY w.word HAVING sum(gone.change) <> 0),
    held AS (SELECT w.word FROM site.words w JOIN less USING (word) WHERE w.kind = NEW.kind ORDER BY w.word FOR UPDATE OF w)
    UPDATE site.words w SET docs = w.docs + less.change FROM less JOIN held USING (word) WHERE w.word = less.word AND w.kind = NEW.kind;
    RETURN NULL;
END $$;
CREATE TRIGGER publications_unindex AFTER UPDATE OF state ON site.publications
    FOR EACH ROW WHEN (OLD.state = 'current' AND NEW.state <> 'current') EXECUTE FUNCTION site.unindex();
