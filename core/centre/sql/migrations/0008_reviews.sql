-- Reviews of bad ratings (差评闭环): every step is a transition, which takes along what belongs to it.

INSERT INTO ow.kind (n, word, parents) VALUES (18, 'rating_review', '{party_id,case_id}');
INSERT INTO ow.merge_rule (kind, field, rule) VALUES
  (18, 'state', 'guard'), (18, 'last_event_at', 'greatest'), (18, 'rating_id', 'move'), (18, 'case_id', 'move'), (18, 'party_id', 'move'),
  (18, 'service_id', 'move'), (18, 'hall', 'move'), (18, 'window', 'move'), (18, 'clerk_id', 'move'), (18, 'level', 'move'), (18, 'opened_at', 'move'),
  (18, 'assignee_id', 'move'), (18, 'verify_due_at', 'move'), (18, 'rectify_due_at', 'move'), (18, 'call_back_due_at', 'move'),
  (18, 'verdict', 'move'), (18, 'verified_by', 'move'), (18, 'verified_at', 'move'), (18, 'finding', 'move'), (18, 'decided_by', 'move'),
  (18, 'decided_at', 'move'), (18, 'decision', 'move'), (18, 'measure', 'move'), (18, 'reply', 'move'), (18, 'replied_at', 'move'),
  (18, 'called_back_by', 'move'), (18, 'called_back_at', 'move'), (18, 'call_back_level', 'move'), (18, 'call_back_note', 'move'),
  (18, 'closed_at', 'move');
