import { parseArgs } from 'node:util';
import { withLibrary } from './open-library.ts';
import { hideWords, queryOf, tellSearchError } from './query.ts';
import { formatOf, writeOptions, writeOut } from './write-out.ts';

/** More would not fit into one text. */
const MOST = 100_000;

/** `depesche export --data DIR QUERY [--format FORMAT] [--held]`: what a search finds, newest first, at most 100,000. */
export async function exportFound(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: hideWords(args), options: writeOptions, allowPositionals: true });
  const query = queryOf(positionals);
  const format = formatOf(values.format);
  return withLibrary(values.data, true, async (library) => {
    const asked = { query: { list: 'all', search: query, order: 'newest' }, offset: 0 } as const;
    const { searchError } = library.window({ ...asked, limit: 0 });
    if (searchError) return tellSearchError('export', query, searchError);
    return writeOut('export', library, library.ids({ ...asked, limit: MOST }), { format, held: values.held });
  });
}
