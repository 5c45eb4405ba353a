import type { ListRow, StatusView } from '../../../preload/contract/contract.ts';
import { findWords } from '../../../preload/text/find-words.ts';
import { DispatchStatus } from '../../wire/dispatch.ts';
import { bodyText } from '../../wire/normalise.ts';
import type { StaticRow } from '../index/index-entry.ts';
import { orderFor } from '../index/kill-target.ts';
import { statusOf, wholeOf } from '../index/rows.ts';
import type { Store } from '../index/store.ts';
import { isRead, viewOf } from '../record/status.ts';
import type { ListSource } from './list-sql.ts';
import { type Elsewhere, foundElsewhere } from './search/found-in.ts';
import { BEFORE, excerpt, MOST_HITS, type Wanted } from './search/hits.ts';

/** For rows outside of a search. */
export const NOT_SEARCHED: Searched = { wanted: { headline: [], body: [] } };

/** The search that has found rows. */
type Searched = Pick<ListSource, 'wanted' | 'match'>;

/** The rows of the dispatches with these sort keys, in the order given; `measured` ones are read whole. */
export function rowsOf(
  store: Store,
  keys: readonly number[],
  { wanted, match }: Searched,
  now: Date,
  measured?: boolean,
): ListRow[] {
  const select = store.sql(
    `SELECT d.n, d.id, d.version, d.status, d.row, d.number, d.norm, s.json AS marked FROM dispatch d LEFT JOIN status s ON s.n = d.n WHERE d.n = ?`,
  );
  const found = keys.flatMap((n) => {
    const row = select.get(n);
    return row ? [{ row, n, id: String(row.id), status: viewOf(statusOf(row.marked)) }] : [];
  });
  const elsewhere = match === undefined ? undefined : foundElsewhere(store, found, match, wanted);
  return found.map(({ row, n, status }) => ({
    ...rowOf(store, row, status, wanted, elsewhere?.get(n), now),
    ...(measured && measuresOf(store, n)),
  }));
}

function rowOf(
  store: Store,
  found: Record<string, unknown>,
  marks: StatusView,
  wanted: Wanted,
  elsewhere: Elsewhere | undefined,
  now: Date,
): ListRow {
  const shown: StaticRow = JSON.parse(String(found.row));
  const version = Number(found.version);
  const status = statusNow(DispatchStatus.parse(found.status), shown.embargoUntil, now);
  const hidden = status === 'killed' || status === 'withheld';
  const read = isRead(marks, version);
  const { signal, embargoUntil, ...rest } = shown;
  return {
    ...rest,
    categories: [...rest.categories],
    ...(signal === undefined ? {} : { signal }),
    ...(embargoUntil === undefined ? {} : { embargoUntil }),
    ...(wanted.headline.length + wanted.body.length === 0 ? {} : hitsOf(store, Number(found.n), shown, wanted)),
    ...elsewhere,
    ...(hidden ? { snippet: '', snippetHits: [] } : {}),
    id: String(found.id),
    version,
    status,
    ...(orderFor(store, found)?.probable ? { probable: true } : {}),
    read,
    bookmarked: marks.bookmarked,
    tags: marks.tags,
    hasNote: marks.notes.length > 0,
    ...(marks.taken && { taken: marks.taken.by }),
    updated: !read && marks.read && (marks.readVersion ?? version) < version,
    ...(marks.later !== undefined && { later: marks.later }),
  };
}

/** The agency's number of a dispatch, and the length of its text in characters. */
function measuresOf(store: Store, n: number): Pick<ListRow, 'number' | 'chars'> {
  const dispatch = wholeOf(store.sql('SELECT json FROM whole WHERE n = ?').get(n)?.json);
  if (!dispatch) return {};
  const { number, body } = dispatch;
  return { ...(number !== undefined && { number }), chars: bodyText(body).length };
}

/** An embargo ends by itself at its time. */
export const statusNow = (status: DispatchStatus, until: string | undefined, now: Date): DispatchStatus =>
  status === 'embargoed' && until !== undefined && Date.parse(until) <= now.getTime() ? 'usable' : status;

function hitsOf(store: Store, n: number, row: StaticRow, wanted: Wanted): Partial<ListRow> {
  const headlineHits = findWords(row.headline, wanted.headline, MOST_HITS);
  if (wanted.body.length === 0) return { headlineHits };
  const inLead = findWords(row.snippet, wanted.body, MOST_HITS);
  const near = inLead[0] && inLead[0][0] <= BEFORE;
  if (near) return { headlineHits, snippetHits: inLead };
  const dispatch = wholeOf(store.sql('SELECT json FROM whole WHERE n = ?').get(n)?.json);
  const found = dispatch ? excerpt(bodyText(dispatch.body), wanted.body) : undefined;
  return found ? { headlineHits, snippet: found.text, snippetHits: found.hits } : { headlineHits, snippetHits: inLead };
}
