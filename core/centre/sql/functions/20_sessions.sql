-- Who is asking. A token is 32 random bytes given out once and kept here as a hash; it is bound to the login role that asked for it.

CREATE OR REPLACE FUNCTION ow.refuse(p_rule text) RETURNS void
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'OW001', MESSAGE = p_rule;
END
$$;

CREATE OR REPLACE FUNCTION ow.random_bytes32() RETURNS bytea
LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  -- Two random UUIDs hold 244 random bits of the server's strong source.
  SELECT sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
$$;

-- The session of that token, where it holds for who is logged in. Dissolves in the statement that names it.
CREATE OR REPLACE FUNCTION ow.held_session(p_token bytea) RETURNS SETOF ow.session
LANGUAGE sql STABLE AS $$
  SELECT t.* FROM ow.session t JOIN ow.desk d ON d.id OPERATOR(pg_catalog.=) t.desk
    WHERE t.token_hash OPERATOR(pg_catalog.=) pg_catalog.sha256(p_token) AND t.expires_at OPERATOR(pg_catalog.>) pg_catalog.now()
      AND d.revoked_at IS NULL AND t.role_name OPERATOR(pg_catalog.=) session_user
$$;

CREATE OR REPLACE FUNCTION ow.session_of(p_token bytea) RETURNS ow.session
LANGUAGE plpgsql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  s session;
BEGIN
  SELECT t.* INTO s FROM held_session(p_token) t;
  IF s.desk IS NULL THEN PERFORM refuse('session'); END IF;
  RETURN s;
END
$$;

CREATE OR REPLACE FUNCTION ow.scopes_of(p_desk uuid) RETURNS integer[]
LANGUAGE sql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(scope ORDER BY scope), '{}') FROM desk_scope WHERE desk = p_desk
$$;

-- A desk proves itself by its secret, over a connection of its hall's role.
CREATE OR REPLACE FUNCTION ow_api.open_session(p_desk uuid, p_secret bytea, p_client integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  d desk;
  token bytea := random_bytes32();
BEGIN
  IF p_client < (SELECT oldest_client FROM site) THEN PERFORM refuse('client_too_old'); END IF;
  SELECT t.* INTO d FROM desk t JOIN hall h ON h.scope = t.hall WHERE t.id = p_desk AND t.secret_hash = sha256(p_secret) AND h.login_role = session_user;
  IF d.id IS NULL THEN PERFORM refuse('desk'); END IF;
  IF d.revoked_at IS NOT NULL THEN PERFORM refuse('revoked'); END IF;
  DELETE FROM session WHERE expires_at < now();
  INSERT INTO session (token_hash, desk, role_name, expires_at, client) VALUES (sha256(token), d.id, session_user, now() + interval '14 hours', p_client);
  UPDATE desk SET last_seen_at = now() WHERE id = d.id;
  RETURN jsonb_build_object(
    'token', encode(token, 'hex'), 'schema', (SELECT max(version) FROM migration), 'now', (extract(epoch FROM clock_timestamp()) * 1000)::bigint,
    'has_store_key', d.store_key IS NOT NULL,
    'scopes', (SELECT coalesce(jsonb_agg(jsonb_build_object('n', s.n, 'kind', s.kind, 'code', s.code, 'name', s.name) ORDER BY s.n = d.hall DESC, s.n), '[]')
               FROM desk_scope x JOIN scope s ON s.n = x.scope WHERE x.desk = d.id));
END
$$;
