-- What the public role may see of publications. Whether a version is withdrawn, and whether its kind is on, is decided here and nowhere else:
-- the tables themselves are closed to it, so that no representation can forget. The program says which kinds are on when it connects
-- (acervo.kinds); whoever says nothing sees nothing. Asked as a subquery, so that it is worked out once a question and not once a row.

-- Every version that ever stood at an address, with its text while it may be read and as a tombstone afterwards.
CREATE VIEW site.standing AS
SELECT p.id, p.kind, p.item, p.version, p.slug, p.title, p.organisation, p.sha256, p.published_at, p.first_at, p.withdrawn_at, p.withdrawn_reason,
       p.replaced_at, p.language, p.successor_kind, p.successor_item,
       CASE WHEN p.withdrawn_at IS NULL THEN p.state ELSE 'withdrawn' END AS state,
       p.state <> 'superseded' AS is_last,
       CASE WHEN p.withdrawn_at IS NULL THEN p.summary ELSE '' END AS summary,
       CASE WHEN p.withdrawn_at IS NULL THEN p.body ELSE '' END AS body,
       CASE WHEN p.withdrawn_at IS NULL THEN p.html ELSE '' END AS html,
       CASE WHEN p.withdrawn_at IS NULL THEN p.facts ELSE '' END AS facts,
       CASE WHEN p.withdrawn_at IS NULL THEN p.contents ELSE '' END AS contents,
       CASE WHEN p.withdrawn_at IS NULL THEN p.facets ELSE '[]'::jsonb END AS facets,
       CASE WHEN p.withdrawn_at IS NULL THEN p.change_note ELSE '' END AS change_note,
       CASE WHEN p.withdrawn_at IS NULL THEN p.opens_at END AS opens_at,
       CASE WHEN p.withdrawn_at IS NULL THEN p.closes_at END AS closes_at,
       p.withdrawn_at IS NULL AND p.is_by_one AS is_by_one,
       CASE WHEN p.withdrawn_at IS NULL THEN p.confirmed_at END AS confirmed_at,
       CASE WHEN p.withdrawn_at IS NULL THEN p.lapsed_at END AS lapsed_at,
       CASE WHEN p.withdrawn_at IS NULL THEN p.lapsed_reason END AS lapsed_reason,
       CASE WHEN p.withdrawn_at IS NULL THEN p.used_at END AS used_at,
       CASE WHEN p.withdrawn_at IS NULL THEN p.look_at END AS look_at,
       CASE WHEN p.withdrawn_at IS NULL THEN p.doubt_at END AS doubt_at,
       p.state = 'current' AND EXISTS (SELECT FROM site.attachments a WHERE a.publication_id = p.id) AS has_files,
       p.withdrawn_at IS NULL AND (
           EXISTS (SELECT FROM site.relations r WHERE r.from_kind = p.kind AND r.from_item = p.item AND r.from_version = p.version)
           OR EXISTS (SELECT FROM site.relations r WHERE r.to_kind = p.kind AND r.to_item = p.item AND r.in_force)) AS has_kin
FROM site.publications p
WHERE p.kind = ANY ((SELECT string_to_array(current_setting('acervo.kinds', true), ','))::text[]);

-- The versions that may be read: those in force (state = 'current') and the older ones that were not withdrawn.
CREATE VIEW site.shown AS
SELECT p.id, p.kind, p.item, p.version, p.slug, p.state, p.title, p.summary, p.organisation, p.body, p.sha256, p.html, p.facts, p.contents, p.plain, p.facets,
       p.change_note, p.published_at, p.first_at, p.replaced_at, p.opens_at, p.closes_at, p.language,
       p.is_by_one, p.confirmed_at, p.lapsed_at, p.lapsed_reason, p.used_at, p.look_at, p.doubt_at
FROM site.publications p
WHERE p.withdrawn_at IS NULL AND p.kind = ANY ((SELECT string_to_array(current_setting('acervo.kinds', true), ','))::text[]);

-- What a version that may be read says of others that are in force. Each end is looked up by itself: the planner would read whole tables to find fifty.
CREATE VIEW site.related AS
SELECT r.from_kind, r.from_item, r.from_version, f.id AS from_id, r.in_force, r.relation, r.is_reuse, r.to_kind, r.to_item, t.id AS to_id, r.note, r.from_day
FROM site.relations r
CROSS JOIN LATERAL (SELECT s.id FROM site.shown s WHERE s.kind = r.from_kind AND s.item = r.from_item AND s.version = r.from_version LIMIT 1) f
CROSS JOIN LATERAL (SELECT s.id FROM site.shown s WHERE s.kind = r.to_kind AND s.item = r.to_item AND s.state = 'current' LIMIT 1) t;

-- How many in force say it of a thing. To be asked of one thing by a subquery, which an index answers, or of all.
CREATE VIEW site.relation_counts AS
SELECT r.to_kind AS kind, r.to_item AS item, r.relation, count(*)::integer AS count, (count(*) FILTER (WHERE r.is_reuse))::integer AS reuses
FROM site.relations r
WHERE r.in_force AND r.from_kind = ANY ((SELECT string_to_array(current_setting('acervo.kinds', true), ','))::text[])
GROUP BY r.to_kind, r.to_item, r.relation;

-- Which versions carried a file and what became of them; its bytes only while one in force does.
CREATE VIEW site.carried AS
SELECT a.publication_id, a.sha256, a.name, a.sort, f.size, f.content_type, s.kind, s.slug, s.state, s.item, s.version
FROM site.attachments a JOIN site.files f USING (sha256) JOIN site.standing s ON s.id = a.publication_id;

CREATE VIEW site.carried_chunks AS
SELECT c.sha256, c.n, c.bytes FROM site.file_chunks c
WHERE EXISTS (SELECT FROM site.attachments a JOIN site.shown s ON s.id = a.publication_id WHERE a.sha256 = c.sha256 AND s.state = 'current');

REVOKE ALL ON site.publications, site.relations, site.attachments, site.files, site.file_chunks FROM acervo_public;
