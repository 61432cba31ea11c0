-- Epochs, anchors and the one way in which a row of a scope changes.

CREATE OR REPLACE FUNCTION ow.place() RETURNS TABLE (system_id bigint, timeline integer, database_oid oid)
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT s.system_identifier, ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::integer, d.oid
    FROM pg_control_system() s, pg_database d WHERE d.datname = current_database();
END
$$;

-- Opens an epoch: the heads are where the histories part, and every counter jumps above whatever the other history may have given out.
-- Its number is above every one that somebody has seen, also in a history that is gone.
CREATE OR REPLACE FUNCTION ow.open_epoch(p_reason text, p_heads jsonb, p_above integer DEFAULT 0) RETURNS integer
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  e integer;
BEGIN
  PERFORM 1 FROM scope ORDER BY n FOR UPDATE;
  SELECT greatest(coalesce(max(n), 0), p_above) + 1 INTO e FROM epoch;
  INSERT INTO epoch (n, system_id, timeline, database_oid, opened_at, reason)
    SELECT e, p.system_id, p.timeline, p.database_oid, clock_timestamp(), p_reason FROM place() p;
  INSERT INTO fork (epoch, scope, pos)
    SELECT e, s.n, coalesce(least(s.pos, (p_heads ->> s.n::text)::bigint), s.pos) FROM scope s;
  UPDATE scope SET pos = greatest(pos, e::bigint << 40);
  RETURN e;
END
$$;

-- The epoch of this history; opened by the first writer that sees another system, timeline or database.
CREATE OR REPLACE FUNCTION ow.current_epoch() RETURNS integer
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  e epoch;
  p record;
BEGIN
  SELECT * INTO p FROM place();
  SELECT * INTO e FROM epoch ORDER BY n DESC LIMIT 1;
  IF e.n IS NOT NULL AND (e.system_id, e.timeline, e.database_oid) = (p.system_id, p.timeline, p.database_oid) THEN RETURN e.n; END IF;
  PERFORM pg_advisory_xact_lock(7466, 1);
  SELECT * INTO e FROM epoch ORDER BY n DESC LIMIT 1;
  IF e.n IS NOT NULL AND (e.system_id, e.timeline, e.database_oid) = (p.system_id, p.timeline, p.database_oid) THEN RETURN e.n; END IF;
  RETURN open_epoch(CASE WHEN e.n IS NULL THEN 'installed' WHEN e.system_id <> p.system_id THEN 'other_system'
                         WHEN e.timeline <> p.timeline THEN 'promoted' ELSE 'other_database' END, NULL);
END
$$;

-- A mark of this history, at most twice a minute. Old ones are thinned out: all of the last hour, one an hour for a month.
CREATE OR REPLACE FUNCTION ow.set_anchor(p_epoch integer) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  latest anchor;
  made bigint;
BEGIN
  SELECT * INTO latest FROM anchor ORDER BY n DESC LIMIT 1;
  IF latest.epoch = p_epoch AND latest.at > clock_timestamp() - interval '30 seconds' THEN RETURN; END IF;
  IF NOT pg_try_advisory_xact_lock(7466, 2) THEN RETURN; END IF;
  INSERT INTO anchor (n, id, epoch, at, heads)
    SELECT coalesce(latest.n, 0) + 1, gen_random_uuid(), p_epoch, clock_timestamp(), coalesce(jsonb_object_agg(s.n, s.pos), '{}') FROM scope s
    ON CONFLICT DO NOTHING RETURNING n INTO made;
  IF made % 120 = 0 THEN
    DELETE FROM anchor a WHERE a.at < clock_timestamp() - interval '1 hour' AND a.n % 120 <> 0 OR a.at < clock_timestamp() - interval '31 days';
  END IF;
END
$$;

-- Without a search_path of its own: see id_of.
CREATE OR REPLACE FUNCTION ow.row_digest(p_word text, p_id uuid, p_body jsonb) RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT ('x' OPERATOR(pg_catalog.||) pg_catalog.encode(pg_catalog.substr(pg_catalog.sha256(pg_catalog.convert_to(
            p_word OPERATOR(pg_catalog.||) ' ' OPERATOR(pg_catalog.||) p_id::pg_catalog.text OPERATOR(pg_catalog.||) ' '
            OPERATOR(pg_catalog.||) p_body::pg_catalog.text, 'UTF8')), 1, 8), 'hex'))::pg_catalog.bit(64)::pg_catalog.int8
$$;

-- The new state of an entity in these scopes (null: it is gone there). Their locks are held by the caller.
CREATE OR REPLACE FUNCTION ow.put(p_scopes integer[], p_kind smallint, p_id uuid, p_rev bigint, p_body jsonb, p_erased boolean DEFAULT false)
RETURNS void LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  k kind;
  d bigint := 0;
BEGIN
  SELECT * INTO k FROM kind WHERE n = p_kind;
  IF p_body IS NOT NULL THEN d := row_digest(k.word, p_id, p_body); END IF;
  WITH given AS (
    SELECT g.scope, coalesce(e.digest, 0) AS digest, (e.id IS NOT NULL AND NOT e.is_gone)::integer AS was
    FROM unnest(p_scopes) AS g(scope) LEFT JOIN entity e ON e.scope = g.scope AND e.kind = p_kind AND e.id = p_id
  ), moved AS (
    UPDATE scope s SET pos = s.pos + 1, row_count = s.row_count - g.was + (p_body IS NOT NULL)::integer, digest = s.digest # g.digest # d
    FROM given g WHERE s.n = g.scope RETURNING s.n, s.pos
  )
  INSERT INTO entity (scope, kind, id, pos, rev, digest, is_gone, is_erased, parent_a, parent_b, body)
    SELECT m.n, p_kind, p_id, m.pos, p_rev, d, p_body IS NULL, p_erased,
           id_of(p_body ->> k.parents[1]), id_of(p_body ->> k.parents[2]), p_body
    FROM moved m
  ON CONFLICT (scope, kind, id) DO UPDATE SET pos = excluded.pos, rev = excluded.rev, digest = excluded.digest, is_gone = excluded.is_gone,
    is_erased = excluded.is_erased, parent_a = excluded.parent_a, parent_b = excluded.parent_b, body = excluded.body;
END
$$;
