-- Who may write about scorecards and move tickets: core/domain/scorecard_rules.h is the same in C++.

-- The rule that such an operation breaks, or null. What is written about a scorecard is a supervisor's, in his own name, and final; what says
-- whose it is says the hall of the desk, for a district adds up by it. Counts alone may go: newer ones of the hall's month take their place.
-- p_held: what stands, as far as the desk may see it.
DROP FUNCTION IF EXISTS ow.scorecard_refusal(ow.asking, ow.given);
CREATE OR REPLACE FUNCTION ow.scorecard_refusal(p_asking ow.asking, p_o ow.given, p_held jsonb) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  c jsonb := p_o.changes;
BEGIN
  IF p_o.entity = 'ticket' THEN
    IF p_o.kind = 'create' THEN RETURN CASE WHEN c ->> 'state' = 'waiting' THEN NULL ELSE 'malformed' END; END IF;
    IF p_o.kind <> 'transition' THEN RETURN 'ticket_by_steps'; END IF;
    RETURN CASE WHEN p_o.author IS NULL THEN 'not_your_right' END;
  END IF;
  IF p_o.kind = 'erase' AND p_o.entity = 'published_scorecard' THEN
    c := p_held;
  ELSIF p_o.kind <> 'append' THEN
    RETURN 'record_is_final';
  END IF;
  -- How long tasks take is measured at every window.
  IF p_o.author IS NULL OR NOT (p_o.entity = 'reported_figure' AND starts_with(coalesce(c ->> 'series', ''), 'task.'))
     AND NOT EXISTS (SELECT FROM staff s WHERE s.id = p_o.author AND s.role = 'supervisor') THEN RETURN 'not_your_right'; END IF;
  IF p_o.kind = 'append' AND c ->> 'author_id' IS DISTINCT FROM p_o.author::text THEN RETURN 'not_in_own_name'; END IF;
  IF c IS NOT NULL AND c ->> 'hall' IS DISTINCT FROM (SELECT s.name FROM scope s WHERE s.n = p_asking.home) THEN RETURN 'not_your_hall'; END IF;
  RETURN NULL;
END
$$;
