-- A clerk proves himself once a shift, over a login of his own (SCRAM): then the desk's session names him.

-- `WHERE one` gives the planner an index: a scan that push forbids would be priced so high that it is compiled anew at each call.
CREATE OR REPLACE FUNCTION ow.is_proven(p_session ow.session, p_author uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT p_author IS NULL OR p_session.client < 2 OR NOT (SELECT asks_proof FROM site WHERE one)
         OR EXISTS (SELECT FROM clerk_at_desk c WHERE c.desk = p_session.desk AND c.staff = p_author)
$$;

-- Whoever this login belongs to, when he may work at that desk's hall.
CREATE OR REPLACE FUNCTION ow.clerk_for(p_desk uuid) RETURNS ow.staff
LANGUAGE plpgsql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  s staff;
BEGIN
  SELECT * INTO s FROM staff WHERE login_role = session_user;
  IF s.id IS NULL OR NOT s.is_active OR s.role NOT IN ('clerk', 'supervisor') THEN PERFORM refuse('login'); END IF;
  IF NOT EXISTS (SELECT FROM desk d JOIN staff_hall h ON h.hall = d.hall WHERE d.id = p_desk AND h.staff = s.id AND d.revoked_at IS NULL) THEN
    PERFORM refuse('not_your_hall');
  END IF;
  RETURN s;
END
$$;

CREATE OR REPLACE FUNCTION ow.answer_to_clerk(p_staff ow.staff, p_desk uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT jsonb_build_object('staff', (p_staff).id, 'login', (p_staff).login, 'name', (p_staff).name, 'role', (p_staff).role,
    'is_initial', (p_staff).is_initial, 'keys', encode((p_staff).keys, 'hex'), 'hall', s.code, 'store_key', encode(d.store_key, 'hex'),
    'lease_until', (extract(epoch FROM clock_timestamp() + make_interval(days => (p_staff).lease_days)) * 1000)::bigint)
  FROM desk d JOIN scope s ON s.n = d.hall WHERE d.id = p_desk
$$;

-- Names the clerk in a session of the desk where he sits.
CREATE OR REPLACE FUNCTION ow_clerk.sign_in(p_token bytea) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  asked session;
  s staff;
BEGIN
  SELECT * INTO asked FROM session WHERE token_hash = sha256(p_token) AND expires_at > now();
  IF asked.desk IS NULL THEN PERFORM refuse('session'); END IF;
  s := clerk_for(asked.desk);
  UPDATE session SET staff = s.id WHERE token_hash = asked.token_hash;
  INSERT INTO clerk_at_desk (desk, staff, first_at, last_at) VALUES (asked.desk, s.id, now(), now())
    ON CONFLICT (desk, staff) DO UPDATE SET last_at = now();
  RETURN answer_to_clerk(s, asked.desk) - 'keys' - 'store_key';
END
$$;

-- At a desk that does not know the clerk yet: what opens its store, sealed under his passphrase.
CREATE OR REPLACE FUNCTION ow_clerk.keys_for(p_desk uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
BEGIN
  RETURN answer_to_clerk(clerk_for(p_desk), p_desk);
END
$$;

-- The same secrets under another passphrase, in the transaction that changes the login's.
CREATE OR REPLACE FUNCTION ow_clerk.keep_keys(p_keys bytea) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
BEGIN
  UPDATE staff SET keys = p_keys, is_initial = false WHERE login_role = session_user AND is_active;
  IF NOT FOUND THEN PERFORM refuse('login'); END IF;
END
$$;

CREATE OR REPLACE FUNCTION ow_api.keep_store_key(p_token bytea, p_sealed bytea) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  s session := session_of(p_token);
BEGIN
  UPDATE desk SET store_key = p_sealed WHERE id = s.desk;
END
$$;
