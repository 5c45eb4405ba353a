import { parseArgs } from 'node:util';
import { message } from '../../preload/contract/messages.ts';
import { translator } from '../../renderer/i18n/translate.ts';
import type { Dispatch } from '../wire/dispatch.ts';
import { withLibrary } from './open-library.ts';
import { print } from './print.ts';
import { UsageError } from './usage.ts';

const words = translator('en');
const options = { data: { type: 'string' }, limit: { type: 'string', default: '20' } } as const;

/** `-bremen` excludes a word and is not an option: this command's options have two dashes. */
const isWord = (arg: string): boolean => /^-[^-]/u.test(arg);

/** `depesche search --data DIR QUERY [--limit N]`: `{total, dispatches}` as JSON, newest first. */
export async function search(args: string[]): Promise<number> {
  // A character that no search contains replaces the minus while the options are parsed.
  const hidden = args.map((arg) => (isWord(arg) ? `\0${arg}` : arg));
  const { values, positionals } = parseArgs({ args: hidden, options, allowPositionals: true });
  const query = positionals.join(' ').replaceAll('\0', '');
  if (query.trim() === '') throw new UsageError(message('usage.no-search'));
  if (!/^\d+$/.test(values.limit)) throw new UsageError(message('usage.limit'));
  const limit = Number(values.limit);
  return withLibrary(values.data, true, async (library) => {
    const found = library.window({ query: { list: 'all', search: query, order: 'newest' }, offset: 0, limit });
    if (found.searchError) {
      process.stderr.write(
        `depesche search: ${query}\n${' '.repeat(17 + found.searchError.at)}^ ${words(`search.error.${found.searchError.reason}`)}\n`,
      );
      return 2;
    }
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
