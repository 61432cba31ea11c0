-- Queue tickets (排队号), and what is written about scorecards: published counts, signatures, comments, targets, reported figures.
CREATE TABLE ticket (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  hall TEXT NOT NULL,
  number TEXT NOT NULL,
  queue TEXT NOT NULL,
  priority TEXT NOT NULL,
  issued_at INTEGER NOT NULL,
  called_at INTEGER,
  calls INTEGER NOT NULL CHECK (calls >= 0),
  window TEXT,
  clerk_id BLOB,
  arrived_at INTEGER,
  ended_at INTEGER,
  state TEXT NOT NULL,
  rev INTEGER,
  digest INTEGER,
  scopes INTEGER,
  rest TEXT
) STRICT;
CREATE INDEX ticket_by_time ON ticket (issued_at, n);
CREATE INDEX ticket_open ON ticket (state, issued_at) WHERE state IN ('waiting', 'called', 'serving');
CREATE INDEX ticket_ended ON ticket (ended_at, n) WHERE ended_at IS NOT NULL;

CREATE TABLE published_scorecard (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  hall TEXT NOT NULL,
  division TEXT NOT NULL,
  period TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  counts TEXT NOT NULL,
  author_id BLOB NOT NULL,
  rev INTEGER,
  digest INTEGER,
  scopes INTEGER,
  rest TEXT
) STRICT;
CREATE INDEX published_scorecard_of_period ON published_scorecard (period, hall, as_of);

CREATE TABLE scorecard_signoff (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  hall TEXT NOT NULL,
  division TEXT NOT NULL,
  period TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  registry TEXT NOT NULL,
  figures TEXT NOT NULL,
  note TEXT,
  signed_at INTEGER NOT NULL,
  author_id BLOB NOT NULL,
  rev INTEGER,
  digest INTEGER,
  scopes INTEGER,
  rest TEXT
) STRICT;
CREATE INDEX scorecard_signoff_of_period ON scorecard_signoff (period, hall, signed_at);

CREATE TABLE scorecard_comment (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  hall TEXT NOT NULL,
  period TEXT NOT NULL,
  indicator TEXT,
  text TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  author_id BLOB NOT NULL,
  rev INTEGER,
  digest INTEGER,
  scopes INTEGER,
  rest TEXT
) STRICT;
CREATE INDEX scorecard_comment_of_period ON scorecard_comment (hall, period, written_at);

CREATE TABLE indicator_target (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  hall TEXT NOT NULL,
  indicator TEXT NOT NULL,
  from_period TEXT NOT NULL,
  target_millionths INTEGER,
  floor_millionths INTEGER,
  note TEXT,
  set_at INTEGER NOT NULL,
  author_id BLOB NOT NULL,
  rev INTEGER,
  digest INTEGER,
  scopes INTEGER,
  rest TEXT
) STRICT;
CREATE INDEX indicator_target_of_hall ON indicator_target (hall, indicator, from_period, set_at);

CREATE TABLE reported_figure (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  hall TEXT NOT NULL,
  department TEXT,
  series TEXT NOT NULL,
  period TEXT NOT NULL,
  amount INTEGER NOT NULL,
  of_amount INTEGER,
  source TEXT NOT NULL,
  reported_at INTEGER NOT NULL,
  author_id BLOB NOT NULL,
  rev INTEGER,
  digest INTEGER,
  scopes INTEGER,
  rest TEXT
) STRICT;
CREATE INDEX reported_figure_of_period ON reported_figure (period, series, hall, reported_at);
