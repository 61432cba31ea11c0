-- Who may say a rating: the citizen, on a pad that this very desk has registered; or a supervisor, of what comes from another system. Nobody
-- changes one, and only what came from elsewhere can be taken back. core/domain/rating_rules.h is the same in C++. The seal itself is looked
-- at outside, by whoever recounts the set: a server that checked it could also leave it.

CREATE OR REPLACE FUNCTION ow.is_whole(p_value jsonb, p_from bigint, p_to bigint) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT CASE WHEN jsonb_typeof(p_value) = 'number' AND p_value::text ~ '^-?[0-9]{1,18}$' THEN p_value::text::bigint BETWEEN p_from AND p_to ELSE false END
$$;

-- The rule that an operation on a rating breaks, or null. p_held: the rating that is there and that the desk may see.
CREATE OR REPLACE FUNCTION ow.rating_refusal(p_o ow.given, p_held jsonb) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  c jsonb := p_o.changes;
BEGIN
  IF p_o.kind = 'erase' THEN RETURN CASE WHEN p_held IS NULL OR p_held ? 'source' THEN NULL ELSE 'rating_is_final' END; END IF;
  IF p_o.kind <> 'append' THEN RETURN 'rating_is_final'; END IF;
  IF NOT is_whole(c -> 'level', 1, 5) THEN RETURN 'malformed'; END IF;
  IF c ? 'source' THEN
    IF c ?| '{pad_id,place,previous,seal}' THEN RETURN 'malformed'; END IF;
    RETURN CASE WHEN EXISTS (SELECT FROM staff s WHERE s.id = p_o.author AND s.role = 'supervisor') THEN NULL ELSE 'not_your_right' END;
  END IF;
  IF p_o.author IS NOT NULL THEN RETURN 'rating_has_author'; END IF;
  IF id_of(c ->> 'pad_id') IS NULL OR NOT is_whole(c -> 'place', 1, 999999999999) OR jsonb_typeof(c -> 'previous') IS DISTINCT FROM 'string'
     OR jsonb_typeof(c -> 'seal') IS DISTINCT FROM 'string' THEN RETURN 'not_sealed'; END IF;
  RETURN NULL;
END
$$;

-- Whether a rating names a pad that this desk has not registered (yet): it is put off, and whose pad it is else is not told.
CREATE OR REPLACE FUNCTION ow.awaits_pad(p_desk uuid, p_o ow.given) RETURNS boolean
LANGUAGE sql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT p_o.entity = 'rating' AND p_o.kind = 'append' AND id_of(p_o.changes ->> 'pad_id') IS NOT NULL
    AND NOT EXISTS (SELECT FROM operation_log l WHERE l.entity_id = id_of(p_o.changes ->> 'pad_id') AND l.entity_kind = 17 AND l.desk = p_desk
                    AND l.outcome <> 'refused')
$$;

-- The rule that an operation on a review breaks, or null. p_held: the review that is there. A step says its values as [before, after].
CREATE OR REPLACE FUNCTION ow.review_refusal(p_o ow.given, p_held jsonb) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  c jsonb := p_o.changes;
BEGIN
  IF p_o.kind = 'create' THEN
    RETURN CASE WHEN p_o.author IS NULL AND c ->> 'state' = 'opened' AND NOT c ?| '{verdict,closed_at}' THEN NULL ELSE 'review_opens_itself' END;
  END IF;
  IF p_o.kind <> 'transition' THEN RETURN 'review_by_steps'; END IF;
  IF p_o.author IS NULL THEN RETURN 'needs_author'; END IF;
  IF p_held ->> 'clerk_id' = p_o.author::text THEN RETURN 'own_rating'; END IF;
  IF (c -> 'decision' ->> 1 IS NOT NULL OR c -> 'state' ->> 1 = 'voided')
     AND NOT EXISTS (SELECT FROM staff s WHERE s.id = p_o.author AND s.role = 'supervisor') THEN RETURN 'not_your_right'; END IF;
  RETURN NULL;
END
$$;
