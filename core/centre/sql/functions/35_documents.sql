-- Numbers of documents. core/sync/README.md says what they promise.

CREATE OR REPLACE FUNCTION ow.last_number(p_hall integer, p_word text, p_type text, p_year integer) RETURNS bigint
LANGUAGE sql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT coalesce((SELECT d.n FROM document_number d WHERE d.hall = p_hall AND d.word = p_word AND d.type = p_type AND d.year = p_year ORDER BY d.n DESC LIMIT 1), 0)
$$;

-- In whose name this hall numbers a document of that case.
CREATE OR REPLACE FUNCTION ow.authority_for(p_hall integer, p_case uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT coalesce(
    (SELECT a.word FROM authority a
     LEFT JOIN entity c ON c.scope = p_hall AND c.kind = 7 AND c.id = p_case AND NOT c.is_gone
     LEFT JOIN entity s ON s.scope = p_hall AND s.kind = 6 AND s.id = id_of(c.body ->> 'service_id') AND NOT s.is_gone
     WHERE a.hall = p_hall AND a.department IN ('', s.body ->> 'department') ORDER BY a.department DESC LIMIT 1),
    (SELECT sc.code FROM scope sc WHERE sc.n = p_hall))
$$;

-- The body of a new document with its number, and what the desk keeps of it: the next of its series, or the one that was given in a history
-- that is gone (p_o.told), where nobody else has that meanwhile. The hall's lock is held. Null for a type that is not numbered.
CREATE OR REPLACE FUNCTION ow.number_document(p_asking ow.asking, p_o ow.given, OUT body jsonb, OUT facts jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  t document_type;
  v_word text := authority_for(p_asking.home, id_of(p_o.changes ->> 'case_id'));
  v_year integer := extract(year FROM clock_timestamp() AT TIME ZONE (SELECT s.time_zone FROM site s WHERE s.one));
  claimed_year integer;
  claimed bigint;
  v_n bigint;
  v_text text;
BEGIN
  SELECT * INTO t FROM document_type d WHERE d.type = p_o.changes ->> 'type';
  IF t.type IS NULL THEN RETURN; END IF;
  -- Only where this centre may have forgotten what it gave, and never so far ahead that it would tear a hole that nobody can fill.
  IF p_o.told ->> 'word' = v_word AND p_o.told ->> 'year' ~ '^[0-9]{4}$' AND p_o.told ->> 'n' ~ '^[1-9][0-9]{0,14}$'
     AND (SELECT count(*) FROM (SELECT FROM epoch LIMIT 2) e) > 1 THEN
    claimed_year := p_o.told ->> 'year';
    claimed := p_o.told ->> 'n';
    IF claimed_year <= v_year AND claimed <= last_number(p_asking.home, v_word, t.type, claimed_year) + 100000 THEN
      INSERT INTO document_number (hall, word, type, year, n, document) VALUES (p_asking.home, v_word, t.type, claimed_year, claimed, p_o.entity_id)
        ON CONFLICT DO NOTHING RETURNING n INTO v_n;
      IF FOUND THEN v_year := claimed_year; END IF;
    END IF;
  END IF;
  IF v_n IS NULL THEN
    v_n := last_number(p_asking.home, v_word, t.type, v_year) + 1;
    INSERT INTO document_number (hall, word, type, year, n, document) VALUES (p_asking.home, v_word, t.type, v_year, v_n, p_o.entity_id);
  END IF;
  v_text := v_word || t.word || '〔' || v_year || '〕' || v_n || '号';
  body := p_o.changes - '{number,former_number}'::text[] || jsonb_strip_nulls(jsonb_build_object(
    'number', v_text, 'former_number', CASE WHEN p_o.told ->> 'number' <> v_text THEN left(p_o.told ->> 'number', 100) END));
  facts := jsonb_build_object('number', v_text, 'word', v_word, 'year', v_year::text, 'n', v_n::text);
END
$$;

CREATE OR REPLACE FUNCTION ow_admin.put_authority(p_hall text, p_department text, p_word text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
DECLARE
  h integer;
BEGIN
  SELECT x.scope INTO h FROM hall x JOIN scope s ON s.n = x.scope WHERE s.code = p_hall;
  IF h IS NULL THEN RAISE EXCEPTION USING ERRCODE = 'OW404', MESSAGE = 'hall'; END IF;
  -- Another hall's word, or the code under which another one counts where it has none.
  IF EXISTS (SELECT FROM authority a WHERE a.word = p_word AND (a.hall, a.department) <> (h, p_department))
     OR EXISTS (SELECT FROM scope s WHERE s.kind = 'hall' AND s.code = p_word AND s.n <> h)
     OR EXISTS (SELECT FROM document_number d WHERE d.word = p_word AND d.hall <> h) THEN
    RAISE EXCEPTION USING ERRCODE = 'OW409', MESSAGE = 'authority';
  END IF;
  INSERT INTO authority (hall, department, word) VALUES (h, p_department, p_word)
    ON CONFLICT (hall, department) DO UPDATE SET word = excluded.word;
  PERFORM note('authority_put', p_hall || ' ' || p_word || CASE p_department WHEN '' THEN '' ELSE ' ' || p_department END);
END
$$;

-- Every series: how many numbers were given, the last of them, and the first that are missing. Only a centre that was restored misses any:
-- what it gave out before and nobody has told it again.
CREATE OR REPLACE FUNCTION ow_admin.document_series() RETURNS TABLE (hall text, word text, type text, year integer, given bigint, last bigint, missing bigint[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ow, pg_catalog, pg_temp AS $$
  SELECT s.code, d.word, d.type, d.year, count(*), max(d.n),
         CASE WHEN max(d.n) = count(*) THEN '{}' ELSE
           (SELECT coalesce(array_agg(m.n ORDER BY m.n), '{}') FROM (SELECT g.n FROM generate_series(1, max(d.n)) AS g(n)
            WHERE NOT EXISTS (SELECT FROM document_number x WHERE x.hall = d.hall AND x.word = d.word AND x.type = d.type AND x.year = d.year AND x.n = g.n) LIMIT 100) m) END
  FROM document_number d JOIN scope s ON s.n = d.hall GROUP BY s.code, d.hall, d.word, d.type, d.year ORDER BY s.code, d.word, d.year, d.type
$$;
