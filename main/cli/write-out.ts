import { message } from '../../preload/contract/messages.ts';
import { exportContext } from '../../preload/export/context.ts';
import { exportFormats, isExportFormat } from '../../preload/export/formats.ts';
import { heldBack } from '../../preload/export/held-back.ts';
import type { Library } from '../library/library.ts';
import { articlesOf } from '../reader/export.ts';
import { print } from './print.ts';
import { UsageError } from './usage.ts';

type ExportFormat = keyof typeof exportFormats;

/** The agenda’s, and what needs a window. */
const WINDOW_ONLY: ReadonlySet<ExportFormat> = new Set(['ics', 'print', 'pdf']);

/** Options of the commands that write dispatches out. */
export const writeOptions = {
  data: { type: 'string' },
  format: { type: 'string', default: 'json' },
  held: { type: 'boolean', default: false },
} as const;

/** The format of `--format`, one that holds any number of dispatches; a usage error for others. */
export function formatOf(format: string): ExportFormat {
  if (!isExportFormat(format) || WINDOW_ONLY.has(format) || exportFormats[format].isSingle)
    throw new UsageError(message('usage.format'));
  return format;
}

/**
 * Prints dispatches with tags and notes. What is killed, withheld or under embargo is left out unless `held`; standard error
 * names it. `command` is the one that was given.
 */
export async function writeOut(
  command: string,
  library: Library,
  ids: readonly string[],
  { format, held }: { readonly format: ExportFormat; readonly held: boolean },
): Promise<number> {
  const context = exportContext({ language: 'en', own: true });
  const all = await articlesOf(library, ids);
  const left = new Set(held ? [] : all.filter(({ dispatch }) => heldBack(dispatch, context.now)));
  for (const { dispatch } of left)
    process.stderr.write(`depesche ${command}: ${dispatch.status}, left out: ${dispatch.headline}\n`);
  await print(
    exportFormats[format].write(
      all.filter((article) => !left.has(article)),
      context,
    ),
  );
  return 0;
}
