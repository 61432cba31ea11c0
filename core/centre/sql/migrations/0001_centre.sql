-- The centre: what every desk has told it, by scope; who may ask; what became of each operation.
-- Whoever runs this is a member of ow_owner, which owns everything here and cannot log in. Desks have no right on any of it: they execute
-- functions of ow_api. Nothing here hinders a spread over shards by scope: every key begins with the scope, no foreign key crosses scopes,
-- nothing depends on transaction ids, triggers or notifications.

CREATE TABLE ow.migration (
  version integer PRIMARY KEY,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE ow.site (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  oldest_client integer NOT NULL DEFAULT 1
);
INSERT INTO ow.site DEFAULT VALUES;

-- Kinds of entity, by the words of core/domain/entity.h, and the fields that name what an entity belongs to (core/domain/merge.h).
CREATE TABLE ow.kind (
  n smallint PRIMARY KEY,
  word text NOT NULL UNIQUE,
  parents text[] NOT NULL DEFAULT '{}'
);
INSERT INTO ow.kind (n, word, parents) VALUES
  (1, 'party', '{}'), (2, 'identifier', '{party_id}'), (3, 'contact_point', '{party_id}'), (4, 'address', '{party_id}'),
  (5, 'relationship', '{from_party,to_party}'), (6, 'service', '{}'), (7, 'case', '{}'), (8, 'case_event', '{case_id}'),
  (9, 'case_link', '{from_case,to_case}'), (10, 'interaction', '{party_id,case_id}'), (11, 'rating', '{party_id,case_id}'),
  (12, 'staff', '{}'), (13, 'conflict', '{entity_id}'), (14, 'proposal', '{entity_id}');
-- Fields whose values are not rivals of each other.
CREATE TABLE ow.merge_rule (
  kind smallint NOT NULL REFERENCES ow.kind,
  field text NOT NULL,
  rule text NOT NULL CHECK (rule IN ('greatest', 'least', 'move', 'guard')),
  PRIMARY KEY (kind, field)
);
INSERT INTO ow.merge_rule (kind, field, rule) VALUES
  (1, 'registered_at', 'least'), (7, 'last_event_at', 'greatest'), (7, 'reopened_count', 'greatest'), (7, 'state', 'guard'),
  (7, 'accepted_at', 'move'), (7, 'decided_at', 'move'), (7, 'closed_at', 'move'), (7, 'outcome', 'move'),
  (13, 'state', 'guard'), (13, 'rivals', 'guard'), (14, 'state', 'guard');

-- Scopes: what desks subscribe to. The counter is locked late and held to the commit, so that positions appear in their order.
CREATE TABLE ow.scope (
  n integer PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('hall', 'department', 'district')),
  code text NOT NULL CHECK (length(code) BETWEEN 1 AND 64),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  pos bigint NOT NULL DEFAULT 0,
  row_count bigint NOT NULL DEFAULT 0 CHECK (row_count >= 0),
  digest bigint NOT NULL DEFAULT 0,
  collected_to bigint NOT NULL DEFAULT 0,
  UNIQUE (kind, code)
) WITH (fillfactor = 20);

-- One row per scope in which an entity stands, each with the whole body: nothing of a scope lies outside it. `gone` rows are tombstones.
CREATE TABLE ow.entity (
  scope integer NOT NULL,
  kind smallint NOT NULL,
  id uuid NOT NULL,
  pos bigint NOT NULL,
  rev bigint NOT NULL CHECK (rev >= 1),
  digest bigint NOT NULL,
  is_gone boolean NOT NULL,
  is_erased boolean NOT NULL DEFAULT false,
  parent_a uuid,
  parent_b uuid,
  body jsonb CHECK (jsonb_typeof(body) = 'object' AND octet_length(body::text) <= 1048576),
  PRIMARY KEY (scope, kind, id),
  CHECK (is_gone = (body IS NULL)),
  CHECK (is_gone OR kind <> 7 OR body ->> 'state' IS NULL OR body ->> 'state' IN ('received', 'accepted', 'in_review', 'decided', 'closed', 'returned', 'withdrawn'))
) WITH (fillfactor = 90);
CREATE INDEX entity_by_pos ON ow.entity (scope, pos);
CREATE INDEX entity_by_id ON ow.entity (id, kind);
CREATE INDEX entity_by_parent_a ON ow.entity (parent_a) WHERE parent_a IS NOT NULL;
CREATE INDEX entity_by_parent_b ON ow.entity (parent_b) WHERE parent_b IS NOT NULL;
-- Law 6: a case number is given once. Two halls cannot meet here: a number begins with its division and desk.
CREATE UNIQUE INDEX entity_case_number ON ow.entity (scope, (body ->> 'number')) WHERE kind = 7 AND NOT is_gone;
-- The central search: numbers exactly, people by name and day of birth.
CREATE INDEX entity_by_number ON ow.entity ((body ->> 'normal')) WHERE kind IN (2, 3) AND NOT is_gone;
CREATE INDEX entity_by_name ON ow.entity ((body ->> 'name'), (body ->> 'birth_date')) WHERE kind = 1 AND NOT is_gone;

