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

/** Makes a backup now; a toast says how that went. */
export async function makeBackup({ ask, toasts }: Stores): Promise<void> {
  const answer = await ask('backup.make', {});
  if (answer?.done) toasts.getState().show({ key: 'backup.made' });
  else if (answer?.reason) toasts.getState().show({ said: answer.reason, tone: 'error' });
}

/** Checks the library; a toast says what was found. */
export async function verifyLibrary({ ask, toasts }: Stores): Promise<void> {
  const answer = await ask('library.verify', {});
  if (answer?.damage) toasts.getState().show({ said: answer.damage, tone: 'error' });
  else if (answer) toasts.getState().show({ key: 'health.sound' });
}
