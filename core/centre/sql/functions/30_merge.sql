-- How operations of several desks come together: core/sync/README.md is the contract, this page its SQL.

DO $$
BEGIN
  IF to_regtype('ow.given') IS NULL THEN
    CREATE TYPE ow.given AS (n bigint, id uuid, kind text, entity text, entity_id uuid, at bigint, author uuid, desk text, purpose text,
                             format integer, cause uuid, changes jsonb, content bytea);
    ALTER TYPE ow.given OWNER TO ow_owner;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = 'ow.given'::regclass AND a.attname = 'told') THEN
    ALTER TYPE ow.given ADD ATTRIBUTE told jsonb;
  END IF;
  IF to_regtype('ow.asking') IS NULL THEN
    CREATE TYPE ow.asking AS (desk uuid, staff uuid, home integer, scopes integer[]);
    ALTER TYPE ow.asking OWNER TO ow_owner;
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION ow.conflict_id(p_entity uuid, p_field text) RETURNS uuid
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT overlay(overlay(left(encode(sha256(convert_to('conflict ' || p_entity::text || ' ' || p_field, 'UTF8')), 'hex'), 32)
                         PLACING '8' FROM 13 FOR 1) PLACING 'a' FROM 17 FOR 1)::uuid
$$;

-- Text that is no id is nobody's. Without a search_path of its own, so that it dissolves in the statement that uses it: a batch asks thousands
-- of times.
CREATE OR REPLACE FUNCTION ow.id_of(p_text text) RETURNS uuid
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_text OPERATOR(pg_catalog.~) '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' THEN p_text::pg_catalog.uuid END
$$;

