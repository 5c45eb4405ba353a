import { Copy } from 'lucide-react';
import type { Article } from '../../preload/contract/contract.ts';
import { type ExportContext, exportContext } from '../../preload/export/context.ts';
import { heldBack } from '../../preload/export/held-back.ts';
import { stopLine } from '../../preload/export/lines.ts';
import { markdown } from '../../preload/export/markdown.ts';
import { plain, withSource } from '../../preload/export/text.ts';
import { restrictionOf } from '../../preload/text/rights.ts';
import { writeClipboard } from '../common/clipboard.ts';
import type { MessageKey } from '../i18n/translate.ts';
import { languageOf } from '../state/context.ts';
import type { CopyAs } from '../state/shell.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';
import { isShownAlone, target } from './target.ts';

const WRITERS: Readonly<Record<CopyAs, (articles: readonly Article[], context: ExportContext) => string>> = {
  source: withSource,
  plain,
  markdown,
};

/** As many as are copied at once. */
export const MAX_COPIED = 200;

const isKilled = ({ dispatch }: Article): boolean => dispatch.status === 'killed' || dispatch.status === 'withheld';

const copyAs =
  (as: CopyAs) =>
  async (stores: Stores): Promise<void> => {
    const articles = await targeted(stores);
    if (articles === undefined || articles.length === 0) return;
    if (articles.some(isKilled)) stores.shell.getState().open({ name: 'copy-killed', as, articles });
    else await copyArticles(stores, as, articles);
  };

/** The article on screen, in its version, or all that are chosen in the list. */
async function targeted(stores: Stores): Promise<readonly Article[] | undefined> {
  const shown = stores.article.getState().article;
  if (shown && isShownAlone(stores)) return [shown];
  const ids = target(stores)?.ids ?? [];
  if (ids.length > MAX_COPIED) {
    stores.toasts.getState().show({ key: 'copy.tooMany', values: { count: MAX_COPIED }, tone: 'error' });
    return undefined;
  }
  const answers = await Promise.all(ids.map((id) => stores.ask('article.get', { id })));
  return answers.flatMap((answer) => answer?.article ?? []);
}

/** Puts dispatches on the clipboard and notes that they were copied, and in which version. */
export async function copyArticles(stores: Stores, as: CopyAs, articles: readonly Article[]): Promise<void> {
  const context = contextOf(stores);
  if (!(await writeClipboard(WRITERS[as](articles, context)))) {
    stores.toasts.getState().show({ key: 'article.copyFailed', tone: 'error' });
    return;
  }
  noteCopied(stores, articles, context);
}

/** How dispatches are written out in the language and the zone of the window. */
export function contextOf(stores: Stores): ExportContext {
  const { settings, info } = stores.settings.getState();
  const { displayZone } = settings;
  const zone = displayZone === 'system' ? undefined : displayZone;
  return exportContext({ language: languageOf({ settings, info }), zone });
}

/** Says what was copied, and keeps it with the dispatches. */
export function noteCopied(stores: Stores, articles: readonly Article[], context: ExportContext): void {
  say(stores, articles, context);
  const time = context.now.toISOString();
  for (const [version, same] of Map.groupBy(articles, ({ dispatch }) => dispatch.version)) {
    const ids = same.map(({ dispatch }) => dispatch.id);
    void stores.marks.getState().mark(ids, { copied: { time, version } }, 'quiet');
  }
}

function say({ toasts }: Stores, articles: readonly Article[], context: ExportContext): void {
  const held = articles.filter(({ dispatch }) => heldBack(dispatch, context.now));
  const [first] = held;
  const rights = [...new Set(articles.flatMap(({ dispatch }) => restrictionOf(dispatch) ?? []))].join(' ');
  const count = articles.length;
  const { show } = toasts.getState();
  if (first && count === 1)
    show({ key: 'copy.held', values: { line: stopLine(first.dispatch, context) ?? '' }, tone: 'error' });
  else if (first) show({ key: 'copy.someHeld', values: { count, held: held.length }, tone: 'error' });
  else if (rights !== '') show({ key: 'rights.copied', values: { rights }, tone: 'error' });
  else if (count === 1) show({ key: 'article.copied' });
  else show({ key: 'copy.done', values: { count } });
}

const command = (id: string, title: MessageKey, key: string, as: CopyAs): Command => ({
  id,
  title,
  group: 'article',
  keys: [key],
  when: (stores) => target(stores) !== undefined,
  run: (stores) => void copyAs(as)(stores),
});

/** Commands that put dispatches on the clipboard. */
export const copyCommands: readonly Command[] = [
  { ...command('copy', 'command.copy', 'C', 'source'), icon: Copy, onRows: true },
  command('copyPlain', 'command.copyPlain', 'Shift+C', 'plain'),
  command('copyMarkdown', 'command.copyMarkdown', 'Mod+Shift+C', 'markdown'),
];
