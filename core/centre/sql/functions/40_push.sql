-- push: a batch of operations in one transaction, each once.
-- Plans are kept for as long as a connection lives, also those that were made while a table was all but empty: nested loops over indexes are
-- the only ones that stay right when it grows, so the others are switched off for these functions. No EXISTS behind an OR in them: that one may be
-- answered from a hash of all rows it could meet, and nothing switches it off. Then one plan is as good for every batch,
-- and making it anew for each would cost as much as a small batch does.

-- The scopes that the batch concerns, this desk's hall among them.
CREATE OR REPLACE FUNCTION ow.scopes_concerned(p_asking ow.asking, p_ops ow.given[]) RETURNS integer[]
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN (WITH o AS MATERIALIZED (SELECT * FROM unnest(p_ops)),
  ids AS (
    SELECT o.entity_id AS id FROM o
    UNION
    SELECT id_of(o.changes ->> p) FROM o JOIN kind k ON k.word = o.entity CROSS JOIN unnest(k.parents) p
      WHERE o.kind IN ('create', 'append') AND o.changes ->> p IS NOT NULL
  )
  SELECT array_agg(DISTINCT x.scope ORDER BY x.scope) FROM (
    SELECT e.scope FROM ids JOIN entity e ON e.id = ids.id
    UNION SELECT r.scope FROM o JOIN route r ON r.hall = p_asking.home WHERE o.entity IN ('case', 'service', 'published_scorecard', 'scorecard_signoff', 'scorecard_comment', 'indicator_target', 'reported_figure')
    UNION SELECT p_asking.home) x);
END
$$;

-- Two halls may register the same person at the same moment: the id follows from the card, and neither sees what the other has not committed.
-- Whoever makes something whose id is no random one (version 7) waits until others who make it are done, and then knows where it stands. Taken
-- before any scope is locked. A batch of many, such as an import, keeps all others out instead of filling the server's table of locks.
CREATE OR REPLACE FUNCTION ow.hold_identities(p_ops ow.given[]) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  keys bigint[];
  one bigint;
BEGIN
  SELECT array_agg(DISTINCT hashtextextended(o.entity_id::text, 0) ORDER BY hashtextextended(o.entity_id::text, 0)) INTO keys
    FROM unnest(p_ops) o WHERE o.kind IN ('create', 'append') AND substr(o.entity_id::text, 15, 1) <> '7';
  IF keys IS NULL THEN RETURN; END IF;
  IF cardinality(keys) > 64 THEN
    PERFORM pg_advisory_xact_lock(7466, 4);
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(7466, 4);
  FOREACH one IN ARRAY keys LOOP
    PERFORM pg_advisory_xact_lock(one);
  END LOOP;
END
$$;

-- New entities in the desk's own hall, all at once: what an offline desk or an import is made of. Answers what it took.
-- An operation is left to judge() when its entity is known, its author or cause may not stand, or a parent that the desk may see stands
-- elsewhere too, or its hall's cases are routed. What it is left for must not depend on what the desk may not see: positions would tell.
DROP FUNCTION IF EXISTS ow.push_new(ow.asking, ow.given[]);
DROP FUNCTION IF EXISTS ow.push_new(ow.session, ow.asking, ow.given[]);
CREATE FUNCTION ow.push_new(p_session ow.session, p_asking ow.asking, p_ops ow.given[], OUT taken uuid[], OUT settled jsonb, OUT head bigint)
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  more bigint;
  sum bigint;
  authors uuid[];
