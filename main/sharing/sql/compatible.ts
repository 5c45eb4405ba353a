/**
 * `push` in one pass, with a look-up in the index for each field: joined to the whole table, as it was, it cost more with every status of
 * the server until PostgreSQL had counted them. And what a program must know at least to use this server, so that desks need not
 * be updated on the day of the server.
 */
export const COMPATIBLE = `
-- The schema that a program must know at least; a step that takes something away from older ones sets it to its own number.
ALTER TABLE depesche.schema_version ADD COLUMN needs int NOT NULL DEFAULT 1;

CREATE OR REPLACE FUNCTION depesche.hello(given_program text) RETURNS json
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  login_name text := depesche.me(ARRAY['reader', 'desk', 'ingest']);
BEGIN
  UPDATE depesche.login SET seen_at = now(), program = left(given_program, 40) WHERE name = login_name;
  RETURN (
    SELECT json_build_object(
      'now', depesche.now_text('0'), 'schema', v.version, 'needs', v.needs,
      'label', l.label, 'access', l.access,
      'scopes', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'name', s.name) ORDER BY s.id), '[]')
                 FROM depesche.member m JOIN depesche.scope s ON s.id = m.scope WHERE m.login = l.name))
    FROM depesche.login l, (SELECT max(version) AS version, max(needs) AS needs FROM depesche.schema_version) v WHERE l.name = login_name);
END $$;

-- Takes [[id, field, value, stamp], …] into a scope: of every field the later stamp stays, of equal stamps the larger value. Changes
-- in one scope wait for each other, so that its numbers follow the commits. Answers with the time here, the scope's number, and the ids of
-- which a later value was here already ("lost") or a stamp lies more than five minutes ahead ("ahead").
CREATE OR REPLACE FUNCTION depesche.push(given_scope bigint, batch jsonb) RETURNS json
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  login_name text := depesche.me(ARRAY['desk', 'ingest']);
  latest text COLLATE "C" := depesche.now_text('5 minutes');
  base bigint;
  changes bigint;
  lost json;
  ahead json;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM depesche.member WHERE login = login_name AND scope = given_scope) THEN
    RAISE EXCEPTION 'depesche: this login does not belong to the scope' USING ERRCODE = 'DP003';
  END IF;
  IF jsonb_typeof(batch) <> 'array' OR jsonb_array_length(batch) > 5000 OR EXISTS (
    SELECT 1 FROM jsonb_array_elements(batch) e
    WHERE coalesce(octet_length(e->>0) NOT BETWEEN 1 AND 1200 OR octet_length(e->>1) NOT BETWEEN 1 AND 1200 OR length(e->>2) NOT BETWEEN 1 AND 200000
      OR e->>3 !~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z-\\d{4}-[0-9a-z]{5}$', true)) THEN
    RAISE EXCEPTION 'depesche: not a batch of changes' USING ERRCODE = 'DP005';
  END IF;
  SELECT seq INTO base FROM depesche.scope WHERE id = given_scope FOR UPDATE;
  WITH given AS MATERIALIZED (
    SELECT DISTINCT ON (1, 2) (e->>0) COLLATE "C" AS id, (e->>1) COLLATE "C" AS field, (e->>2) COLLATE "C" AS value, (e->>3) COLLATE "C" AS stamp
    FROM jsonb_array_elements(batch) e ORDER BY 1, 2, 4 DESC, 3 DESC
  ), known AS MATERIALIZED (
    SELECT g.*, g.stamp > latest AS is_ahead, s.value <> g.value AND (s.stamp, s.value) > (g.stamp, g.value) AS is_lost,
      g.stamp <= latest AND (s.stamp IS NULL OR (g.stamp, g.value) > (s.stamp, s.value)) AS is_later
    FROM given g LEFT JOIN LATERAL (SELECT t.stamp, t.value FROM depesche.status t
      WHERE t.scope = given_scope AND t.dispatch_id = g.id AND t.field = g.field OFFSET 0) s ON true
  ), put AS (
    INSERT INTO depesche.status AS t (scope, dispatch_id, field, value, stamp, seq)
    SELECT given_scope, id, field, value, stamp, base + row_number() OVER (ORDER BY id, field) FROM known WHERE is_later
    ON CONFLICT (scope, dispatch_id, field) DO UPDATE SET value = excluded.value, stamp = excluded.stamp, seq = excluded.seq
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM put), coalesce(json_agg(DISTINCT k.id) FILTER (WHERE k.is_lost), '[]'),
    coalesce(json_agg(DISTINCT k.id) FILTER (WHERE k.is_ahead), '[]') INTO changes, lost, ahead FROM known k;
  IF changes > 0 THEN
    UPDATE depesche.scope SET seq = base + changes WHERE id = given_scope;
  END IF;
  RETURN json_build_object('now', depesche.now_text('0'), 'seq', base + changes, 'changed', changes, 'lost', lost, 'ahead', ahead);
END $$;
`;
