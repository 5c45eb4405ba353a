import { isAbsolute, resolve } from 'node:path';
import type { CallOut, ReaderHandlers } from '../../preload/contract/contract.ts';
import { MAX_FOLDERS } from '../../preload/contract/folders.ts';
import { type Message, message } from '../../preload/contract/messages.ts';
import { reasonMessageOf, UserError } from '../errors.ts';
import { dropFile } from './drop.ts';
import type { ReaderOptions } from './types.ts';
import type { WireDesk } from './wire-desk.ts';
import { whyNotFolder } from './wire-folders.ts';

type FolderHandlers = Pick<
  ReaderHandlers,
  | 'folder.open'
  | 'folder.choose'
  | 'folder.drop'
  | 'folder.add'
  | 'folder.change'
  | 'folder.remove'
  | 'folder.readAgain'
>;

interface Parts {
  readonly desk: WireDesk;
  readonly options: ReaderOptions;
}

/** The calls about wire folders. */
export function folderHandlers({ desk, options }: Parts): FolderHandlers {
  const refuseFixed = () => {
    if (isFixed(options)) throw new UserError(message('settings.locked'));
  };
  return {
    'folder.open': ({ key }) =>
      options.host.openFolder(desk.folders.find((one) => one.key === key)?.path ?? desk.wireFolder),
    'folder.choose': ({ path }) => {
      const others = desk.folders.slice(1).map((one) => one.path);
      return withFolder({ desk, options }, path, others, (chosen) => desk.move(chosen));
    },
    'folder.add': ({ path, name }) => {
      const others = desk.folders.map((one) => one.path);
      if (others.length >= MAX_FOLDERS)
        return { done: false, reason: message('folder.too-many', { most: MAX_FOLDERS }) };
      return withFolder({ desk, options }, path, others, (chosen) => desk.add(chosen, name));
    },
    'folder.change': async (change) => {
      refuseFixed();
      await desk.change(change);
      return {};
    },
    'folder.remove': async ({ key }) => {
      refuseFixed();
      // One folder is always watched.
      if (desk.folders.length > 1) await desk.remove(key);
      return {};
    },
    'folder.readAgain': async ({ key }) => {
      await desk.readAll(key);
      return {};
    },
    'folder.drop': async ({ name, content }) => ({
      path: await dropFile(desk.wireFolder, name, Buffer.from(content, 'base64')),
    }),
  };
}

const isFixed = ({ policy }: ReaderOptions): boolean =>
  policy?.wireFolder !== undefined || policy?.wireFolders !== undefined;

/** Does something with the folder at `path`, or else with the one chosen in the host's dialog, if wire files may be there. */
async function withFolder(
  { desk, options }: Parts,
  path: string | undefined,
  others: readonly string[],
  run: (path: string) => Promise<void>,
): Promise<CallOut<'folder.choose'>> {
  const refused = (reason: Message) => ({ done: false, reason });
  if (isFixed(options)) return refused(message('settings.locked'));
  if (path === undefined && !options.host.chooseFolder) return refused(message('folder.path-needed'));
  const chosen = path ?? (await options.host.chooseFolder?.(desk.wireFolder));
  if (chosen === undefined) return { done: false };
  // Checked before revealing whether anything exists: the window may not be ours.
  if (path !== undefined && isAbsolute(chosen) && !desk.isOffered(chosen))
    return refused(message('folder.not-offered', { path: chosen }));
  const reason = whyNotFolder(chosen, desk.info.dataFolder, others);
  if (reason) return refused(reason);
  try {
    await run(resolve(chosen));
    return { done: true };
  } catch (error) {
    return refused(message('folder.refused', { path: chosen, reason: reasonMessageOf(error) }));
  }
}
