import type { LowSync } from 'lowdb';
import type { AppInfo, Progress } from '../../preload/contract/contract.ts';
import { type Message, message } from '../../preload/contract/messages.ts';
import { reasonMessageOf } from '../errors.ts';
import { InboxClient } from '../inbox/inbox-client.ts';
import type { InboxEvent } from '../inbox/messages.ts';
import { isInside, isSameFolder } from '../inbox/real-path.ts';
import { whyAway } from '../inbox/why-away.ts';
import type { Library } from '../library/library.ts';
import { type Log, silent } from '../log/log.ts';
import { lockedBy, NO_POLICY } from '../policy/policy.ts';
import type { Events } from './events.ts';
import { makeWireFolder } from './folders.ts';
import { ProgressMeter } from './progress.ts';
import { keep, type SettingsContent } from './settings-file.ts';
import type { ReaderOptions } from './types.ts';

interface Surroundings {
  readonly library: Library;
  readonly settings: LowSync<SettingsContent>;
  readonly events: Events;
  readonly notices: readonly Message[];
  readonly options: ReaderOptions;
  readonly dataFolder: string;
}

/** Manages the watched wire folder: which one it is, the progress of reading it, and its messages for the user. */
export class WireDesk {
  private readonly around: Surroundings;
  private readonly meter = new ProgressMeter();
  private readonly rebuildMeter = new ProgressMeter();
  private inbox: InboxClient | undefined;
  private folder = '';
  /** The folders watched since the start. */
  private readonly offered = new Set<string>();
  private trouble: Message | undefined;
  private moving: Promise<void> = Promise.resolve();
  private closed = false;
  private imported: Progress = { state: 'idle', done: 0, total: 0, rate: 0 };
  private rebuilt: Progress | undefined;

  constructor(around: Surroundings) {
    this.around = around;
  }

  private get log(): Log {
    return this.around.options.log ?? silent;
  }

  get wireFolder(): string {
    return this.folder;
  }

  /** Whether a window may choose this folder (absolute path): it is one that was watched since the start, or inside one. */
  isOffered(folder: string): boolean {
    return [...this.offered].some((one) => isInside(folder, one));
  }

  /** Progress of reading new files, or of a rebuild while that is running. */
  get progress(): Progress {
    return this.rebuilt ?? this.imported;
  }

  get info(): AppInfo {
    const { options, dataFolder, notices } = this.around;
    return {
      version: options.version,
      host: options.host.name,
      wireFolder: this.folder,
      dataFolder,
      platform: process.platform,
      locale: options.host.locale,
      locked: lockedBy(options.policy ?? NO_POLICY),
      notices: [...notices, ...(this.trouble === undefined ? [] : [this.trouble])],
    };
  }

  /**
   * Watches a folder (absolute path). A new library creates it. If a library in use misses its folder, that may be temporary,
   * and a new folder would be in its way: the user gets a message, and the library can still be read.
   */
  watch(folder: string, paused = false): void {
    this.folder = folder;
    this.offered.add(folder);
    this.trouble = undefined;
    const { library, options, dataFolder } = this.around;
    try {
      if (library.isNew) makeWireFolder(folder, options.samples);
      else this.trouble = whyAway(folder);
    } catch (error) {
      this.trouble = message('wires.unusable', { folder, reason: reasonMessageOf(error) });
    }
    // The problem may be gone before the inbox checks for itself.
    const away = this.trouble !== undefined;
    if (isSameFolder(folder, dataFolder)) this.trouble = message('wires.data-folder', { folder });
    this.inbox = new InboxClient(
      { root: folder, index: library.indexPath, connect: () => library.inboxPort(), away, paused },
      (event) => this.receive(event),
    );
  }

  /** Watches another folder from now on and remembers it. Throws if the folder cannot be used. */
  move(folder: string): Promise<void> {
    return this.inTurn(() => this.moveNow(folder));
  }

  /** One after the other: two at once, or one after closing, would leave an inbox running unnoticed. */
  private inTurn(change: () => Promise<void>): Promise<void> {
    this.moving = this.moving.catch(() => undefined).then(() => (this.closed ? undefined : change()));
    return this.moving;
  }

  private async moveNow(folder: string): Promise<void> {
    await this.inbox?.close();
    await this.around.library.forgetFolder();
    this.watch(folder);
    keep(this.around.settings, { wires: folder });
    this.tellAppChanged();
  }

  pause(): void {
    this.inbox?.order({ kind: 'pause' });
  }

  resume(): void {
    this.inbox?.order({ kind: 'resume' });
  }

  readAgain(path: string): void {
    this.inbox?.order({ kind: 'read', path });
  }

  /** The rebuild has progressed; undefined: it is done. */
  rebuilding(progress: { done: number; total: number } | undefined): void {
    this.rebuilt = progress && this.rebuildMeter.measure('rebuilding', progress.done, progress.total, Date.now());
    this.around.events.emit('import.progress', this.progress);
  }

  tellAppChanged(): void {
    this.around.events.emit('app.changed', this.info);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.moving.catch(() => undefined);
    await this.inbox?.close();
  }

  /** The folder exists again: perhaps a different one, or the target of a link that was broken. */
  private watchAgain(): void {
    const restart = this.inTurn(async () => {
      await this.inbox?.close();
      this.watch(this.folder, this.imported.state === 'paused');
    });
    restart.catch((error: unknown) => {
      this.trouble = message('wires.unwatched', { folder: this.folder, reason: reasonMessageOf(error) });
      this.tellAppChanged();
    });
  }

  private receive(event: InboxEvent): void {
    if (event.kind === 'trouble') {
      this.trouble = event.message;
      this.log.note('wires', { code: event.message?.code ?? 'back' });
      this.tellAppChanged();
      if (event.message === undefined) this.watchAgain();
    } else if (event.kind === 'progress') {
      const before = this.imported;
      this.imported = this.meter.measure(event.state, event.done, event.total, Date.now());
      const quiet = before.state === 'idle' && this.imported.state === 'idle';
      if (!quiet) this.around.events.emit('import.progress', this.progress);
    } else if (event.kind === 'settled' && event.files > 0) {
      const { files, problems, imported } = event;
      this.log.note('imported', { files, problems, new: imported.new, versions: imported.versions });
    } else if (event.kind === 'refused') this.log.note('import-refused');
  }
}
