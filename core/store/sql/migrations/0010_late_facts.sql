-- What scorecards count, kept by day (see 0006): a day now keeps the instants between which it lies, so that a row that changes throws away
-- that one day; and what has only been added to a kept day is noted beside it (tally_late), so that whoever looks counts that alone.
DROP TRIGGER tally_case_new;
DROP TRIGGER tally_case_gone;
DROP TRIGGER tally_case_changed;
DROP TRIGGER tally_rating_new;
DROP TRIGGER tally_rating_gone;
DROP TRIGGER tally_rating_changed;
DROP TRIGGER tally_visit_new;
DROP TRIGGER tally_visit_gone;
DROP TRIGGER tally_visit_changed;
DROP TRIGGER tally_service_changed;
DROP TRIGGER tally_review_new;
DROP TRIGGER tally_review_gone;
DROP TRIGGER tally_review_changed;
DROP TABLE tally_day;
DELETE FROM tally;

CREATE TABLE tally_day (
  source TEXT NOT NULL,
  day INTEGER NOT NULL,
  vocabulary INTEGER NOT NULL,
  begins_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL CHECK (begins_at < ends_at),  -- up to there it is counted
  PRIMARY KEY (source, day)
) STRICT, WITHOUT ROWID;
-- Facts of a kept day of which its tally is behind: new ones are not in it, rated ones stand in it as if nobody had rated them and have
-- changed in nothing else.
CREATE TABLE tally_late (
  source TEXT NOT NULL,
  n INTEGER NOT NULL,
  day INTEGER NOT NULL,
  how TEXT NOT NULL CHECK (how = 'new' OR how = 'rated'),
  PRIMARY KEY (source, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX tally_late_by_day ON tally_late (source, day);
CREATE TRIGGER tally_day_goes AFTER DELETE ON tally_day BEGIN
  DELETE FROM tally WHERE source = old.source AND day = old.day
    AND split IN ('all', 'service', 'department', 'window', 'channel', 'clerk', 'division');
  DELETE FROM tally_late WHERE source = old.source AND day = old.day;
END;

-- What the triggers below say of a fact; nothing is ever in these. A day of any zone lies within one of UTC's on either side.
CREATE VIEW tally_noted AS SELECT '' AS source, 0 AS n, 0 AS at, '' AS how WHERE 0;
CREATE TRIGGER tally_noted_in INSTEAD OF INSERT ON tally_noted WHEN new.at IS NOT NULL BEGIN
  INSERT OR IGNORE INTO tally_late SELECT new.source, new.n, d.day, new.how FROM tally_day d WHERE d.source = new.source
    AND d.day BETWEEN new.at / 86400000 - 1 AND new.at / 86400000 + 1 AND d.begins_at <= new.at AND new.at < d.ends_at;
END;
-- It is there now, at that moment:
CREATE VIEW tally_came AS SELECT '' AS source, 0 AS n, 0 AS at WHERE 0;
CREATE TRIGGER tally_came_in INSTEAD OF INSERT ON tally_came BEGIN
  INSERT INTO tally_noted VALUES (new.source, new.n, new.at, 'new');
END;
-- Nobody had rated it, now somebody has:
CREATE VIEW tally_rated AS SELECT '' AS source, 0 AS n, 0 AS at WHERE 0;
CREATE TRIGGER tally_rated_in INSTEAD OF INSERT ON tally_rated BEGIN
  INSERT INTO tally_noted VALUES (new.source, new.n, new.at, 'rated');
END;
-- It changed where it is: a day that had counted it goes.
CREATE VIEW tally_touched AS SELECT '' AS source, 0 AS n, 0 AS at WHERE 0;
CREATE TRIGGER tally_touched_in INSTEAD OF INSERT ON tally_touched WHEN new.at IS NOT NULL BEGIN
  DELETE FROM tally_day WHERE source = new.source AND day BETWEEN new.at / 86400000 - 1 AND new.at / 86400000 + 1
    AND begins_at <= new.at AND new.at < ends_at
    AND NOT EXISTS (SELECT 1 FROM tally_late l WHERE l.source = new.source AND l.n = new.n AND l.how = 'new');
END;
-- It was there, at that moment:
CREATE VIEW tally_went AS SELECT '' AS source, 0 AS n, 0 AS at WHERE 0;
CREATE TRIGGER tally_went_in INSTEAD OF INSERT ON tally_went WHEN new.at IS NOT NULL BEGIN
  INSERT INTO tally_touched VALUES (new.source, new.n, new.at);
  DELETE FROM tally_late WHERE source = new.source AND n = new.n;
END;

-- When it was settled whether a step of a review is in time: done, or its limit over. A rating that was voided is owed no answer.
ALTER TABLE rating_review ADD COLUMN verify_settled_at INTEGER
  AS (coalesce(min(verified_at, verify_due_at), verified_at, verify_due_at)) VIRTUAL;
ALTER TABLE rating_review ADD COLUMN reply_settled_at INTEGER
  AS (CASE WHEN state <> 'voided' THEN coalesce(min(replied_at, rectify_due_at), replied_at, rectify_due_at) END) VIRTUAL;
ALTER TABLE rating_review ADD COLUMN call_back_settled_at INTEGER
  AS (coalesce(min(called_back_at, call_back_due_at), called_back_at, call_back_due_at)) VIRTUAL;
CREATE INDEX rating_review_by_verify ON rating_review (verify_settled_at, n) WHERE verify_settled_at IS NOT NULL;
CREATE INDEX rating_review_by_reply ON rating_review (reply_settled_at, n) WHERE reply_settled_at IS NOT NULL;
CREATE INDEX rating_review_by_call_back ON rating_review (call_back_settled_at, n) WHERE call_back_settled_at IS NOT NULL;
CREATE INDEX rating_review_of_case ON rating_review (case_id) WHERE case_id IS NOT NULL;

-- The first filling of a store meets an empty tally_day and is not held up. What the centre notes beside a row (rev, digest, scopes) is
-- not counted: a row that is settled throws nothing away.
CREATE TRIGGER tally_case_new AFTER INSERT ON case_record WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  INSERT INTO tally_came VALUES ('case_opened', new.n, new.opened_at), ('case_due', new.n, new.due_at),
    ('case_closed', new.n, new.closed_at);
END;
CREATE TRIGGER tally_case_gone AFTER DELETE ON case_record WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  INSERT INTO tally_went VALUES ('case_opened', old.n, old.opened_at), ('case_due', old.n, old.due_at),
    ('case_closed', old.n, old.closed_at);
END;
CREATE TRIGGER tally_case_changed AFTER UPDATE ON case_record WHEN EXISTS (SELECT 1 FROM tally_day)
  AND (new.service_id, new.state, new.outcome, new.channel, new.window, new.owner_id, new.opened_at, new.accepted_at, new.due_at,
    new.closed_at, new.reopened_count, new.source, new.division_code, new.jurisdiction)
  IS NOT (old.service_id, old.state, old.outcome, old.channel, old.window, old.owner_id, old.opened_at, old.accepted_at, old.due_at,
    old.closed_at, old.reopened_count, old.source, old.division_code, old.jurisdiction) BEGIN
  INSERT INTO tally_went VALUES ('case_opened', old.n, old.opened_at), ('case_due', old.n, old.due_at),
    ('case_closed', old.n, old.closed_at);
  INSERT INTO tally_came VALUES ('case_opened', new.n, new.opened_at), ('case_due', new.n, new.due_at),
    ('case_closed', new.n, new.closed_at);
END;
-- Ratings, visits and reviews have the service and the division of their case, and of the centre's rows any may come first.
CREATE VIEW tally_of_case AS SELECT case_id, 'rating' AS source, n, at FROM rating
  UNION ALL SELECT case_id, 'visit', n, at FROM interaction
  UNION ALL SELECT case_id, 'review', n, opened_at FROM rating_review
  UNION ALL SELECT case_id, 'review_verify_due', n, verify_settled_at FROM rating_review
  UNION ALL SELECT case_id, 'review_reply_due', n, reply_settled_at FROM rating_review
  UNION ALL SELECT case_id, 'review_call_back_due', n, call_back_settled_at FROM rating_review;
CREATE TRIGGER tally_case_known AFTER INSERT ON case_record WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  INSERT INTO tally_touched SELECT source, n, at FROM tally_of_case WHERE case_id = new.id;
END;
CREATE TRIGGER tally_case_unknown AFTER DELETE ON case_record WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  INSERT INTO tally_touched SELECT source, n, at FROM tally_of_case WHERE case_id = old.id;
END;
CREATE TRIGGER tally_case_moved AFTER UPDATE ON case_record WHEN EXISTS (SELECT 1 FROM tally_day)
  AND (new.service_id, new.division_code) IS NOT (old.service_id, old.division_code) BEGIN
  INSERT INTO tally_touched SELECT source, n, at FROM tally_of_case WHERE case_id = new.id;
END;

-- A rating also says of its visit, or of its matter, that it was rated.
CREATE TRIGGER tally_rating_new AFTER INSERT ON rating WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  INSERT INTO tally_came VALUES ('rating', new.n, new.at);
  INSERT INTO tally_rated SELECT 'visit', i.n, i.at FROM interaction i WHERE i.id = new.interaction_id AND new.is_active = 1
    AND NOT EXISTS (SELECT 1 FROM rating r WHERE r.interaction_id = i.id AND r.is_active = 1 AND r.n <> new.n);
  INSERT INTO tally_rated SELECT 'case_closed', c.n, c.closed_at FROM case_record c
    WHERE c.id = new.case_id AND new.interaction_id IS NULL AND new.is_active = 1
    AND NOT EXISTS (SELECT 1 FROM rating r WHERE r.case_id = c.id AND r.interaction_id IS NULL AND r.is_active = 1 AND r.n <> new.n);
END;
CREATE TRIGGER tally_rating_gone AFTER DELETE ON rating WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  INSERT INTO tally_went VALUES ('rating', old.n, old.at);
  INSERT INTO tally_touched SELECT 'visit', i.n, i.at FROM interaction i WHERE i.id = old.interaction_id AND old.is_active = 1;
  INSERT INTO tally_touched SELECT 'case_closed', c.n, c.closed_at FROM case_record c
    WHERE c.id = old.case_id AND old.interaction_id IS NULL AND old.is_active = 1;
END;
CREATE TRIGGER tally_rating_changed AFTER UPDATE ON rating WHEN EXISTS (SELECT 1 FROM tally_day)
  AND (new.at, new.case_id, new.interaction_id, new.channel, new.level, new.is_active, new.service_id, new.window, new.clerk_id,
    new.reasons, new.nth, new.seal)
  IS NOT (old.at, old.case_id, old.interaction_id, old.channel, old.level, old.is_active, old.service_id, old.window, old.clerk_id,
    old.reasons, old.nth, old.seal) BEGIN
  INSERT INTO tally_went VALUES ('rating', old.n, old.at);
  INSERT INTO tally_came VALUES ('rating', new.n, new.at);
END;
CREATE TRIGGER tally_rating_moved AFTER UPDATE ON rating WHEN EXISTS (SELECT 1 FROM tally_day)
  AND (new.case_id, new.interaction_id, new.is_active) IS NOT (old.case_id, old.interaction_id, old.is_active) BEGIN
  INSERT INTO tally_touched SELECT 'visit', i.n, i.at FROM interaction i WHERE i.id = old.interaction_id AND old.is_active = 1;
  INSERT INTO tally_touched SELECT 'case_closed', c.n, c.closed_at FROM case_record c
    WHERE c.id = old.case_id AND old.interaction_id IS NULL AND old.is_active = 1;
  INSERT INTO tally_touched SELECT 'visit', i.n, i.at FROM interaction i WHERE i.id = new.interaction_id AND new.is_active = 1;
  INSERT INTO tally_touched SELECT 'case_closed', c.n, c.closed_at FROM case_record c
    WHERE c.id = new.case_id AND new.interaction_id IS NULL AND new.is_active = 1;
END;

CREATE TRIGGER tally_visit_new AFTER INSERT ON interaction WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  INSERT INTO tally_came VALUES ('visit', new.n, new.at);
END;
CREATE TRIGGER tally_visit_gone AFTER DELETE ON interaction WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  INSERT INTO tally_went VALUES ('visit', old.n, old.at);
END;
CREATE TRIGGER tally_visit_changed AFTER UPDATE ON interaction WHEN EXISTS (SELECT 1 FROM tally_day)
  AND (new.at, new.case_id, new.channel, new.direction, new.clerk_id, new.window)
  IS NOT (old.at, old.case_id, old.channel, old.direction, old.clerk_id, old.window) BEGIN
  INSERT INTO tally_went VALUES ('visit', old.n, old.at);
  INSERT INTO tally_came VALUES ('visit', new.n, new.at);
END;

-- A review that voids its rating takes it out of the figures.
CREATE TRIGGER tally_review_new AFTER INSERT ON rating_review WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  INSERT INTO tally_came VALUES ('review', new.n, new.opened_at), ('review_verify_due', new.n, new.verify_settled_at),
    ('review_reply_due', new.n, new.reply_settled_at), ('review_call_back_due', new.n, new.call_back_settled_at);
  INSERT INTO tally_touched SELECT 'rating', n, at FROM rating WHERE id = new.rating_id AND new.state = 'voided';
END;
CREATE TRIGGER tally_review_gone AFTER DELETE ON rating_review WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  INSERT INTO tally_went VALUES ('review', old.n, old.opened_at), ('review_verify_due', old.n, old.verify_settled_at),
    ('review_reply_due', old.n, old.reply_settled_at), ('review_call_back_due', old.n, old.call_back_settled_at);
  INSERT INTO tally_touched SELECT 'rating', n, at FROM rating WHERE id = old.rating_id AND old.state = 'voided';
END;
CREATE TRIGGER tally_review_changed AFTER UPDATE ON rating_review WHEN EXISTS (SELECT 1 FROM tally_day)
  AND (new.rating_id, new.case_id, new.service_id, new.window, new.clerk_id, new.level, new.opened_at, new.state, new.verify_due_at,
    new.rectify_due_at, new.call_back_due_at, new.verdict, new.verified_at, new.replied_at, new.called_back_at,
    new.call_back_level)
  IS NOT (old.rating_id, old.case_id, old.service_id, old.window, old.clerk_id, old.level, old.opened_at, old.state, old.verify_due_at,
    old.rectify_due_at, old.call_back_due_at, old.verdict, old.verified_at, old.replied_at, old.called_back_at,
    old.call_back_level) BEGIN
  INSERT INTO tally_went VALUES ('review', old.n, old.opened_at), ('review_verify_due', old.n, old.verify_settled_at),
    ('review_reply_due', old.n, old.reply_settled_at), ('review_call_back_due', old.n, old.call_back_settled_at);
  INSERT INTO tally_came VALUES ('review', new.n, new.opened_at), ('review_verify_due', new.n, new.verify_settled_at),
    ('review_reply_due', new.n, new.reply_settled_at), ('review_call_back_due', new.n, new.call_back_settled_at);
  INSERT INTO tally_touched SELECT 'rating', n, at FROM rating WHERE id IN (old.rating_id, new.rating_id)
    AND (old.rating_id, old.state = 'voided') IS NOT (new.rating_id, new.state = 'voided');
END;

-- A service names the department of its cases.
CREATE TRIGGER tally_service_changed AFTER UPDATE ON service WHEN EXISTS (SELECT 1 FROM tally_day)
  AND (new.department, new.case_type) IS NOT (old.department, old.case_type) BEGIN
  DELETE FROM tally_day;
END;
CREATE TRIGGER tally_service_gone AFTER DELETE ON service WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  DELETE FROM tally_day;
END;
-- Services that facts were counted under before the service itself had come.
CREATE TABLE tally_unknown (service_id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER tally_service_new AFTER INSERT ON service WHEN EXISTS (SELECT 1 FROM tally_unknown WHERE service_id = new.id) BEGIN
  DELETE FROM tally_day;
  DELETE FROM tally_unknown;
END;

-- How long what is open has been open.
CREATE INDEX case_open_by_age ON case_record (opened_at, service_id, due_at, jurisdiction, closed_at) WHERE closed_at IS NULL;
