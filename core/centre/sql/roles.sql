-- Roles of the centre, and the schemas that they see. Run again at every upgrade; whoever runs it may create roles.
DO $$
DECLARE
  r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['ow_owner', 'ow_desk', 'ow_newcomer', 'ow_clerk', 'ow_administrator', 'ow_system_administrator',
                           'ow_security_administrator', 'ow_auditor'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) THEN EXECUTE format('CREATE ROLE %I NOLOGIN', r); END IF;
  END LOOP;
  -- Makes logins for halls, desks and people, and nothing else: only the functions of ow_roles run as it.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ow_role_keeper') THEN CREATE ROLE ow_role_keeper NOLOGIN CREATEROLE; END IF;
  EXECUTE format('GRANT ow_owner, ow_administrator, ow_role_keeper TO %I', current_user);
  GRANT ow_desk, ow_newcomer, ow_clerk, ow_system_administrator, ow_security_administrator, ow_auditor TO ow_role_keeper WITH ADMIN OPTION;
  -- From PostgreSQL 16 on a role changes only those that it was given with the admin option: also those from before there was a keeper.
  IF current_setting('server_version_num')::integer >= 160000 THEN
    FOR r IN SELECT rolname FROM pg_roles WHERE rolname ~ '^ow_(hall|new|staff)_' AND NOT pg_has_role('ow_role_keeper', oid, 'member') LOOP
      EXECUTE format('GRANT %I TO ow_role_keeper WITH ADMIN TRUE, INHERIT FALSE, SET FALSE', r);
    END LOOP;
  END IF;
  -- To read how far the standbys are. From PostgreSQL 16 on only a role that was given with the admin option can be passed on: the site gives
  -- pg_monitor (packaging/centre).
  IF NOT pg_has_role('ow_owner', 'pg_monitor', 'member') THEN GRANT pg_monitor TO ow_owner; END IF;
END
$$;
ALTER ROLE ow_desk SET statement_timeout = '30s';
CREATE SCHEMA IF NOT EXISTS ow AUTHORIZATION ow_owner;
CREATE SCHEMA IF NOT EXISTS ow_api AUTHORIZATION ow_owner;
CREATE SCHEMA IF NOT EXISTS ow_clerk AUTHORIZATION ow_owner;
CREATE SCHEMA IF NOT EXISTS ow_admin AUTHORIZATION ow_owner;
CREATE SCHEMA IF NOT EXISTS ow_enrol AUTHORIZATION ow_owner;
CREATE SCHEMA IF NOT EXISTS ow_roles AUTHORIZATION ow_role_keeper;
REVOKE ALL ON SCHEMA ow, ow_api, ow_clerk, ow_admin, ow_enrol, ow_roles FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
DO $$
BEGIN
  EXECUTE format('REVOKE TEMPORARY, CREATE ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO ow_desk, ow_newcomer, ow_clerk, ow_administrator, ow_system_administrator, ow_security_administrator, ow_auditor',
                 current_database());
END
$$;
GRANT USAGE ON SCHEMA ow_api TO ow_desk;
GRANT USAGE ON SCHEMA ow_clerk TO ow_clerk;
GRANT USAGE ON SCHEMA ow_enrol TO ow_newcomer;
GRANT USAGE ON SCHEMA ow_admin TO ow_administrator, ow_system_administrator, ow_security_administrator, ow_auditor;
GRANT USAGE ON SCHEMA ow_roles TO ow_owner;