-- What a field holds, by the steps (old value to new) that were told of it and not by the order in which they came: the values that are not
-- past, sorted by operation, the one to show last. A value is past when a later step led away from it than the last that led to it, by
-- operation id; a creation comes before every step; a step whose id is below every one that led to where it starts counts as next after the
-- first of those. Settling forgets all but the value that was shown. core/sync/field_steps.h is the same in C++.
CREATE OR REPLACE FUNCTION ow.rivals_of(p_o ow.given, p_field text, p_old jsonb, p_new jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  -- From where on history counts: the last settlement, or the last move that set the field.
  since bigint;
  begun jsonb;
  steps jsonb;
  ranked jsonb;
BEGIN
  SELECT x.n, x.step INTO since, begun FROM (
    SELECT l.n, (l.changes -> 'rivals' ->> 0)::jsonb -> -1 AS step FROM operation_log l
      WHERE l.entity_id = conflict_id(p_o.entity_id, p_field) AND l.kind = 'transition' AND l.outcome = 'applied' AND l.changes -> 'state' ->> 1 = 'settled'
    UNION ALL
    SELECT l.n, jsonb_build_object('op', l.id, 'value', l.changes -> p_field -> 1, 'author', l.author, 'desk', l.desk_code, 'at', l.at, 'base', l.changes -> p_field -> 0)
      FROM operation_log l WHERE l.entity_id = p_o.entity_id AND l.kind = 'transition' AND l.changes ? p_field AND l.changes -> p_field -> 0 <> l.changes -> p_field -> 1
        AND (l.outcome = 'applied' OR l.outcome = 'conflict' AND EXISTS (SELECT FROM merge_rule m WHERE m.kind = l.entity_kind AND m.field = p_field AND m.rule = 'move'))
  ) x ORDER BY x.n DESC LIMIT 1;

  SELECT coalesce(jsonb_agg(jsonb_build_object('op', t.id, 'value', t.value, 'author', t.author, 'desk', t.desk, 'at', t.at, 'base', t.base,
           'raw', CASE WHEN t.is_creation THEN '00000000-0000-0000-0000-000000000001' ELSE t.id::text END,
           'from', CASE WHEN t.is_creation THEN NULL ELSE t.base END)), '[]') INTO steps
  FROM (
    SELECT l.id, l.author, l.desk_code AS desk, l.at, l.kind = 'create' AS is_creation,
           CASE WHEN l.kind = 'create' THEN 'null' ELSE l.changes -> p_field -> 0 END AS base,
           CASE WHEN l.kind = 'create' THEN l.changes -> p_field ELSE l.changes -> p_field -> 1 END AS value
    FROM operation_log l
    WHERE l.entity_id = p_o.entity_id AND l.outcome <> 'refused' AND l.changes ? p_field AND l.n > coalesce(since, 0)
    UNION ALL
    SELECT p_o.id, p_o.author, p_o.desk, p_o.at, p_o.kind = 'create', p_old, p_new
  ) t WHERE t.base <> t.value;
  -- What history begins with was led to by nothing that counts: the value that was left standing, or nothing at all.
  IF since IS NULL THEN
    begun := '{"op": "00000000-0000-0000-0000-000000000000", "value": null, "author": null, "desk": "", "at": 0, "base": null}';
  END IF;
  steps := steps || jsonb_build_array(begun || jsonb_build_object('raw', begun ->> 'op', 'from', NULL, 'begins', true));

  ranked := (SELECT jsonb_agg(s || jsonb_build_object('rank', s ->> 'raw')) FROM jsonb_array_elements(steps) s);
  FOR i IN 1 .. 8 LOOP
    SELECT jsonb_agg(s || jsonb_build_object('rank', CASE WHEN f.rank >= s ->> 'raw' THEN f.rank || '+' ELSE s ->> 'raw' END)) INTO steps
      FROM jsonb_array_elements(ranked) s
      LEFT JOIN (SELECT r -> 'value' AS value, min(r ->> 'rank') AS rank FROM jsonb_array_elements(ranked) r GROUP BY 1) f
        ON f.value = s -> 'from' AND s ->> 'raw' <> '00000000-0000-0000-0000-000000000001' AND NOT s ? 'begins';
    EXIT WHEN steps = ranked;
    ranked := steps;
  END LOOP;

  RETURN (
    WITH made AS (
      SELECT DISTINCT ON (r -> 'value') r -> 'value' AS value, r, max(r ->> 'rank') OVER (PARTITION BY r -> 'value') AS rank
      FROM jsonb_array_elements(ranked) r ORDER BY r -> 'value', r ->> 'op' DESC
    ), taken AS (
      SELECT r -> 'base' AS value, max(r ->> 'rank') AS rank FROM jsonb_array_elements(ranked) r WHERE NOT r ? 'begins' GROUP BY 1
    )
    SELECT coalesce(jsonb_agg(m.r - '{raw,rank,from,begins}'::text[] ORDER BY m.r ->> 'op'), '[]')
    FROM made m LEFT JOIN taken t ON t.value = m.value WHERE t.rank IS NULL OR t.rank <= m.rank);
END
$$;

-- One field of a patch: the value that holds now, and what became of it.
CREATE OR REPLACE FUNCTION ow.judge_field(p_o ow.given, p_kind smallint, p_scopes integer[], p_body jsonb, p_field text, p_old jsonb, p_new jsonb,
                                          OUT value jsonb, OUT outcome text)
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  cur jsonb := coalesce(p_body -> p_field, 'null');
  rule text;
  cid uuid;
  c entity;
  rivals jsonb;
  text_now text;
  is_open boolean;
BEGIN
  value := cur;
  outcome := 'merged';
  SELECT m.rule INTO rule FROM merge_rule m WHERE m.kind = p_kind AND m.field = p_field;
  IF rule IN ('greatest', 'least') THEN
    IF cur = 'null' OR p_new <> 'null' AND (CASE rule WHEN 'greatest' THEN p_new > cur ELSE p_new < cur END) THEN value := p_new; END IF;
    IF value <> cur THEN outcome := 'applied'; END IF;
    RETURN;
  END IF;
  IF p_kind IN (13, 14) THEN
    value := p_new;
    IF value <> cur THEN outcome := 'applied'; END IF;
    RETURN;
  END IF;
  IF p_old = p_new THEN RETURN; END IF;
  cid := conflict_id(p_o.entity_id, p_field);
  SELECT * INTO c FROM entity e WHERE e.id = cid AND e.kind = 13 AND NOT e.is_gone LIMIT 1;
  is_open := c.id IS NOT NULL AND c.body ->> 'state' = 'open';
  -- Moves follow one another by the state that they start from, whatever the clocks say.
  IF NOT is_open AND p_o.kind = 'transition' AND cur = p_old THEN
    value := p_new;
    outcome := 'applied';
    RETURN;
  END IF;
  -- The usual case needs no history: nothing newer was told of this field, and it holds what this step starts from or ends at.
  IF NOT is_open AND p_o.kind <> 'create' AND cur IN (p_old, p_new)
     AND NOT EXISTS (SELECT FROM operation_log l WHERE l.entity_id = p_o.entity_id AND l.id > p_o.id AND l.outcome <> 'refused' AND l.changes ? p_field) THEN
    value := p_new;
    IF value <> cur THEN outcome := 'applied'; END IF;
    RETURN;
  END IF;
  rivals := rivals_of(p_o, p_field, p_old, p_new);
  value := rivals -> -1 -> 'value';
  IF value <> cur THEN outcome := 'applied'; END IF;
  IF NOT is_open AND jsonb_array_length(rivals) < 2 THEN RETURN; END IF;
  text_now := CASE WHEN jsonb_array_length(rivals) > 1 THEN rivals::text ELSE '[]' END;
  IF jsonb_array_length(rivals) > 1 AND EXISTS (SELECT FROM jsonb_array_elements(rivals) r WHERE r -> 'value' = p_new) THEN
    outcome := 'conflict';
  ELSIF text_now IS DISTINCT FROM c.body ->> 'rivals' THEN
    outcome := 'applied';
  END IF;
  IF text_now IS NOT DISTINCT FROM c.body ->> 'rivals' THEN RETURN; END IF;
  PERFORM put(p_scopes, 13::smallint, cid, coalesce(c.rev, 0) + 1, jsonb_strip_nulls(jsonb_build_object(
    'entity', p_o.entity, 'entity_id', p_o.entity_id, 'field', p_field, 'rivals', text_now,
    'state', CASE WHEN jsonb_array_length(rivals) > 1 THEN 'open' ELSE 'settled' END)));
END
$$;

CREATE OR REPLACE FUNCTION ow.propose(p_o ow.given, p_kind smallint, p_scopes integer[], p_rule text) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
BEGIN
  PERFORM put(p_scopes, 14::smallint, p_o.id, 1, jsonb_strip_nulls(jsonb_build_object(
    'entity', p_o.entity, 'entity_id', p_o.entity_id, 'operation', p_o.kind, 'changes', p_o.changes::text, 'rule', p_rule, 'author', p_o.author,
    'desk', p_o.desk, 'purpose', p_o.purpose, 'at', p_o.at, 'state', 'open')));
END
$$;

-- Who may: rule of a refusal, or null.
CREATE OR REPLACE FUNCTION ow.forbidden(p_o ow.given) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  s staff;
BEGIN
  IF p_o.author IS NULL THEN RETURN NULL; END IF;
  SELECT * INTO s FROM staff WHERE id = p_o.author;
  IF s.id IS NULL OR NOT s.is_active THEN RETURN 'unknown_author'; END IF;
  IF s.role NOT IN ('clerk', 'supervisor') THEN RETURN 'not_your_right'; END IF;
  RETURN NULL;
END
$$;

-- The scopes of what belongs to these parents: the desk's hall, and those of a parent that the desk may see. One that it may not see counts
-- like one that is not there.
CREATE OR REPLACE FUNCTION ow.scopes_by_parents(p_asking ow.asking, p_parents text[], p_changes jsonb) RETURNS integer[]
LANGUAGE plpgsql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  result integer[] := ARRAY[p_asking.home];
  field text;
  theirs integer[];
BEGIN
  FOREACH field IN ARRAY p_parents LOOP
    CONTINUE WHEN p_changes ->> field IS NULL;
    SELECT array_agg(e.scope) INTO theirs FROM entity e WHERE e.id = id_of(p_changes ->> field) AND NOT e.is_gone;
    CONTINUE WHEN theirs IS NULL OR NOT theirs && p_asking.scopes;
    result := result || theirs;
  END LOOP;
  RETURN (SELECT array_agg(DISTINCT s ORDER BY s) FROM unnest(result) s);
END
$$;

-- Entities stand wherever what they belong to stands, once the two meet in a scope: one that comes into a scope brings along what belongs to
-- it. What another hall hung on it unseen stays in that hall until the entity comes there.
CREATE OR REPLACE FUNCTION ow.bring_along(p_parent uuid, p_scopes integer[]) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  child entity;
  missing integer[];
BEGIN
  FOR child IN
    SELECT DISTINCT ON (e.kind, e.id) e.* FROM entity e WHERE (e.parent_a = p_parent OR e.parent_b = p_parent) AND NOT e.is_gone
      AND EXISTS (SELECT FROM entity p WHERE p.scope = e.scope AND p.id = p_parent AND NOT p.is_gone)
    ORDER BY e.kind, e.id, e.scope
  LOOP
    SELECT array_agg(s) INTO missing FROM unnest(p_scopes) s
      WHERE NOT EXISTS (SELECT FROM entity e WHERE e.scope = s AND e.kind = child.kind AND e.id = child.id AND NOT e.is_gone);
    CONTINUE WHEN missing IS NULL;
    PERFORM put(missing, child.kind, child.id, child.rev, child.body);
    PERFORM bring_along(child.id, missing);
  END LOOP;
END
$$;

-- Further scopes to which the hall's cases and services are routed, and what is written about its scorecard: a queue of one department counts
-- nothing, a district may do nothing else.
CREATE OR REPLACE FUNCTION ow.routes_of(p_hall integer, p_kind smallint, p_body jsonb) RETURNS integer[]
LANGUAGE sql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(r.scope), '{}') FROM route r
  WHERE r.hall = p_hall AND (p_kind BETWEEN 23 AND 27 AND r.department IS NULL OR NOT r.figures_only AND (p_kind = 6 AND (r.department IS NULL OR r.department = p_body ->> 'department')
    OR p_kind = 7 AND (r.department IS NULL OR EXISTS (SELECT FROM entity e WHERE e.scope = p_hall AND e.kind = 6
                                                       AND e.id = id_of(p_body ->> 'service_id') AND e.body ->> 'department' = r.department))))
