import { app, dialog } from 'electron';
import { message } from '../../preload/contract/messages.ts';
import type { Log } from '../log/log.ts';
import type { Reader } from '../reader/reader.ts';
import type { Words } from './words.ts';

/**
 * Logs errors that nothing has caught, and tells the user of the first: the library is safe, but the program may not do all it
 * should until it is restarted.
 */
export function handleUncaught(
  log: Log,
  life: { readonly quitting: boolean; restart(): void },
  words: () => Words,
): void {
  let told = false;

  async function tell(): Promise<void> {
    if (told || life.quitting) return;
    told = true;
    await app.whenReady();
    const { uncaught, uncaughtDetail, restart, goOn } = words();
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: 'Depesche',
      message: uncaught,
      detail: uncaughtDetail,
      buttons: [restart, goOn],
      noLink: true,
      defaultId: 0,
      cancelId: 1,
    });
    if (response === 0) life.restart();
  }

  const handle = (event: string) => (error: unknown) => {
    log.error(event, error);
    process.stderr.write(`depesche: ${error instanceof Error ? error.stack : String(error)}\n`);
    void tell();
  };
  process.on('uncaughtException', handle('uncaught-exception'));
  process.on('unhandledRejection', handle('unhandled-rejection'));
}

/** Logs Chromium's processes that end by themselves, and says in the window what that may mean. Chromium starts them again. */
export function watchChildren(reader: Reader, log: Log): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.note('child-gone', { type, reason, exitCode });
    reader.tell(type === 'GPU' ? message('host.graphics-lost') : message('host.child-lost'));
  });
}
