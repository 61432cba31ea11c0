-- Contents of attachments. A desk reaches those of the attachments that stand in one of its scopes; hidden and absent answer alike.

-- That a standing attachment belongs to a case that was not erased: what was handed in goes with its case.
CREATE OR REPLACE FUNCTION ow.has_case(p_body jsonb) RETURNS boolean
LANGUAGE sql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM entity c WHERE c.id = id_of(p_body ->> 'case_id') AND c.kind = 7 AND c.is_erased)
$$;

-- The attachment as this desk sees it, and the scope where what it brings is kept: its hall where the attachment stands there.
CREATE OR REPLACE FUNCTION ow.attachment_for(p_desk uuid, p_attachment uuid) RETURNS ow.entity
LANGUAGE plpgsql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  found entity;
BEGIN
  SELECT e.* INTO found FROM entity e JOIN desk_scope s ON s.desk = p_desk AND s.scope = e.scope JOIN desk d ON d.id = p_desk
    WHERE e.id = p_attachment AND e.kind = 15 AND NOT e.is_gone AND has_case(e.body) ORDER BY e.scope <> d.hall, e.scope LIMIT 1;
  IF found.id IS NULL THEN RAISE EXCEPTION USING ERRCODE = 'OW404', MESSAGE = 'attachment'; END IF;
  RETURN found;
END
$$;

-- The hashes that an attachment names, by place; none where its text is not what it should be.
CREATE OR REPLACE FUNCTION ow.chunks_of(p_body jsonb) RETURNS TABLE (place integer, hash bytea)
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT g, decode(substr(t.chunks, g * 64 + 1, 64), 'hex')
  FROM (SELECT p_body ->> 'chunks' AS chunks) t, generate_series(0, length(t.chunks) / 64 - 1) g
  WHERE length(t.chunks) BETWEEN 64 AND 16384 AND length(t.chunks) % 64 = 0 AND t.chunks ~ '^[0-9a-f]+$'
$$;

-- Frees what no standing attachment of a case that stands names, looking at no more than so many uses from where the last sweep ended.
-- Answers how many chunks went.
CREATE OR REPLACE FUNCTION ow.sweep_chunks(p_most integer) RETURNS bigint
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  nil CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
  ids uuid[];
  scopes integer[];
  hashes bytea[];
  gone bigint;
BEGIN
  IF NOT pg_try_advisory_xact_lock(7466, 5) THEN RETURN 0; END IF;
  SELECT array_agg(DISTINCT x.attachment ORDER BY x.attachment) INTO ids FROM (
    SELECT u.attachment FROM chunk_use u WHERE u.attachment > (SELECT w.reached FROM chunk_sweep w) ORDER BY u.attachment LIMIT p_most) x;
  UPDATE chunk_sweep SET reached = coalesce(ids[array_upper(ids, 1)], nil);
  WITH freed AS (
    DELETE FROM chunk_use u WHERE u.attachment = ANY(ids) AND NOT EXISTS (
      SELECT FROM entity e WHERE e.id = u.attachment AND e.kind = 15 AND NOT e.is_gone AND has_case(e.body))
    RETURNING u.scope, u.hash
  ) SELECT array_agg(f.scope), array_agg(f.hash) INTO scopes, hashes FROM freed f;
  DELETE FROM chunk c USING unnest(scopes, hashes) AS f(scope, hash)
    WHERE c.scope = f.scope AND c.hash = f.hash AND NOT EXISTS (SELECT FROM chunk_use u WHERE u.scope = c.scope AND u.hash = c.hash);
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END
$$;

-- The places whose bytes the centre lacks. What the same scope has under another name counts from now on for this one too.
CREATE OR REPLACE FUNCTION ow_api.missing_chunks(p_token bytea, p_attachment uuid) RETURNS TABLE (place integer)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  s session := session_of(p_token);
  a entity := attachment_for(s.desk, p_attachment);
BEGIN
  INSERT INTO chunk_use (scope, attachment, place, hash)
    SELECT c.scope, p_attachment, n.place, n.hash FROM chunks_of(a.body) n JOIN chunk c ON c.scope = a.scope AND c.hash = n.hash
    WHERE NOT EXISTS (SELECT FROM chunk_use u WHERE u.attachment = p_attachment AND u.place = n.place)
    ON CONFLICT DO NOTHING;
  PERFORM sweep_chunks(200);
  RETURN QUERY SELECT n.place FROM chunks_of(a.body) n
    WHERE NOT EXISTS (SELECT FROM chunk_use u WHERE u.attachment = p_attachment AND u.place = n.place) ORDER BY n.place;
END
$$;

-- False: these are not the bytes that the attachment names there. Sent again it changes nothing.
CREATE OR REPLACE FUNCTION ow_api.put_chunk(p_token bytea, p_attachment uuid, p_place integer, p_bytes bytea) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  s session := session_of(p_token);
  a entity := attachment_for(s.desk, p_attachment);
  named bytea;
BEGIN
  SELECT n.hash INTO named FROM chunks_of(a.body) n WHERE n.place = p_place;
  IF named IS NULL OR octet_length(p_bytes) > 1048576 OR sha256(p_bytes) <> named THEN RETURN false; END IF;
  INSERT INTO chunk (scope, hash, bytes) VALUES (a.scope, named, p_bytes) ON CONFLICT DO NOTHING;
  INSERT INTO chunk_use (scope, attachment, place, hash) VALUES (a.scope, p_attachment, p_place, named) ON CONFLICT DO NOTHING;
  RETURN true;
END
$$;

-- Null: nobody has brought it yet. Works on a standby.
CREATE OR REPLACE FUNCTION ow_api.get_chunk(p_token bytea, p_attachment uuid, p_place integer) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  s session := session_of(p_token);
  a entity := attachment_for(s.desk, p_attachment);
BEGIN
  RETURN (SELECT c.bytes FROM chunks_of(a.body) n JOIN chunk_use u ON u.attachment = p_attachment AND u.place = n.place AND u.hash = n.hash
            JOIN chunk c ON c.scope = u.scope AND c.hash = u.hash WHERE n.place = p_place LIMIT 1);
END
$$;

-- The whole of it at once, for the administrator's timer. Answers how many chunks went.
CREATE OR REPLACE FUNCTION ow_admin.collect_chunks() RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  gone bigint := 0;
BEGIN
  UPDATE chunk_sweep SET reached = '00000000-0000-0000-0000-000000000000';
  LOOP
    gone := gone + sweep_chunks(10000);
    EXIT WHEN (SELECT w.reached FROM chunk_sweep w) = '00000000-0000-0000-0000-000000000000';
  END LOOP;
  RETURN gone;
END
$$;
