import { join } from 'node:path';
import { type Message, message } from '../../preload/contract/messages.ts';
import type { Problem } from '../wire/dispatch.ts';
import { wirePath } from './names.ts';
import { statWireFile } from './scan.ts';

interface UnseenPorts {
  readonly root: string;
  /** Paths below the wire folder that have problems. */
  problems(): readonly string[];
  problem(path: string, problem: Problem): void;
  gone(path: string): void;
}

/** Reports unreadable files and folders as problems, and withdraws the problems of those that no longer exist. */
export class Unseen {
  private readonly ports: UnseenPorts;
  private readonly reported = new Set<string>();

  constructor(ports: UnseenPorts) {
    this.ports = ports;
  }

  /** A folder below the wire folder that may not be listed or entered. */
  readonly closed = (folder: string): void => this.report(folder, message('file.folder-forbidden'));

  /** A file or folder whose name is not UTF-8. */
  readonly unnamed = (path: string): void => this.report(path, message('file.name-not-utf8'));

  /** A link to a file outside the wire folder. */
  readonly outside = (path: string): void => this.report(path, message('file.link-outside'));

  /** Call when a scan of everything starts. */
  begin(): void {
    this.reported.clear();
  }

  /** Call when it has ended: withdraws the problems of files it did not find. */
  end(): void {
    const { root, problems, gone } = this.ports;
    for (const path of problems()) if (!this.reported.has(path) && !statWireFile(root, join(root, path))) gone(path);
  }

  private report(path: string, why: Message): void {
    const name = wirePath(this.ports.root, path);
    if (name === undefined) return;
    this.reported.add(name);
    this.ports.problem(name, { reason: 'unreadable', message: why });
  }
}
