import type { MessageKey } from '../i18n/translate.ts';
import type { Reader } from '../state/reader.ts';

/** Shows the wire folder in the system's file manager; a toast says when that fails. */
export async function openFolder({ ask, toasts }: Reader): Promise<void> {
  const answer = await ask('folder.open', {});
  if (!answer || answer.done) return;
  toasts.getState().show({ key: 'folder.openFailed', values: { reason: answer.reason ?? '' }, tone: 'error' });
}

/** Watches another wire folder. Where the host has no folder dialog, a dialog asks for the path. */
export async function chooseFolder({ ask, shell, toasts }: Reader, path?: string): Promise<void> {
  const answer = await ask('folder.choose', path === undefined ? {} : { path });
  if (!answer || answer.done) return;
  if (answer.reason === 'path-needed') shell.getState().open({ name: 'folder-path' });
  // No reason: the user closed the host's dialog.
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

/** Downloads the bookmarks as a file. */
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
