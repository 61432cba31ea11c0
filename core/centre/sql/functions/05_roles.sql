-- Logins of halls, newcomers and people: made and changed here only, by functions that belong to the one role that may.
-- Passwords arrive as SCRAM verifiers, so that none of them is ever in a statement or a log.
SET LOCAL ROLE ow_role_keeper;

-- A login of one group, and of no other of ours. OW422: it is no name, verifier or group of the kind that is made here.
CREATE OR REPLACE FUNCTION ow_roles.put(p_role text, p_verifier text, p_group text, p_until timestamptz DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  ours constant text[] := '{ow_desk,ow_newcomer,ow_clerk,ow_system_administrator,ow_security_administrator,ow_auditor}';
  g text;
BEGIN
  IF p_role !~ '^ow_(hall|new|staff)_[A-Za-z0-9][A-Za-z0-9._@-]{0,53}$' OR NOT p_group = ANY(ours)
     OR p_verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
    RAISE EXCEPTION USING ERRCODE = 'OW422', MESSAGE = 'role';
  END IF;
  EXECUTE format('%s ROLE %I LOGIN PASSWORD %L CONNECTION LIMIT %s VALID UNTIL %L',
                 CASE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = p_role) THEN 'ALTER' ELSE 'CREATE' END, p_role, p_verifier,
                 CASE p_group WHEN 'ow_desk' THEN -1 WHEN 'ow_newcomer' THEN 2 ELSE 10 END, coalesce(p_until, 'infinity'));
  FOREACH g IN ARRAY ours LOOP
    IF g = p_group THEN EXECUTE format('GRANT %I TO %I', g, p_role);
    ELSIF pg_has_role(p_role, g, 'member') THEN EXECUTE format('REVOKE %I FROM %I', g, p_role);
    END IF;
  END LOOP;
  -- From PostgreSQL 16 on nobody takes back what somebody else has granted: whoever did must, or this login opens nothing.
  IF EXISTS (SELECT FROM unnest(ours) x WHERE x <> p_group AND pg_has_role(p_role, x, 'member')) THEN
    RAISE EXCEPTION USING ERRCODE = 'OW409', MESSAGE = 'office';
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION ow_roles.shut(p_role text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF p_role !~ '^ow_(hall|new|staff)_' THEN RAISE EXCEPTION USING ERRCODE = 'OW422', MESSAGE = 'role'; END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = p_role) THEN EXECUTE format('ALTER ROLE %I NOLOGIN', p_role); END IF;
END
$$;

CREATE OR REPLACE FUNCTION ow_roles.drop_expired() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  r text;
BEGIN
  FOR r IN SELECT rolname FROM pg_roles WHERE rolname ~ '^ow_new_' AND rolvaliduntil < now() LOOP EXECUTE format('DROP ROLE %I', r); END LOOP;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ow_roles FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ow_roles TO ow_owner;
SET LOCAL ROLE ow_owner;
