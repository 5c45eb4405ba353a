import type { StatusView } from '../../../preload/contract/status.ts';
import { lowerText } from '../../../preload/text/folded-text.ts';
import { blockText, type Dispatch } from '../../wire/dispatch.ts';
import { viewOf } from '../record/status.ts';
import { hasId, isHead } from './ids.ts';
import { prepare } from './index-entry.ts';
import { wholeOf } from './rows.ts';
import type { Store } from './store.ts';
import type { OwnText, SearchText } from './text-change.ts';

/** Versions before the shown one: a ticker that is sent again every minute has a thousand. */
const MAX_EARLIER = 20;

/** The versions of a dispatch before the shown one, the latest first. */
export const earlierVersions = (store: Store, id: string): Dispatch[] =>
  store
    .sql(
      // Chosen before their text is read.
      `SELECT w.json FROM
       (SELECT d.n, d.version FROM dispatch d WHERE ${hasId('d', '?1')} AND d.head = 0 ORDER BY d.version DESC LIMIT ${MAX_EARLIER}) d
       CROSS JOIN whole w ON w.n = d.n ORDER BY d.version DESC`,
    )
    .all(id)
    .flatMap(({ json }) => wholeOf(json) ?? []);

/** The texts of the user's notes, one after the other. */
export const notesText = ({ notes }: StatusView): string => notes.map(({ text }) => text).join('\n');

/** The own text of a shown dispatch, and the rest by which it is found. */
export const fullText = (store: Store, id: string, own: OwnText, status = viewOf(store.status(id))): SearchText => ({
  ...own,
  earlier: earlierText(store, id, own),
  note: notesText(status),
});

/** Makes a dispatch searchable anew: one of its earlier versions has come, or a note has changed. */
export function renewText(store: Store, id: string): void {
  const row = store
    .sql(`SELECT d.n, w.json FROM dispatch d JOIN whole w ON w.n = d.n WHERE ${isHead('d', '?1')}`)
    .get(id);
  const dispatch = wholeOf(row?.json);
  if (row && dispatch) store.texts.put(Number(row.n), fullText(store, id, prepare(dispatch).text));
}

/** Headlines and blocks that the shown version does not have, each once. */
function earlierText(store: Store, id: string, { headline, body }: OwnText): string {
  const shown = new Set([lowerText(headline), ...body.split('\n\n')]);
  const earlier = new Map<string, string>();
  for (const dispatch of earlierVersions(store, id))
    for (const text of [dispatch.headline, ...dispatch.body.map(blockText)]) {
      const key = lowerText(text);
      if (!shown.has(key)) earlier.set(key, text);
    }
  return [...earlier.values()].join('\n');
}
