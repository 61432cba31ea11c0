-- Scorecards count two things more of a case that ended (see 0006 and 0010): whether a correction of its materials was asked for (补正告知书),
-- and what part of the legal limit it took (case_speed: the same cases, by the same moment).
DROP TRIGGER tally_case_new;
DROP TRIGGER tally_case_gone;
DROP TRIGGER tally_case_changed;
DROP TRIGGER tally_service_changed;
DROP TRIGGER tally_rating_changed;
DROP TRIGGER tally_review_changed;

CREATE TRIGGER tally_case_new AFTER INSERT ON case_record WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  INSERT INTO tally_came VALUES ('case_opened', new.n, new.opened_at), ('case_due', new.n, new.due_at),
    ('case_closed', new.n, new.closed_at), ('case_speed', new.n, new.closed_at);
END;
CREATE TRIGGER tally_case_gone AFTER DELETE ON case_record WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  INSERT INTO tally_went VALUES ('case_opened', old.n, old.opened_at), ('case_due', old.n, old.due_at),
    ('case_closed', old.n, old.closed_at), ('case_speed', old.n, old.closed_at);
END;
CREATE TRIGGER tally_case_changed AFTER UPDATE ON case_record WHEN EXISTS (SELECT 1 FROM tally_day)
  AND (new.service_id, new.state, new.outcome, new.channel, new.window, new.owner_id, new.opened_at, new.accepted_at, new.due_at,
    new.closed_at, new.reopened_count, new.source, new.division_code, new.jurisdiction)
  IS NOT (old.service_id, old.state, old.outcome, old.channel, old.window, old.owner_id, old.opened_at, old.accepted_at, old.due_at,
    old.closed_at, old.reopened_count, old.source, old.division_code, old.jurisdiction) BEGIN
  INSERT INTO tally_went VALUES ('case_opened', old.n, old.opened_at), ('case_due', old.n, old.due_at),
    ('case_closed', old.n, old.closed_at), ('case_speed', old.n, old.closed_at);
  INSERT INTO tally_came VALUES ('case_opened', new.n, new.opened_at), ('case_due', new.n, new.due_at),
    ('case_closed', new.n, new.closed_at), ('case_speed', new.n, new.closed_at);
END;

-- The notice mostly comes long before the end of its case; from another desk it may come after.
CREATE TRIGGER tally_notice_new AFTER INSERT ON official_document
  WHEN new.type = 'correction_notice' AND EXISTS (SELECT 1 FROM tally_day) BEGIN
  INSERT INTO tally_touched SELECT 'case_closed', n, closed_at FROM case_record WHERE id = new.case_id;
END;
CREATE TRIGGER tally_notice_gone AFTER DELETE ON official_document
  WHEN old.type = 'correction_notice' AND EXISTS (SELECT 1 FROM tally_day) BEGIN
  INSERT INTO tally_touched SELECT 'case_closed', n, closed_at FROM case_record WHERE id = old.case_id;
END;
CREATE TRIGGER tally_notice_changed AFTER UPDATE ON official_document
  WHEN (new.case_id, new.type) IS NOT (old.case_id, old.type) AND EXISTS (SELECT 1 FROM tally_day) BEGIN
  INSERT INTO tally_touched SELECT 'case_closed', n, closed_at FROM case_record WHERE id IN (old.case_id, new.case_id);
END;

-- A service names the department of its cases and the limit that the law sets them.
CREATE TRIGGER tally_service_changed AFTER UPDATE ON service WHEN EXISTS (SELECT 1 FROM tally_day)
  AND (new.department, new.case_type, new.statutory_amount, new.statutory_unit)
  IS NOT (old.department, old.case_type, old.statutory_amount, old.statutory_unit) BEGIN
  DELETE FROM tally_day;
END;

-- What was said of another hall is counted there.
CREATE TRIGGER tally_rating_changed AFTER UPDATE ON rating WHEN EXISTS (SELECT 1 FROM tally_day)
  AND (new.at, new.case_id, new.interaction_id, new.channel, new.level, new.is_active, new.service_id, new.window, new.clerk_id,
    new.reasons, new.nth, new.seal, new.hall)
  IS NOT (old.at, old.case_id, old.interaction_id, old.channel, old.level, old.is_active, old.service_id, old.window, old.clerk_id,
    old.reasons, old.nth, old.seal, old.hall) BEGIN
  INSERT INTO tally_went VALUES ('rating', old.n, old.at);
  INSERT INTO tally_came VALUES ('rating', new.n, new.at);
END;
CREATE TRIGGER tally_review_changed AFTER UPDATE ON rating_review WHEN EXISTS (SELECT 1 FROM tally_day)
  AND (new.rating_id, new.case_id, new.service_id, new.window, new.clerk_id, new.level, new.opened_at, new.state, new.verify_due_at,
    new.rectify_due_at, new.call_back_due_at, new.verdict, new.verified_at, new.replied_at, new.called_back_at,
    new.call_back_level, new.hall)
  IS NOT (old.rating_id, old.case_id, old.service_id, old.window, old.clerk_id, old.level, old.opened_at, old.state, old.verify_due_at,
    old.rectify_due_at, old.call_back_due_at, old.verdict, old.verified_at, old.replied_at, old.called_back_at,
    old.call_back_level, old.hall) BEGIN
  INSERT INTO tally_went VALUES ('review', old.n, old.opened_at), ('review_verify_due', old.n, old.verify_settled_at),
    ('review_reply_due', old.n, old.reply_settled_at), ('review_call_back_due', old.n, old.call_back_settled_at);
  INSERT INTO tally_came VALUES ('review', new.n, new.opened_at), ('review_verify_due', new.n, new.verify_settled_at),
    ('review_reply_due', new.n, new.reply_settled_at), ('review_call_back_due', new.n, new.call_back_settled_at);
  INSERT INTO tally_touched SELECT 'rating', n, at FROM rating WHERE id IN (old.rating_id, new.rating_id)
    AND (old.rating_id, old.state = 'voided') IS NOT (new.rating_id, new.state = 'voided');
END;
