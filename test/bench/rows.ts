import { spawnSync } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallIn } from '../../preload/contract/contract.ts';
import { type BenchHost, memoryOf, startHost, writtenBy } from './host.ts';
import type { Folders } from './import-rows.ts';
import { percentile, timed, until } from './measure.ts';
import { queries } from './queries.ts';
import type { Figure } from './table.ts';
import { story } from './wires.ts';

const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
/** The median, and in brackets the values that a quarter of them stay below and above. */
const spread = (times: readonly number[]) =>
  `${ms(percentile(times, 0.5))} (${ms(percentile(times, 0.25))} to ${ms(percentile(times, 0.75))})`;
const all: CallIn<'list.window'> = { query: { list: 'all' }, offset: 0, limit: 50 };

async function startTimes({ wires, data }: Folders): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const { ms: time, value: host } = await timed(async () => {
      const started = await startHost(wires, data);
      await started.call('list.window', all);
      return started;
    });
    times.push(time);
    await host.stop();
  }
  return times;
}

export async function startRows(full: Folders, empty: Folders, count: number): Promise<Figure[]> {
  const without = await startTimes(empty);
  const withAll = await startTimes(full);
  const ratio = percentile(withAll, 0.5) / percentile(without, 0.5);
  return [
    {
      what: `start with ${count} until the first page is answered`,
      goal: '≤ 1.3 ×',
      figure: spread(withAll),
      compared: `empty library ${spread(without)}, medians of 5`,
      ratio,
      reached: ratio <= 1.3,
    },
  ];
}

interface MarkCost {
  readonly read: readonly number[];
  readonly bookmark: readonly number[];
  readonly bytes: number | undefined;
}

async function markCost(host: BenchHost): Promise<MarkCost> {
  const { rows } = await host.call('list.window', { ...all, limit: 400 });
  const before = writtenBy(host.pid);
  const cost = async (change: CallIn<'status.mark'>['change'], from: number) => {
    const times: number[] = [];
    for (const row of rows.slice(from, from + 150)) {
      times.push((await timed(() => host.call('status.mark', { ids: [row.id], change }))).ms);
    }
    return times;
  };
  const read = await cost({ read: true }, 0);
  const bookmark = await cost({ bookmark: true }, 150);
  const after = writtenBy(host.pid);
  return { read, bookmark, bytes: after === undefined || before === undefined ? undefined : (after - before) / 300 };
}

export async function markRows(full: BenchHost, small: BenchHost, count: number): Promise<Figure[]> {
  const little = await markCost(small);
  const much = await markCost(full);
  const row = (what: string, a: readonly number[], b: readonly number[], print: (all: readonly number[]) => string) => {
    const ratio = percentile(a, 0.5) / percentile(b, 0.5);
    return {
      what: `${what} at ${count}`,
      goal: '≤ 1.5 ×',
      figure: print(a),
      compared: `at 1,000: ${print(b)}, medians of 150`,
      ratio,
      reached: ratio <= 1.5,
    };
  };
  const bytes = ([n = 0]: readonly number[]) => `${Math.round(n)} B`;
  return [
    row('mark one read', much.read, little.read, spread),
    row('bookmark one', much.bookmark, little.bookmark, spread),
    ...(much.bytes !== undefined && little.bytes !== undefined
      ? [row('bytes written by a mark', [much.bytes], [little.bytes], bytes)]
      : []),
  ];
}

export async function markAllRows(host: BenchHost, count: number): Promise<Figure[]> {
  const marked = await timed(() => host.call('status.markList', { query: { list: 'all' }, read: true, part: 'all' }));
  const undone = await timed(() => host.call('status.undo', { undo: marked.value.undo ?? '' }));
  return [
    {
      what: `mark all of ${count} read`,
      goal: '< 2 s',
      figure: ms(marked.ms),
      compared: `${marked.value.changed} changed`,
      reached: marked.ms < 2000,
    },
    {
      what: 'take that back',
      goal: 'undoable',
      figure: ms(undone.ms),
      compared: `${undone.value.changed} changed`,
      reached: undone.value.changed === marked.value.changed,
    },
  ];
}

export async function searchRows(host: BenchHost, wires: string): Promise<Figure[]> {
  const times: number[] = [];
  const counts: number[] = [];
  for (const search of queries) {
    const query = { list: 'all', search } as const;
    const { ms: time, value } = await timed(() => host.call('list.window', { ...all, query, quick: true }));
    if (value.searchError) throw new Error(`${search}: ${value.searchError.reason}`);
    times.push(time);
    if (value.more) counts.push((await timed(() => host.call('list.count', { query }))).ms);
  }
  const p95 = percentile(times, 0.95);
  const grep = grepTime(wires);
  const ratio = grep === undefined ? undefined : grep / percentile(times, 0.5);
  return [
    {
      what: 'search, 50 mixed queries, first page and count up to 500',
      goal: 'p95 ≤ 60 ms',
      figure: `p95 ${ms(p95)}`,
      compared: `p50 ${ms(percentile(times, 0.5))}, slowest ${ms(Math.max(...times))}`,
      reached: p95 <= 60,
    },
    {
      what: 'the exact count of those with more hits',
      goal: 'later',
      figure: `p95 ${ms(percentile(counts, 0.95))}`,
      compared: `p50 ${ms(percentile(counts, 0.5))}, ${counts.length} of 50`,
    },
    {
      what: 'the same against rg over the files',
      goal: '≥ 10 × faster',
      figure: ms(percentile(times, 0.5)),
      compared: grep === undefined ? 'rg is not installed here' : `rg ${ms(grep)}, median of 5 words`,
      ...(ratio === undefined ? {} : { ratio, reached: ratio >= 10 }),
    },
  ];
}

