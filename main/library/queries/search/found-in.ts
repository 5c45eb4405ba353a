import type { ListRow, StatusView } from '../../../../preload/contract/contract.ts';
import { findWords } from '../../../../preload/text/find-words.ts';
import { bodyText } from '../../../wire/normalise.ts';
import { earlierVersions, notesText } from '../../index/full-text.ts';
import { hasId } from '../../index/ids.ts';
import { wholeOf } from '../../index/rows.ts';
import type { Store } from '../../index/store.ts';
import { SHOWN_COLUMNS } from './compile.ts';
import { PLACE } from './conditions.ts';
import { excerpt, type Wanted } from './hits.ts';

/** A dispatch that a search has found. */
interface FoundRow {
  readonly n: number;
  readonly id: string;
  readonly status: StatusView;
}

/** A hit outside of the shown version, with an excerpt around it. */
export type Elsewhere = Required<Pick<ListRow, 'foundIn' | 'snippet' | 'snippetHits'>>;

/** Where a search (`match`: as an FTS5 expression) has found dispatches whose shown version it does not find, by their sort keys. */
export function foundElsewhere(
  store: Store,
  rows: readonly FoundRow[],
  match: string,
  wanted: Wanted,
): ReadonlyMap<number, Elsewhere> {
  const isBehind = store.sql(`SELECT 1 FROM dispatch d WHERE ${hasId('d', '?1')} AND d.head = 0 LIMIT 1`);
  const perhaps = rows.filter(({ id, status }) => status.notes.length > 0 || isBehind.get(id) !== undefined);
  const themselves = foundThemselves(
    store,
    match,
    perhaps.map(({ n }) => n),
  );
  const others = perhaps.filter(({ n }) => !themselves.has(n));
  return new Map(
    others.flatMap((row) => {
      const hit = hitElsewhere(store, row, wanted);
      return hit ? [[row.n, hit]] : [];
    }),
  );
}

function foundThemselves(store: Store, match: string, keys: readonly number[]): ReadonlySet<number> {
  if (keys.length === 0) return new Set();
  const rows = store
    .sql(`SELECT rowid AS n FROM text WHERE text MATCH ? AND rowid >= ${PLACE} AND rowid <= ${PLACE}`)
    .all(`{${SHOWN_COLUMNS}} : (${match})`, Math.min(...keys), Math.max(...keys));
  return new Set(rows.map(({ n }) => Number(n)));
}

/** Where the words are that the shown version lacks: in a note, else in the latest version that has one of them. */
function hitElsewhere(store: Store, { n, id, status }: FoundRow, { headline, body }: Wanted): Elsewhere | undefined {
  const shown = wholeOf(store.sql('SELECT json FROM whole WHERE n = ?').get(n)?.json);
  const own = shown ? `${shown.headline}\n${bodyText(shown.body)}` : '';
  const missing = [...new Set([...headline, ...body])].filter((word) => findWords(own, [word], 1).length === 0);
  const note = excerpt(notesText(status), missing);
  if (note) return { foundIn: 'note', snippet: note.text, snippetHits: note.hits };
  for (const earlier of earlierVersions(store, id)) {
    const hit = excerpt(`${earlier.headline}\n${bodyText(earlier.body)}`, missing);
    if (hit) return { foundIn: { version: earlier.version }, snippet: hit.text, snippetHits: hit.hits };
  }
  return undefined;
}
