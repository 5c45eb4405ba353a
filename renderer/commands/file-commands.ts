import { placeOf } from '../../preload/contract/folders.ts';
import { writeClipboard } from '../common/clipboard.ts';
import { isFromServer } from '../common/file-name.ts';
import { isHidden } from '../state/article.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';

const isShown = ({ article }: Stores) => article.getState().article !== undefined && !isHidden(article.getState());

/** Shows the file of the dispatch on screen in the file manager; where that fails, copies its path. */
async function reveal({ ask, article, settings, toasts }: Stores): Promise<void> {
  const shown = article.getState().article?.dispatch;
  if (!shown) return;
  if (isFromServer(shown.file.path)) {
    toasts.getState().show({ key: 'file.onServer', tone: 'error' });
    return;
  }
  const answer = await ask('file.reveal', { id: shown.id, version: shown.version });
  if (!answer || answer.done) return;
  const place = placeOf(shown.file.path);
  const folder = settings.getState().info?.wireFolders.find(({ key }) => key === place.key);
  const path = `${folder?.path ?? ''}/${place.path}`;
  if (answer.reason === undefined) toasts.getState().show({ key: 'file.gone', tone: 'error' });
  else if (await writeClipboard(path)) toasts.getState().show({ key: 'file.pathCopied', values: { path } });
}

/** Commands for the file a dispatch came from. */
export const fileCommands: readonly Command[] = [
  {
    id: 'showFile',
    title: 'command.showFile',
    group: 'article',
    keys: ['Shift+O'],
    when: isShown,
    run: ({ article }) => article.getState().showFile(!article.getState().fileShown),
  },
  {
    id: 'revealFile',
    title: 'command.revealFile',
    group: 'article',
    keys: [],
    when: isShown,
    run: (stores) => void reveal(stores),
  },
];
