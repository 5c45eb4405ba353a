import { setTimeout as sleep } from 'node:timers/promises';
import type { CallIn, CallOut } from '../../preload/contract/contract.ts';
import type { BenchHost } from './host.ts';
import { isWithin, median, ms, percentile, timed } from './measure.ts';
import type { Figure } from './table.ts';

/** The first page of a list. */
export const all: CallIn<'list.window'> = { query: { list: 'all' }, offset: 0, limit: 50 };

/** Milliseconds of each answer. */
export interface Answers {
  /** Of the marks, too. */
  readonly calls: readonly number[];
  readonly marks: readonly number[];
}

/**
 * Asks what a window asks and marks what its user marks, as long as `goesOn` says so of the page of the list that was answered. A
 * bookmark is taken back at once.
 */
export async function askWhile(
  host: BenchHost,
  goesOn: (page: CallOut<'list.window'>) => boolean | Promise<boolean>,
  pauseMs = 50,
): Promise<Answers> {
  const calls: number[] = [];
  const marks: number[] = [];
  for (let i = 0; ; i++) {
    const { ms, value: page } = await timed(() => host.call('list.window', all));
    calls.push(ms);
    const row = page.rows[i % Math.max(1, page.rows.length)];
    if (row && i % 5 === 0) {
      for (const bookmark of [true, null] as const)
        marks.push((await timed(() => host.call('status.mark', { ids: [row.id], change: { bookmark } }))).ms);
      calls.push((await timed(() => host.call('article.get', { id: row.id }))).ms);
      calls.push((await timed(() => host.call('sidebar.get', {}))).ms);
    }
    if (!(await goesOn(page))) return { calls: [...calls, ...marks], marks };
    await sleep(pauseMs);
  }
}

/** The same until something has ended. */
export async function askUntil(host: BenchHost, end: Promise<unknown>, pauseMs?: number): Promise<Answers> {
  let runs = true;
  const ended = end.finally(() => {
    runs = false;
  });
  const answers = await askWhile(host, () => runs, pauseMs);
  await ended;
  return answers;
}

/** How soon calls were answered, in milliseconds. */
export function callsRow(what: string, calls: readonly number[]): Figure {
  const p99 = percentile(calls, 0.99);
  return {
    what,
    goal: 'p99 ≤ 100 ms',
    figure: `p99 ${ms(p99)}`,
    compared: `${calls.length} calls, p50 ${ms(median(calls))}, slowest ${ms(Math.max(...calls))}`,
    reached: isWithin(p99, 100),
  };
}
