import { isActive, type Rule, type StatusChange } from '../../../preload/contract/contract.ts';
import type { Arrived, Known, Library, Watching } from '../../library/library.ts';
import { changeAgain, changeOf } from '../rules/deeds.ts';
import type { HandOverJob, HandOvers } from '../rules/hand-overs.ts';
import type { Alarms } from './alarms.ts';
import { causeOf, type Found } from './cause.ts';

/** Milliseconds: a rule that matches an archive raises no alarm for it. */
const NEWS_AGE_MS = 24 * 3_600_000;

interface Parts {
  readonly library: Pick<Library, 'mark'> & {
    readonly watching: Pick<Watching, 'matches' | 'known' | 'concern' | 'tested'>;
  };
  readonly alarms: Pick<Alarms, 'raise'>;
  readonly rules: () => readonly Rule[];
  readonly handOvers: Pick<HandOvers, 'take'>;
  /** Marking failed: the library reports it, too. */
  readonly failed: (error: unknown) => void;
}

/** Tests what arrives with the rules, and raises alarms; one batch after the other. */
export class Watch {
  private readonly parts: Parts;
  private last: Promise<void> = Promise.resolve();
  private closed = false;
  /** Dispatches that the user is changing: their next arrival is no news. */
  private readonly own = new Set<string>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Dispatches have arrived and are searchable. Resolves when the rules have been applied to them. */
  arrived(arrived: Arrived): Promise<void> {
    this.last = this.last.then(() => this.test(arrived, new Date())).catch(this.parts.failed);
    return this.last;
  }

  /** Call it before the library closes. What has not been tested then is tested at the next start: the library remembers it. */
  close(): Promise<void> {
    this.closed = true;
    return this.last;
  }

  /** The next version of this dispatch is the user's own doing: no alarm. */
  expect(id: string): void {
    this.own.add(id);
  }

  /** Dispatches that were put off have come back. */
  woken(ids: readonly string[]): void {
    const now = new Date();
    const rows = ids.flatMap((id) => this.parts.library.watching.known(id, now) ?? []);
    this.parts.alarms.raise(
      rows.map(({ row }) => ({ cause: 'later' as const, row })),
      now,
    );
  }

  private async test({ places, notable }: Arrived, now: Date): Promise<void> {
    if (this.closed) return;
    const { watching } = this.parts.library;
    const { marks, alarming, handed } = this.plan(places, now);
    // Taken on before anything is marked: what is marked is not tested again after a crash.
    await this.parts.handOvers.take(handed, async () => {
      for (const { ids, change } of marks) await this.parts.library.mark(ids, change);
    });
    const found: (Found & { readonly rule?: string })[] = [];
    for (const { id, isUpdate } of notable) {
      const concern = watching.concern(id, now);
      const cause = concern && causeOf(concern, isUpdate);
      // Muted is muted; what was used before must be said all the same.
      if (cause && (cause.touched || !concern.status.hidden)) found.push(cause);
    }
    for (const [id, rule] of alarming) {
      const known = watching.known(id, now);
      if (known && isRecent(known, now) && !known.status.hidden) found.push({ cause: 'rule', row: known.row, rule });
    }
    const byTime = found.sort((a, b) => Date.parse(a.row.publishedAt) - Date.parse(b.row.publishedAt));
    this.parts.alarms.raise(
      byTime.filter(({ row }) => !this.own.delete(row.id)),
      now,
    );
    await watching.tested(places);
  }

  /** What the rules do with new dispatches, in their order, which of them raise an alarm, with the rule's name, and which are handed over. */
  private plan(places: readonly number[], now: Date) {
    const marks: { readonly ids: string[]; readonly change: StatusChange }[] = [];
    const alarming = new Map<string, string>();
    const handed: HandOverJob[] = [];
    let left = places;
    for (const rule of this.parts.rules().filter((one) => isActive(one, now))) {
      const matches = this.parts.library.watching.matches(rule, left, now);
      const fresh = matches.filter(({ mark }) => mark === 'none').map(({ id }) => id);
      const again = matches.filter(({ mark }) => mark === 'set').map(({ id }) => id);
      if (fresh.length > 0) marks.push({ ids: fresh, change: changeOf(rule, now, true) });
      const change = changeAgain(rule);
      if (again.length > 0 && change) marks.push({ ids: again, change });
      // A new version of what was handed over is handed over, too.
      for (const id of rule.actions.handOver ? [...fresh, ...again] : []) handed.push(...this.jobOf(rule, id, now));
      if (rule.actions.alarm) for (const id of fresh) if (!alarming.has(id)) alarming.set(id, rule.name);
      if (!rule.stops) continue;
      const stopped = new Set(matches.map(({ n }) => n));
      left = left.filter((n) => !stopped.has(n));
    }
    return { marks, alarming, handed };
  }

  private jobOf({ id: rule, actions }: Rule, id: string, now: Date): HandOverJob[] {
    const version = this.parts.library.watching.known(id, now)?.row.version;
    const { handOver } = actions;
    return handOver && version !== undefined ? [{ ...handOver, rule, id, version }] : [];
  }
}

const isRecent = ({ row }: Known, now: Date): boolean => now.getTime() - Date.parse(row.publishedAt) < NEWS_AGE_MS;
