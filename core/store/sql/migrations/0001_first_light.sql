-- The store of one desk: parties, services, cases and what happened to them; the outbox; what never leaves the desk.
-- Instants are milliseconds since 1970 UTC, dates are ISO 8601 text, ids are 16-byte UUIDs, words are the stable codes of core/domain.
-- `n` is a row's place in this file only: search, lists and joins use it because it is small; it never leaves the desk.
-- CHECK with OR, not IN: for each IN list SQLite builds a temporary table at every insert (4.0 against 1.1 microseconds a row).
-- No foreign keys: rows of the centre arrive in any order (a case before its person). `check` finds what stays dangling.

CREATE TABLE party (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind = 'person' OR kind = 'enterprise' OR kind = 'public_institution' OR kind = 'social_organisation'),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  latin_name TEXT CHECK (length(latin_name) <= 200),
  former_name TEXT CHECK (length(former_name) <= 200),
  sex TEXT NOT NULL CHECK (sex = 'unknown' OR sex = 'male' OR sex = 'female' OR sex = 'other'),
  birth_date TEXT CHECK (birth_date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  ethnicity TEXT,
  preferred_channel TEXT,
  preferred_language TEXT,
  note TEXT,
  registered_at INTEGER NOT NULL,
  jurisdiction TEXT NOT NULL
) STRICT;

CREATE TABLE identifier (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  party_id BLOB NOT NULL,
  type TEXT NOT NULL,
  raw TEXT NOT NULL,
  normal TEXT NOT NULL CHECK (length(normal) BETWEEN 1 AND 64),
  validity TEXT NOT NULL CHECK (validity = 'ok' OR validity = 'checksum_bad' OR validity = 'format_bad' OR validity = 'unchecked'),
  reason TEXT,
  issuing_country TEXT,
  valid_until TEXT
) STRICT;
CREATE INDEX identifier_by_party ON identifier (party_id);
CREATE INDEX identifier_by_number ON identifier (normal, type);

CREATE TABLE contact_point (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  party_id BLOB NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'phone' OR kind = 'email' OR kind = 'wechat' OR kind = 'weibo' OR kind = 'other'),
  raw TEXT NOT NULL,
  normal TEXT NOT NULL CHECK (length(normal) BETWEEN 1 AND 320),
  label TEXT,
  is_preferred INTEGER NOT NULL CHECK (is_preferred BETWEEN 0 AND 1)
) STRICT;
CREATE INDEX contact_point_by_party ON contact_point (party_id);
CREATE INDEX contact_point_by_value ON contact_point (normal);

CREATE TABLE address (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  party_id BLOB NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'residence' OR kind = 'registered' OR kind = 'business' OR kind = 'mailing'),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
  division_code TEXT CHECK (division_code GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]*' AND length(division_code) <= 12),
  grid TEXT,
  postcode TEXT,
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180)
) STRICT;
CREATE INDEX address_by_party ON address (party_id);

CREATE TABLE relationship (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  from_party BLOB NOT NULL,
  to_party BLOB NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'household_member' OR kind = 'guardian' OR kind = 'agent' OR kind = 'legal_representative' OR kind = 'employee' OR kind = 'spouse' OR kind = 'parent'),
  scope TEXT,
  document TEXT,
  valid_from TEXT,
  valid_until TEXT,
  CHECK (from_party <> to_party),
  CHECK (valid_from IS NULL OR valid_until IS NULL OR valid_from <= valid_until)
) STRICT;
CREATE INDEX relationship_by_from ON relationship (from_party);
CREATE INDEX relationship_by_to ON relationship (to_party);

CREATE TABLE service (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 128),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  name_en TEXT,
  department TEXT NOT NULL,
  case_type TEXT NOT NULL CHECK (case_type = 'instant' OR case_type = 'promised' OR case_type = 'other'),
  promised_amount INTEGER CHECK (promised_amount BETWEEN 0 AND 100000),
  promised_unit TEXT CHECK (promised_unit = 'working_day' OR promised_unit = 'calendar_day' OR promised_unit = 'working_minute'),
  statutory_amount INTEGER CHECK (statutory_amount BETWEEN 0 AND 100000),
  statutory_unit TEXT CHECK (statutory_unit = 'working_day' OR statutory_unit = 'calendar_day' OR statutory_unit = 'working_minute'),
  jurisdiction TEXT NOT NULL,
  item_type TEXT,
  is_active INTEGER NOT NULL CHECK (is_active BETWEEN 0 AND 1),
  CHECK ((promised_amount IS NULL) = (promised_unit IS NULL)),
  CHECK ((statutory_amount IS NULL) = (statutory_unit IS NULL))
) STRICT;

