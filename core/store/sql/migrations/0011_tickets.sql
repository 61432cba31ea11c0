-- Queue tickets, as scorecards count them (see 0006 and 0010), and the steps of one.
-- When service ended that was given: of whoever never came, or gave the number back, none was.
ALTER TABLE ticket ADD COLUMN handled_at INTEGER
  AS (CASE WHEN state = 'done' AND arrived_at IS NOT NULL THEN ended_at END) VIRTUAL;
CREATE INDEX ticket_by_call ON ticket (called_at, n) WHERE called_at IS NOT NULL;
CREATE INDEX ticket_by_service ON ticket (handled_at, n) WHERE handled_at IS NOT NULL;
CREATE INDEX operation_of_ticket ON operation (entity_id, seq) WHERE entity = 'ticket';

CREATE TRIGGER tally_ticket_new AFTER INSERT ON ticket WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  INSERT INTO tally_came VALUES ('ticket', new.n, new.issued_at), ('ticket_wait', new.n, new.called_at),
    ('ticket_handled', new.n, new.handled_at);
END;
CREATE TRIGGER tally_ticket_gone AFTER DELETE ON ticket WHEN EXISTS (SELECT 1 FROM tally_day) BEGIN
  INSERT INTO tally_went VALUES ('ticket', old.n, old.issued_at), ('ticket_wait', old.n, old.called_at),
    ('ticket_handled', old.n, old.handled_at);
END;
CREATE TRIGGER tally_ticket_changed AFTER UPDATE ON ticket WHEN EXISTS (SELECT 1 FROM tally_day)
  AND (new.priority, new.issued_at, new.called_at, new.window, new.clerk_id, new.arrived_at, new.ended_at, new.state)
  IS NOT (old.priority, old.issued_at, old.called_at, old.window, old.clerk_id, old.arrived_at, old.ended_at, old.state) BEGIN
  INSERT INTO tally_went VALUES ('ticket', old.n, old.issued_at), ('ticket_wait', old.n, old.called_at),
    ('ticket_handled', old.n, old.handled_at);
  INSERT INTO tally_came VALUES ('ticket', new.n, new.issued_at), ('ticket_wait', new.n, new.called_at),
    ('ticket_handled', new.n, new.handled_at);
END;
