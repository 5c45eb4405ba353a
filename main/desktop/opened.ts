import { basename } from 'node:path';
import { app, dialog } from 'electron';
import { z } from 'zod';
import { hostText } from '../../renderer/i18n/host-text.ts';
import { messageOf } from '../errors.ts';
import type { Reader } from '../reader/reader.ts';
import type { Words } from './words.ts';

/** Files (absolute paths) and links (not yet checked) opened with the app; a second instance passes them to the first. */
export const Opened = z.object({
  files: z.array(z.string().max(4_096)).max(1_000),
  links: z.array(z.string().max(40_000)).max(100).optional(),
});
export type Opened = z.infer<typeof Opened>;

/** A message box shows no more files than these. */
const MAX_NAMED = 10;

/**
 * Hands files that were opened with the app to the reader, calls `show` with the id of the first dispatch once the library has
 * it, and tells the user which files could not be opened.
 */
export async function openFiles(
  reader: Reader,
  files: readonly string[],
  words: Words,
  show: (id: string) => void,
): Promise<void> {
  const refused: string[] = [];
  let first: string | undefined;
  for (const file of files) {
    try {
      const { id } = await reader.open(file);
      first ??= id;
      app.addRecentDocument(file);
    } catch (error) {
      refused.push(`${basename(file)}\n${hostText(messageOf(error), words.language).text}`);
    }
  }
  if (first !== undefined) showOnceRead(reader, first, show);
  if (refused.length > 0) await tellRefused(refused, words);
}

async function tellRefused(refused: readonly string[], words: Words): Promise<void> {
  const more = refused.length - MAX_NAMED;
  await dialog.showMessageBox({
    type: 'warning',
    title: 'Depesche',
    message: words.notOpened(refused.length),
    detail: [...refused.slice(0, MAX_NAMED), ...(more > 0 ? [words.more(more)] : [])].join('\n\n'),
    buttons: [words.ok],
    noLink: true,
  });
}

/** The inbox waits until a file stands still: the dispatch comes a moment after its file. */
function showOnceRead(reader: Reader, id: string, show: (id: string) => void): void {
  let shown = false;
  const look = async (): Promise<void> => {
    const { article } = await reader.handlers['article.get']({ id });
    if (shown || article === undefined) return;
    shown = true;
    stop();
    show(id);
  };
  const stop = reader.on('library.changed', () => void look().catch(() => undefined));
  void look().catch(() => undefined);
}
