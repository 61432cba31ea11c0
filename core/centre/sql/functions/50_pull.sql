-- What a desk may ask of its scopes. All of it works on a standby, but for anchor().

-- Sets a mark when one is due, and opens an epoch when this history is a new one.
CREATE OR REPLACE FUNCTION ow_api.anchor(p_token bytea) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  s session := session_of(p_token);
  e integer := current_epoch();
BEGIN
  PERFORM set_anchor(e);
  RETURN e;
END
$$;

-- Up to which write position everything is on every synchronous standby; on the disk, where no standby is asked for.
CREATE OR REPLACE FUNCTION ow.durable_to() RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF pg_is_in_recovery() THEN RETURN 0; END IF;
  IF current_setting('synchronous_standby_names') = '' THEN RETURN pg_current_wal_flush_lsn() - '0/0'::pg_lsn; END IF;
  RETURN coalesce((SELECT max(flush_lsn) - '0/0'::pg_lsn FROM pg_stat_get_wal_senders() WHERE sync_state IN ('sync', 'quorum')), 0);
END
$$;

-- Position and sum of each of these scopes, by their numbers: what an idle desk asks again and again. Everything else that heads() tells shows
-- itself here or can wait for the minute.
CREATE OR REPLACE FUNCTION ow_api.poll(p_token bytea, p_scopes integer[]) RETURNS bigint[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  v_heads bigint[] := (SELECT array_agg(x.v) FROM (SELECT unnest(ARRAY[sc.pos, sc.digest]) AS v FROM held_session(p_token) s JOIN desk_scope d ON d.desk = s.desk
                                                     JOIN scope sc ON sc.n = d.scope WHERE d.scope = ANY(p_scopes) ORDER BY sc.n) x);
BEGIN
  IF v_heads IS NULL THEN PERFORM session_of(p_token); END IF;  -- says why
  RETURN v_heads;
END
$$;

CREATE OR REPLACE FUNCTION ow_api.heads(p_token bytea, p_scopes integer[], p_epochs integer[], p_positions bigint[], p_anchor uuid)
RETURNS TABLE (epoch integer, is_stale boolean, anchor_id uuid, anchor_at bigint, knows_anchor boolean, durable_to bigint, centre_now bigint,
               scope integer, pos bigint, row_count bigint, digest bigint, agreed_to bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  s session := session_of(p_token);
  v_standby boolean := pg_is_in_recovery();
BEGIN
  -- Stale: a mark is due, or the timeline says that this history is a new one. Another system or database shows itself to anchor().
  RETURN QUERY
    SELECT e.n, NOT v_standby AND (e.n IS NULL OR a.id IS NULL OR a.epoch <> e.n OR a.at < clock_timestamp() - interval '30 seconds'
                                   OR e.timeline <> ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::integer),
           a.id, (extract(epoch FROM a.at) * 1000)::bigint, p_anchor IS NULL OR EXISTS (SELECT FROM anchor x WHERE x.id = p_anchor), durable_to(),
           (extract(epoch FROM clock_timestamp()) * 1000)::bigint, sc.n, sc.pos, sc.row_count, sc.digest,
           least(g.pos, sc.pos, (SELECT min(f.pos) FROM fork f WHERE f.scope = sc.n AND f.epoch > g.epoch))
    FROM (VALUES (1)) AS one(x) LEFT JOIN (SELECT * FROM epoch x ORDER BY x.n DESC LIMIT 1) e ON true
    LEFT JOIN (SELECT * FROM anchor x ORDER BY x.n DESC LIMIT 1) a ON true
    LEFT JOIN (unnest(p_scopes, p_epochs, p_positions) WITH ORDINALITY AS g(scope, epoch, pos, n)
    JOIN desk_scope d ON d.desk = s.desk AND d.scope = g.scope JOIN scope sc ON sc.n = g.scope) ON true ORDER BY g.n;
END
$$;

-- Where this desk's history and ours parted: an epoch opens at the newest anchor that both know.
CREATE OR REPLACE FUNCTION ow_api.disagree(p_token bytea, p_anchors uuid[], p_shown integer) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  s session := session_of(p_token);
  e integer := current_epoch();
  a anchor;
  common jsonb;
BEGIN
  -- Known by now, or somebody else has told of it within the minute and the epoch is open.
  IF EXISTS (SELECT FROM anchor x WHERE x.id = p_anchors[1]) THEN RETURN e; END IF;
  IF EXISTS (SELECT FROM epoch x WHERE x.n = e AND x.n > p_shown AND x.reason = 'disagreed' AND x.opened_at > clock_timestamp() - interval '1 minute') THEN RETURN e; END IF;
  SELECT x.heads INTO common FROM anchor x WHERE x.id = ANY(p_anchors) ORDER BY x.n DESC LIMIT 1;
  IF common IS NULL THEN SELECT coalesce(jsonb_object_agg(n, 0), '{}') INTO common FROM scope; END IF;
  e := open_epoch('disagreed', common, least(p_shown, e + 1000));
  PERFORM set_anchor(e);
  RETURN e;
END
$$;

CREATE OR REPLACE FUNCTION ow_api.pull(p_token bytea, p_scopes integer[], p_epochs integer[], p_positions bigint[], p_limit integer)
RETURNS TABLE (status text, scope integer, pos bigint, kind text, id uuid, rev bigint, digest bigint, is_gone boolean, body text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  s session := session_of(p_token);
  e integer;
  verdict text;
BEGIN
  SELECT max(x.n) INTO e FROM epoch x;
  SELECT min(CASE WHEN g.epoch IS DISTINCT FROM e THEN 'other_epoch' WHEN g.pos > sc.pos THEN 'above_head' WHEN g.pos < sc.collected_to THEN 'too_old' END)
    INTO verdict
    FROM unnest(p_scopes, p_epochs, p_positions) AS g(scope, epoch, pos)
    JOIN desk_scope d ON d.desk = s.desk AND d.scope = g.scope JOIN scope sc ON sc.n = g.scope;
  IF verdict IS NOT NULL THEN
    RETURN QUERY SELECT verdict, NULL::integer, NULL::bigint, NULL::text, NULL::uuid, NULL::bigint, NULL::bigint, NULL::boolean, NULL::text;
    RETURN;
  END IF;
  -- Row by row within each scope, and no scope waits for the one before it to end: at most p_limit of all.
  RETURN QUERY
    SELECT 'ok'::text, r.scope, r.pos, k.word, r.id, r.rev, r.digest, r.is_gone, r.body::text
    FROM unnest(p_scopes, p_positions) WITH ORDINALITY AS g(scope, pos, n)
    JOIN desk_scope d ON d.desk = s.desk AND d.scope = g.scope
    CROSS JOIN LATERAL (SELECT x.* FROM entity x WHERE x.scope = g.scope AND x.pos > g.pos ORDER BY x.pos LIMIT p_limit) r
    JOIN kind k ON k.n = r.kind
    ORDER BY g.n, r.pos LIMIT p_limit;
  -- The heads of the same snapshot: positions may have gaps, so the last row alone does not say that it was the last.
  RETURN QUERY
    SELECT 'head'::text, sc.n, sc.pos, NULL::text, NULL::uuid, NULL::bigint, NULL::bigint, NULL::boolean, NULL::text
    FROM unnest(p_scopes) AS g(scope) JOIN desk_scope d ON d.desk = s.desk AND d.scope = g.scope JOIN scope sc ON sc.n = g.scope;
END
$$;

-- In the order of positions: what was written first comes first, so that what happened in the same moment stands in the same order at
-- every desk. A row that changes meanwhile comes once more.
CREATE OR REPLACE FUNCTION ow_api.fill(p_token bytea, p_scope integer, p_from bigint, p_limit integer)
RETURNS TABLE (pos bigint, kind text, id uuid, rev bigint, digest bigint, body text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp
SET work_mem = '32MB' AS $$  -- a page of 20,000 rows stays in memory on its way out
#variable_conflict use_column
DECLARE
  s session := session_of(p_token);
BEGIN
  RETURN QUERY
    SELECT r.pos, k.word, r.id, r.rev, r.digest, r.body::text
    FROM (SELECT x.* FROM entity x
          WHERE x.scope = (SELECT d.scope FROM desk_scope d WHERE d.desk = s.desk AND d.scope = p_scope) AND x.pos > p_from AND NOT x.is_gone
          ORDER BY x.pos LIMIT p_limit) r
    JOIN kind k ON k.n = r.kind ORDER BY r.pos;
END
$$;

CREATE OR REPLACE FUNCTION ow_api.fetch(p_token bytea, p_kinds text[], p_ids uuid[])
RETURNS TABLE (scope integer, pos bigint, kind text, id uuid, rev bigint, digest bigint, body text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  s session := session_of(p_token);
BEGIN
  RETURN QUERY
    SELECT r.scope, r.pos, k.word, r.id, r.rev, r.digest, r.body::text
    FROM unnest(p_kinds, p_ids) AS g(kind, id) JOIN kind k ON k.word = g.kind JOIN entity r ON r.id = g.id AND r.kind = k.n AND NOT r.is_gone
    JOIN desk_scope d ON d.desk = s.desk AND d.scope = r.scope;
END
$$;

CREATE OR REPLACE FUNCTION ow_api.buckets(p_token bytea, p_scope integer) RETURNS TABLE (bucket integer, row_count bigint, digest bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  s session := session_of(p_token);
BEGIN
  RETURN QUERY
    SELECT get_byte(uuid_send(r.id), 15), count(*), bit_xor(r.digest)
    FROM entity r WHERE r.scope = (SELECT d.scope FROM desk_scope d WHERE d.desk = s.desk AND d.scope = p_scope) AND NOT r.is_gone
    GROUP BY 1;
END
$$;

CREATE OR REPLACE FUNCTION ow_api.list_bucket(p_token bytea, p_scope integer, p_bucket integer)
RETURNS TABLE (kind text, id uuid, rev bigint, digest bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  s session := session_of(p_token);
BEGIN
  RETURN QUERY
    SELECT k.word, r.id, r.rev, r.digest FROM entity r JOIN kind k ON k.n = r.kind
    WHERE r.scope = (SELECT d.scope FROM desk_scope d WHERE d.desk = s.desk AND d.scope = p_scope) AND NOT r.is_gone
      AND get_byte(uuid_send(r.id), 15) = p_bucket;
END
$$;
