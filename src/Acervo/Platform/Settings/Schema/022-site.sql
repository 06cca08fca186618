-- What administrators write of the site in the browser, by the names of section Site of the configuration, which goes before it.
CREATE TABLE app.site_settings (
    id       integer PRIMARY KEY CHECK (id = 1),
    written  jsonb NOT NULL DEFAULT '{}',
    revision integer NOT NULL DEFAULT 0
);
INSERT INTO app.site_settings (id) VALUES (1);
