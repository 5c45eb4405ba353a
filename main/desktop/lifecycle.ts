import { app } from 'electron';
import { hostText } from '../../renderer/i18n/host-text.ts';
import { messageOf } from '../errors.ts';
import { Opened } from './opened.ts';

/** Milliseconds until the process ends even though the library has not closed. */
const CLOSING_TIME = 10_000;

/** The app once it is open. */
export interface Desktop {
  /** Comes to the front and shows what was opened with the app. */
  receive(opened: Opened): void;
  /** Writes what is still to be written and releases the library. */
  close(): Promise<void>;
}

/**
 * The life of the process. From its first moment it listens for quitting, for signals and for what is opened with the app:
 * kept while the app still opens; while it closes, the app starts again with it. Before the process ends, the library is closed,
 * even when quitting was asked for during the start.
 */
export class Lifecycle {
  #quitting = false;
  #ending = false;
  /** Opened before there is an app to receive it. */
  #early: Opened[] = [];
  /** Opened after quitting was asked for. */
  #late: Opened[] = [];
  #desktop: Desktop | undefined;
  #opening: Promise<void> = Promise.resolve();
  readonly #options: readonly string[];

  /** `options`: the arguments to start again with, without what was opened. */
  constructor(options: readonly string[]) {
    this.#options = options;
    app.on('before-quit', () => {
      this.#quitting = true;
    });
    app.on('window-all-closed', () => app.quit());
    app.on('will-quit', (event) => {
      event.preventDefault();
      void this.#end();
    });
    // Electron's own handlers do the same, but write-file-atomic (by way of signal-exit) replaces them and would kill the process.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
    app.on('second-instance', (_event, _argv, _folder, data) => {
      const opened = Opened.safeParse(data);
      this.receive(opened.success ? opened.data : { files: [] });
    });
    app.on('open-file', (event, path) => {
      event.preventDefault();
      this.receive({ files: [path] });
    });
    app.on('open-url', (event, url) => {
      event.preventDefault();
      this.receive({ files: [], links: [url] });
    });
  }

  /** True from the moment quitting was asked for. */
  get quitting(): boolean {
    return this.#quitting;
  }

  /** Hands over what was opened with the app, now or as soon as there is an app to receive it. */
  receive(opened: Opened): void {
    if (this.#quitting) this.#late.push(opened);
    else if (this.#desktop === undefined) this.#early.push(opened);
    else this.#desktop.receive(opened);
  }

  /**
   * Opens the app, unless quitting was asked for before Electron is ready. `open` resolves with undefined when it stopped for
   * the same reason. Never rejects: `failed` hears of errors.
   */
  open(open: () => Promise<Desktop | undefined>, failed: (error: unknown) => void): void {
    this.#opening = app
      .whenReady()
      .then(async () => {
        if (this.#quitting) return;
        this.#desktop = await open();
        if (this.#quitting) return;
        for (const opened of this.#early.splice(0)) this.#desktop?.receive(opened);
      })
      .catch(failed);
  }

  async #end(): Promise<void> {
    if (this.#ending) return;
    this.#ending = true;
    setTimeout(() => app.exit(1), CLOSING_TIME).unref();
    let code = 0;
    try {
      await this.#opening;
      await this.#desktop?.close();
    } catch (error) {
      process.stderr.write(`depesche: ${hostText(messageOf(error), 'en').text}\n`);
      code = 1;
    }
    const opened = this.#late.flatMap(({ files, links = [] }) => [...files, ...links]);
    if (this.#late.length > 0) app.relaunch({ args: [...this.#options, ...opened] });
    app.exit(code);
  }
}
