-- Written documents of cases. `number` comes from the centre; until then the paper carries the provisional one.
CREATE TABLE official_document (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  case_id BLOB NOT NULL,
  type TEXT NOT NULL,
  provisional TEXT NOT NULL CHECK (length(provisional) BETWEEN 1 AND 60),
  number TEXT CHECK (length(number) BETWEEN 1 AND 100),
  former_number TEXT CHECK (length(former_number) BETWEEN 1 AND 100),
  issued_by BLOB,
  issued_at INTEGER NOT NULL,
  rev INTEGER,
  digest INTEGER,
  scopes INTEGER,
  rest TEXT
) STRICT;
CREATE INDEX official_document_by_case ON official_document (case_id, issued_at, n);
CREATE INDEX operation_of_document ON operation (entity_id) WHERE entity = 'document';
