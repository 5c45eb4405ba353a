import type { ListRow, RulePreview } from '../../../preload/contract/contract.ts';
import type { StatusView } from '../../../preload/contract/status.ts';
import type { Reference } from '../../wire/dispatch.ts';
import { isHead, placeOfHead } from '../index/ids.ts';
import { targetIdOf } from '../index/kill-target.ts';
import { wholeOf } from '../index/rows.ts';
import { ALL } from '../index/schema.ts';
import { placeOf } from '../index/sort-key.ts';
import { statusAt } from '../index/statuses.ts';
import type { Store } from '../index/store.ts';
import { type Since, sinceOf, viewOf } from '../record/status.ts';
import { members, span, within } from './list-members.ts';
import { NOT_SEARCHED, rowsOf } from './list-rows.ts';
import { type LibraryQuery, listSource } from './list-source.ts';

/** A dispatch that a rule finds, and whether the rule has left its mark on it: it has, has not, or somebody removed it. */
export interface Match {
  readonly id: string;
  readonly n: number;
  readonly mark: 'none' | 'set' | 'removed';
}

/** A dispatch with its status. */
export interface Known {
  readonly row: ListRow;
  readonly status: StatusView;
  readonly since: Since;
}

/** A dispatch and those that it acts on, as far as the library has them. */
export interface Concern extends Known {
  readonly targets: readonly (Known & { readonly relation: Reference['relation'] })[];
}

/** Up to this many dispatches are tested one by one: the search looks at no others, however far apart they are. */
const MAX_SINGLE = 16;
const PREVIEW_MS = 7 * 24 * 3_600_000;
const PREVIEW_ROWS = 5;

/** What the reader asks while it watches the library: questions that no window asks. */
export class Watching {
  private readonly store: Store;
  private readonly reading: <T>(ask: () => T) => T;
  /** The rules have been applied to the dispatches at these sort keys. */
  readonly tested: (places: readonly number[]) => Promise<void>;

  /** `reading` runs a query and reports damage that it meets. */
  constructor(store: Store, reading: <T>(ask: () => T) => T, tested: (places: readonly number[]) => Promise<void>) {
    this.store = store;
    this.tested = tested;
    this.reading = reading;
  }

  /** The dispatches put off until a time that has come. */
  due(now: Date): string[] {
    return this.reading(() =>
      this.store
        .sql(
          `SELECT d.n, d.id FROM list l JOIN entry e ON e.k = l.k JOIN dispatch d ON d.n = e.n WHERE l.kind = 'later'`,
        )
        .all()
        .filter(({ n }) => isDue(viewOf(statusAt(this.store, Number(n))).later, now))
        .map(({ id }) => String(id)),
    );
  }

  /** Those of the dispatches at these sort keys that the search of a rule finds, hidden ones too. */
  matches(rule: { readonly id: string; readonly search: string }, places: readonly number[], now: Date): Match[] {
    return this.reading(() => {
      const source = listSource(this.store, everything(rule.search), now);
      if ('error' in source || places.length === 0) return [];
      const wanted = new Set(places);
      const found =
        places.length <= MAX_SINGLE
          ? places.flatMap((n) => within(this.store, source, { above: n - 1, below: n + 1 }, 1, 0, 'newest'))
          : members(this.store, source, { above: Math.min(...places) - 1, below: Math.max(...places) + 1 });
      return found.filter((n) => wanted.has(n)).flatMap((n) => this.match(n, rule.id));
    });
  }

  private match(n: number, rule: string): Match[] {
    const id = this.store.sql('SELECT id FROM dispatch WHERE n = ? AND head = 1').get(n)?.id;
    if (typeof id !== 'string') return [];
    const mark = statusAt(this.store, n)[`rule:${rule}`];
    return [{ id, n, mark: mark === undefined ? 'none' : mark.value === null ? 'removed' : 'set' }];
  }

  /** A dispatch by its id in its shown version. */
  known(id: string, now: Date): Known | undefined {
    return this.reading(() => {
      const n = placeOfHead(this.store, id);
      if (n === undefined) return undefined;
      const [row] = rowsOf(this.store, [n], NOT_SEARCHED, now);
      const status = statusAt(this.store, n);
      return row && { row, status: viewOf(status), since: sinceOf(status) };
    });
  }

  concern(id: string, now: Date): Concern | undefined {
    const known = this.known(id, now);
    if (!known) return undefined;
    const json = this.store
      .sql(`SELECT w.json FROM dispatch d JOIN whole w ON w.n = d.n WHERE ${isHead('d', '?1')}`)
      .get(id)?.json;
    const dispatch = wholeOf(json);
    const targets = (dispatch?.refersTo ?? []).flatMap((reference) => {
      const target = dispatch && targetIdOf(this.store, reference, dispatch);
      const found = target === undefined || target === id ? undefined : this.known(target, now);
      return found ? [{ ...found, relation: reference.relation }] : [];
    });
    return { ...known, targets };
  }

  /** What a rule with this search would have matched. */
  preview(search: string, now: Date): RulePreview {
    return this.reading(() => {
      const source = listSource(this.store, everything(search), now);
      if ('error' in source) return { week: { matched: 0, of: 0 }, library: 0, rows: [], searchError: source.error };
      const week = { below: placeOf(now.getTime() - PREVIEW_MS) + 1 };
      const all = this.store.sql('SELECT count(*) AS count FROM entry WHERE k = ? AND n < ?').get(ALL, week.below);
      return {
        week: { matched: span(this.store, source, week).count, of: Number(all?.count ?? 0) },
        library: span(this.store, source, {}).count,
        rows: rowsOf(this.store, within(this.store, source, {}, PREVIEW_ROWS, 0, 'newest'), NOT_SEARCHED, now),
      };
    });
  }
}

/** Everything that a rule finds; not as typed, so that what is put off or hidden counts too. */
export const everything = (search: string): LibraryQuery => ({
  list: 'all',
  within: search,
  order: 'newest',
  withAway: true,
  inShown: true,
});

/** A time that nobody can read is over: otherwise the dispatch would never come back. */
const isDue = (later: string | undefined, now: Date): boolean =>
  later !== undefined && !(Date.parse(later) > now.getTime());
