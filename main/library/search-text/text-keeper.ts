import { randomUUID } from 'node:crypto';
import { type Message, message } from '../../../preload/contract/messages.ts';
import { reasonMessageOf } from '../../errors.ts';
import { attachText, openText, textPathOf } from '../index/database.ts';
import { fullText } from '../index/full-text.ts';
import { damageNotice, markDamaged } from '../index/index-check.ts';
import { prepare } from '../index/index-entry.ts';
import { wholeOf } from '../index/rows.ts';
import type { Store } from '../index/store.ts';
import type { TextChange, TextOutcome, TextPort } from '../index/text-change.ts';

/** Dispatches on their way to the search text; more would only wait in memory. */
const MOST_UNDER_WAY = 5_000;
const DISPATCHES_A_STEP = 100;
/** Dispatches that make some 30 MB of SQLite's log: a longer one would block everyone while it is checkpointed. */
const DISPATCHES_A_LOG = 2_000;

/** FTS5 keeps below this by itself when dispatches arrive one by one for a day or two. */
const MOST_PIECES = 16;

/** Shows the user a notice, and removes one that no longer applies. */
export interface Notices {
  notice(notice: Message): void;
  withdraw(notice: Message): void;
}

/** `path` is that of the search text. */
export type MakeTextPort = (indexPath: string, path: string, outcome: TextOutcome) => TextPort;

/**
 * Keeps the search text in step with the index: changes are sent once their transaction is committed, and are listed in
 * `unsearched` until they have arrived. Lost changes (a crash, a full disk, a deleted file) are sent again.
 */
export class TextKeeper {
  /** Called when changes have arrived, and can be found, or have failed. */
  onProgress: () => void = () => {};
  private readonly store: Store;
  private readonly path: string;
  private readonly port: TextPort;
  private readonly notices: Notices;
  /** The sort keys of pending changes, by number. */
  private readonly underWay = new Map<number, readonly number[]>();
  private waiting: (() => void)[] = [];
  private sent = 0;
  private logMoved = false;
  /** The notice about a search text that is being filled. */
  private filling: Message | undefined;
  /** The notice about changes that did not arrive. */
  private failure: Message | undefined;

  constructor(store: Store, indexPath: string, makePort: MakeTextPort, notices: Notices) {
    this.store = store;
    this.notices = notices;
    this.path = textPathOf(indexPath);
    this.adopt();
    attachText(store.db, indexPath);
    this.port = makePort(indexPath, this.path, {
      done: (numbers) => this.arrived(numbers),
      failed: (numbers, reason, damaged) => this.failed(numbers, reason, damaged),
      logMoved: () => {
        this.logMoved = true;
      },
    });
    store.onTextChange = (change) => this.send(change);
  }

  /** True while so many dispatches are pending that nothing more should be added. */
  get busy(): boolean {
    return [...this.underWay.values()].reduce((sum, places) => sum + places.length, 0) > MOST_UNDER_WAY;
  }

  /** True if changes have failed and must be sent again. */
  get isBehind(): boolean {
    return this.failure !== undefined;
  }

  /**
   * Sends changes again that have not arrived and are not pending, a hundred dispatches per step; call it only while not
   * `busy`.
   */
  *catchUp(): Generator<void> {
    if (this.failure !== undefined) this.notices.withdraw(this.failure);
    this.failure = undefined;
    const missing = this.store
      .sql('SELECT n, change FROM unsearched ORDER BY n')
      .all()
      .filter((row) => !this.underWay.has(Number(row.change)))
      .map((row) => Number(row.n));
    for (let from = 0; from < missing.length; from += DISPATCHES_A_STEP) {
      this.store.begin();
      for (const n of missing.slice(from, from + DISPATCHES_A_STEP)) this.sendAgain(n);
      this.store.commit();
      yield;
    }
  }

  /**
   * Empties the search text and gives it a new token, because sort keys are assigned again. Call it within the transaction that
   * empties the index.
   */
  forget(): void {
    const token = randomUUID();
    this.store.setMeta('text', token);
    this.store.texts.startAfresh(token);
  }

  /** Merges the search text if it has so many segments that searches are slow. */
  merge(): void {
    if (piecesOf(this.store) > MOST_PIECES) this.port.merge();
  }

