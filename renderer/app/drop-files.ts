import { MAX_FILE_BYTES } from '../../preload/contract/contract.ts';
import { INVITATION_PREFIX, MAX_INVITATION_CHARS } from '../../preload/contract/sharing.ts';
import type { Stores } from '../state/stores.ts';

/** Bytes as base64; in chunks, since a call takes a limited number of arguments. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** Copies dropped files into the wire folder one by one; toasts list files copied, too large or failed. An invitation is offered in the settings instead. */
export async function dropFiles(stores: Stores, files: readonly File[]): Promise<void> {
  const [first] = files;
  if (first && files.length === 1 && (await isInvitation(first))) {
    stores.sharing.getState().offer(await first.text());
    stores.shell.getState().open({ name: 'settings', section: 'sharing.title' });
    return;
  }
  await copyFiles(stores, files);
}

/** It has a secret, which must not come into a folder that others read. */
const isInvitation = async (file: File): Promise<boolean> =>
  file.size <= MAX_INVITATION_CHARS && (await file.slice(0, 40).text()).trimStart().startsWith(INVITATION_PREFIX);

async function copyFiles({ client, toasts }: Stores, files: readonly File[]): Promise<void> {
  const tooLarge = files.filter((file) => file.size > MAX_FILE_BYTES).map((file) => file.name);
  const failed: string[] = [];
  let copied = 0;
  for (const file of files) {
    if (file.size > MAX_FILE_BYTES) continue;
    try {
      const content = base64(new Uint8Array(await file.arrayBuffer()));
      await client.call('folder.drop', { name: file.name, content });
      copied += 1;
    } catch (error) {
      console.error(`${file.name} could not be copied`, error);
      failed.push(file.name);
    }
  }
  const { show } = toasts.getState();
  if (copied > 0) show({ key: 'drop.done', values: { count: copied } });
  if (tooLarge.length > 0) show({ key: 'drop.tooLarge', values: { names: tooLarge.join(', ') }, tone: 'error' });
  if (failed.length > 0) show({ key: 'drop.failed', values: { names: failed.join(', ') }, tone: 'error' });
}
