import { parseArgs } from 'node:util';
import { message } from '../../preload/contract/messages.ts';
import type { Dispatch } from '../wire/dispatch.ts';
import { withLibrary } from './open-library.ts';
import { print } from './print.ts';
import { hideWords, queryOf, tellSearchError } from './query.ts';
import { UsageError } from './usage.ts';

const options = { data: { type: 'string' }, limit: { type: 'string', default: '20' } } as const;

/** `depesche search --data DIR QUERY [--limit N]`: `{total, dispatches}` as JSON, newest first. */
export async function search(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: hideWords(args), options, allowPositionals: true });
  const query = queryOf(positionals);
  if (!/^\d+$/.test(values.limit)) throw new UsageError(message('usage.limit'));
  const limit = Number(values.limit);
  return withLibrary(values.data, true, async (library) => {
    const found = library.window({ query: { list: 'all', search: query, order: 'newest' }, offset: 0, limit });
    if (found.searchError) return tellSearchError('search', query, found.searchError);
    const dispatches: Dispatch[] = found.rows.flatMap(({ id }) => library.article({ id })?.dispatch ?? []);
    await print(`${JSON.stringify({ total: found.total, dispatches: dispatches.map(publicPart) })}\n`);
    return 0;
  });
}

/** Text that is not for publication is not exported. */
const publicPart = (dispatch: Dispatch): Dispatch => ({
  ...dispatch,
  notes: [],
  ...(dispatch.status === 'killed' || dispatch.status === 'withheld' ? { body: [] } : {}),
});