-- Halls, desks, staff. Passwords of login roles are PostgreSQL's; secrets here are hashes of random bytes.
CREATE TABLE ow.hall (
  scope integer PRIMARY KEY REFERENCES ow.scope,
  division text NOT NULL CHECK (division ~ '^[0-9]{6}$'),
  jurisdiction text NOT NULL,
  login_role text NOT NULL
);
CREATE TABLE ow.desk (
  id uuid PRIMARY KEY,
  hall integer NOT NULL REFERENCES ow.hall,
  division text NOT NULL,
  code text NOT NULL CHECK (code ~ '^[0-9A-Z]{3}$'),
  window_name text NOT NULL,
  secret_hash bytea,
  enrol_hash bytea,
  sealed bytea,  -- what the desk needs to log in, sealed with the code that nobody keeps
  enrol_until timestamptz,
  enrolled_at timestamptz,
  revoked_at timestamptz,
  last_seen_at timestamptz,
  UNIQUE (division, code)
);
CREATE TABLE ow.desk_scope (
  desk uuid NOT NULL REFERENCES ow.desk,
  scope integer NOT NULL REFERENCES ow.scope,
  PRIMARY KEY (desk, scope)
);
CREATE TABLE ow.staff (
  id uuid PRIMARY KEY,
  login text NOT NULL UNIQUE CHECK (length(login) BETWEEN 1 AND 64),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  role text NOT NULL CHECK (role IN ('clerk', 'supervisor', 'auditor', 'system_administrator', 'security_administrator')),
  is_active boolean NOT NULL DEFAULT true,
  lease_days integer NOT NULL DEFAULT 14 CHECK (lease_days BETWEEN 1 AND 90)
);
CREATE TABLE ow.staff_hall (
  staff uuid NOT NULL REFERENCES ow.staff,
  hall integer NOT NULL REFERENCES ow.hall,
  PRIMARY KEY (staff, hall)
);
CREATE TABLE ow.session (
  token_hash bytea PRIMARY KEY,
  desk uuid NOT NULL REFERENCES ow.desk,
  staff uuid REFERENCES ow.staff,
  role_name text NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_by_expiry ON ow.session (expires_at);

-- What became of each operation; kept as long as a desk may offer it again.
CREATE TABLE ow.operation_log (
  id uuid PRIMARY KEY,
  n bigint GENERATED BY DEFAULT AS IDENTITY,  -- in the order of arrival
  content bytea NOT NULL,
  kind text NOT NULL,
  entity_kind smallint,
  entity_id uuid NOT NULL,
  desk uuid NOT NULL,
  desk_code text NOT NULL,
  author uuid,
  at bigint NOT NULL,
  received_at timestamptz NOT NULL,
  purpose text NOT NULL,
  changes jsonb NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('applied', 'merged', 'conflict', 'refused')),
  facts jsonb
);
CREATE INDEX operation_log_by_entity ON ow.operation_log (entity_id, id);

-- Epochs: one unbroken history each (system, timeline, database); where the histories parted; marks by which a desk knows its history.
CREATE TABLE ow.epoch (
  n integer PRIMARY KEY,
  system_id bigint NOT NULL,
  timeline integer NOT NULL,
  database_oid oid NOT NULL,
  opened_at timestamptz NOT NULL,
  reason text NOT NULL
);
CREATE TABLE ow.fork (
  epoch integer NOT NULL REFERENCES ow.epoch,
  scope integer NOT NULL,
  pos bigint NOT NULL,
  PRIMARY KEY (epoch, scope)
);
CREATE TABLE ow.anchor (
  n bigint PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  epoch integer NOT NULL REFERENCES ow.epoch,
  at timestamptz NOT NULL,
  heads jsonb NOT NULL
);

-- Who looked at whom, why: written and committed before anything of the look is sent.
CREATE TABLE ow.look (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  granted_in xid8 NOT NULL,
  desk uuid NOT NULL,
  staff uuid,
  act text NOT NULL,
  subject text NOT NULL,
  purpose text NOT NULL,
  party uuid
);
CREATE INDEX look_by_party ON ow.look (party, at);
CREATE INDEX look_by_staff ON ow.look (staff, at);
