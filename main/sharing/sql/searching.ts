/**
 * `search` with the page before the count: a month of which fewer hits come than asked for needs no count, and one of many hits is counted no
 * longer than the page is worth waiting for. After three seconds it is what has been found. Just-in-time compiling is off, as it takes longer than the search.
 */
export const SEARCHING = `
-- The newest hits of a search, and how many there are, counted for a tenth of a second ("more": at least).
CREATE OR REPLACE FUNCTION depesche.search(query text, since timestamptz, until timestamptz, skip int, most int) RETURNS json
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off AS $$
DECLARE
  login_name text := depesche.me(ARRAY['reader', 'desk', 'ingest']);
  allowed text[] := depesche.my_sources();
  sought tsquery := query::tsquery;
  began timestamptz := clock_timestamp();
  wanted int := least(most, 200);
  -- The index knows neither neighbours nor weights. Estimates do not either, and would have the whole month read in its order.
  newest text := CASE WHEN query ~ '<->|:[*]?[AB]' THEN 'published + interval ''0''' ELSE 'published' END || ' DESC, seq DESC';
  conditions text := '($1 IS NULL OR words @@ $1) AND ($2 IS NULL OR source = ANY ($2)) AND ($3 IS NULL OR published >= $3) AND ($4 IS NULL OR published < $4)';
  one date;
  part text;
  room int;
  found_here bigint;
  total bigint := 0;
  hits json[] := '{}';
  page json[];
  more boolean := false;
BEGIN
  FOR one IN SELECT first FROM depesche.month WHERE (since IS NULL OR first >= depesche.month_of(since)) AND (until IS NULL OR first <= depesche.month_of(until))
    ORDER BY first DESC LOOP
    -- The exchange waits for the answer on the same connection.
    more := clock_timestamp() - began > interval '3 seconds';
    EXIT WHEN more;
    part := 'dispatch_' || to_char(one, 'YYYY_MM');
    found_here := NULL;
    IF skip > total THEN
      EXECUTE format('SELECT count(*) FROM depesche.%I WHERE %s', part, conditions) INTO found_here USING sought, allowed, since, until;
    END IF;
    room := wanted - cardinality(hits);
    IF room > 0 AND (found_here IS NULL OR total + found_here > skip) THEN
      EXECUTE format('SELECT array_agg(json_build_object(''hash'', encode(hash, ''hex''), ''month'', month, ''id'', id, ''version'', version, ''source'', source,
        ''published'', published, ''headline'', headline, ''verdict'', depesche.verdict_on(id, number, published)))
        FROM (SELECT month, hash, id, version, source, number, published, headline FROM depesche.%I WHERE %s ORDER BY %s OFFSET $5 LIMIT $6) x', part, conditions, newest)
        INTO page USING sought, allowed, since, until, greatest(0, skip - total), room;
      hits := hits || coalesce(page, '{}');
      IF coalesce(cardinality(page), 0) < room THEN
        found_here := coalesce(found_here, coalesce(cardinality(page), 0));
      END IF;
    END IF;
    IF found_here IS NULL THEN
      -- The page is full.
      more := clock_timestamp() - began > interval '100 milliseconds';
      EXIT WHEN more;
      EXECUTE format('SELECT count(*) FROM (SELECT FROM depesche.%I WHERE %s LIMIT 20000) x', part, conditions)
        INTO found_here USING sought, allowed, since, until;
      more := found_here = 20000;
    END IF;
    total := total + found_here;
    EXIT WHEN more;
  END LOOP;
  RETURN json_build_object('total', CASE WHEN cardinality(hits) = 0 THEN total ELSE greatest(total, skip + cardinality(hits)) END, 'more', more, 'hits', array_to_json(hits));
END $$;
`;
