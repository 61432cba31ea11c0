-- A desk enrols once: over a login role that was made for it, expires with its code and may do nothing else.

CREATE OR REPLACE FUNCTION ow_enrol.enrol(p_code bytea, p_secret_hash bytea) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  d desk;
BEGIN
  SELECT * INTO d FROM desk WHERE enrol_hash = sha256(p_code) AND enrol_until > now() AND revoked_at IS NULL FOR UPDATE;
  IF d.id IS NULL THEN PERFORM refuse('code'); END IF;
  UPDATE desk SET secret_hash = p_secret_hash, enrol_hash = NULL, enrolled_at = now() WHERE id = d.id;
  RETURN (SELECT jsonb_build_object('desk', d.id, 'division', d.division, 'code', d.code, 'window', d.window_name, 'hall', s.name, 'hall_code', s.code,
                                    'jurisdiction', h.jurisdiction, 'role', h.login_role, 'sealed', encode(d.sealed, 'hex'), 'site', (SELECT id FROM site))
          FROM hall h JOIN scope s ON s.n = h.scope WHERE h.scope = d.hall);
END
$$;
