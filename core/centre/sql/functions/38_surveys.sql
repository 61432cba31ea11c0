-- Who may what with a survey round: core/sync/README.md says it, core/domain/survey_rules.h is the same in C++.

-- The rule that an operation on a survey round, answer or task breaks, or null. p_held: the one that is there and that the desk may see. A step
-- says its values as [before, after].
CREATE OR REPLACE FUNCTION ow.survey_refusal(p_o ow.given, p_held jsonb) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  c jsonb := p_o.changes;
  leads boolean := EXISTS (SELECT FROM staff s WHERE s.id = p_o.author AND s.role = 'supervisor');
BEGIN
  IF p_o.entity = 'survey_answer' THEN RETURN CASE WHEN p_o.kind = 'append' THEN NULL ELSE 'answer_is_final' END; END IF;
  IF p_o.kind = 'create' THEN
    IF NOT leads THEN RETURN 'not_your_right'; END IF;
    RETURN CASE WHEN c ->> 'state' = 'open' OR p_o.entity = 'survey_task' AND c ->> 'state' = 'joined' THEN NULL ELSE 'malformed' END;
  END IF;
  IF p_o.kind <> 'transition' THEN RETURN 'survey_by_steps'; END IF;
  IF leads OR p_o.entity = 'survey_task' AND p_held ->> 'assignee_id' = p_o.author::text AND c ? 'state' THEN RETURN NULL; END IF;
  RETURN 'not_your_right';
END
$$;
