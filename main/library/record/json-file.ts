import { copyFileSync, existsSync, linkSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SyncAdapter } from 'lowdb';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { type Message, message } from '../../../preload/contract/messages.ts';
import { makeFolder } from '../../make-folder.ts';
import { damageIn } from './damage.ts';
import { NewerFile } from './migrations.ts';
import { clear, isBlocked, setAside } from './set-aside.ts';

/**
 * How a file's content becomes text and comes back. `parse` throws on what it does not accept, and calls `onOlder` with the
 * version of a layout that it had to migrate.
 */
export interface Shape<T> {
  parse(text: string, onOlder: (version: number) => void): T;
  print(data: T): string;
}

/**
 * lowdb adapter that never loses good data: a write goes to a temporary file, is fsynced and renamed into place, with
 * the previous copy kept as `.bak`. The first write after a migration also keeps the file as it was as `.layout-1` (its
 * version). What cannot be read (a damaged file, a folder of its name) is renamed, the user sees the new name, and the last good
 * copy takes its place; an empty library is never written over a broken file.
 */
export class JsonFile<T> implements SyncAdapter<T> {
  private readonly path: string;
  private readonly shape: Shape<T>;
  private readonly notice: (notice: Message) => void;
  /** The layout version of the file on disk, if it is an older one. */
  private olderLayout: number | undefined;

  constructor(path: string, shape: Shape<T>, notice: (notice: Message) => void) {
    this.path = path;
    this.shape = shape;
    this.notice = notice;
  }

  /** True if the file was missing or damaged: its replacement, the last good copy or nothing, may lack the latest changes. */
  restored = false;

  read(): T | null {
    const first = this.attempt(this.path);
    if (first.data !== undefined) return first.data;
    this.restored = true;
    const backup = `${this.path}.bak`;
    const second = this.attempt(backup);
    if (first.error !== undefined) {
      const aside = setAside(this.path);
      const code = second.data === undefined ? 'library.file-set-aside' : 'library.file-replaced';
      this.notice(message(code, { path: this.path, kept: aside, reason: first.error }));
    } else if (second.data !== undefined) this.notice(message('library.file-restored', { path: this.path, backup }));
    else if (second.error !== undefined)
      this.notice(message('library.file-missing', { path: this.path, backup, reason: second.error }));
    if (second.data === undefined) return null;
    copyFileSync(backup, this.path);
    return second.data;
  }

  /** Does nothing if the file already has this content. */
  write(data: T): void {
    const text = this.shape.print(data);
    makeFolder(dirname(this.path));
    if (existsSync(this.path)) {
      if (readFileSync(this.path, 'utf8') === text) return;
      this.keepOld();
    }
    writeFileAtomic(this.path, text);
    this.olderLayout = undefined;
  }

  private keepOld(): void {
    if (this.olderLayout !== undefined) {
      const copy = `${this.path}.layout-${this.olderLayout}`;
      if (!existsSync(copy)) this.keepAs(copy);
    }
    const backup = `${this.path}.bak`;
    clear(backup);
    this.keepAs(backup);
  }

  private keepAs(copy: string): void {
    try {
      linkSync(this.path, copy);
    } catch {
      // For file systems without hard links (exFAT, some network drives).
      copyFileSync(this.path, copy);
    }
  }

  private attempt(path: string): { data?: T; error?: Message } {
    if (isBlocked(path)) return { error: message('damage.no-file') };
    if (!existsSync(path)) return {};
    // Outside the try: a file that cannot be opened now (locked, too many open) is not damaged.
    const text = readFileSync(path, 'utf8');
    try {
      return {
        data: this.shape.parse(text, (version) => {
          this.olderLayout = version;
        }),
      };
    } catch (error) {
      if (error instanceof NewerFile) throw error.at(path);
      return { error: damageIn(text, error) };
    }
  }
}
