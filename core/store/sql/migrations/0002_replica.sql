-- The store as a copy of the centre: what the centre said of each row, where each scope stands, what became of each operation.
-- rev, digest, scopes and rest are empty for a row that the centre has not confirmed. digest is an unsigned 64-bit number kept as a signed
-- one, scopes a mask with a bit for each slot of synced_scope, rest a JSON object of the fields that this program does not know.

ALTER TABLE party ADD COLUMN rev INTEGER;
ALTER TABLE party ADD COLUMN digest INTEGER;
ALTER TABLE party ADD COLUMN scopes INTEGER;
ALTER TABLE party ADD COLUMN rest TEXT;
ALTER TABLE identifier ADD COLUMN rev INTEGER;
ALTER TABLE identifier ADD COLUMN digest INTEGER;
ALTER TABLE identifier ADD COLUMN scopes INTEGER;
ALTER TABLE identifier ADD COLUMN rest TEXT;
ALTER TABLE contact_point ADD COLUMN rev INTEGER;
ALTER TABLE contact_point ADD COLUMN digest INTEGER;
ALTER TABLE contact_point ADD COLUMN scopes INTEGER;
ALTER TABLE contact_point ADD COLUMN rest TEXT;
ALTER TABLE address ADD COLUMN rev INTEGER;
ALTER TABLE address ADD COLUMN digest INTEGER;
ALTER TABLE address ADD COLUMN scopes INTEGER;
ALTER TABLE address ADD COLUMN rest TEXT;
ALTER TABLE relationship ADD COLUMN rev INTEGER;
ALTER TABLE relationship ADD COLUMN digest INTEGER;
ALTER TABLE relationship ADD COLUMN scopes INTEGER;
ALTER TABLE relationship ADD COLUMN rest TEXT;
ALTER TABLE service ADD COLUMN rev INTEGER;
ALTER TABLE service ADD COLUMN digest INTEGER;
ALTER TABLE service ADD COLUMN scopes INTEGER;
ALTER TABLE service ADD COLUMN rest TEXT;
ALTER TABLE staff ADD COLUMN rev INTEGER;
ALTER TABLE staff ADD COLUMN digest INTEGER;
ALTER TABLE staff ADD COLUMN scopes INTEGER;
ALTER TABLE staff ADD COLUMN rest TEXT;
ALTER TABLE case_record ADD COLUMN rev INTEGER;
ALTER TABLE case_record ADD COLUMN digest INTEGER;
ALTER TABLE case_record ADD COLUMN scopes INTEGER;
ALTER TABLE case_record ADD COLUMN rest TEXT;
ALTER TABLE case_event ADD COLUMN rev INTEGER;
ALTER TABLE case_event ADD COLUMN digest INTEGER;
ALTER TABLE case_event ADD COLUMN scopes INTEGER;
ALTER TABLE case_event ADD COLUMN rest TEXT;
ALTER TABLE case_link ADD COLUMN rev INTEGER;
ALTER TABLE case_link ADD COLUMN digest INTEGER;
ALTER TABLE case_link ADD COLUMN scopes INTEGER;
ALTER TABLE case_link ADD COLUMN rest TEXT;
ALTER TABLE interaction ADD COLUMN rev INTEGER;
ALTER TABLE interaction ADD COLUMN digest INTEGER;
ALTER TABLE interaction ADD COLUMN scopes INTEGER;
ALTER TABLE interaction ADD COLUMN rest TEXT;
ALTER TABLE rating ADD COLUMN rev INTEGER;
ALTER TABLE rating ADD COLUMN digest INTEGER;
ALTER TABLE rating ADD COLUMN scopes INTEGER;
ALTER TABLE rating ADD COLUMN rest TEXT;

-- Two desks may take in the same case of another system before they hear of each other: `check` reports such doubles.
DROP INDEX case_by_external_no;
CREATE INDEX case_by_external_no ON case_record (source, external_no) WHERE source IS NOT NULL;

