-- What scorecards count, kept by day: made of the rows when somebody looks, thrown away when a row of that day changes. Never synced,
-- and nothing is lost with it. A day is one of the place's zone, counted from 1970-01-01; a change of a row throws away the days that
-- its moment may belong to in any zone.

CREATE TABLE tally_day (
  source TEXT NOT NULL,
  day INTEGER NOT NULL,
  vocabulary INTEGER NOT NULL,
  PRIMARY KEY (source, day)
) STRICT, WITHOUT ROWID;
-- How many facts of that day, of that member of a split, meet exactly these conditions (core/insight/conditions.h).
CREATE TABLE tally (
  source TEXT NOT NULL,
  split TEXT NOT NULL,
  day INTEGER NOT NULL,
  member TEXT NOT NULL,
  conditions INTEGER NOT NULL,
  value INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n > 0),
  PRIMARY KEY (source, split, day, member, conditions, value)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER tally_day_goes AFTER DELETE ON tally_day BEGIN
  DELETE FROM tally WHERE source = old.source AND day = old.day AND split IN ('all', 'service', 'department', 'window', 'channel', 'clerk', 'division');
END;

CREATE INDEX case_by_due ON case_record (due_at, n) WHERE due_at IS NOT NULL;
CREATE INDEX interaction_visits ON interaction (at, n) WHERE direction = 'inbound' AND (channel = 'counter' OR channel = 'kiosk');

-- The first filling of a store meets an empty tally_day and is not held up.
CREATE TRIGGER tally_case_new AFTER INSERT ON case_record WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  DELETE FROM tally_day WHERE source = 'case_opened' AND day BETWEEN new.opened_at / 86400000 - 1 AND new.opened_at / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'case_due' AND day BETWEEN new.due_at / 86400000 - 1 AND new.due_at / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'case_closed' AND day BETWEEN new.closed_at / 86400000 - 1 AND new.closed_at / 86400000 + 1;
END;
CREATE TRIGGER tally_case_gone AFTER DELETE ON case_record WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  DELETE FROM tally_day WHERE source = 'case_opened' AND day BETWEEN old.opened_at / 86400000 - 1 AND old.opened_at / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'case_due' AND day BETWEEN old.due_at / 86400000 - 1 AND old.due_at / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'case_closed' AND day BETWEEN old.closed_at / 86400000 - 1 AND old.closed_at / 86400000 + 1;
END;
CREATE TRIGGER tally_case_changed AFTER UPDATE OF service_id, state, outcome, channel, window, owner_id, opened_at, accepted_at, due_at, closed_at,
  reopened_count, source, division_code, jurisdiction ON case_record WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  DELETE FROM tally_day WHERE source = 'case_opened' AND day BETWEEN old.opened_at / 86400000 - 1 AND old.opened_at / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'case_due' AND day BETWEEN old.due_at / 86400000 - 1 AND old.due_at / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'case_closed' AND day BETWEEN old.closed_at / 86400000 - 1 AND old.closed_at / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'case_opened' AND day BETWEEN new.opened_at / 86400000 - 1 AND new.opened_at / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'case_due' AND day BETWEEN new.due_at / 86400000 - 1 AND new.due_at / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'case_closed' AND day BETWEEN new.closed_at / 86400000 - 1 AND new.closed_at / 86400000 + 1;
END;

-- A rating also says of its visit, or of its matter, that it was rated.
CREATE TRIGGER tally_rating_new AFTER INSERT ON rating WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  DELETE FROM tally_day WHERE source = 'rating' AND day BETWEEN new.at / 86400000 - 1 AND new.at / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'visit' AND day BETWEEN (SELECT at FROM interaction WHERE id = new.interaction_id) / 86400000 - 1
    AND (SELECT at FROM interaction WHERE id = new.interaction_id) / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'case_closed' AND day BETWEEN (SELECT closed_at FROM case_record WHERE id = new.case_id) / 86400000 - 1
    AND (SELECT closed_at FROM case_record WHERE id = new.case_id) / 86400000 + 1;
END;
CREATE TRIGGER tally_rating_gone AFTER DELETE ON rating WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  DELETE FROM tally_day WHERE source = 'rating' AND day BETWEEN old.at / 86400000 - 1 AND old.at / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'visit' AND day BETWEEN (SELECT at FROM interaction WHERE id = old.interaction_id) / 86400000 - 1
    AND (SELECT at FROM interaction WHERE id = old.interaction_id) / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'case_closed' AND day BETWEEN (SELECT closed_at FROM case_record WHERE id = old.case_id) / 86400000 - 1
    AND (SELECT closed_at FROM case_record WHERE id = old.case_id) / 86400000 + 1;
END;
CREATE TRIGGER tally_rating_changed AFTER UPDATE ON rating WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  DELETE FROM tally_day WHERE source = 'rating' AND day BETWEEN old.at / 86400000 - 1 AND old.at / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'rating' AND day BETWEEN new.at / 86400000 - 1 AND new.at / 86400000 + 1;
END;

CREATE TRIGGER tally_visit_new AFTER INSERT ON interaction WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  DELETE FROM tally_day WHERE source = 'visit' AND day BETWEEN new.at / 86400000 - 1 AND new.at / 86400000 + 1;
END;
CREATE TRIGGER tally_visit_gone AFTER DELETE ON interaction WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  DELETE FROM tally_day WHERE source = 'visit' AND day BETWEEN old.at / 86400000 - 1 AND old.at / 86400000 + 1;
END;
CREATE TRIGGER tally_visit_changed AFTER UPDATE ON interaction WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  DELETE FROM tally_day WHERE source = 'visit' AND day BETWEEN old.at / 86400000 - 1 AND old.at / 86400000 + 1;
  DELETE FROM tally_day WHERE source = 'visit' AND day BETWEEN new.at / 86400000 - 1 AND new.at / 86400000 + 1;
END;
-- A service names the department of its cases.
CREATE TRIGGER tally_service_changed AFTER UPDATE OF department, case_type ON service WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  DELETE FROM tally_day;
END;