  /** Resolves when nothing is pending. */
  settled(): Promise<void> {
    if (this.underWay.size === 0) return Promise.resolve();
    this.port.flush();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  close(): void {
    this.port.close();
  }

  /** Makes sure that there is a search text and that it belongs to this index. */
  private adopt(): void {
    const token = this.store.meta('text') ?? randomUUID();
    const { db, fresh, damage, change } = openText(this.path, token, this.store.texts.lastArrived);
    this.store.texts.continueAfter(change);
    if (fresh) {
      // First, so that a crash leaves a search text without token, which is rebuilt.
      this.store.begin();
      this.store.setMeta('text', token);
      this.store.texts.missAll();
      this.store.commit();
      db.prepare('INSERT INTO belongs VALUES (?, 0)').run(token);
    }
    // Also if an earlier fill was interrupted. A few arrive before anyone could read the notice.
    if (this.lacksMoreThan(fresh ? 0 : MOST_UNDER_WAY)) this.tellFilling(damage);
    db.close();
  }

  private lacksMoreThan(count: number): boolean {
    return this.store.sql('SELECT 1 FROM unsearched LIMIT 1 OFFSET ?').get(count) !== undefined;
  }

  private tellFilling(damage: Message | undefined): void {
    this.filling = damage === undefined ? message('search.rebuilding') : message('search.damaged', { reason: damage });
    this.notices.notice(this.filling);
  }

  private tellFilled(): void {
    if (this.filling === undefined || this.lacksMoreThan(0)) return;
    this.notices.withdraw(this.filling);
    this.filling = undefined;
  }

  private sendAgain(n: number): void {
    const row = this.store
      .sql('SELECT w.json FROM dispatch d JOIN whole w ON w.n = d.n WHERE d.n = ? AND d.head = 1')
      .get(n);
    const dispatch = wholeOf(row?.json);
    if (!dispatch) {
      this.store.texts.drop(n);
      return;
    }
    this.store.texts.put(n, fullText(this.store, dispatch.id, prepare(dispatch).text));
  }

  private send(change: TextChange): void {
    this.underWay.set(
      change.number,
      change.texts.map(([n]) => n),
    );
    this.port.take(change);
    if (this.logMoved) this.moveRest();
    this.sent += change.texts.length;
    if (this.sent < DISPATCHES_A_LOG) return;
    this.sent = 0;
    if (!this.port.moveLog()) this.moveRest();
  }

  /**
   * SQLite restarts the log with the next transaction if all of it has been checkpointed (sqlite.org/wal.html, 3.3): that is
   * only possible here, where one transaction has just ended and none is open.
   */
  private moveRest(): void {
    this.logMoved = false;
    try {
      this.store.db.exec('PRAGMA wal_checkpoint(passive)');
    } catch (error) {
      this.notices.notice(message('index.not-tidied', { reason: reasonMessageOf(error) }));
    }
  }

  private arrived(numbers: readonly number[]): void {
    this.store.texts.arrived(numbers.map((number) => ({ number, places: this.underWay.get(number) ?? [] })));
    this.end(numbers);
  }

  private failed(numbers: readonly number[], reason: string, damaged: boolean): void {
    if (damaged) this.noteDamage(reason);
    else {
      this.failure = message('search.not-updated', { reason: message('system', { reason }) });
      this.notices.notice(this.failure);
    }
    this.end(numbers);
  }

  /** Trying again would fail again: the next start creates a new search text and sends what has not arrived. */
  private noteDamage(reason: string): void {
    markDamaged(this.path, reason);
    this.notices.notice(damageNotice(reason));
  }

  private end(numbers: readonly number[]): void {
    for (const number of numbers) this.underWay.delete(number);
    this.onProgress();
    if (this.underWay.size > 0) return;
    this.tellFilled();
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

/**
 * Counts FTS5's segments by the first key of each in its segment index (sqlite.org/fts5.html, section 9): jumping from one to
 * the next reads one page each.
 */
function piecesOf(store: Store): number {
  const row = store
    .sql(
      `WITH RECURSIVE piece (id) AS (
         SELECT min(segid) FROM search.text_idx
         UNION ALL SELECT (SELECT min(segid) FROM search.text_idx WHERE segid > id) FROM piece WHERE id IS NOT NULL
       ) SELECT count(id) AS count FROM piece`,
    )
    .get();
  return Number(row?.count);
}
