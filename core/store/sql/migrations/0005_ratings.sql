-- Ratings that can be trusted: whom and what they are about as it was then, and the seal of the pad that took them.
ALTER TABLE rating ADD COLUMN service_id BLOB;
ALTER TABLE rating ADD COLUMN hall TEXT;
ALTER TABLE rating ADD COLUMN window TEXT;
ALTER TABLE rating ADD COLUMN clerk_id BLOB;
ALTER TABLE rating ADD COLUMN reasons TEXT;
ALTER TABLE rating ADD COLUMN catalogue TEXT;
ALTER TABLE rating ADD COLUMN nth INTEGER CHECK (nth BETWEEN 1 AND 99);
ALTER TABLE rating ADD COLUMN former_id BLOB;
ALTER TABLE rating ADD COLUMN answered_in INTEGER CHECK (answered_in >= 0);
ALTER TABLE rating ADD COLUMN source TEXT CHECK (length(source) BETWEEN 1 AND 64);
ALTER TABLE rating ADD COLUMN pad_id BLOB;
ALTER TABLE rating ADD COLUMN place INTEGER CHECK (place > 0);
ALTER TABLE rating ADD COLUMN previous TEXT;
ALTER TABLE rating ADD COLUMN seal TEXT;
CREATE INDEX rating_by_visit ON rating (interaction_id) WHERE interaction_id IS NOT NULL;
CREATE INDEX rating_by_time ON rating (at, n);
-- Not unique: a chain that was forked is found by those who check it, and must not keep rows of the centre out.
CREATE INDEX rating_by_place ON rating (pad_id, place) WHERE pad_id IS NOT NULL;

CREATE TABLE pad (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  desk TEXT NOT NULL CHECK (length(desk) BETWEEN 1 AND 64),
  hall TEXT NOT NULL,
  window TEXT,
  public_key TEXT NOT NULL CHECK (length(public_key) = 64),
  since INTEGER NOT NULL,
  rev INTEGER,
  digest INTEGER,
  scopes INTEGER,
  rest TEXT
) STRICT;
