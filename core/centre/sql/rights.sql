-- After all functions are there: everybody may execute only what is listed here.
REVOKE ALL ON ALL TABLES IN SCHEMA ow, ow_api, ow_clerk, ow_admin, ow_enrol FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ow, ow_api, ow_clerk, ow_admin, ow_enrol FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ow_api TO ow_desk;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ow_clerk TO ow_clerk;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ow_enrol TO ow_newcomer;
-- Three offices that nobody holds two of (ow_roles.put takes the others away): who keeps the machines and windows, who keeps the people and
-- their rights, who reads what both of them did. The login that installs the centre stands in for the first two until they are appointed.
DO $$
DECLARE
  system constant text[] := '{add_scope,add_route,scopes,add_hall,halls,add_desk,renew_desk,revoke_desk,desks,open_epoch,state,site_id,collect_chunks,put_authority,document_series}';
  security constant text[] := '{put_staff,disable_staff,staff,give_passphrase,revoke_desk,desks,halls,state,site_id}';
  audit constant text[] := '{acts,staff,desks,halls,state,looks,check_looks,document_series}';
  f record;
BEGIN
  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ow_admin FROM ow_administrator, ow_system_administrator, ow_security_administrator, ow_auditor;
  FOR f IN SELECT p.oid::regprocedure AS signature, p.proname::text AS name FROM pg_proc p WHERE p.pronamespace = 'ow_admin'::regnamespace LOOP
    IF f.name = ANY(system) THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO ow_system_administrator, ow_administrator', f.signature); END IF;
    IF f.name = ANY(security) THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO ow_security_administrator, ow_administrator', f.signature); END IF;
    IF f.name = ANY(audit) THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO ow_auditor', f.signature); END IF;
    IF NOT f.name = ANY(system || security || audit) THEN RAISE EXCEPTION 'no office may call %', f.name; END IF;
  END LOOP;
END
$$;
-- The second wall: whoever got a right on a table by mistake still sees no row. The owner, as which the functions run, does.
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT c.oid::regclass AS name FROM pg_class c WHERE c.relnamespace = 'ow'::regnamespace AND c.relkind IN ('r', 'p') LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t.name);
  END LOOP;
END
$$;
