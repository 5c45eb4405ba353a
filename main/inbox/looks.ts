import type { Message } from '../../preload/contract/messages.ts';
import type { Problem } from '../wire/dispatch.ts';
import { realPath } from './real-path.ts';
import { type Found, Tree } from './scan.ts';
import { Unseen } from './unseen.ts';
import { whyAway } from './why-away.ts';

/** At every file, or at those in folders that changed. */
type Look = 'all' | 'changed';

export interface LooksPorts {
  /** The wire folder. */
  readonly root: string;
  /** The path it was given under: itself, or a link to it. */
  readonly named: string;
  /** A folder below it that is left alone. */
  readonly except?: string;
  /** The folder was not there a moment ago, and that has been told. */
  readonly wasAway: boolean;
  /** Paths below the wire folder that problems are noted of. */
  problems(): readonly string[];
  problem(path: string, problem: Problem): void;
  gone(path: string): void;
  /** The folder is not there, or (undefined) there again, perhaps elsewhere. */
  away(message: Message | undefined): void;
}

/** Looks at the wire folder, one after the other and each in steps. */
export class Looks {
  /** How long the last one kept this thread busy, in milliseconds. */
  took = 0;
  private readonly ports: LooksPorts;
  private readonly tree: Tree;
  private readonly unseen: Unseen;
  private scanning: Generator<Found[]> | undefined;
  private now: Look | undefined;
  /** The one that follows the one that goes on. */
  private next: Look | undefined;
  private spent = 0;
  private isAway: boolean;

  constructor(ports: LooksPorts) {
    const { root, except } = ports;
    this.ports = ports;
    this.isAway = ports.wasAway;
    this.unseen = new Unseen(ports);
    this.tree = new Tree(root, { except, closed: this.unseen.closed, unnamed: this.unseen.unnamed });
  }

  get goOn(): boolean {
    return this.scanning !== undefined;
  }

  /** Begins a look, now or after the one that goes on, unless the folder is away. */
  begin(wanted: Look): void {
    if (!this.isFolderThere()) return;
    if (this.scanning) {
      this.next = this.next === 'all' ? 'all' : wanted;
      return;
    }
    this.now = wanted;
    if (wanted === 'all') this.unseen.begin();
    this.scanning = this.tree.scan({ changed: wanted === 'changed' });
  }

  /** Every file in a folder that has just come. */
  at(folder: string): Generator<Found[]> {
    return this.tree.scan({ folder });
  }

  /** A step of the look that goes on; false where none does. */
  step(found: (files: readonly Found[]) => void): boolean {
    if (!this.scanning) return false;
    const began = performance.now();
    const { done, value } = this.scanning.next();
    if (value) found(value);
    this.spent += performance.now() - began;
    if (done) this.end();
    return true;
  }

  private end(): void {
    this.took = this.spent;
    this.spent = 0;
    this.scanning = undefined;
    // Of a folder that has gone meanwhile nobody knows what it held.
    if (this.now === 'all' && this.isFolderThere()) this.unseen.end();
    const next = this.next;
    this.next = undefined;
    if (next) this.begin(next);
  }

  private isFolderThere(): boolean {
    const wasAway = this.isAway;
    const { root, named } = this.ports;
    const message = whyAway(named);
    this.isAway = message !== undefined;
    const isElsewhere = !this.isAway && named !== root && realPath(named) !== root;
    // Once: whoever has put the message away has read it.
    if (wasAway !== this.isAway || isElsewhere) this.ports.away(message);
    return !this.isAway && !isElsewhere;
  }
}
