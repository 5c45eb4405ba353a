import type { Stores } from '../state/stores.ts';

/** Shows the wire folder in the system's file manager; a toast says when that fails. */
export async function openFolder({ ask, toasts }: Stores): Promise<void> {
  const answer = await ask('folder.open', {});
  if (answer?.reason) toasts.getState().show({ said: answer.reason, tone: 'error' });
}

/** Watches another wire folder. Where the host has no folder dialog, a dialog asks for the path. */
export async function chooseFolder({ ask, shell, toasts }: Stores, path?: string): Promise<void> {
  const answer = await ask('folder.choose', path === undefined ? {} : { path });
  // No reason: the user closed the host's dialog.
  if (!answer?.reason) return;
  if (answer.reason.code === 'folder.path-needed') shell.getState().open({ name: 'folder-path' });
  else toasts.getState().show({ said: answer.reason, tone: 'error' });
}

/** Saves the bookmarks as a file: the host asks where, else the browser downloads it. */
export async function exportBookmarks({ ask, toasts }: Stores, format: 'json' | 'md'): Promise<void> {
  const answer = await ask('bookmarks.export', { format });
  if (!answer || answer.saved === false) return;
  if (answer.saved === undefined) {
    download(answer.name, answer.content, format === 'json' ? 'application/json' : 'text/markdown');
  }
  toasts.getState().show({ key: 'toast.exported', values: { name: answer.name } });
}

function download(name: string, content: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
