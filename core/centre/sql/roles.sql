-- Roles of the centre, and the schemas that they see. Run again at every upgrade; whoever runs it may create roles.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ow_owner') THEN CREATE ROLE ow_owner NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ow_desk') THEN CREATE ROLE ow_desk NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ow_newcomer') THEN CREATE ROLE ow_newcomer NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ow_administrator') THEN CREATE ROLE ow_administrator NOLOGIN; END IF;
  EXECUTE format('GRANT ow_owner, ow_administrator TO %I', current_user);
  -- To read how far the standbys are. From PostgreSQL 16 on only a role that was given with the admin option can be passed on: the site gives
  -- pg_monitor (packaging/centre).
  IF NOT pg_has_role('ow_owner', 'pg_monitor', 'member') THEN GRANT pg_monitor TO ow_owner; END IF;
END
$$;
ALTER ROLE ow_desk SET statement_timeout = '30s';
CREATE SCHEMA IF NOT EXISTS ow AUTHORIZATION ow_owner;
CREATE SCHEMA IF NOT EXISTS ow_api AUTHORIZATION ow_owner;
CREATE SCHEMA IF NOT EXISTS ow_admin AUTHORIZATION ow_owner;
CREATE SCHEMA IF NOT EXISTS ow_enrol AUTHORIZATION ow_owner;
REVOKE ALL ON SCHEMA ow, ow_api, ow_admin, ow_enrol FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
DO $$
BEGIN
  EXECUTE format('REVOKE TEMPORARY, CREATE ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO ow_desk, ow_newcomer, ow_administrator', current_database());
END
$$;
GRANT USAGE ON SCHEMA ow_api TO ow_desk;
GRANT USAGE ON SCHEMA ow_enrol TO ow_newcomer;
GRANT USAGE ON SCHEMA ow_api, ow_admin TO ow_administrator;
