-- When an entity took out of a catalogue what the program ships for Bogotá: the program fills it no more.
ALTER TABLE app.catalogues ADD COLUMN emptied_at timestamptz;