BEGIN
  SELECT pos INTO head FROM scope WHERE n = p_asking.home;
  SELECT array_agg(s.id) INTO authors FROM (SELECT DISTINCT author FROM unnest(p_ops)) a JOIN staff s ON s.id = a.author
    WHERE s.is_active AND s.role IN ('clerk', 'supervisor') AND is_proven(p_session, s.id);
  WITH o AS MATERIALIZED (
    SELECT o.*, k.n AS k, k.word, id_of(o.changes ->> k.parents[1]) AS pa, id_of(o.changes ->> k.parents[2]) AS pb
    FROM unnest(p_ops) o JOIN kind k ON k.word = o.entity
    WHERE o.kind IN ('create', 'append') AND o.cause IS NULL AND o.format <= 1 AND o.entity NOT IN ('staff', 'conflict', 'proposal', 'document', 'rating', 'rating_review', 'survey_round', 'survey_task', 'ticket')
      AND o.entity NOT IN ('published_scorecard', 'scorecard_signoff', 'scorecard_comment', 'indicator_target', 'reported_figure')
      AND (o.entity <> 'survey_answer' OR o.kind = 'append')
      AND jsonb_typeof(o.changes) = 'object'
      AND (o.changes ->> k.parents[1] IS NULL OR id_of(o.changes ->> k.parents[1]) IS NOT NULL)
      AND (o.changes ->> k.parents[2] IS NULL OR id_of(o.changes ->> k.parents[2]) IS NOT NULL)
  ), fresh AS MATERIALIZED (
    SELECT DISTINCT ON (o.k, o.entity_id) o.*, jsonb_strip_nulls(o.changes) AS body FROM o
    WHERE NOT EXISTS (SELECT FROM entity e WHERE e.id = o.entity_id AND e.kind = o.k)
      AND NOT EXISTS (SELECT FROM operation_log l WHERE l.id = o.id)
      AND (o.pa IS NULL OR (SELECT bool_or(e.scope <> p_asking.home) AND bool_or(e.scope = ANY(p_asking.scopes))
                            FROM entity e WHERE e.id = o.pa AND NOT e.is_gone) IS NOT TRUE)
      AND (o.pb IS NULL OR (SELECT bool_or(e.scope <> p_asking.home) AND bool_or(e.scope = ANY(p_asking.scopes))
                            FROM entity e WHERE e.id = o.pb AND NOT e.is_gone) IS NOT TRUE)
      AND (o.author IS NULL OR o.author = ANY(authors))
      AND NOT (o.word IN ('case', 'service') AND EXISTS (SELECT FROM route r WHERE r.hall = p_asking.home))
    ORDER BY o.k, o.entity_id, o.n
  ), numbered AS MATERIALIZED (
    SELECT f.*, row_number() OVER (ORDER BY f.n) AS step, row_digest(f.word, f.entity_id, f.body) AS d FROM fresh f
  ), rows AS (
    INSERT INTO entity (scope, kind, id, pos, rev, digest, is_gone, parent_a, parent_b, body)
      SELECT p_asking.home, k, entity_id, head + step, 1, d, false, pa, pb, body FROM numbered
  ), logged AS (
    INSERT INTO operation_log (id, content, kind, entity_kind, entity_id, desk, desk_code, author, at, received_at, purpose, changes, outcome)
      SELECT id, content, kind, k, entity_id, p_asking.desk, desk, author, at, now(), purpose, changes, 'applied' FROM numbered
  )
  SELECT coalesce(array_agg(id), '{}'), jsonb_agg(jsonb_build_array(id, 'applied', 1, d, NULL) ORDER BY n), count(*), coalesce(bit_xor(d), 0)
    INTO taken, settled, more, sum FROM numbered;
  IF more > 0 THEN
    UPDATE scope SET pos = pos + more, row_count = row_count + more, digest = digest # sum WHERE n = p_asking.home;
  END IF;
END
$$;

