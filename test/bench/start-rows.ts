import { arrivals } from './arrive.ts';
import { all, askWhile, callsRow } from './calls.ts';
import { folded } from './folded.ts';
import { startHost } from './host.ts';
import type { Folders } from './import-rows.ts';
import { isWithin, median, seconds, spread, timed, until } from './measure.ts';
import type { Figure } from './table.ts';

const STARTS = 5;
const TIMES = 3;

/** Milliseconds of a start until the first page is answered. */
async function startTime({ wires, data }: Folders): Promise<number> {
  const { ms: time, value: host } = await timed(async () => {
    const started = await startHost(wires, data);
    await started.call('list.window', all);
    return started;
  });
  await host.stop();
  return time;
}

export async function startRows(full: Folders, empty: Folders): Promise<Figure[]> {
  const without: number[] = [];
  const withAll: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    without.push(await startTime(empty));
    withAll.push(await startTime(full));
  }
  const ratio = median(withAll) / median(without);
  const compared = `empty library ${spread(without)}, medians of ${STARTS} in turn`;
  return [
    {
      what: 'start until the first page is answered',
      goal: '≤ 1.3 ×',
      limit: 'starting Node and loading the program',
      figure: spread(withAll),
      compared,
      ratio,
      reached: isWithin(ratio, 1.3),
    },
  ];
}

/** Kills the reader while it imports 500 files and writes a mark; milliseconds until it shows a page and marks again. */
async function timeAfterKill({ wires, data }: Folders): Promise<number> {
  const host = await startHost(wires, data);
  const { rows, total } = await host.call('list.window', all);
  const ids = rows.map(({ id }) => id);
  await host.call('status.mark', { ids, change: { read: true } });
  arrivals(wires, 500).arrive();
  await until(async () => (await host.call('list.window', all)).total > total || undefined, 1);
  // Killed before it can answer.
  host.call('status.mark', { ids, change: { bookmark: true } }).catch(() => undefined);
  await host.kill();
  const { ms: time, value: again } = await timed(async () => {
    const started = await startHost(wires, data);
    const page = await started.call('list.window', all);
    await started.call('status.mark', { ids: page.rows.slice(0, 1).map(({ id }) => id), change: { read: true } });
    return started;
  });
  await again.call('status.mark', { ids, change: { bookmark: null } });
  await until(async () => (await again.call('list.window', all)).total >= total + 500 || undefined);
  await folded(data);
  await again.stop();
  return time;
}

export async function killRows(full: Folders): Promise<Figure[]> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) times.push(await timeAfterKill(full));
  return [
    {
      what: 'start after kill -9 until a page is answered and a mark made',
      goal: '≤ 2 s',
      figure: spread(times),
      compared: `killed while it imported 500 files, median of ${TIMES}`,
      reached: isWithin(median(times), 2000),
    },
  ];
}

/** The reader is said to be idle before its first look, and between two folders. */
const IDLE_MS = 2_000;

/** Looks at all files after a start; milliseconds until it has ended, and of the calls answered meanwhile. */
async function lookAgain({ wires, data }: Folders): Promise<{ time: number; calls: readonly number[] }> {
  const began = performance.now();
  const host = await startHost(wires, data);
  let ended = performance.now() - began;
  let isIdle = true;
  const { calls } = await askWhile(
    host,
    async () => {
      const { state } = await host.call('import.progress', {});
      const now = performance.now() - began;
      if (state !== 'idle' || !isIdle) ended = now;
      isIdle = state === 'idle';
      return now - ended < IDLE_MS;
    },
    20,
  );
  await host.stop();
  return { time: ended, calls };
}

export async function lookingRows(full: Folders): Promise<Figure[]> {
  const looks = [];
  for (let i = 0; i < TIMES; i++) looks.push(await lookAgain(full));
  const times = looks.map(({ time }) => time);
  const calls = looks.flatMap((look) => look.calls);
  return [
    {
      what: 'looking again at all files after a start',
      goal: '≤ 10 s',
      limit: 'a stat and a lookup a file',
      figure: spread(times, seconds),
      compared: `in the background, with the start; median of ${TIMES}`,
      reached: isWithin(median(times), 10_000),
    },
    callsRow('calls answered meanwhile', calls),
  ];
}
