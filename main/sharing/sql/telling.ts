/**
 * `push` without the time as text three times over, which PostgreSQL parsed anew in every call. And `tell` instead of `wake`: every
 * notification goes to every desk that listens, so that one for each change kept two cores busy from 160 changes a second with 200
 * desks, or 36 with 1,000. Now there is one every 400 ms at most, for all that has changed since.
 */
export const TELLING = `
-- Up to which change of a scope the others have been told, and when they were last told of any.
CREATE TABLE depesche.told (scope bigint PRIMARY KEY REFERENCES depesche.scope, seq bigint NOT NULL);
CREATE TABLE depesche.telling (id int PRIMARY KEY DEFAULT 1 CHECK (id = 1), at timestamptz NOT NULL DEFAULT now());
INSERT INTO depesche.telling DEFAULT VALUES;

CREATE OR REPLACE FUNCTION depesche.push(given_scope bigint, batch jsonb) RETURNS json
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  login_name text := depesche.me(ARRAY['desk', 'ingest']);
  latest text COLLATE "C" := to_char((clock_timestamp() + interval '5 minutes') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  base bigint;
  changes bigint;
  lost json;
  ahead json;
  wait int;
BEGIN
  IF jsonb_typeof(batch) <> 'array' OR jsonb_array_length(batch) > 5000 OR EXISTS (
    SELECT 1 FROM jsonb_array_elements(batch) e
    WHERE coalesce(octet_length(e->>0) NOT BETWEEN 1 AND 1200 OR octet_length(e->>1) NOT BETWEEN 1 AND 1200 OR length(e->>2) NOT BETWEEN 1 AND 200000
      OR e->>3 !~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z-\\d{4}-[0-9a-z]{5}$', true)) THEN
    RAISE EXCEPTION 'depesche: not a batch of changes' USING ERRCODE = 'DP005';
  END IF;
  SELECT s.seq INTO base FROM depesche.member m JOIN depesche.scope s ON s.id = m.scope
    WHERE m.login = login_name AND m.scope = given_scope FOR UPDATE OF s;
  IF base IS NULL THEN
    RAISE EXCEPTION 'depesche: this login does not belong to the scope' USING ERRCODE = 'DP003';
  END IF;
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
  -- Milliseconds until the others may be told.
  SELECT least(500, greatest(0, extract(epoch FROM at - clock_timestamp()) * 1000 + 400 + 100 * random())) INTO wait FROM depesche.telling;
  RETURN json_build_object('now', to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'seq', base + changes, 'changed', changes, 'lost', lost, 'ahead', ahead, 'wait', wait);
END $$;

-- Tells listening desks which scopes have changed, by their numbers or "*" for too many. Answers with 0 if this change of this scope (null: its
-- last) has been told, else with the milliseconds after which to ask again. In a transaction of its own, as PostgreSQL lets one notifying
-- transaction commit at a time. CockroachDB has no pg_notify: there desks see changes when they poll.
CREATE FUNCTION depesche.tell(given_scope bigint, given_seq bigint) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  changed text;
BEGIN
  PERFORM depesche.me(ARRAY['desk', 'ingest']);
  IF EXISTS (SELECT FROM depesche.told WHERE scope = given_scope
    AND seq >= coalesce(given_seq, (SELECT seq FROM depesche.scope WHERE id = given_scope))) THEN
    RETURN 0;
  END IF;
  -- A clock that was put back must not keep the others waiting.
  PERFORM FROM depesche.telling WHERE at NOT BETWEEN clock_timestamp() - interval '400 milliseconds' AND clock_timestamp() FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN 100 + 100 * random();
  END IF;
  UPDATE depesche.telling SET at = clock_timestamp();
  WITH news AS (
    INSERT INTO depesche.told AS t (scope, seq)
    SELECT s.id, s.seq FROM depesche.scope s LEFT JOIN depesche.told k ON k.scope = s.id WHERE s.seq > coalesce(k.seq, 0)
    ON CONFLICT (scope) DO UPDATE SET seq = excluded.seq RETURNING t.scope
  )
  SELECT string_agg(scope::text, ',') INTO changed FROM news;
  PERFORM pg_notify('depesche', CASE WHEN length(changed) < 8000 THEN changed ELSE '*' END);
  RETURN 0;
END $$;

REVOKE ALL ON ALL TABLES IN SCHEMA depesche FROM PUBLIC;
REVOKE ALL ON FUNCTION depesche.tell(bigint, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION depesche.tell(bigint, bigint) TO depesche_desk;
`;