$$;

-- Whether it can be read at all: an object, and for steps two values a field.
CREATE OR REPLACE FUNCTION ow.is_malformed(p_o ow.given, p_parents text[]) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = ow, pg_catalog, pg_temp AS $$
BEGIN
  IF p_o.changes IS NULL OR jsonb_typeof(p_o.changes) <> 'object' THEN RETURN true; END IF;
  IF p_o.kind IN ('patch', 'transition') THEN
    RETURN EXISTS (SELECT FROM jsonb_each(p_o.changes) c
                   WHERE CASE WHEN jsonb_typeof(c.value) = 'array' THEN jsonb_array_length(c.value) <> 2 ELSE true END);
  END IF;
  RETURN EXISTS (SELECT FROM unnest(p_parents) p WHERE p_o.changes ->> p IS NOT NULL AND id_of(p_o.changes ->> p) IS NULL);
END
$$;

-- One operation that was never seen before. The locks of all scopes concerned are held.
CREATE OR REPLACE FUNCTION ow.judge(p_asking ow.asking, p_o ow.given, OUT outcome text, OUT facts jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  k kind;
  r record;
  cur entity;
  stands integer[];
  all_scopes integer[];
  more integer[];
  body jsonb;
  v_field text;
  change jsonb;
  judged record;
  rule text := forbidden(p_o);
BEGIN
  outcome := 'refused';
  SELECT * INTO k FROM kind WHERE word = p_o.entity;
  SELECT array_agg(e.scope ORDER BY e.scope) FILTER (WHERE NOT e.is_gone), array_agg(e.scope ORDER BY e.scope) INTO stands, all_scopes
    FROM entity e WHERE e.id = p_o.entity_id AND e.kind = k.n;
  SELECT * INTO cur FROM entity e WHERE e.id = p_o.entity_id AND e.kind = k.n ORDER BY e.is_gone, e.scope LIMIT 1;
  IF k.word = 'staff' THEN
    outcome := CASE WHEN EXISTS (SELECT FROM staff s WHERE s.id = p_o.entity_id) THEN 'merged' ELSE 'refused' END;
    IF outcome = 'refused' THEN facts := '{"rule": "managed_centrally"}'; END IF;
    RETURN;
  END IF;
  IF rule IS NULL AND p_o.kind IN ('create', 'append') AND k.word IN ('conflict', 'proposal') THEN rule := 'managed_centrally'; END IF;
  IF rule IS NULL AND is_malformed(p_o, k.parents) THEN rule := 'malformed'; END IF;
  IF rule IS NULL AND k.word = 'rating' THEN rule := rating_refusal(p_o, CASE WHEN all_scopes && p_asking.scopes THEN cur.body END); END IF;
  IF rule IS NULL AND k.word = 'rating_review' THEN rule := review_refusal(p_o, CASE WHEN all_scopes && p_asking.scopes THEN cur.body END); END IF;
  IF rule IS NULL AND k.word IN ('survey_round', 'survey_answer', 'survey_task') THEN rule := survey_refusal(p_o, CASE WHEN all_scopes && p_asking.scopes THEN cur.body END); END IF;
  IF rule IS NULL AND k.n BETWEEN 22 AND 27 THEN rule := scorecard_refusal(p_asking, p_o, CASE WHEN all_scopes && p_asking.scopes THEN cur.body END); END IF;
  IF rule IS NOT NULL THEN
    facts := jsonb_build_object('rule', rule);
    RETURN;
  END IF;
  IF p_o.cause IS NOT NULL AND EXISTS (SELECT FROM operation_log l WHERE l.id = p_o.cause AND l.outcome = 'refused') THEN
    rule := 'cause_refused';
  END IF;

  IF p_o.kind IN ('create', 'append') AND (cur.id IS NULL OR rule IS NOT NULL) THEN
    stands := scopes_by_parents(p_asking, k.parents, p_o.changes);
    SELECT array_agg(DISTINCT s ORDER BY s) INTO stands FROM unnest(stands || routes_of(p_asking.home, k.n, p_o.changes)) s;
    IF rule IS NOT NULL THEN
      PERFORM propose(p_o, k.n, stands, rule);
      facts := jsonb_build_object('rule', rule);
    ELSE
      IF k.word = 'document' THEN
        SELECT d.body, d.facts INTO body, facts FROM number_document(p_asking, p_o) d;
        IF body IS NULL THEN
          facts := '{"rule": "malformed"}';
          RETURN;
        END IF;
      END IF;
      PERFORM put(stands, k.n, p_o.entity_id, 1, coalesce(body, p_o.changes));
      PERFORM bring_along(p_o.entity_id, stands);
      outcome := 'applied';
    END IF;
    RETURN;
  END IF;

  IF p_o.kind = 'append' THEN
    IF stands IS NULL THEN
      facts := '{"rule": "erased"}';
      PERFORM propose(p_o, k.n, all_scopes, 'erased');
    ELSIF k.word = 'rating' AND cur.body <> p_o.changes THEN  -- two pads took the same voice: the second is kept beside the first
      facts := '{"rule": "already_rated"}';
      PERFORM propose(p_o, k.n, all_scopes, 'already_rated');
    ELSIF k.word = 'survey_answer' AND cur.body <> p_o.changes THEN  -- two clerks called the same person
      facts := '{"rule": "already_answered"}';
      PERFORM propose(p_o, k.n, all_scopes, 'already_answered');
    ELSE
      outcome := 'merged';
    END IF;
    RETURN;
  END IF;
  IF p_o.kind <> 'create' AND (cur.id IS NULL OR NOT all_scopes && p_asking.scopes) THEN
    -- What this hall made and was refused comes back from nobody: what was done with it meanwhile goes with it.
    facts := CASE WHEN EXISTS (SELECT FROM operation_log l JOIN desk d ON d.id = l.desk
                               WHERE l.entity_id = p_o.entity_id AND l.entity_kind = k.n AND l.kind IN ('create', 'append') AND l.outcome = 'refused'
                                 AND d.hall = (SELECT own.hall FROM desk own WHERE own.id = p_asking.desk))
                  THEN '{"rule": "creation_refused"}' ELSE '{"rule": "unknown_entity"}' END::jsonb;
    RETURN;
  END IF;
  IF stands IS NULL AND p_o.kind = 'erase' AND k.word = 'published_scorecard' THEN  -- two desks put the same older counts away
    outcome := 'merged';
    RETURN;
  END IF;
  IF stands IS NULL THEN rule := coalesce(rule, 'erased'); END IF;

  -- What a transition starts from must still be so.
  IF rule IS NULL AND p_o.kind = 'transition' THEN
    IF k.word = 'conflict' AND NOT p_o.changes ? 'rivals' THEN rule := 'rivals_changed'; END IF;
    FOR v_field, change IN SELECT * FROM jsonb_each(p_o.changes) LOOP
      IF EXISTS (SELECT FROM merge_rule m WHERE m.kind = k.n AND m.field = v_field AND m.rule = 'guard')
         AND coalesce(cur.body -> v_field, 'null') <> change -> 0 THEN
        rule := CASE WHEN k.word = 'conflict' THEN 'rivals_changed' ELSE 'state_moved' END;
        facts := jsonb_strip_nulls(jsonb_build_object('rule', rule, 'state', cur.body ->> 'state'))
          || coalesce((SELECT jsonb_strip_nulls(jsonb_build_object('by', l.author, 'desk', l.desk_code, 'at', l.at)) FROM operation_log l
                       WHERE l.entity_id = p_o.entity_id AND l.kind = 'transition' AND l.outcome <> 'refused' ORDER BY l.received_at DESC LIMIT 1), '{}');
        EXIT;
      END IF;
    END LOOP;
  END IF;
  IF rule IS NOT NULL THEN
    facts := coalesce(facts, jsonb_build_object('rule', rule));
    -- Another window called that number first: there is nothing to decide.
    IF k.word <> 'ticket' THEN PERFORM propose(p_o, k.n, all_scopes, rule); END IF;
    RETURN;
  END IF;

  IF p_o.kind = 'erase' THEN
    PERFORM put(stands, k.n, p_o.entity_id, cur.rev + 1, NULL, true);
    PERFORM put(array_agg(e.scope), 13::smallint, e.id, max(e.rev) + 1, NULL, true)
      FROM entity e WHERE e.kind = 13 AND e.parent_a = p_o.entity_id AND NOT e.is_gone GROUP BY e.id;
    outcome := 'applied';
    RETURN;
  END IF;

  -- Field by field.
  outcome := 'merged';
  body := cur.body;
  FOR v_field, change IN SELECT * FROM jsonb_each(p_o.changes) LOOP
    IF p_o.kind = 'create' THEN change := jsonb_build_array('null'::jsonb, change); END IF;
    IF p_o.kind = 'transition' AND EXISTS (SELECT FROM merge_rule m WHERE m.kind = k.n AND m.field = v_field AND m.rule IN ('guard', 'move')) THEN
      SELECT change -> 1 AS value, CASE WHEN change -> 1 = coalesce(cur.body -> v_field, 'null') THEN 'merged' ELSE 'applied' END AS outcome INTO judged;
    ELSE
      judged := judge_field(p_o, k.n, stands, cur.body, v_field, change -> 0, change -> 1);
    END IF;
    body := CASE WHEN judged.value = 'null' THEN body - v_field ELSE body || jsonb_build_object(v_field, judged.value) END;
    IF judged.outcome = 'conflict' THEN
      outcome := 'conflict';
      facts := coalesce(facts, '{}') || jsonb_build_object('field', v_field, 'conflict', conflict_id(p_o.entity_id, v_field));
    ELSIF judged.outcome = 'applied' AND outcome = 'merged' THEN
      outcome := 'applied';
    END IF;
  END LOOP;
  IF p_o.kind = 'create' AND NOT p_asking.home = ANY(stands) THEN
    stands := stands || p_asking.home;  -- two halls know this person from now on
    IF outcome = 'merged' THEN outcome := 'applied'; END IF;
    PERFORM put(stands, k.n, p_o.entity_id, cur.rev + (body IS DISTINCT FROM cur.body)::integer, body);
    PERFORM bring_along(p_o.entity_id, stands);
    IF k.word = 'party' THEN  -- what is known elsewhere comes here now: that is a look
      PERFORM append_look(p_asking.desk, p_asking.staff, p_asking.home, p_o.id, clock_timestamp(), p_o.author, 'join', '', p_o.purpose, p_o.entity_id);
    END IF;
  ELSIF body IS DISTINCT FROM cur.body THEN
    -- A case that changes its service comes to the queue of the other department; it leaves none, for somebody may work on it there.
    SELECT array_agg(s) INTO more FROM unnest(routes_of(p_asking.home, k.n, body)) s WHERE NOT s = ANY(stands);
    PERFORM put(stands || more, k.n, p_o.entity_id, cur.rev + 1, body);
    IF more IS NOT NULL THEN PERFORM bring_along(p_o.entity_id, stands || more); END IF;
  END IF;
END
$$;
