-- Looks, and the register of all halls: who looked at whom, the search beyond one's own hall, and bringing a person into it.
-- A look is granted before it is read: its line is committed by an earlier transaction than the one that answers.
-- Locks are taken in this order: a grant, scopes by number, the head of the hall's looks.

-- What a line says, as it is chained, shown and checked.
CREATE OR REPLACE FUNCTION ow.look_text(p_look ow.look) RETURNS text
LANGUAGE sql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT jsonb_build_array(p_look.hall, p_look.n, p_look.id, (extract(epoch FROM p_look.at) * 1000)::bigint,
    (extract(epoch FROM p_look.received_at) * 1000)::bigint, p_look.desk, p_look.staff, p_look.author, p_look.act, p_look.subject,
    p_look.purpose, p_look.party, p_look.case_id)::text
$$;

-- Whoever appends to a hall's chain holds its head until the end of the transaction.
CREATE OR REPLACE FUNCTION ow.lock_look_head(p_hall integer) RETURNS ow.look_head
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  head look_head;
BEGIN
  INSERT INTO look_head (hall, n, hash) VALUES (p_hall, 0, '') ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM look_head WHERE hall = p_hall FOR UPDATE;
  RETURN head;
END
$$;

-- Appends a line, once. `p_proven`: the clerk whose session it is, where one has proven themselves.
CREATE OR REPLACE FUNCTION ow.append_look(p_desk uuid, p_proven uuid, p_hall integer, p_id uuid, p_at timestamptz, p_staff uuid, p_act text,
                                          p_subject text, p_purpose text, p_party uuid, p_case uuid DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  head look_head := lock_look_head(p_hall);
  made look;
BEGIN
  IF EXISTS (SELECT FROM look WHERE hall = p_hall AND id = p_id) THEN RETURN; END IF;
  made.hall := p_hall;
  made.n := head.n + 1;
  made.id := p_id;
  made.at := date_trunc('milliseconds', p_at);
  made.received_at := date_trunc('milliseconds', clock_timestamp());
  made.desk := p_desk;
  made.staff := p_staff;
  made.author := CASE WHEN p_staff IS NULL THEN 'nobody' WHEN p_staff = p_proven THEN 'proven'
                      WHEN EXISTS (SELECT FROM staff WHERE id = p_staff) THEN 'staff' ELSE 'unknown' END;
  made.act := CASE WHEN p_act IN ('open', 'reveal', 'search', 'adopt', 'join') THEN p_act ELSE 'other' END;
  made.subject := left(coalesce(p_subject, ''), 400);
  made.purpose := left(coalesce(p_purpose, ''), 64);
  made.party := p_party;
  made.case_id := p_case;
  made.prev := head.hash;
  made.hash := sha256(head.hash || convert_to(look_text(made), 'UTF8'));
  INSERT INTO look SELECT made.*;
  UPDATE look_head SET n = made.n, hash = made.hash WHERE hall = p_hall;
END
$$;

-- What a desk wrote down before it showed it. Whatever a line says, it is kept: a log that refuses lines helps whoever made them.
-- Answers the head of the chain, and the hashes at the places that the desk has seen before: if they changed, somebody changed the chain.
CREATE OR REPLACE FUNCTION ow_api.record_looks(p_token bytea, p_looks jsonb, p_seen bigint[]) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  s session := session_of(p_token);
  home integer := (SELECT d.hall FROM desk d WHERE d.id = s.desk);
  told record;
  head look_head;
BEGIN
  IF jsonb_array_length(p_looks) > 1000 OR cardinality(p_seen) > 100 THEN PERFORM refuse('too_large'); END IF;
  FOR told IN
    SELECT * FROM jsonb_to_recordset(p_looks) AS (id uuid, at bigint, staff uuid, act text, field text, purpose text, party uuid)
  LOOP
    CONTINUE WHEN told.id IS NULL;
    PERFORM append_look(s.desk, s.staff, home, told.id, to_timestamp(least(greatest(coalesce(told.at, 0), 0), 32503680000000) / 1000.0), told.staff,
                        CASE WHEN told.act IN ('open', 'reveal') THEN told.act ELSE 'other' END, told.field, told.purpose, told.party);
  END LOOP;
  head := lock_look_head(home);
  RETURN jsonb_build_object('n', head.n, 'hash', encode(head.hash, 'hex'),
    'seen', (SELECT coalesce(jsonb_agg(encode(l.hash, 'hex') ORDER BY g.k), '[]')
             FROM unnest(p_seen) WITH ORDINALITY AS g(n, k) LEFT JOIN look l ON l.hall = home AND l.n = g.n));
END
$$;

-- Seconds until this clerk (this desk, while nobody has proven themselves) may do it once more; null: now.
CREATE OR REPLACE FUNCTION ow.seconds_to_wait(p_desk uuid, p_staff uuid, p_act text, p_most integer, p_within interval) RETURNS integer
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  since timestamptz := clock_timestamp() - p_within;
  oldest timestamptz;
BEGIN
  IF p_most < 1 THEN RETURN extract(epoch FROM p_within); END IF;
  IF p_staff IS NOT NULL THEN
    SELECT l.received_at INTO oldest FROM look l WHERE l.staff = p_staff AND l.act = p_act AND l.act IN ('search', 'adopt') AND l.received_at > since
      ORDER BY l.received_at DESC OFFSET p_most - 1 LIMIT 1;
  ELSE
    SELECT l.received_at INTO oldest FROM look l WHERE l.desk = p_desk AND l.act = p_act AND l.act IN ('search', 'adopt') AND l.received_at > since
      ORDER BY l.received_at DESC OFFSET p_most - 1 LIMIT 1;
  END IF;
  RETURN CASE WHEN oldest IS NOT NULL THEN greatest(1, ceil(extract(epoch FROM oldest - since)))::integer END;
END
$$;

-- The clerk of this session; on a site that asks nobody for proof, whom the desk names, if they may work here.
CREATE OR REPLACE FUNCTION ow.searching_clerk(p_session ow.session, p_staff uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  found staff;
BEGIN
  IF (p_session.staff IS NOT NULL OR (SELECT asks_proof FROM site)) AND p_staff IS DISTINCT FROM p_session.staff THEN
    PERFORM refuse('unknown_author');
  END IF;
  SELECT * INTO found FROM staff WHERE id = p_staff;
  IF found.id IS NULL OR NOT found.is_active THEN PERFORM refuse('unknown_author'); END IF;
  IF found.role NOT IN ('clerk', 'supervisor') THEN PERFORM refuse('not_your_right'); END IF;
  RETURN found.id;
END
$$;

-- Leave to search once, for exactly this: an identifier in its normal forms, a phone, or a name with a day of birth.
CREATE OR REPLACE FUNCTION ow_api.grant_search(p_token bytea, p_staff uuid, p_by text, p_asked text[], p_birth_date text, p_purpose text,
                                               p_case uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  s session := session_of(p_token);
  clerk uuid := searching_clerk(s, p_staff);
  home integer := (SELECT d.hall FROM desk d WHERE d.id = s.desk);
  limits site;
  wait integer;
  made uuid := gen_random_uuid();
BEGIN
  IF p_by IS NULL OR p_by NOT IN ('identifier', 'phone', 'name') OR coalesce(cardinality(p_asked), 0) NOT BETWEEN 1 AND 2
     OR EXISTS (SELECT FROM unnest(p_asked) a WHERE a IS NULL OR length(a) NOT BETWEEN CASE WHEN p_by = 'name' THEN 1 ELSE 5 END AND 200)
     OR (p_by = 'name') <> coalesce(p_birth_date ~ '^[12][0-9]{3}-[01][0-9]-[0-3][0-9]$', false) THEN
    PERFORM refuse('malformed');
  END IF;
  IF p_purpose IS NULL OR p_purpose NOT IN ('case_work', 'enquiry', 'verification', 'appeal', 'correction', 'statistics') THEN
    PERFORM refuse('purpose_needed');
  END IF;
  -- A case in hand is one that this desk has and that is not over.
  IF (p_purpose = 'case_work' OR p_case IS NOT NULL) AND NOT EXISTS (
       SELECT FROM entity e WHERE e.id = p_case AND e.kind = 7 AND NOT e.is_gone AND e.scope = ANY(scopes_of(s.desk))
         AND coalesce(e.body ->> 'state', '') NOT IN ('closed', 'returned', 'withdrawn')) THEN
    PERFORM refuse('purpose_needed');
  END IF;
  PERFORM lock_look_head(home);  -- two searches at once are counted one after the other
  SELECT * INTO limits FROM site;
  wait := greatest(seconds_to_wait(s.desk, s.staff, 'search', limits.searches_per_hour, interval '1 hour'),
                   seconds_to_wait(s.desk, s.staff, 'search', limits.searches_per_day, interval '1 day'));
  IF wait IS NOT NULL THEN RETURN jsonb_build_object('rule', 'too_many', 'seconds', wait); END IF;
  DELETE FROM search_grant WHERE granted_at < clock_timestamp() - interval '1 hour';
  INSERT INTO search_grant (id, desk, token_hash, staff, search_by, asked, birth_date, purpose, granted_in, granted_at)
    VALUES (made, s.desk, s.token_hash, clerk, p_by, p_asked, p_birth_date, p_purpose, pg_current_xact_id(), clock_timestamp());
  PERFORM append_look(s.desk, s.staff, home, made, clock_timestamp(), clerk, 'search',
                      concat_ws(' ', p_by, array_to_string(p_asked, ' '), p_birth_date), p_purpose, NULL, p_case);
  RETURN jsonb_build_object('grant', made);
END
$$;

-- Everything that was visible when the log ended there is on the disk, and on every synchronous standby. Who turned synchronous_commit off for
-- the grant waits here for the server's own flushing, which is done within a second; nearly always there is nothing to wait for.
CREATE OR REPLACE FUNCTION ow.await_durable(p_written bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  began timestamptz := clock_timestamp();
  flushed bigint;
BEGIN
  LOOP
    IF durable_to() >= p_written THEN RETURN; END IF;
    IF clock_timestamp() > began + interval '1 second' THEN
      -- What is not on the disk by now is of transactions that have not ended: no grant of theirs was visible.
      flushed := coalesce(flushed, pg_current_wal_flush_lsn() - '0/0'::pg_lsn);
      IF durable_to() >= flushed THEN RETURN; END IF;
    END IF;
    IF clock_timestamp() > began + interval '4 seconds' THEN RAISE EXCEPTION USING ERRCODE = '57P03', MESSAGE = 'not_durable'; END IF;
    PERFORM pg_sleep(0.002);
  END LOOP;
END
$$;

-- A grant of this session that a finished transaction made; its row is locked. Whatever else it is, the answer is the same.
CREATE OR REPLACE FUNCTION ow.take_grant(p_session ow.session, p_grant uuid) RETURNS ow.search_grant
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  g search_grant;
BEGIN
  SELECT * INTO g FROM search_grant x WHERE x.id = p_grant AND x.token_hash = p_session.token_hash
    AND x.granted_at > clock_timestamp() - interval '10 minutes'
    AND pg_visible_in_snapshot(x.granted_in, pg_current_snapshot()) AND x.granted_in IS DISTINCT FROM pg_current_xact_id_if_assigned() FOR UPDATE;
  IF g.id IS NULL THEN PERFORM refuse('grant'); END IF;
  RETURN g;
END
$$;

CREATE OR REPLACE FUNCTION ow.masked_number(p_number text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN length(p_number) >= 10 THEN left(p_number, 3) || repeat('*', length(p_number) - 7) || right(p_number, 4)
              WHEN length(p_number) >= 6 THEN left(p_number, 1) || repeat('*', length(p_number) - 4) || right(p_number, 3)
              ELSE repeat('*', length(p_number)) END
$$;

-- Whom the grant's question names: persons and firms that stand somewhere, with a number of theirs that stands where they do.
CREATE OR REPLACE FUNCTION ow.candidates_of(p_grant ow.search_grant) RETURNS uuid[]
LANGUAGE plpgsql STABLE SET search_path = ow, pg_catalog, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
BEGIN
  IF p_grant.search_by = 'name' THEN
    RETURN (SELECT array_agg(x.id ORDER BY x.id) FROM (
      SELECT DISTINCT e.id FROM entity e
      WHERE e.kind = 1 AND NOT e.is_gone AND e.body ->> 'name' = ANY(p_grant.asked) AND e.body ->> 'birth_date' = p_grant.birth_date
      ORDER BY e.id LIMIT 20) x);
  END IF;
  RETURN (SELECT array_agg(x.id ORDER BY x.id) FROM (
    SELECT DISTINCT p.id FROM entity e JOIN entity p ON p.scope = e.scope AND p.kind = 1 AND p.id = e.parent_a AND NOT p.is_gone
    WHERE e.kind IN (2, 3) AND NOT e.is_gone AND e.body ->> 'normal' = ANY(p_grant.asked)
      AND (p_grant.search_by = 'identifier' AND e.kind = 2 OR p_grant.search_by = 'phone' AND e.kind = 3 AND e.body ->> 'kind' = 'phone')
    ORDER BY p.id LIMIT 20) x);
END
$$;

-- The search that was granted, once: whom it found, as little as a clerk needs to know them by, numbered from 1.
CREATE OR REPLACE FUNCTION ow_api.search(p_token bytea, p_grant uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
DECLARE
  written bigint := pg_current_wal_insert_lsn() - '0/0'::pg_lsn;  -- before this transaction writes
  s session := session_of(p_token);
  g search_grant := take_grant(s, p_grant);
  home integer := (SELECT d.hall FROM desk d WHERE d.id = s.desk);
  found uuid[];
BEGIN
  IF g.searched_at IS NOT NULL OR g.granted_at < clock_timestamp() - interval '2 minutes' THEN PERFORM refuse('grant'); END IF;
  PERFORM await_durable(written);
  found := candidates_of(g);
  UPDATE search_grant SET searched_at = clock_timestamp(), candidates = found WHERE id = g.id;
  RETURN (
    SELECT coalesce(jsonb_agg(jsonb_build_object(
        'n', f.n, 'kind', p.body ->> 'kind',
        'name', CASE WHEN p.body ->> 'kind' = 'person' THEN left(p.body ->> 'name', 1) || '**' ELSE p.body ->> 'name' END,
        'birth_year', left(p.body ->> 'birth_date', 4),
        'number_type', i.body ->> 'type', 'number', masked_number(i.body ->> 'normal'),
        'halls', (SELECT coalesce(jsonb_agg(sc.name ORDER BY sc.n), '[]') FROM entity e JOIN scope sc ON sc.n = e.scope AND sc.kind = 'hall'
                  WHERE e.id = f.id AND e.kind = 1 AND NOT e.is_gone),
        'party', (SELECT e.id FROM entity e WHERE e.scope = home AND e.kind = 1 AND e.id = f.id AND NOT e.is_gone)) ORDER BY f.n), '[]')
    FROM unnest(found) WITH ORDINALITY AS f(id, n)
    CROSS JOIN LATERAL (SELECT e.body, e.scope FROM entity e WHERE e.id = f.id AND e.kind = 1 AND NOT e.is_gone ORDER BY e.scope LIMIT 1) p
    LEFT JOIN LATERAL (SELECT e.body FROM entity e WHERE e.parent_a = f.id AND e.kind = 2 AND NOT e.is_gone AND e.scope = p.scope
                       ORDER BY e.body ->> 'type' = 'citizen_id' DESC, e.id LIMIT 1) i ON true);
END
$$;

-- The scopes of an entity and of all that belongs to it.
CREATE OR REPLACE FUNCTION ow.scopes_of_belongings(p_id uuid) RETURNS integer[]
LANGUAGE sql VOLATILE SET search_path = ow, pg_catalog, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
  WITH RECURSIVE belongings (id) AS (
    SELECT p_id
    UNION
    SELECT c.id FROM belongings b CROSS JOIN LATERAL (
      SELECT e.id FROM entity e WHERE e.parent_a = b.id AND NOT e.is_gone
      UNION ALL
      SELECT e.id FROM entity e WHERE e.parent_b = b.id AND NOT e.is_gone) c
  )
  SELECT array_agg(DISTINCT e.scope ORDER BY e.scope) FROM belongings b JOIN entity e ON e.id = b.id
$$;

-- Brings somebody whom this grant's search found into the desk's hall, with all that belongs to them; from now on both halls hear of every
-- change. Cases belong to nobody and stay where they are worked on. The rows come by the ordinary pull, after this is committed.
CREATE OR REPLACE FUNCTION ow_api.adopt(p_token bytea, p_grant uuid, p_candidate integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
DECLARE
  s session := session_of(p_token);
  g search_grant := take_grant(s, p_grant);
  home integer := (SELECT d.hall FROM desk d WHERE d.id = s.desk);
  whom uuid := g.candidates[p_candidate];
  locks integer[];
  stands integer[];
  cur entity;
  wait integer;
BEGIN
  IF g.searched_at IS NULL OR whom IS NULL THEN PERFORM refuse('candidate'); END IF;
  PERFORM current_epoch();
  locks := scopes_of_belongings(whom) || home;
  PERFORM 1 FROM scope WHERE n = ANY(locks) ORDER BY n FOR UPDATE;
  IF NOT scopes_of_belongings(whom) <@ locks THEN RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'scopes_moved'; END IF;
  SELECT * INTO cur FROM entity e WHERE e.id = whom AND e.kind = 1 AND NOT e.is_gone ORDER BY e.scope LIMIT 1;
  IF cur.id IS NULL THEN PERFORM refuse('candidate'); END IF;
  PERFORM lock_look_head(home);
  wait := seconds_to_wait(s.desk, s.staff, 'adopt', (SELECT adoptions_per_hour FROM site), interval '1 hour');
  IF wait IS NOT NULL THEN RETURN jsonb_build_object('rule', 'too_many', 'seconds', wait); END IF;
  PERFORM append_look(s.desk, s.staff, home, gen_random_uuid(), clock_timestamp(), g.staff, 'adopt', '', g.purpose, whom);
  SELECT array_agg(e.scope ORDER BY e.scope) INTO stands FROM entity e WHERE e.id = whom AND e.kind = 1 AND NOT e.is_gone;
  IF NOT home = ANY(stands) THEN
    PERFORM put(ARRAY[home], 1::smallint, whom, cur.rev, cur.body);
    PERFORM bring_along(whom, stands || home);
  END IF;
  RETURN jsonb_build_object('party', whom);
END
$$;

-- Lines as they are chained, for auditors: of a person, of a clerk, from a moment on; the newest first.
CREATE OR REPLACE FUNCTION ow_admin.looks(p_party uuid, p_login text, p_since timestamptz, p_limit integer)
RETURNS TABLE (line text, hall text, desk text, login text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT look_text(l), coalesce(sc.code, ''), coalesce(d.code, ''), coalesce(st.login, '')
  FROM look l LEFT JOIN scope sc ON sc.n = l.hall LEFT JOIN desk d ON d.id = l.desk LEFT JOIN staff st ON st.id = l.staff
  WHERE (p_party IS NULL OR l.party = p_party) AND (p_login IS NULL OR l.staff = (SELECT x.id FROM staff x WHERE x.login = p_login))
    AND (p_since IS NULL OR l.at >= p_since)
  ORDER BY l.at DESC, l.hall, l.n DESC LIMIT p_limit
$$;
-- The lines of a hall's chain in their order, for whoever checks it; without a hall the ends of all chains.
CREATE OR REPLACE FUNCTION ow_admin.check_looks(p_hall integer, p_after bigint, p_limit integer)
RETURNS TABLE (hall integer, code text, n bigint, line text, prev bytea, hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT * FROM (
    SELECT l.hall, sc.code, l.n, look_text(l), l.prev, l.hash FROM look l LEFT JOIN scope sc ON sc.n = l.hall
    WHERE l.hall = p_hall AND l.n > p_after ORDER BY l.n LIMIT p_limit) lines
  UNION ALL
  SELECT * FROM (
    SELECT h.hall, sc.code, h.n, NULL::text, NULL::bytea, h.hash FROM look_head h LEFT JOIN scope sc ON sc.n = h.hall
    WHERE p_hall IS NULL ORDER BY h.hall) heads
$$;
