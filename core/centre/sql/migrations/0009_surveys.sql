-- Survey rounds (满意度调查), their answers and what is done about them. They belong to nobody and stay in the hall that asks: what somebody
-- said of one hall does not go to another with the person.

INSERT INTO ow.kind (n, word, parents) VALUES (19, 'survey_round', '{}'), (20, 'survey_answer', '{}'), (21, 'survey_task', '{}');
INSERT INTO ow.merge_rule (kind, field, rule) VALUES
  (19, 'state', 'guard'), (19, 'hall', 'move'), (19, 'name', 'move'), (19, 'questionnaire', 'move'), (19, 'questionnaire_version', 'move'),
  (19, 'drawn_from', 'move'), (19, 'segment', 'move'), (19, 'seed', 'move'), (19, 'frame_size', 'move'), (19, 'drawn_count', 'move'),
  (19, 'drawn', 'move'), (19, 'channels', 'move'), (19, 'opened_at', 'move'), (19, 'closes_at', 'move'), (19, 'created_by', 'move'),
  (19, 'closed_at', 'move'), (19, 'closed_by', 'move'), (21, 'state', 'guard'), (21, 'round_id', 'move'), (21, 'answer_id', 'move'),
  (21, 'common_id', 'move'), (21, 'kind', 'move'), (21, 'title', 'move'), (21, 'text', 'move'), (21, 'assignee_id', 'move'),
  (21, 'due_at', 'move'), (21, 'opened_at', 'move'), (21, 'opened_by', 'move'), (21, 'result', 'move'), (21, 'done_at', 'move'),
  (21, 'closed_by', 'move');
