-- Queue tickets (排队号), and what is written about scorecards: published counts, signatures, comments, targets, reported figures. What is
-- written about scorecards stands in the hall and in its district, which adds it up; a ticket stays in the hall.

INSERT INTO ow.kind (n, word, parents) VALUES (22, 'ticket', '{}'), (23, 'published_scorecard', '{}'), (24, 'scorecard_signoff', '{}'),
  (25, 'scorecard_comment', '{}'), (26, 'indicator_target', '{}'), (27, 'reported_figure', '{}');
INSERT INTO ow.merge_rule (kind, field, rule) VALUES
  (22, 'state', 'guard'), (22, 'hall', 'move'), (22, 'number', 'move'), (22, 'queue', 'move'), (22, 'priority', 'move'), (22, 'issued_at', 'move'),
  (22, 'called_at', 'move'), (22, 'calls', 'move'), (22, 'window', 'move'), (22, 'clerk_id', 'move'), (22, 'arrived_at', 'move'),
  (22, 'ended_at', 'move');

-- A district or province that adds up and does not look at cases.
ALTER TABLE ow.route ADD COLUMN figures_only boolean NOT NULL DEFAULT false CHECK (NOT figures_only OR department IS NULL);
