import { type BrowserWindow, dialog } from 'electron';
import type { Log } from '../log/log.ts';
import type { Words } from './words.ts';

/** A page that crashes more often than this within WITHIN_MS is not reloaded without asking. */
const MAX_RELOADS = 3;
const WITHIN_MS = 60_000;

export interface CrashActions {
  readonly log: Log;
  words(): Words;
  reload(): void;
  /** Resets the parts of the window's state that may be the cause. */
  resetView(): Promise<void>;
  quit(): void;
}

/** Reloads the page after a crash (the reader has lost nothing); if it keeps crashing, asks what to do. */
export function handleCrashes(window: BrowserWindow, { log, words, reload, resetView, quit }: CrashActions): void {
  let reloads: number[] = [];

  function crashed(): void {
    const now = performance.now();
    reloads = reloads.filter((at) => now - at < WITHIN_MS);
    if (reloads.length === MAX_RELOADS) return void ask();
    reloads.push(now);
    reload();
  }

  async function ask(): Promise<void> {
    const { crashed: message, crashedDetail: detail, reload: again, resetView: reset, quit: end } = words();
    const buttons = [again, reset, end];
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: 'Depesche',
      message,
      detail,
      buttons,
      noLink: true,
      defaultId: 0,
      cancelId: 2,
    });
    reloads = [];
    if (response === 2) return quit();
    // If that fails, reloading may still help.
    if (response === 1) await resetView().catch(() => undefined);
    reload();
  }

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.note('page-gone', { reason, exitCode });
    if (reason !== 'clean-exit' && !window.isDestroyed()) crashed();
  });
}
