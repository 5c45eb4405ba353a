import { spawnSync } from 'node:child_process';
import { all } from './calls.ts';
import type { BenchHost } from './host.ts';
import { isWithin, median, ms, percentile, spread, timed } from './measure.ts';
import { queries } from './queries.ts';
import type { Figure } from './table.ts';

const TIMES = 3;

export async function searchRows(host: BenchHost, wires: string, count: number): Promise<Figure[]> {
  const passes: number[][] = [];
  for (let i = 0; i < TIMES; i++) passes.push(await pages(host));
  const each = queries.map((search, i) => ({ search, time: median(passes.map((pass) => pass[i] ?? Number.NaN)) }));
  const slowest = each.reduce((a, b) => (a.time > b.time ? a : b));
  const p50 = median(passes.flat());
  const p95s = passes.map((pass) => percentile(pass, 0.95));
  const limit = count > 300_000 ? 100 : 60;
  const grep = grepTime(wires);
  const ratio = grep === undefined ? undefined : grep / p50;
  return [
    {
      what: 'search, 50 mixed queries: first page and count up to 500',
      goal: 'p95 ≤ 60 ms at 100,000, ≤ 100 ms at 1,000,000',
      figure: `p95 ${spread(p95s)}`,
      compared: `p50 ${ms(p50)}, slowest ${ms(slowest.time)} (${slowest.search}); medians of ${TIMES}`,
      reached: isWithin(median(p95s), limit),
    },
    await countRow(host),
    await relevanceRow(host),
    {
      what: 'search against rg over the files',
      goal: '≥ 10 × faster',
      figure: ms(p50),
      compared: grep === undefined ? 'rg is not installed here' : `rg ${ms(grep)}, median of 5 words`,
      ...(ratio === undefined ? {} : { ratio, reached: isWithin(10, ratio) }),
    },
  ];
}

/** Milliseconds of the first page of each query. */
async function pages(host: BenchHost): Promise<number[]> {
  const times: number[] = [];
  for (const search of queries) {
    const query = { list: 'all', search } as const;
    const { ms: time, value } = await timed(() => host.call('list.window', { ...all, query, quick: true }));
    if (value.searchError) throw new Error(`${search}: ${value.searchError.reason}`);
    times.push(time);
  }
  return times;
}

async function countRow(host: BenchHost): Promise<Figure> {
  const times: number[] = [];
  for (const search of queries) {
    const query = { list: 'all', search } as const;
    const { more } = await host.call('list.window', { ...all, query, quick: true });
    if (more) times.push((await timed(() => host.call('list.count', { query }))).ms);
  }
  return {
    what: 'the exact count of those with more hits',
    goal: 'later',
    figure: `p95 ${ms(percentile(times, 0.95))}`,
    compared: `p50 ${ms(median(times))}, ${times.length} of ${queries.length}`,
  };
}

/** A word that is nearly everywhere. */
async function relevanceRow(host: BenchHost): Promise<Figure> {
  const query = { list: 'all', search: 'der', order: 'relevance' } as const;
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++)
    times.push((await timed(() => host.call('list.window', { ...all, query, quick: true }))).ms);
  const { total } = await host.call('list.count', { query });
  return {
    what: '`der` by relevance',
    goal: 'bounded',
    figure: spread(times),
    compared: `${total} hits, median of ${TIMES}`,
  };
}

function grepTime(wires: string): number | undefined {
  const times = ['Hafenbehörde', 'Klimagesetz', 'Wohnungskrise', 'Zollabkommen', 'Steuerreform'].map((word) => {
    const began = performance.now();
    const { error } = spawnSync('rg', ['-c', '-i', word, wires], { stdio: 'ignore' });
    return error ? Number.NaN : performance.now() - began;
  });
  return times.some(Number.isNaN) ? undefined : median(times);
}
