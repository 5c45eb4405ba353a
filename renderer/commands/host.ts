import type { MessageKey } from '../i18n/translate.ts';
import type { Reader } from '../state/reader.ts';

export async function openFolder({ ask, toasts }: Reader): Promise<void> {
  const answer = await ask('folder.open', {});
  if (!answer || answer.done) return;
  toasts.getState().show({ key: 'folder.openFailed', values: { reason: answer.reason ?? '' }, tone: 'error' });
}

/** Watches another folder. Where the host cannot ask for it, a dialog asks for its path. */
export async function chooseFolder({ ask, shell, toasts }: Reader, path?: string): Promise<void> {
  const answer = await ask('folder.choose', path === undefined ? {} : { path });
  if (!answer || answer.done) return;
  if (answer.reason === 'path-needed') shell.getState().open({ name: 'folder-path' });
  // Without a reason the person closed the host's own dialog.
  else if (answer.reason !== undefined) toasts.getState().show({ ...refusal(answer.reason, path), tone: 'error' });
}

const REFUSALS: ReadonlyMap<string, MessageKey> = new Map([
  ['path-missing', 'folder.missing'],
  ['path-relative', 'folder.relative'],
  ['path-file', 'folder.isFile'],
  ['path-data', 'folder.isData'],
]);

function refusal(reason: string, path = ''): { key: MessageKey; values: Record<string, string> } {
  const key = REFUSALS.get(reason);
  return key ? { key, values: { path } } : { key: 'folder.refused', values: { reason } };
}

/** Hands the bookmarks to the browser as a download. */
export async function exportBookmarks({ ask, toasts }: Reader, format: 'json' | 'md'): Promise<void> {
  const answer = await ask('bookmarks.export', { format });
  if (!answer) return;
  const type = format === 'json' ? 'application/json' : 'text/markdown';
  const url = URL.createObjectURL(new Blob([answer.content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = answer.name;
  link.click();
  URL.revokeObjectURL(url);
  toasts.getState().show({ key: 'toast.exported', values: { name: answer.name } });
}
