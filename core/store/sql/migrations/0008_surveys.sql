-- Survey rounds (满意度调查): who was drawn, what they answered, what is done about it.
CREATE TABLE survey_round (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  hall TEXT NOT NULL,
  name TEXT NOT NULL,
  questionnaire TEXT NOT NULL,
  questionnaire_version TEXT NOT NULL,
  drawn_from TEXT NOT NULL,
  segment TEXT,
  seed TEXT,
  frame_size INTEGER,
  drawn_count INTEGER NOT NULL CHECK (drawn_count >= 0),
  drawn TEXT,
  channels TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  closes_at INTEGER,
  created_by BLOB NOT NULL,
  state TEXT NOT NULL,
  closed_at INTEGER,
  closed_by BLOB,
  rev INTEGER,
  digest INTEGER,
  scopes INTEGER,
  rest TEXT
) STRICT;
CREATE INDEX survey_round_by_time ON survey_round (opened_at, n);

CREATE TABLE survey_answer (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  round_id BLOB NOT NULL,
  place INTEGER CHECK (place >= 1),
  party_id BLOB,
  channel TEXT NOT NULL,
  reached TEXT NOT NULL,
  answers TEXT,
  text TEXT,
  answered_at INTEGER NOT NULL,
  taken_by BLOB,
  rev INTEGER,
  digest INTEGER,
  scopes INTEGER,
  rest TEXT
) STRICT;
CREATE INDEX survey_answer_of_round ON survey_answer (round_id, n);

CREATE TABLE survey_task (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  round_id BLOB NOT NULL,
  answer_id BLOB,
  common_id BLOB,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT,
  assignee_id BLOB,
  due_at INTEGER,
  opened_at INTEGER NOT NULL,
  opened_by BLOB NOT NULL,
  state TEXT NOT NULL,
  result TEXT,
  done_at INTEGER,
  closed_by BLOB,
  rev INTEGER,
  digest INTEGER,
  scopes INTEGER,
  rest TEXT
) STRICT;
CREATE INDEX survey_task_of_round ON survey_task (round_id, n);
CREATE INDEX survey_task_of_answer ON survey_task (answer_id) WHERE answer_id IS NOT NULL;
CREATE INDEX survey_task_of_common ON survey_task (common_id) WHERE common_id IS NOT NULL;
