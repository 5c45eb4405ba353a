import { parseArgs } from 'node:util';
import { withLibrary } from './open-library.ts';
import { formatOf, writeOptions, writeOut } from './write-out.ts';

/** More than anybody has bookmarked. */
const MOST = 1_000_000;

/** `depesche bookmarks --data DIR --format FORMAT [--held]`: every bookmarked dispatch, newest first. */
export async function bookmarks(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: writeOptions });
  const format = formatOf(values.format);
  return withLibrary(values.data, true, (library) => {
    const ids = library.ids({ query: { list: 'bookmarks', order: 'newest' }, offset: 0, limit: MOST });
    return writeOut('bookmarks', library, ids, { format, held: values.held });
  });
}