-- Two values of one field that the centre could not bring together; rivals is a JSON array (core/sync/README.md).
CREATE TABLE conflict_record (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  entity TEXT NOT NULL CHECK (length(entity) BETWEEN 1 AND 64),
  entity_id BLOB NOT NULL,
  field TEXT NOT NULL CHECK (length(field) BETWEEN 1 AND 64),
  rivals TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'open' OR state = 'settled'),
  settled_by BLOB,
  settled_at INTEGER,
  rev INTEGER,
  digest INTEGER,
  scopes INTEGER,
  rest TEXT
) STRICT;
CREATE INDEX conflict_of_entity ON conflict_record (entity_id);
CREATE INDEX conflict_open ON conflict_record (n) WHERE state = 'open';

-- An operation that came too late: what it wanted is kept until somebody decides.
CREATE TABLE proposal (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  entity TEXT NOT NULL CHECK (length(entity) BETWEEN 1 AND 64),
  entity_id BLOB NOT NULL,
  operation TEXT NOT NULL,
  changes TEXT NOT NULL,
  rule TEXT NOT NULL,
  author BLOB,
  desk TEXT NOT NULL,
  purpose TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state = 'open' OR state = 'accepted' OR state = 'dismissed'),
  decided_by BLOB,
  decided_at INTEGER,
  rev INTEGER,
  digest INTEGER,
  scopes INTEGER,
  rest TEXT
) STRICT;
CREATE INDEX proposal_of_entity ON proposal (entity_id);
CREATE INDEX proposal_open ON proposal (n) WHERE state = 'open';

-- What the desk is subscribed to, up to where it has pulled, and the sums of the rows that stand here. fill_head and fill_from: the first
-- filling, from where to go on.
CREATE TABLE synced_scope (
  slot INTEGER PRIMARY KEY CHECK (slot BETWEEN 0 AND 62),
  id INTEGER NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  epoch INTEGER NOT NULL DEFAULT 0,
  pos INTEGER NOT NULL DEFAULT 0 CHECK (pos >= 0),
  rows INTEGER NOT NULL DEFAULT 0 CHECK (rows >= 0),
  digest INTEGER NOT NULL DEFAULT 0,
  is_complete INTEGER NOT NULL DEFAULT 0 CHECK (is_complete BETWEEN 0 AND 1),
  fill_from TEXT NOT NULL DEFAULT '',
  fill_epoch INTEGER NOT NULL DEFAULT 0,
  fill_head INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE anchor (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  at INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  seen_order INTEGER NOT NULL UNIQUE
) STRICT;

-- Rows of the centre that do not fit this program, as they came; a row that is erased here and not yet at the centre has no body.
CREATE TABLE unapplied (
  kind TEXT NOT NULL,
  id BLOB NOT NULL CHECK (length(id) = 16),
  rev INTEGER NOT NULL,
  digest INTEGER NOT NULL,
  scopes INTEGER NOT NULL,
  body TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT;

CREATE TABLE refetch (
  kind TEXT NOT NULL,
  id BLOB NOT NULL CHECK (length(id) = 16),
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- What became of an operation. state: waiting; sent, the centre answered; confirmed, it is on every synchronous standby; refused.
ALTER TABLE operation ADD COLUMN cause BLOB;
ALTER TABLE operation ADD COLUMN outcome TEXT;
ALTER TABLE operation ADD COLUMN facts TEXT;
ALTER TABLE operation ADD COLUMN sent_at INTEGER;
ALTER TABLE operation ADD COLUMN settled_at INTEGER;
ALTER TABLE operation ADD COLUMN written_at INTEGER;
ALTER TABLE operation ADD COLUMN epoch INTEGER;
CREATE INDEX operation_waiting_of ON operation (entity_id, seq) WHERE state = 'waiting';
CREATE INDEX operation_sent ON operation (seq) WHERE state = 'sent';
CREATE INDEX operation_sent_of ON operation (entity_id) WHERE state = 'sent';
CREATE INDEX operation_refused ON operation (seq) WHERE state = 'refused';

CREATE TABLE operation_trouble (
  operation_id BLOB PRIMARY KEY CHECK (length(operation_id) = 16),
  attempts INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;
