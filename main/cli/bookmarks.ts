import { parseArgs } from 'node:util';
import { message } from '../../preload/contract/messages.ts';
import { bookmarksAsJson, bookmarksAsMarkdown } from '../reader/export.ts';
import { withLibrary } from './open-library.ts';
import { print } from './print.ts';
import { UsageError } from './usage.ts';

const options = { data: { type: 'string' }, format: { type: 'string', default: 'json' } } as const;

/** `depesche bookmarks --data DIR --format json|md`: every bookmarked dispatch, newest first. */
export async function bookmarks(args: string[]): Promise<number> {
  const { data, format } = parseArgs({ args, options }).values;
  if (format !== 'json' && format !== 'md') throw new UsageError(message('usage.format'));
  return withLibrary(data, true, async (library) => {
    const dispatches = library.bookmarks();
    await print(format === 'json' ? bookmarksAsJson(dispatches) : bookmarksAsMarkdown(dispatches));
    return 0;
  });
}
