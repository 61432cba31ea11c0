-- After all functions are there: everybody may execute only what is listed here.
REVOKE ALL ON ALL TABLES IN SCHEMA ow, ow_api, ow_admin, ow_enrol FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ow, ow_api, ow_admin, ow_enrol FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ow_api TO ow_desk;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ow_enrol TO ow_newcomer;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ow_admin TO ow_administrator;
-- The second wall: whoever got a right on a table by mistake still sees no row. The owner, as which the functions run, does.
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT c.oid::regclass AS name FROM pg_class c WHERE c.relnamespace = 'ow'::regnamespace AND c.relkind IN ('r', 'p') LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t.name);
  END LOOP;
END
$$;