CREATE TABLE staff (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  login TEXT NOT NULL UNIQUE CHECK (length(login) BETWEEN 1 AND 64),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  role TEXT NOT NULL CHECK (role = 'clerk' OR role = 'supervisor'),
  is_active INTEGER NOT NULL CHECK (is_active BETWEEN 0 AND 1)
) STRICT;

CREATE TABLE case_record (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  number TEXT NOT NULL UNIQUE CHECK (length(number) BETWEEN 1 AND 50),
  external_no TEXT,
  source TEXT,
  service_id BLOB NOT NULL,
  party_id BLOB,
  agent_id BLOB,
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
  description TEXT,
  state TEXT NOT NULL CHECK (state = 'received' OR state = 'accepted' OR state = 'in_review' OR state = 'decided' OR state = 'closed' OR state = 'returned' OR state = 'withdrawn'),
  outcome TEXT CHECK (outcome = 'granted' OR outcome = 'denied' OR outcome = 'answered' OR outcome = 'duplicate' OR outcome = 'no_action' OR outcome = 'elsewhere'),
  channel TEXT NOT NULL,
  priority TEXT NOT NULL CHECK (priority = 'normal' OR priority = 'high' OR priority = 'urgent'),
  hall TEXT NOT NULL,
  window TEXT,
  owner_id BLOB,
  jurisdiction TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  accepted_at INTEGER,
  yellow_at INTEGER,
  due_at INTEGER,
  statutory_due_at INTEGER,
  is_due_expected INTEGER NOT NULL CHECK (is_due_expected BETWEEN 0 AND 1),
  external_due_at INTEGER,
  decided_at INTEGER,
  closed_at INTEGER,
  last_event_at INTEGER NOT NULL,
  reopened_count INTEGER NOT NULL CHECK (reopened_count >= 0),
  place TEXT,
  division_code TEXT,
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  CHECK ((closed_at IS NOT NULL) = (state = 'closed' OR state = 'returned' OR state = 'withdrawn')),
  CHECK (state <> 'decided' OR decided_at IS NOT NULL),
  CHECK ((external_no IS NULL) = (source IS NULL)),
  CHECK (yellow_at IS NULL OR due_at IS NULL OR yellow_at <= due_at)
) STRICT;
CREATE UNIQUE INDEX case_by_external_no ON case_record (source, external_no) WHERE source IS NOT NULL;
-- Cases without a due time stand last: ORDER BY due_at NULLS LAST, n, which SQLite walks in the index. closed_at stands in each index, or
-- SQLite would fetch every row to answer a list; a generated column would have the same effect in a table of this width.
CREATE INDEX case_open_by_due ON case_record (due_at, n, yellow_at, closed_at) WHERE closed_at IS NULL;
CREATE INDEX case_open_by_owner ON case_record (owner_id, due_at, n, closed_at) WHERE closed_at IS NULL;
CREATE INDEX case_open_by_window ON case_record (window, due_at, n, closed_at) WHERE closed_at IS NULL;
CREATE INDEX case_ended ON case_record (closed_at, n) WHERE closed_at IS NOT NULL;
CREATE INDEX case_by_opened ON case_record (opened_at, n);
CREATE INDEX case_by_party ON case_record (party_id, due_at) WHERE party_id IS NOT NULL;
CREATE INDEX case_by_service ON case_record (service_id, due_at, n);

CREATE TABLE case_event (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  case_id BLOB NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  from_state TEXT,
  to_state TEXT,
  actor_id BLOB,
  channel TEXT,
  text TEXT
) STRICT;
CREATE INDEX case_event_by_case ON case_event (case_id, at, n);

CREATE TABLE case_link (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  from_case BLOB NOT NULL,
  to_case BLOB NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'related' OR kind = 'duplicate_of' OR kind = 'follow_up_of'),
  CHECK (from_case <> to_case),
  UNIQUE (from_case, to_case, kind)
) STRICT;
CREATE INDEX case_link_by_to ON case_link (to_case);

CREATE TABLE interaction (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  party_id BLOB,
  case_id BLOB,
  channel TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction = 'inbound' OR direction = 'outbound'),
  at INTEGER NOT NULL,
  subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 500),
  text TEXT,
  clerk_id BLOB,
  window TEXT
) STRICT;
CREATE INDEX interaction_by_party ON interaction (party_id, at, n) WHERE party_id IS NOT NULL;
CREATE INDEX interaction_by_case ON interaction (case_id, at, n) WHERE case_id IS NOT NULL;