-- The answer to a batch.
CREATE OR REPLACE FUNCTION ow.pushed(p_epoch integer, p_asking ow.asking, p_locks integer[], p_settled jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
BEGIN
  RETURN jsonb_build_object('epoch', p_epoch, 'taken', true, 'written_at', pg_current_wal_insert_lsn() - '0/0'::pg_lsn,
    'reached', (SELECT coalesce(jsonb_agg(jsonb_build_array(sc.n, sc.pos)), '[]') FROM scope sc WHERE sc.n = ANY(p_locks) AND sc.n = ANY(p_asking.scopes)),
    'settled', coalesce(p_settled, '[]'));
END
$$;

CREATE OR REPLACE FUNCTION ow_api.push(p_token bytea, p_epoch integer, p_batch jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  s session := session_of(p_token);
  asking asking;
  e integer := current_epoch();
  ops given[];
  o given;
  stood bigint;
  locks integer[];
  fresh record;
  seen operation_log;
  judged record;
  answers jsonb := '{}';
BEGIN
  IF p_epoch IS DISTINCT FROM e THEN RETURN jsonb_build_object('epoch', e, 'taken', false); END IF;
  SELECT s.desk, s.staff, d.hall, scopes_of(s.desk) INTO asking FROM desk d WHERE d.id = s.desk;
  SELECT array_agg(ROW(b.n, b.id, b.kind, b.entity, b.entity_id, b.at, b.author, b.desk, b.purpose, b.format, b.cause, b.changes,
           sha256(convert_to(b.kind || ' ' || b.entity || ' ' || b.entity_id::text || ' ' || b.changes::text, 'UTF8')), b.told)::given ORDER BY b.n) INTO ops
    FROM ROWS FROM (jsonb_to_recordset(p_batch) AS (id uuid, kind text, entity text, entity_id uuid, at bigint, author uuid, desk text, purpose text,
                                                    format integer, cause uuid, changes jsonb, told jsonb))
         WITH ORDINALITY AS b(id, kind, entity, entity_id, at, author, desk, purpose, format, cause, changes, told, n);
  PERFORM hold_identities(ops);
  SELECT pos INTO stood FROM scope WHERE n = asking.home;
  locks := scopes_concerned(asking, ops);
  PERFORM 1 FROM scope WHERE n = ANY(locks) ORDER BY n FOR UPDATE;
  -- Somebody may have put one of them into another scope while we waited: then the client tries again. Nobody has where our hall alone is
  -- concerned and nothing was written there since.
  IF (cardinality(locks) > 1 OR stood <> (SELECT pos FROM scope WHERE n = asking.home)) AND NOT scopes_concerned(asking, ops) <@ locks THEN
    RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'scopes_moved';
  END IF;

  fresh := push_new(s, asking, ops);
  IF cardinality(fresh.taken) = cardinality(ops) THEN
    PERFORM set_anchor(e);
    RETURN pushed(e, asking, locks, fresh.settled) || jsonb_build_object('own_from', fresh.head);
  END IF;

  FOREACH o IN ARRAY coalesce(ops, '{}') LOOP
    CONTINUE WHEN o.id = ANY(fresh.taken);
    IF o.format > 1 OR (SELECT n FROM kind WHERE word = o.entity) IS NULL OR o.kind NOT IN ('create', 'patch', 'append', 'transition', 'erase') THEN
      answers := answers || jsonb_build_object(o.id::text, '["postponed", {"rule": "newer_format"}]'::jsonb);
      CONTINUE;
    END IF;
    SELECT * INTO seen FROM operation_log WHERE id = o.id;
    IF seen.id IS NOT NULL THEN
      IF seen.content <> o.content THEN answers := answers || jsonb_build_object(o.id::text, '["refused", {"rule": "id_reused"}]'::jsonb); END IF;
      CONTINUE;
    END IF;
    IF o.cause IS NOT NULL AND NOT EXISTS (SELECT FROM operation_log WHERE id = o.cause) THEN
      answers := answers || jsonb_build_object(o.id::text, '["postponed", {"rule": "cause_unknown"}]'::jsonb);
      CONTINUE;
    END IF;
    IF awaits_pad(asking.desk, o) THEN
      answers := answers || jsonb_build_object(o.id::text, '["postponed", {"rule": "pad_unknown"}]'::jsonb);
      CONTINUE;
    END IF;
    -- Somebody whom this desk has not shown to us yet: once he proves himself here, his work counts.
    IF NOT is_proven(s, o.author) AND EXISTS (SELECT FROM staff x WHERE x.id = o.author AND x.is_active) THEN
      answers := answers || jsonb_build_object(o.id::text, '["postponed", {"rule": "author_unproven"}]'::jsonb);
      CONTINUE;
    END IF;
    IF o.kind IN ('create', 'append') THEN o.changes := jsonb_strip_nulls(o.changes); END IF;
    judged := judge(asking, o);
    IF judged.outcome = 'refused' AND judged.facts ->> 'rule' = 'unknown_entity' THEN  -- it may be known later: this answer is not kept
      answers := answers || jsonb_build_object(o.id::text, '["refused", {"rule": "unknown_entity"}]'::jsonb);
      CONTINUE;
    END IF;
    INSERT INTO operation_log (id, content, kind, entity_kind, entity_id, desk, desk_code, author, at, received_at, purpose, changes, outcome, facts)
      SELECT o.id, o.content, o.kind, (SELECT n FROM kind WHERE word = o.entity), o.entity_id, asking.desk, o.desk, o.author, o.at, now(), o.purpose,
             coalesce(o.changes, '{}'), judged.outcome, judged.facts;
  END LOOP;
  PERFORM set_anchor(e);

  RETURN pushed(e, asking, locks, (SELECT jsonb_agg(jsonb_build_array(x.id, x.outcome, x.rev, x.digest, x.facts) ORDER BY x.n) FROM (
       SELECT g.n, g.id, coalesce(answers -> g.id::text ->> 0, l.outcome) AS outcome, coalesce(c.rev, 0) AS rev, coalesce(c.digest, 0) AS digest,
              coalesce(answers -> g.id::text -> 1, l.facts) AS facts
       FROM unnest(ops) g LEFT JOIN operation_log l ON l.id = g.id LEFT JOIN kind k ON k.word = g.entity
            LEFT JOIN LATERAL (SELECT en.rev, en.digest FROM entity en WHERE en.id = g.entity_id AND en.kind = k.n AND en.scope = ANY(asking.scopes)
                               ORDER BY en.is_gone, en.scope LIMIT 1) c ON true) x));
END
$$;
