import type { LowSync } from 'lowdb';
import type { AppInfo, Progress } from '../../preload/contract/contract.ts';
import type { FolderChange, WireFolder } from '../../preload/contract/folders.ts';
import { type Message, message } from '../../preload/contract/messages.ts';
import { reasonMessageOf } from '../errors.ts';
import { InboxClient } from '../inbox/inbox-client.ts';
import type { InboxEvent, InboxFolder } from '../inbox/messages.ts';
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
import { clashOf, keyOfPath, readingOf } from './wire-folders.ts';

interface Surroundings {
  readonly library: Library;
  readonly settings: LowSync<SettingsContent>;
  readonly events: Events;
  readonly notices: readonly Message[];
  readonly options: ReaderOptions;
  readonly dataFolder: string;
}

/** Manages the watched wire folders: which they are, the progress of reading them, and their messages for the user. */
export class WireDesk {
  private readonly around: Surroundings;
  private readonly meter = new ProgressMeter();
  private readonly rebuildMeter = new ProgressMeter();
  private inbox: InboxClient | undefined;
  private watched: readonly WireFolder[] = [];
  /** The paths watched since the start. */
  private readonly offered = new Set<string>();
  /** Why the files of a folder cannot be read, by the folder's key. */
  private readonly troubles = new Map<string, Message>();
  /** Why no files can be read at all. */
  private trouble: Message | undefined;
  private changing: Promise<void> = Promise.resolve();
  private closed = false;
  private imported: Progress = { state: 'idle', done: 0, total: 0, rate: 0 };
  private rebuilt: Progress | undefined;

  constructor(around: Surroundings) {
    this.around = around;
  }

  private get log(): Log {
    return this.around.options.log ?? silent;
  }

  /** All of them, the first one first. */
  get folders(): readonly WireFolder[] {
    return this.watched;
  }

  /** The path of the first folder: it gets the files that are handed over. */
  get wireFolder(): string {
    return this.watched[0]?.path ?? '';
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
    const troubles = [...this.troubles.values(), ...(this.trouble === undefined ? [] : [this.trouble])];
    return {
      version: options.version,
      host: options.host.name,
      wireFolder: this.wireFolder,
      wireFolders: this.watched.map((folder) => {
        const trouble = this.troubles.get(folder.key);
        return { ...folder, ...(trouble && { trouble }) };
      }),
      dataFolder,
      platform: process.platform,
      locale: options.host.locale,
      locked: lockedBy(options.policy ?? NO_POLICY),
      notices: [...notices, ...troubles],
    };
  }

  /**
   * Watches folders. A new library creates the first one. If a library in use misses a folder, that may be temporary, and a new
   * folder would be in its way: the user gets a message, and the library can still be read.
   */
  watch(folders: readonly WireFolder[], paused = false): void {
    this.watched = folders;
    this.trouble = undefined;
    this.troubles.clear();
    const { library, settings } = this.around;
    const inboxFolders = folders.flatMap((folder, index) => this.prepared(folder, index) ?? []);
    this.inbox = new InboxClient(
      {
        folders: inboxFolders,
        encodings: settings.data.encodings ?? {},
        index: library.indexPath,
        connect: () => library.inboxPort(),
        paused,
      },
      (event) => this.receive(event),
    );
  }

  /** A folder for the inbox; undefined for one that is part of another. */
  private prepared(folder: WireFolder, index: number): InboxFolder | undefined {
    const { key, path } = folder;
    const { library, options, dataFolder } = this.around;
    this.offered.add(path);
    const trouble = (message: Message | undefined) =>
      message ? this.troubles.set(key, message) : this.troubles.delete(key);
    const earlier = this.watched.slice(0, index).map((one) => one.path);
    const clash = clashOf(path, earlier);
    if (clash) {
      trouble(clash);
      return undefined;
    }
    try {
      if (library.isNew && index === 0) {
        makeWireFolder(path, options.samples);
        trouble(undefined);
      } else trouble(whyAway(path));
    } catch (error) {
      trouble(message('wires.unusable', { folder: path, reason: reasonMessageOf(error) }));
    }
    // The problem may be gone before the inbox checks for itself.
    const away = this.troubles.has(key);
    if (isSameFolder(path, dataFolder)) trouble(message('wires.data-folder', { folder: path }));
    return { root: path, reading: readingOf(folder), away, paused: folder.paused ?? false };
  }

