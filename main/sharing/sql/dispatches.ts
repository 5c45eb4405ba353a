/**
 * Dispatches, a partition a month, and the search in them. What a desk may see is decided by its sources: reading goes through a role
 * that row-level security binds (depesche_gate). The search cannot: PostgreSQL uses no index for a text search below a security
 * policy, as `@@` is not leakproof. It asks for the same sources in its own condition.
 *
 * CockroachDB has no `PARTITION OF`: there the table stays whole, without the clause.
 */
export const DISPATCHES = `
-- Null: all sources.
ALTER TABLE depesche.login ADD COLUMN sources text[];

CREATE TABLE depesche.dispatch (
  month date NOT NULL,
  -- SHA-256 of the document.
  hash bytea NOT NULL,
  id text COLLATE "C" NOT NULL,
  version int NOT NULL,
  source text NOT NULL,
  -- The source and its number, as kills name it.
  number text COLLATE "C",
  published timestamptz NOT NULL,
  headline text NOT NULL,
  -- In the order of commits, without gaps.
  seq bigint NOT NULL,
  -- The dispatch as "depesche parse" prints it, without its file.
  document text NOT NULL,
  words tsvector NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  login text NOT NULL,
  PRIMARY KEY (month, hash)
) PARTITION BY RANGE (month);
CREATE INDEX dispatch_seq ON depesche.dispatch (seq);
CREATE INDEX dispatch_id ON depesche.dispatch (id);
CREATE INDEX dispatch_published ON depesche.dispatch (published DESC, seq DESC);
CREATE INDEX dispatch_received ON depesche.dispatch (received_at);
CREATE INDEX dispatch_words ON depesche.dispatch USING gin (words);

CREATE TABLE depesche.month (first date PRIMARY KEY);

-- What kills and holds refer to: an id, or a source with a number.
CREATE TABLE depesche.verdict (
  target text COLLATE "C" NOT NULL,
  relation text NOT NULL CHECK (relation IN ('kills', 'holds')),
  at timestamptz NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (target, hash)
);

-- The partition of a time; wrong years share the first and the last.
CREATE FUNCTION depesche.month_of(published timestamptz) RETURNS date
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT greatest('1990-01-01', least('2049-12-01', date_trunc('month', published AT TIME ZONE 'UTC')::date))
$$;

CREATE FUNCTION depesche.my_sources() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT sources FROM depesche.login WHERE name = session_user
$$;

ALTER TABLE depesche.dispatch ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_source ON depesche.dispatch FOR SELECT TO depesche_gate
  USING ((SELECT depesche.my_sources()) IS NULL OR source = ANY ((SELECT depesche.my_sources())::text[]));

-- Of [[published, hash], …] the hashes that are not here yet.
CREATE FUNCTION depesche.offer(given jsonb) RETURNS json
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM depesche.me(ARRAY['ingest']);
  RETURN (SELECT coalesce(json_agg(e->>1), '[]') FROM jsonb_array_elements(given) e WHERE NOT EXISTS (
    SELECT 1 FROM depesche.dispatch d WHERE d.month = depesche.month_of((e->>0)::timestamptz) AND d.hash = decode(e->>1, 'hex')));
END $$;

-- Takes in [{id, version, source, number, published, headline, document, words, orders: [[target, relation], …]}, …]; what is here already is left out.
CREATE FUNCTION depesche.put_dispatches(batch jsonb) RETURNS json
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  login_name text := depesche.me(ARRAY['ingest']);
  room bigint;
  base bigint;
  added bigint;
  one date;
BEGIN
  IF jsonb_typeof(batch) <> 'array' OR jsonb_array_length(batch) > 1000 THEN
    RAISE EXCEPTION 'depesche: not a batch of dispatches' USING ERRCODE = 'DP005';
  END IF;
  SELECT id, seq INTO room, base FROM depesche.scope WHERE kind = 'newsroom' FOR UPDATE;
  FOR one IN SELECT DISTINCT depesche.month_of((e->>'published')::timestamptz) FROM jsonb_array_elements(batch) e LOOP
    IF NOT EXISTS (SELECT 1 FROM depesche.month WHERE first = one) THEN
      EXECUTE format('CREATE TABLE IF NOT EXISTS depesche.%I PARTITION OF depesche.dispatch FOR VALUES FROM (%L) TO (%L)',
        'dispatch_' || to_char(one, 'YYYY_MM'), one, CASE WHEN one = '2049-12-01' THEN 'infinity' ELSE (one + interval '1 month')::date::text END);
      EXECUTE format('REVOKE ALL ON depesche.%I FROM PUBLIC', 'dispatch_' || to_char(one, 'YYYY_MM'));
      INSERT INTO depesche.month VALUES (one);
    END IF;
  END LOOP;
  WITH given AS (
    SELECT DISTINCT ON (1, 2) depesche.month_of((e->>'published')::timestamptz) AS month, sha256(convert_to(e->>'document', 'UTF8')) AS hash, e
    FROM jsonb_array_elements(batch) e ORDER BY 1, 2
  ), fresh AS (
    SELECT g.*, base + row_number() OVER (ORDER BY (g.e->>'published')::timestamptz, g.hash) AS seq FROM given g
    WHERE NOT EXISTS (SELECT 1 FROM depesche.dispatch d WHERE d.month = g.month AND d.hash = g.hash)
  ), orders AS (
    INSERT INTO depesche.verdict (target, relation, at, hash)
    SELECT DISTINCT ON (1) o->>0, o->>1, (f.e->>'published')::timestamptz, f.hash
    FROM fresh f, jsonb_array_elements(f.e->'orders') o ORDER BY 1, 2 DESC ON CONFLICT (target, hash) DO NOTHING
  )
  INSERT INTO depesche.dispatch (month, hash, id, version, source, number, published, headline, seq, document, words, login)
  SELECT month, hash, e->>'id', (e->>'version')::int, e->>'source', e->>'number', (e->>'published')::timestamptz, e->>'headline', seq, e->>'document',
    (e->>'words')::tsvector, login_name FROM fresh;
  GET DIAGNOSTICS added = ROW_COUNT;
  IF added > 0 THEN
    UPDATE depesche.scope SET seq = base + added WHERE id = room;
  END IF;
  RETURN json_build_object('added', added, 'room', room);
END $$;

-- Owned by the gate: sees what row-level security lets it see.
CREATE FUNCTION depesche.visible(after bigint, until bigint, most int) RETURNS TABLE (seq bigint, document text, mine boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT d.seq, d.document, d.login = session_user FROM depesche.dispatch d
  WHERE d.seq > after AND d.seq <= until ORDER BY d.seq LIMIT most
$$;

-- Dispatches behind a number, and the number up to which that is all. Without a number (null) those of the last days begin.
CREATE FUNCTION depesche.pull_dispatches(after bigint, days int, most int) RETURNS json
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  login_name text := depesche.me(ARRAY['reader', 'desk', 'ingest']);
  last bigint;
  start bigint := after;
  answer json;
  reached bigint;
BEGIN
  SELECT s.seq INTO last FROM depesche.scope s WHERE s.kind = 'newsroom';
  IF start IS NULL THEN
    SELECT coalesce(min(d.seq) - 1, last) INTO start FROM depesche.dispatch d WHERE d.received_at > now() - make_interval(days => days);
  END IF;
  IF start >= last THEN
    RETURN json_build_object('seq', last, 'more', false, 'documents', '[]'::json);
  END IF;
  SELECT coalesce(json_agg(v.document ORDER BY v.seq) FILTER (WHERE NOT v.mine), '[]'), CASE WHEN count(*) < least(most, 500) THEN last ELSE max(v.seq) END
    INTO answer, reached FROM depesche.visible(start, last, least(most, 500)) v;
  UPDATE depesche.member m SET cursor = start FROM depesche.scope s
    WHERE m.login = login_name AND m.scope = s.id AND s.kind = 'newsroom' AND m.cursor <> start;
  RETURN json_build_object('seq', reached, 'more', reached < last, 'documents', answer);
END $$;

-- How a kill or hold that refers to a dispatch names it; null if there is none. The rules are those of the library.
CREATE FUNCTION depesche.verdict_on(given_id text, given_number text, published timestamptz) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT v.relation FROM depesche.verdict v
  WHERE v.at >= published AND (v.target = given_id OR (v.target = given_number AND v.at - published <= interval '1 day'))
  ORDER BY v.relation DESC LIMIT 1
$$;

-- The newest hits of a search, and how many there are, counted for a fifth of a second ("more": at least).
CREATE FUNCTION depesche.search(query text, since timestamptz, until timestamptz, skip int, most int) RETURNS json
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  login_name text := depesche.me(ARRAY['reader', 'desk', 'ingest']);
  allowed text[] := depesche.my_sources();
  sought tsquery := query::tsquery;
  began timestamptz := clock_timestamp();
  one date;
  found_here bigint;
  total bigint := 0;
  hits json[] := '{}';
  page json[];
  more boolean := false;
BEGIN
  FOR one IN SELECT first FROM depesche.month WHERE (since IS NULL OR first >= depesche.month_of(since)) AND (until IS NULL OR first <= depesche.month_of(until))
    ORDER BY first DESC LOOP
    IF cardinality(hits) >= most AND clock_timestamp() - began > interval '200 milliseconds' THEN
      more := true;
      EXIT;
    END IF;
    EXECUTE format('SELECT count(*) FROM depesche.%I WHERE ($1 IS NULL OR words @@ $1) AND ($2 IS NULL OR source = ANY ($2))
      AND ($3 IS NULL OR published >= $3) AND ($4 IS NULL OR published < $4)', 'dispatch_' || to_char(one, 'YYYY_MM'))
      INTO found_here USING sought, allowed, since, until;
    IF cardinality(hits) < most AND total + found_here > skip THEN
      EXECUTE format('SELECT array_agg(hit) FROM (SELECT json_build_object(''hash'', encode(hash, ''hex''), ''month'', month, ''id'', id, ''version'', version, ''source'', source,
        ''published'', published, ''headline'', headline, ''verdict'', depesche.verdict_on(id, number, published)) AS hit
        FROM depesche.%I WHERE ($1 IS NULL OR words @@ $1) AND ($2 IS NULL OR source = ANY ($2)) AND ($3 IS NULL OR published >= $3)
        AND ($4 IS NULL OR published < $4) ORDER BY published DESC, seq DESC OFFSET $5 LIMIT $6) x', 'dispatch_' || to_char(one, 'YYYY_MM'))
        INTO page USING sought, allowed, since, until, greatest(0, skip - total), least(most, 200) - cardinality(hits);
      hits := hits || coalesce(page, '{}');
    END IF;
    total := total + found_here;
  END LOOP;
  RETURN json_build_object('total', total, 'more', more, 'hits', array_to_json(hits));
END $$;

-- One dispatch of the archive in full.
CREATE FUNCTION depesche.archived(given_month date, given_hash text) RETURNS json
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  login_name text := depesche.me(ARRAY['reader', 'desk', 'ingest']);
  allowed text[] := depesche.my_sources();
BEGIN
  RETURN (SELECT json_build_object('document', document, 'verdict', depesche.verdict_on(id, number, published)) FROM depesche.dispatch
    WHERE month = given_month AND hash = decode(given_hash, 'hex') AND (allowed IS NULL OR source = ANY (allowed)));
END $$;

REVOKE ALL ON ALL TABLES IN SCHEMA depesche FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA depesche FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA depesche TO depesche_gate;
GRANT SELECT ON depesche.dispatch TO depesche_gate;
GRANT EXECUTE ON FUNCTION depesche.my_sources() TO depesche_gate;
GRANT EXECUTE ON FUNCTION depesche.visible(bigint, bigint, int) TO depesche_owner;
ALTER FUNCTION depesche.visible(bigint, bigint, int) OWNER TO depesche_gate;
REVOKE CREATE ON SCHEMA depesche FROM depesche_gate;
GRANT EXECUTE ON FUNCTION depesche.pull_dispatches(bigint, int, int), depesche.search(text, timestamptz, timestamptz, int, int),
  depesche.archived(date, text) TO depesche_reader;
GRANT EXECUTE ON FUNCTION depesche.offer(jsonb), depesche.put_dispatches(jsonb) TO depesche_ingest;
`;
