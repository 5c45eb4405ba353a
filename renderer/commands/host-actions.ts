import type { CallOut } from '../../preload/contract/contract.ts';
import type { Stores } from '../state/stores.ts';

/** Shows a wire folder, without a key the first one, in the system's file manager; a toast says when that fails. */
export async function openFolder({ ask, toasts }: Stores, key?: string): Promise<void> {
  const answer = await ask('folder.open', key === undefined ? {} : { key });
  if (answer?.reason) toasts.getState().show({ said: answer.reason, tone: 'error' });
}

/** Watches another folder instead of the first wire folder. Where the host has no folder dialog, a dialog asks for the path. */
export async function chooseFolder(stores: Stores, path?: string): Promise<void> {
  sayRefusal(stores, await stores.ask('folder.choose', path === undefined ? {} : { path }), false);
}

/** Watches one more wire folder, chosen in the same way. */
export async function addFolder(stores: Stores, path?: string): Promise<void> {
  sayRefusal(stores, await stores.ask('folder.add', { name: '', ...(path !== undefined && { path }) }), true);
}

function sayRefusal({ shell, toasts }: Stores, answer: CallOut<'folder.choose'> | undefined, adds: boolean): void {
  // No reason: the user closed the host's dialog.
  if (!answer?.reason) return;
  if (answer.reason.code === 'folder.path-needed') shell.getState().open({ name: 'folder-path', adds });
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