  /** Watches another folder instead of the first one from now on and remembers it. Throws if the folder cannot be used. */
  move(path: string): Promise<void> {
    return this.inTurn(async () => {
      const [first, ...others] = this.watched;
      await this.restart([{ key: '', name: '', ...first, path }, ...others], first?.key ?? '');
    });
  }

  /** Watches one more folder from now on and remembers it. */
  add(path: string, name: string): Promise<void> {
    return this.inTurn(() => this.restart([...this.watched, { key: keyOfPath(path), name, path }]));
  }

  /** Watches a folder no longer. What was read from it stays. */
  remove(key: string): Promise<void> {
    return this.inTurn(() =>
      this.restart(
        this.watched.filter((one) => one.key !== key),
        key,
      ),
    );
  }

  /** Changes what the user has set for a folder; it counts for what is read from now on. */
  change(change: FolderChange): Promise<void> {
    return this.inTurn(async () => {
      const folders = this.watched.map((one) => (one.key === change.key ? { ...change, path: one.path } : one));
      keep(this.around.settings, { folders });
      this.watched = folders;
      this.watchAfresh(change.key);
      this.tellAppChanged();
    });
  }

  /** Reads all files of a folder again, as its settings are now. */
  readAll(key: string): Promise<void> {
    return this.inTurn(async () => {
      await this.around.library.forgetFolder(key);
      this.watchAfresh(key);
    });
  }

  /** One after the other: two at once, or one after closing, would leave an inbox running unnoticed. */
  private inTurn(change: () => Promise<void>): Promise<void> {
    this.changing = this.changing.catch(() => undefined).then(() => (this.closed ? undefined : change()));
    return this.changing;
  }

  /** Starts the inbox again with these folders and remembers them; the files of the folder `forget` are new to it. */
  private async restart(folders: readonly WireFolder[], forget?: string): Promise<void> {
    await this.inbox?.close();
    if (forget !== undefined) await this.around.library.forgetFolder(forget);
    this.watch(folders, this.imported.state === 'paused');
    keep(this.around.settings, { folders: [...folders] });
    this.tellAppChanged();
  }

  /** Has the inbox watch a folder from its start. */
  private watchAfresh(key: string): void {
    const index = this.watched.findIndex((one) => one.key === key);
    const folder = this.watched[index];
    const prepared = folder && this.prepared(folder, index);
    if (prepared) this.inbox?.order({ kind: 'folder', folder: prepared });
  }

  pause(): void {
    this.inbox?.order({ kind: 'pause' });
  }

  resume(): void {
    this.inbox?.order({ kind: 'resume' });
  }

  /** `path` is the library's. */
  readAgain(path: string): void {
    this.inbox?.order({ kind: 'read', path });
  }

  /** Encodings that the user has chosen for single files have changed. */
  encodingsChanged(): void {
    this.inbox?.order({ kind: 'encodings', encodings: this.around.settings.data.encodings ?? {} });
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
    await this.changing.catch(() => undefined);
    await this.inbox?.close();
  }

  private receive(event: InboxEvent): void {
    if (event.kind === 'trouble') this.hear(event);
    else if (event.kind === 'progress') {
      const before = this.imported;
      this.imported = this.meter.measure(event.state, event.done, event.total, Date.now());
      const quiet = before.state === 'idle' && this.imported.state === 'idle';
      if (!quiet) this.around.events.emit('import.progress', this.progress);
    } else if (event.kind === 'settled' && event.files > 0) {
      const { files, problems, imported } = event;
      this.log.note('imported', { files, problems, new: imported.new, versions: imported.versions });
    } else if (event.kind === 'refused') this.log.note('import-refused');
  }

  private hear({ key, message: said }: Extract<InboxEvent, { kind: 'trouble' }>): void {
    this.log.note('wires', { code: said?.code ?? 'back' });
    if (key === undefined) this.trouble = said;
    else if (said) this.troubles.set(key, said);
    else {
      this.troubles.delete(key);
      // The folder exists again: perhaps a different one, or the target of a link that was broken.
      void this.inTurn(async () => this.watchAfresh(key));
    }
    this.tellAppChanged();
  }
}
