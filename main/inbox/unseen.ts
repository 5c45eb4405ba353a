import { join } from 'node:path';
import { type Message, message } from '../../preload/contract/messages.ts';
import type { Problem } from '../wire/dispatch.ts';
import { wirePath } from './names.ts';
import { look } from './scan.ts';

interface UnseenPorts {
  readonly root: string;
  /** Paths below the wire folder that problems are noted of. */
  problems(): readonly string[];
  problem(path: string, problem: Problem): void;
  gone(path: string): void;
}

/** What a look at the wire folder cannot see becomes a problem, and a problem of what is no longer there none. */
export class Unseen {
  private readonly ports: UnseenPorts;
  private readonly told = new Set<string>();

  constructor(ports: UnseenPorts) {
    this.ports = ports;
  }

  /** A folder below the wire folder that may not be listed or entered. */
  readonly closed = (folder: string): void => this.tell(folder, message('file.folder-forbidden'));

  /** A file or folder with a name in bytes that are no UTF-8. */
  readonly unnamed = (path: string): void => this.tell(path, message('file.name-not-utf8'));

  /** A look at everything begins. */
  begin(): void {
    this.told.clear();
  }

  /** It has ended: what it did not find is gone, with its problem. */
  end(): void {
    const { root, problems, gone } = this.ports;
    for (const path of problems()) if (!this.told.has(path) && !look(root, join(root, path))) gone(path);
  }

  private tell(path: string, why: Message): void {
    const name = wirePath(this.ports.root, path);
    if (name === undefined) return;
    this.told.add(name);
    this.ports.problem(name, { reason: 'unreadable', message: why });
  }
}
