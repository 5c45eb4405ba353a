import type { Prepared } from '../index/index-entry.ts';
import type { Store } from '../index/store.ts';

/** A dispatch that has become the shown version. */
export interface Arrival {
  readonly id: string;
  readonly n: number;
  /** An earlier version was there. */
  readonly isUpdate: boolean;
}

/** Dispatches that have arrived and can be found by searches. */
export interface Arrived {
  /** The sort keys of all of them. */
  readonly places: readonly number[];
  /** Those that are recent and may be news for the user whatever list is shown. */
  readonly notable: readonly Arrival[];
}

/** Milliseconds: an archive that is imported now is not news, however urgent it once was. */
const NEWS_AGE_MS = 24 * 3_600_000;
/** Urgency of IPTC 7901 and NITF: 1 flash, 2 urgent. */
const URGENT = 2;

/** Milliseconds: what is older is an archive that is imported, which no crash makes news. */
const KEPT_AGE_MS = 7 * 24 * 3_600_000;
/** Not a part of the schema: an index without it is as good, and an older program leaves it alone. */
const UNTESTED = 'CREATE TABLE IF NOT EXISTS untested (n INTEGER PRIMARY KEY)';

/**
 * Keeps what has been added until it is committed and its search text has arrived. Recent dispatches are kept in the index, too,
 * until `tested` is called: a crash in between must not lose what rules do with them.
 */
export class Arrivals {
  private readonly store: Store;
  private open: (Arrival & { readonly isNotable: boolean })[] = [];
  private waiting: typeof this.open;

  constructor(store: Store) {
    this.store = store;
    store.db.exec(UNTESTED);
    const left = store.sql('SELECT d.id, u.n FROM untested u JOIN dispatch d ON d.n = u.n').all();
    this.waiting = left.map(({ id, n }) => ({ id: String(id), n: Number(n), isUpdate: false, isNotable: false }));
  }

  /** How many the open transaction has added; `cutBack` returns to that. */
  get added(): number {
    return this.open.length;
  }

  add(n: number, prepared: Prepared, isUpdate: boolean): void {
    if (Date.now() - prepared.at < KEPT_AGE_MS) this.store.sql('INSERT OR IGNORE INTO untested VALUES (?)').run(n);
    this.open.push({ id: prepared.id, n, isUpdate, isNotable: isNotable(prepared, isUpdate) });
  }

  /** A part of the transaction has failed. */
  cutBack(added: number): void {
    this.open.length = Math.min(this.open.length, added);
  }

  committed(): void {
    this.waiting = this.waiting.concat(this.open);
    this.open = [];
  }

  /** The rules have been applied to the dispatches at these sort keys. */
  tested(places: readonly number[]): void {
    this.store.sql('DELETE FROM untested WHERE n IN (SELECT value FROM json_each(?))').run(JSON.stringify(places));
  }

  /** Takes those whose search text has arrived. */
  take(): Arrived | undefined {
    if (this.waiting.length === 0) return undefined;
    const unsearched = new Set(
      this.store
        .sql('SELECT u.n FROM json_each(?) p CROSS JOIN unsearched u ON u.n = p.value')
        .all(JSON.stringify(this.waiting.map(({ n }) => n)))
        .map(({ n }) => Number(n)),
    );
    const ready = this.waiting.filter(({ n }) => !unsearched.has(n));
    if (ready.length === 0) return undefined;
    this.waiting = this.waiting.filter(({ n }) => unsearched.has(n));
    return {
      places: ready.map(({ n }) => n),
      notable: ready.filter((one) => one.isNotable).map(({ id, n, isUpdate }) => ({ id, n, isUpdate })),
    };
  }
}

function isNotable({ at, lists, status, signal, refersTo = [] }: Prepared, isUpdate: boolean): boolean {
  if (Date.now() - at > NEWS_AGE_MS) return false;
  const isUrgent = lists.some(([kind, value]) => kind === 'urgency' && Number(value) <= URGENT);
  return (
    isUpdate || isUrgent || status === 'killed' || status === 'withheld' || signal === 'flash' || refersTo.length > 0
  );
}
