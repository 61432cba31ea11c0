-- The loop that a bad rating opens (差评闭环).
CREATE TABLE rating_review (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  rating_id BLOB NOT NULL,
  case_id BLOB,
  party_id BLOB,
  service_id BLOB,
  hall TEXT,
  window TEXT,
  clerk_id BLOB,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
  opened_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  last_event_at INTEGER NOT NULL,
  assignee_id BLOB,
  verify_due_at INTEGER,
  rectify_due_at INTEGER,
  call_back_due_at INTEGER,
  verdict TEXT,
  verified_by BLOB,
  verified_at INTEGER,
  finding TEXT,
  decided_by BLOB,
  decided_at INTEGER,
  decision TEXT,
  measure TEXT,
  reply TEXT,
  replied_at INTEGER,
  called_back_by BLOB,
  called_back_at INTEGER,
  call_back_level INTEGER CHECK (call_back_level BETWEEN 1 AND 5),
  call_back_note TEXT,
  closed_at INTEGER,
  rev INTEGER,
  digest INTEGER,
  scopes INTEGER,
  rest TEXT
) STRICT;
CREATE INDEX rating_review_open ON rating_review (opened_at, n) WHERE closed_at IS NULL;
CREATE INDEX rating_review_by_time ON rating_review (opened_at, n);
CREATE INDEX rating_review_of_rating ON rating_review (rating_id);

-- A review that voids its rating takes it out of the figures, and every review is one.
CREATE TRIGGER tally_review_new AFTER INSERT ON rating_review WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  DELETE FROM tally_day WHERE source = 'review' AND day BETWEEN new.opened_at / 86400000 - 1 AND new.opened_at / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'rating' AND day BETWEEN (SELECT at FROM rating WHERE id = new.rating_id) / 86400000 - 1
    AND (SELECT at FROM rating WHERE id = new.rating_id) / 86400000 + 1;
END;
CREATE TRIGGER tally_review_gone AFTER DELETE ON rating_review WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  DELETE FROM tally_day WHERE source = 'review' AND day BETWEEN old.opened_at / 86400000 - 1 AND old.opened_at / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'rating' AND day BETWEEN (SELECT at FROM rating WHERE id = old.rating_id) / 86400000 - 1
    AND (SELECT at FROM rating WHERE id = old.rating_id) / 86400000 + 1;
END;
CREATE TRIGGER tally_review_changed AFTER UPDATE ON rating_review WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  DELETE FROM tally_day WHERE source = 'review' AND day BETWEEN old.opened_at / 86400000 - 1 AND old.opened_at / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'review' AND day BETWEEN new.opened_at / 86400000 - 1 AND new.opened_at / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'rating' AND day BETWEEN (SELECT at FROM rating WHERE id = new.rating_id) / 86400000 - 1
    AND (SELECT at FROM rating WHERE id = new.rating_id) / 86400000 + 1;
END;
