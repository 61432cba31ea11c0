-- Files that belong to cases: who they are (a row like every other), and their contents, cut into chunks that are named by their SHA-256.

CREATE TABLE attachment (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  case_id BLOB NOT NULL,
  party_id BLOB,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  media_type TEXT NOT NULL CHECK (length(media_type) BETWEEN 1 AND 100),
  document TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 1),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  chunk_size INTEGER NOT NULL CHECK (chunk_size BETWEEN 1 AND 1048576),
  chunks TEXT NOT NULL CHECK (length(chunks) = 64 * ((size + chunk_size - 1) / chunk_size)),
  added_by BLOB,
  added_at INTEGER NOT NULL,
  rev INTEGER,
  digest INTEGER,
  scopes INTEGER,
  rest TEXT
) STRICT;
CREATE INDEX attachment_by_case ON attachment (case_id, added_at, n);

-- What of an attachment is on this desk. state: adding, its file is being read; wanted, somebody asked for it; here, all of it. upload: none,
-- it came from the centre; waiting; done, the centre lacks nothing and cannot forget that unnoticed: it said so `checks` times, the last time
-- when `anchor` was the newest that this desk had seen. chunks_left: still to come or to be sent.
CREATE TABLE attachment_content (
  n INTEGER PRIMARY KEY,
  attachment_id BLOB NOT NULL UNIQUE CHECK (length(attachment_id) = 16),
  state TEXT NOT NULL CHECK (state = 'adding' OR state = 'wanted' OR state = 'here'),
  upload TEXT NOT NULL CHECK (upload = 'none' OR upload = 'waiting' OR upload = 'done'),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  chunks_left INTEGER NOT NULL CHECK (chunks_left >= 0),
  asked_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT '',
  checks INTEGER NOT NULL DEFAULT 0,
  anchor BLOB
) STRICT;
CREATE INDEX content_to_fetch ON attachment_content (asked_at, n) WHERE state = 'wanted';
CREATE INDEX content_to_send ON attachment_content (n) WHERE upload = 'waiting';

-- Whether this desk may have to tell the centre of an attachment once more.
CREATE INDEX operation_of_attachment ON operation (entity_id) WHERE entity = 'attachment';

-- A chunk stands here once, however many attachments name it, and goes with the last of them.
CREATE TABLE chunk (
  n INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576)
) STRICT;
CREATE TABLE chunk_use (
  attachment_id BLOB NOT NULL CHECK (length(attachment_id) = 16),
  place INTEGER NOT NULL CHECK (place >= 0),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (attachment_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX chunk_used ON chunk_use (hash);
