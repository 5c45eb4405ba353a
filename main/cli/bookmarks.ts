import { parseArgs } from 'node:util';
import { message } from '../../preload/contract/messages.ts';
import { exportContext } from '../../preload/export/context.ts';
import { exportFormats, isExportFormat } from '../../preload/export/formats.ts';
import { heldBack } from '../../preload/export/held-back.ts';
import { articlesOf } from '../reader/export.ts';
import { withLibrary } from './open-library.ts';
import { print } from './print.ts';
import { UsageError } from './usage.ts';

const options = {
  data: { type: 'string' },
  format: { type: 'string', default: 'json' },
  held: { type: 'boolean', default: false },
} as const;

/** More than anybody has bookmarked. */
const MOST = 1_000_000;

/**
 * `depesche bookmarks --data DIR --format FORMAT [--held]`: every bookmarked dispatch, newest first, with tags and notes. What is
 * killed, withheld or under embargo is left out unless `--held` is given; standard error names it.
 */
export async function bookmarks(args: string[]): Promise<number> {
  const { data, format, held } = parseArgs({ args, options }).values;
  if (!isExportFormat(format) || format === 'ics' || format === 'print' || exportFormats[format].isSingle)
    throw new UsageError(message('usage.format'));
  return withLibrary(data, true, async (library) => {
    const context = exportContext({ language: 'en', own: true });
    const ids = library.ids({ query: { list: 'bookmarks', order: 'newest' }, offset: 0, limit: MOST });
    const all = await articlesOf(library, ids);
    const left = held ? [] : all.filter(({ dispatch }) => heldBack(dispatch, context.now));
    process.stderr.write(
      left
        .map(({ dispatch: { status, headline } }) => `depesche bookmarks: ${status}, left out: ${headline}\n`)
        .join(''),
    );
    await print(
      exportFormats[format].write(
        all.filter((article) => !left.includes(article)),
        context,
      ),
    );
    return 0;
  });
}