function grepTime(wires: string): number | undefined {
  const times = ['Hafenbehörde', 'Klimagesetz', 'Wohnungskrise', 'Zollabkommen', 'Steuerreform'].map((word) => {
    const began = performance.now();
    const { error } = spawnSync('rg', ['-c', '-i', word, wires], { stdio: 'ignore' });
    return error ? Number.NaN : performance.now() - began;
  });
  return times.some(Number.isNaN) ? undefined : percentile(times, 0.5);
}

/** How long a file must not change before it is read, in milliseconds (main/inbox/settling.ts). */
const STABILITY_WAIT = 500;

export async function arrivalRows(host: BenchHost, wires: string, count: number): Promise<Figure[]> {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const { headline, paragraphs } = story(10_000_000 + i, 1, 3_000);
    const name = `Eben ${i} ${headline}`;
    const path = join(wires, `arrival-${i}.txt`);
    writeFileSync(
      `${path}.part`,
      `Inland\n\n${name}\n\n21.11.2026 - 10:0${i}:00\n\n${paragraphs.join('\n\n')}\n\n@ dts-nachrichtenagentur.de\n`,
    );
    const began = performance.now();
    renameSync(`${path}.part`, path);
    await until(async () => {
      const { rows } = await host.call('list.window', { ...all, limit: 5 });
      return rows.some((row) => row.headline === name) || undefined;
    });
    times.push(performance.now() - began - STABILITY_WAIT);
  }
  const median = percentile(times, 0.5);
  return [
    {
      what: `a new file until it stands in the list, at ${count}`,
      goal: 'stability wait + ≤ 300 ms',
      figure: `500 ms + ${spread(times)}`,
      compared: 'median of 5',
      reached: median <= 300,
    },
  ];
}

/** Answers while a whole folder is being read, and what it costs. */
export async function whileImportingRows({ wires, data }: Folders, count: number): Promise<Figure[]> {
  const host = await startHost(wires, data);
  const times: number[] = [];
  let first: number | undefined;
  const began = performance.now();
  for (let i = 0; ; i++) {
    const asked = await timed(async () => {
      const window = await host.call('list.window', all);
      const row = window.rows[i % Math.max(1, window.rows.length)];
      return { total: window.total, row };
    });
    times.push(asked.ms);
    if (asked.value.total >= 50) first ??= performance.now() - began;
    if (asked.value.row && i % 5 === 0) {
      const { row } = asked.value;
      times.push(
        (await timed(() => host.call('status.mark', { ids: [row.id], change: { read: row.read ? null : true } }))).ms,
      );
      times.push((await timed(() => host.call('article.get', { id: row.id }))).ms);
      times.push((await timed(() => host.call('sidebar.get', {}))).ms);
    }
    if (asked.value.total >= count) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  // Lets it fold the import, then measures what memory it keeps.
  await until(async () => ((await host.call('import.progress', {})).state === 'idle' ? true : undefined), 200);
  await new Promise((resolve) => setTimeout(resolve, 60_000));
  const memory = memoryOf(host.pid);
  await host.stop();
  const p99 = percentile(times, 0.99);
  return [
    {
      what: `calls answered during the import of ${count}`,
      goal: 'p99 < 100 ms',
      figure: `p99 ${ms(p99)}`,
      compared: `${times.length} calls, p50 ${ms(percentile(times, 0.5))}, slowest ${ms(Math.max(...times))}`,
      reached: p99 < 100,
    },
    {
      what: 'today readable',
      goal: '≤ 2 s',
      figure: ms(first ?? Number.NaN),
      compared: 'the 50 newest stand in the list',
      reached: (first ?? Infinity) <= 2000,
    },
    ...(memory
      ? [
          {
            what: 'memory of the reader during that import',
            goal: '≤ 300 MB',
            figure: `${memory.peak.toFixed(0)} MB`,
            compared: 'peak RSS of the whole process',
            reached: memory.peak <= 300,
          },
          {
            what: 'memory a minute after it',
            goal: '≤ 200 MB',
            figure: `${memory.now.toFixed(0)} MB`,
            compared: 'RSS',
            reached: memory.now <= 200,
          },
        ]
      : []),
  ];
}
