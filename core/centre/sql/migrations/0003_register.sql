-- Looks by hall, each chained to the one before it; the central search, its grants and its limits. Nothing wrote to ow.look so far.
-- One table and no monthly partitions: an offered look is told from one that is here by its id, for which a partitioned table has no index;
-- old lines go by hall and place, which the key is.

DROP TABLE ow.look;
CREATE TABLE ow.look (
  hall integer NOT NULL,
  n bigint NOT NULL CHECK (n >= 1),
  id uuid NOT NULL,
  at timestamptz NOT NULL,  -- by the desk's clock; the centre's for what the centre itself granted
  received_at timestamptz NOT NULL,
  desk uuid NOT NULL,
  staff uuid,
  -- proven: this session is theirs; staff: the desk says so, and they work here; unknown: the desk says so, and nobody knows them.
  author text NOT NULL CHECK (author IN ('proven', 'staff', 'unknown', 'nobody')),
  act text NOT NULL CHECK (act IN ('open', 'reveal', 'search', 'adopt', 'join', 'other')),
  subject text NOT NULL CHECK (length(subject) <= 400),
  purpose text NOT NULL CHECK (length(purpose) <= 64),
  party uuid,
  case_id uuid,
  prev bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (hall, n),
  UNIQUE (hall, id)
);
CREATE INDEX look_by_party ON ow.look (party, at) WHERE party IS NOT NULL;
CREATE INDEX look_by_staff ON ow.look (staff, at);
CREATE INDEX look_limited_by_desk ON ow.look (desk, act, received_at) WHERE act IN ('search', 'adopt');
CREATE INDEX look_limited_by_staff ON ow.look (staff, act, received_at) WHERE act IN ('search', 'adopt');
-- The end of each hall's chain; its lock orders those who append.
CREATE TABLE ow.look_head (
  hall integer PRIMARY KEY,
  n bigint NOT NULL,
  hash bytea NOT NULL
) WITH (fillfactor = 20);

-- What may be searched, once: written and committed before the search runs.
CREATE TABLE ow.search_grant (
  id uuid PRIMARY KEY,
  desk uuid NOT NULL,
  token_hash bytea NOT NULL,
  staff uuid,
  search_by text NOT NULL CHECK (search_by IN ('identifier', 'phone', 'name')),
  asked text[] NOT NULL,
  birth_date text,
  purpose text NOT NULL,
  granted_in xid8 NOT NULL,
  granted_at timestamptz NOT NULL,
  searched_at timestamptz,
  candidates uuid[]
);
CREATE INDEX search_grant_by_age ON ow.search_grant (granted_at);

ALTER TABLE ow.site ADD COLUMN searches_per_hour integer NOT NULL DEFAULT 30 CHECK (searches_per_hour >= 0);
ALTER TABLE ow.site ADD COLUMN searches_per_day integer NOT NULL DEFAULT 200 CHECK (searches_per_day >= 0);
ALTER TABLE ow.site ADD COLUMN adoptions_per_hour integer NOT NULL DEFAULT 20 CHECK (adoptions_per_hour >= 0);
