-- Deletes stored files that no row names and that were stored, or found again, before a moment. Which tables name files is read from the
-- foreign keys, so a new module has nothing to add here. A round of review names its files in its content: what it had may be asked for again.
CREATE FUNCTION app.sweep_files(before timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    files regclass;
    named text;
BEGIN
    FOREACH files IN ARRAY ARRAY['app.files', 'site.files']::regclass[] LOOP
        SELECT string_agg(format(' AND NOT EXISTS (SELECT FROM %s n WHERE n.%I = f.sha256)', c.conrelid::regclass, a.attname), '') INTO named
        FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE c.contype = 'f' AND c.confrelid = files AND c.confdeltype <> 'c';
        EXECUTE format('DELETE FROM %s f WHERE created_at < $1%s AND NOT EXISTS (SELECT FROM app.review_rounds r WHERE strpos(r.content::text, f.sha256) > 0)', files, named)
            USING before;
    END LOOP;
END $$;