CREATE TABLE rating (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  party_id BLOB,
  case_id BLOB,
  interaction_id BLOB,
  channel TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
  is_active INTEGER NOT NULL CHECK (is_active BETWEEN 0 AND 1),
  at INTEGER NOT NULL,
  text TEXT
) STRICT;
CREATE INDEX rating_by_party ON rating (party_id, at, n) WHERE party_id IS NOT NULL;
CREATE INDEX rating_by_case ON rating (case_id) WHERE case_id IS NOT NULL;

-- The outbox: every write, in order, as it will be told to the centre.
CREATE TABLE operation (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind = 'create' OR kind = 'patch' OR kind = 'append' OR kind = 'transition' OR kind = 'erase'),
  entity TEXT NOT NULL,
  entity_id BLOB NOT NULL CHECK (length(entity_id) = 16),
  at INTEGER NOT NULL,
  author BLOB,
  desk TEXT NOT NULL,
  purpose TEXT NOT NULL,
  import_id BLOB,
  format INTEGER NOT NULL,
  changes TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state = 'waiting' OR state = 'sent' OR state = 'confirmed' OR state = 'refused')
) STRICT;
CREATE INDEX operation_by_import ON operation (import_id, seq) WHERE import_id IS NOT NULL;
CREATE INDEX operation_correction ON operation (entity_id, seq) WHERE purpose = 'correction';
CREATE INDEX operation_waiting ON operation (seq) WHERE state = 'waiting';

-- Search: a sorted key table for search as you type; c = n * 2 of a party, n * 2 + 1 of a case.
CREATE TABLE term (
  k TEXT NOT NULL,
  c INTEGER NOT NULL,
  PRIMARY KEY (k, c)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE full_text USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

-- Who looked at whom, and why. Append-only.
CREATE TABLE access_log (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  at INTEGER NOT NULL,
  staff_id BLOB NOT NULL,
  desk TEXT NOT NULL,
  party_id BLOB NOT NULL,
  act TEXT NOT NULL CHECK (act = 'open' OR act = 'reveal'),
  field TEXT,
  purpose TEXT NOT NULL
) STRICT;
CREATE INDEX access_by_party ON access_log (party_id, at);
CREATE TRIGGER access_log_keeps BEFORE UPDATE ON access_log BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER access_log_stays BEFORE DELETE ON access_log BEGIN SELECT raise(ABORT, 'append-only'); END;

-- What never leaves the desk.
CREATE TABLE draft (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  staff_id BLOB NOT NULL,
  form TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL CHECK (length(body) <= 1048576),
  saved_at INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_by_staff ON draft (staff_id, saved_at);
CREATE TABLE setting (
  staff_id BLOB NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (staff_id, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE desk_state (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One file taken in. The counts move with the rows in one transaction, so that `rows` is also where to go on after a crash; undo_seq is
-- the same for taking it back (operations from there on are dealt with).
CREATE TABLE import_load (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind = 'requests' OR kind = 'catalogue'),
  source TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  mapping TEXT NOT NULL,
  mapping_hash TEXT NOT NULL,
  encoding TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'running' OR state = 'done' OR state = 'undoing' OR state = 'undone'),
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  rows INTEGER NOT NULL,
  accepted INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  undo_seq INTEGER,
  taken_back INTEGER NOT NULL DEFAULT 0,
  CHECK (rows = accepted + rejected + unchanged)
) STRICT;
CREATE INDEX import_load_by_file ON import_load (file_hash);
-- What a source's key became: import_id is the load that last changed it, seen_in the last load whose file held it.
CREATE TABLE import_row (
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  hash BLOB NOT NULL,
  entity_id BLOB NOT NULL,
  import_id BLOB NOT NULL,
  seen_in BLOB NOT NULL,
  PRIMARY KEY (source, key)
) STRICT, WITHOUT ROWID;
-- What a load's report lists; kept: what taking it back left alone, with the reason as its rule.
CREATE TABLE import_fault (
  import_id BLOB NOT NULL,
  line INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'rejected' OR kind = 'warning' OR kind = 'kept'),
  rule TEXT NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY (import_id, line, kind, rule, field)
) STRICT, WITHOUT ROWID;
