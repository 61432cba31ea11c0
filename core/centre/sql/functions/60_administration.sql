-- Halls, desks and staff, for the administrators of the site; rights.sql says which office may call what. What they do is written down.

-- From before logins were made by ow_roles.
DROP FUNCTION IF EXISTS ow_admin.add_hall(text, text, text, text, text);
DROP FUNCTION IF EXISTS ow_admin.add_desk(text, text, text, bytea, bytea, timestamptz, text[]);
DROP FUNCTION IF EXISTS ow_admin.renew_desk(text, text, bytea, bytea, timestamptz);
DROP FUNCTION IF EXISTS ow_admin.put_staff(uuid, text, text, text, text[]);
DROP FUNCTION IF EXISTS ow_admin.add_route(text, text, text, text);

CREATE OR REPLACE FUNCTION ow.note(p_act text, p_subject text) RETURNS void
LANGUAGE sql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
  INSERT INTO administration (act, subject) VALUES (p_act, p_subject)
$$;

CREATE OR REPLACE FUNCTION ow_admin.acts(p_before bigint, p_limit integer) RETURNS TABLE (n bigint, at bigint, login text, act text, subject text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT a.n, (extract(epoch FROM a.at) * 1000)::bigint, a.login, a.act, a.subject
  FROM administration a WHERE p_before IS NULL OR a.n < p_before ORDER BY a.n DESC LIMIT p_limit
$$;

CREATE OR REPLACE FUNCTION ow_admin.site_id() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT id FROM site
$$;

CREATE OR REPLACE FUNCTION ow.scope_by_code(p_code text) RETURNS integer
LANGUAGE plpgsql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  found integer;
BEGIN
  SELECT n INTO found FROM scope WHERE code = p_code ORDER BY kind = 'hall' DESC LIMIT 1;
  IF found IS NULL THEN RAISE EXCEPTION USING ERRCODE = 'OW404', MESSAGE = 'scope'; END IF;
  RETURN found;
END
$$;

CREATE OR REPLACE FUNCTION ow_admin.add_scope(p_kind text, p_code text, p_name text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  made integer;
BEGIN
  PERFORM current_epoch();
  PERFORM pg_advisory_xact_lock(7466, 3);
  IF EXISTS (SELECT FROM scope WHERE kind = p_kind AND code = p_code) THEN RAISE EXCEPTION USING ERRCODE = 'OW409', MESSAGE = 'scope'; END IF;
  INSERT INTO scope (n, kind, code, name, pos)
    SELECT (SELECT coalesce(max(n), 0) + 1 FROM scope), p_kind, p_code, p_name, (SELECT max(n)::bigint << 40 FROM epoch) RETURNING n INTO made;
  PERFORM note(p_kind || '_added', p_code);
  RETURN made;
END
$$;

CREATE OR REPLACE FUNCTION ow_admin.add_hall(p_code text, p_name text, p_division text, p_jurisdiction text, p_role text, p_verifier text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  made integer := ow_admin.add_scope('hall', p_code, p_name);
BEGIN
  INSERT INTO hall (scope, division, jurisdiction, login_role) VALUES (made, p_division, p_jurisdiction, p_role);
  PERFORM ow_roles.put(p_role, p_verifier, 'ow_desk');
  RETURN made;
END
$$;

-- The hall's cases stand in that scope too from now on: those of one department's services, or all; the open ones at once, and the names of
-- those who work on them. Or its scorecards alone, which go with all of its cases anyway.
CREATE OR REPLACE FUNCTION ow_admin.add_route(p_hall text, p_kind text, p_code text, p_department text, p_figures_only boolean DEFAULT false) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  h integer;
  target integer;
  c record;
  moved bigint := 0;
BEGIN
  SELECT x.scope INTO h FROM hall x JOIN scope s ON s.n = x.scope WHERE s.code = p_hall;
  IF h IS NULL THEN RAISE EXCEPTION USING ERRCODE = 'OW404', MESSAGE = 'hall'; END IF;
  SELECT n INTO target FROM scope WHERE kind = p_kind AND code = p_code AND kind <> 'hall';
  IF target IS NULL THEN RAISE EXCEPTION USING ERRCODE = 'OW404', MESSAGE = 'scope'; END IF;
  IF EXISTS (SELECT FROM route WHERE hall = h AND scope = target) THEN RAISE EXCEPTION USING ERRCODE = 'OW409', MESSAGE = 'route'; END IF;
  PERFORM current_epoch();
  PERFORM 1 FROM scope WHERE n IN (h, target) ORDER BY n FOR UPDATE;
  INSERT INTO route (hall, scope, department, figures_only) VALUES (h, target, p_department, p_figures_only);
  FOR c IN SELECT e.kind, e.id, e.rev, e.body FROM entity e
    WHERE e.scope = h AND e.kind IN (6, 7, 12, 23, 24, 25, 26, 27) AND NOT e.is_gone AND (e.kind = 12 OR target = ANY(routes_of(h, e.kind, e.body))
      AND (e.kind <> 7 OR e.body ->> 'state' NOT IN ('closed', 'returned', 'withdrawn'))) ORDER BY e.pos
  LOOP
    PERFORM put(ARRAY[target], c.kind, c.id, c.rev, c.body);
    PERFORM bring_along(c.id, ARRAY[target]);
    moved := moved + 1;
  END LOOP;
  PERFORM note('route_added', p_hall || ' ' || p_kind || ' ' || p_code);
  RETURN moved;
END
$$;

CREATE OR REPLACE FUNCTION ow_admin.scopes() RETURNS TABLE (kind text, code text, name text, row_count bigint, halls text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT s.kind, s.code, s.name, s.row_count,
         (SELECT coalesce(array_agg(h.code || coalesce(' (' || r.department || ')', CASE WHEN r.figures_only THEN ' (figures)' ELSE '' END) ORDER BY h.code), '{}') FROM route r JOIN scope h ON h.n = r.hall WHERE r.scope = s.n)
  FROM scope s WHERE s.kind <> 'hall' ORDER BY s.kind, s.code
$$;

CREATE OR REPLACE FUNCTION ow_admin.halls() RETURNS TABLE (n integer, code text, name text, division text, jurisdiction text, login_role text,
                                                          desk_count bigint, row_count bigint, pos bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT s.n, s.code, s.name, h.division, h.jurisdiction, h.login_role, (SELECT count(*) FROM desk d WHERE d.hall = s.n), s.row_count, s.pos
  FROM hall h JOIN scope s ON s.n = h.scope ORDER BY s.code
$$;

-- A desk that may enrol until then with the secret of this hash, over the login that is made for it. Its hall is its first scope; `p_more` are
-- codes of further ones.
CREATE OR REPLACE FUNCTION ow_admin.add_desk(p_hall text, p_code text, p_window text, p_enrol_hash bytea, p_sealed bytea, p_until timestamptz, p_more text[],
                                             p_role text, p_verifier text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  h hall;
  made uuid := gen_random_uuid();
BEGIN
  SELECT * INTO h FROM hall WHERE scope = scope_by_code(p_hall);
  IF h.scope IS NULL THEN RAISE EXCEPTION USING ERRCODE = 'OW404', MESSAGE = 'hall'; END IF;
  IF EXISTS (SELECT FROM desk WHERE division = h.division AND code = p_code) THEN RAISE EXCEPTION USING ERRCODE = 'OW409', MESSAGE = 'desk'; END IF;
  INSERT INTO desk (id, hall, division, code, window_name, enrol_hash, sealed, enrol_until)
    VALUES (made, h.scope, h.division, p_code, p_window, p_enrol_hash, p_sealed, p_until);
  INSERT INTO desk_scope (desk, scope) SELECT made, h.scope UNION SELECT made, scope_by_code(c) FROM unnest(p_more) c;
  PERFORM ow_roles.drop_expired();
  PERFORM ow_roles.put(p_role, p_verifier, 'ow_newcomer', p_until);
  PERFORM note('desk_invited', h.division || ' ' || p_code);
  RETURN made;
END
$$;

-- A new code for a desk that is there: its store was lost, or the first code ran out. Its old secret is worth nothing from now on.
CREATE OR REPLACE FUNCTION ow_admin.renew_desk(p_division text, p_code text, p_enrol_hash bytea, p_sealed bytea, p_until timestamptz, p_role text, p_verifier text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  d desk;
BEGIN
  UPDATE desk SET enrol_hash = p_enrol_hash, sealed = p_sealed, enrol_until = p_until, secret_hash = NULL, revoked_at = NULL,
                  store_key = NULL
    WHERE division = p_division AND code = p_code RETURNING * INTO d;
  IF d.id IS NULL THEN RAISE EXCEPTION USING ERRCODE = 'OW404', MESSAGE = 'desk'; END IF;
  DELETE FROM session WHERE desk = d.id;
  PERFORM ow_roles.drop_expired();
  PERFORM ow_roles.put(p_role, p_verifier, 'ow_newcomer', p_until);
  PERFORM note('desk_renewed', p_division || ' ' || p_code);
  RETURN d.id;
END
$$;

CREATE OR REPLACE FUNCTION ow_admin.revoke_desk(p_division text, p_code text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  d desk;
BEGIN
  UPDATE desk SET revoked_at = now(), enrol_hash = NULL, store_key = NULL
    WHERE division = p_division AND code = p_code RETURNING * INTO d;
  IF d.id IS NULL THEN RAISE EXCEPTION USING ERRCODE = 'OW404', MESSAGE = 'desk'; END IF;
  DELETE FROM session WHERE desk = d.id;
  PERFORM note('desk_revoked', p_division || ' ' || p_code);
  RETURN d.id;
END
$$;

CREATE OR REPLACE FUNCTION ow_admin.desks() RETURNS TABLE (id uuid, hall text, division text, code text, window_name text, state text, last_seen bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT d.id, s.code, d.division, d.code, d.window_name,
         CASE WHEN d.revoked_at IS NOT NULL THEN 'revoked' WHEN d.secret_hash IS NOT NULL THEN 'enrolled'
              WHEN d.enrol_until > now() THEN 'invited' ELSE 'expired' END,
         (extract(epoch FROM d.last_seen_at) * 1000)::bigint
  FROM desk d JOIN scope s ON s.n = d.hall ORDER BY s.code, d.code
$$;

-- The person as the desks of these halls see them: a row of their scopes.
CREATE OR REPLACE FUNCTION ow.publish_staff(p_staff uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  s staff;
  scopes integer[];
  last bigint;
BEGIN
  SELECT * INTO s FROM staff WHERE id = p_staff;
  IF s.role NOT IN ('clerk', 'supervisor') THEN RETURN; END IF;
  SELECT array_agg(x ORDER BY x) INTO scopes FROM (SELECT hall AS x FROM staff_hall WHERE staff = p_staff
    UNION SELECT r.scope FROM staff_hall h JOIN route r ON r.hall = h.hall WHERE h.staff = p_staff  -- who works from a queue reads names there
    UNION SELECT scope FROM entity WHERE id = p_staff AND kind = 12) y;
  IF scopes IS NULL THEN RETURN; END IF;
  PERFORM 1 FROM scope WHERE n = ANY(scopes) ORDER BY n FOR UPDATE;
  SELECT coalesce(max(rev), 0) INTO last FROM entity WHERE id = p_staff AND kind = 12;
  PERFORM put(scopes, 12::smallint, p_staff, last + 1, jsonb_build_object('login', s.login, 'name', s.name, 'role', s.role, 'is_active', s.is_active::integer));
END
$$;

-- A person of the staff and where they work (further halls are added to those from before); one office each, so that the three of administration
-- exclude one another. Answers whether the person is new. Nobody logs in before a passphrase was given.
CREATE OR REPLACE FUNCTION ow_admin.put_staff(p_id uuid, p_login text, p_name text, p_role text, p_halls text[], p_lease_days integer) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  before staff;
BEGIN
  PERFORM current_epoch();
  SELECT * INTO before FROM staff WHERE id = p_id;
  IF before.id IS NOT NULL AND (before.role IN ('clerk', 'supervisor')) <> (p_role IN ('clerk', 'supervisor')) THEN
    RAISE EXCEPTION USING ERRCODE = 'OW409', MESSAGE = 'office';  -- another office is another login: what either did stays told apart
  END IF;
  IF before.id IS NOT NULL AND before.role NOT IN ('clerk', 'supervisor') AND before.role <> p_role THEN
    RAISE EXCEPTION USING ERRCODE = 'OW409', MESSAGE = 'office';
  END IF;
  INSERT INTO staff (id, login, name, role, lease_days) VALUES (p_id, p_login, p_name, p_role, coalesce(p_lease_days, 14))
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, lease_days = coalesce(p_lease_days, staff.lease_days);
  INSERT INTO staff_hall (staff, hall) SELECT p_id, scope_by_code(c) FROM unnest(p_halls) c ON CONFLICT DO NOTHING;
  PERFORM note('staff_put', p_login || ' ' || p_role);
  PERFORM publish_staff(p_id);
  RETURN before.id IS NULL;
END
$$;

-- A login with a first passphrase, or a new one where the old is lost; whoever was disabled works here again.
CREATE OR REPLACE FUNCTION ow_admin.give_passphrase(p_login text, p_role text, p_verifier text, p_keys bytea) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  s staff;
BEGIN
  PERFORM current_epoch();
  UPDATE staff SET login_role = p_role, keys = p_keys, is_initial = true, is_active = true WHERE login = p_login RETURNING * INTO s;
  IF s.id IS NULL THEN RAISE EXCEPTION USING ERRCODE = 'OW404', MESSAGE = 'staff'; END IF;
  PERFORM ow_roles.put(p_role, p_verifier, CASE s.role WHEN 'auditor' THEN 'ow_auditor' WHEN 'system_administrator' THEN 'ow_system_administrator'
                                             WHEN 'security_administrator' THEN 'ow_security_administrator' ELSE 'ow_clerk' END);
  PERFORM note('passphrase_given', p_login);
  PERFORM publish_staff(s.id);
END
$$;

CREATE OR REPLACE FUNCTION ow_admin.disable_staff(p_login text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  s staff;
BEGIN
  PERFORM current_epoch();
  UPDATE staff SET is_active = false, keys = NULL WHERE login = p_login RETURNING * INTO s;
  IF s.id IS NULL THEN RAISE EXCEPTION USING ERRCODE = 'OW404', MESSAGE = 'staff'; END IF;
  UPDATE session SET staff = NULL WHERE staff = s.id;
  IF s.login_role IS NOT NULL THEN PERFORM ow_roles.shut(s.login_role); END IF;
  PERFORM note('staff_disabled', p_login);
  PERFORM publish_staff(s.id);
  RETURN s.id;
END
$$;

-- Its answer has grown.
DROP FUNCTION IF EXISTS ow_admin.staff();
CREATE FUNCTION ow_admin.staff() RETURNS TABLE (id uuid, login text, name text, role text, is_active boolean, halls text[], has_login boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT s.id, s.login, s.name, s.role, s.is_active,
         (SELECT coalesce(array_agg(c.code ORDER BY c.code), '{}') FROM staff_hall h JOIN scope c ON c.n = h.hall WHERE h.staff = s.id),
         s.login_role IS NOT NULL AND s.is_active
  FROM staff s ORDER BY s.login
$$;

-- The runbook's word after a storage snapshot was put back: nothing else would tell that this history is another one.
CREATE OR REPLACE FUNCTION ow_admin.open_epoch() RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT note('epoch_opened', '');
  SELECT open_epoch('by_hand', NULL)
$$;

CREATE OR REPLACE FUNCTION ow_admin.state() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT jsonb_build_object(
    'schema', (SELECT max(version) FROM migration), 'epoch', (SELECT max(n) FROM epoch), 'is_standby', pg_is_in_recovery(),
    'synchronous', current_setting('synchronous_standby_names') <> '',
    'standbys', (SELECT count(*) FROM pg_stat_replication), 'in_step', (SELECT count(*) FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum')),
    'halls', (SELECT count(*) FROM hall), 'desks', (SELECT count(*) FROM desk WHERE secret_hash IS NOT NULL AND revoked_at IS NULL),
    'staff', (SELECT count(*) FROM staff WHERE is_active), 'rows', (SELECT coalesce(sum(row_count), 0) FROM scope),
    'anchor_at', (SELECT (extract(epoch FROM max(at)) * 1000)::bigint FROM anchor))
$$;
