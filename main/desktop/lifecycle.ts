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
  /** Writes pending changes and releases the library. */
  close(): Promise<void>;
}

/**
 * The lifecycle of the process. From the start it listens for quit requests, signals, and files and links opened with the app.
 * Those that arrive while the app opens are kept; those that arrive while it closes make the app start again with them. The
 * library is closed before the process ends, even if the quit request came during the start.
 */
export class Lifecycle {
  #quitting = false;
  #ending = false;
  #again = false;
  /** Files and links opened before there is an app to receive them. */
  #early: Opened[] = [];
  /** Files and links opened after a quit request. */
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

  /** True after a quit request. */
  get quitting(): boolean {
    return this.#quitting;
  }

  /** Quits, and starts again with the same options. */
  restart(): void {
    this.#again = true;
    app.quit();
  }

  /** Passes on files and links opened with the app, now or as soon as there is an app to receive them. */
  receive(opened: Opened): void {
    if (this.#quitting) this.#late.push(opened);
    else if (this.#desktop === undefined) this.#early.push(opened);
    else this.#desktop.receive(opened);
  }

  /**
   * Opens the app, unless there is a quit request before Electron is ready. `open` resolves with undefined if it stopped for
   * the same reason. Never rejects: `failed` gets errors.
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
    if (this.#again || this.#late.length > 0) app.relaunch({ args: [...this.#options, ...opened] });
    app.exit(code);
  }
}
