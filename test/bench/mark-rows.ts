import type { StatusChange } from '../../preload/contract/status.ts';
import { tagChange } from '../../preload/contract/status.ts';
import { all, askUntil } from './calls.ts';
import { folded } from './folded.ts';
import type { BenchHost } from './host.ts';
import { isWithin, median, ms, percentile, seconds, spread, timed } from './measure.ts';
import { writtenBy } from './memory.ts';
import type { Figure } from './table.ts';

/** A reader, and its data folder. */
export interface Running {
  readonly host: BenchHost;
  readonly data: string;
}

interface Cost {
  readonly times: readonly number[];
  /** A mark, folded into day files; undefined except on Linux. */
  readonly bytes: number | undefined;
}

const MARKS = 150;
const MANY_BOOKMARKS = 10_000;

/** The ids of `count` dispatches, from the one at `from` on. */
const idsOf = async (host: BenchHost, from: number, count: number) =>
  (await host.call('list.ids', { ...all, offset: from, limit: count })).ids;

/** What it costs to mark dispatches one by one, in turn with another reader's. */
async function costs(readers: readonly Running[], change: StatusChange, from: number): Promise<Cost[]> {
  const each = await Promise.all(
    readers.map(async ({ host, data }) => {
      await folded(data);
      return { host, data, ids: await idsOf(host, from, MARKS), times: [] as number[], before: writtenBy(host.pid) };
    }),
  );
  for (let i = 0; i < MARKS; i++)
    for (const { host, ids, times } of each)
      times.push((await timed(() => host.call('status.mark', { ids: ids.slice(i, i + 1), change }))).ms);
  await Promise.all(each.map(({ data }) => folded(data)));
  return each.map(({ host, times, before }) => {
    const after = writtenBy(host.pid);
    return { times, bytes: after === undefined || before === undefined ? undefined : (after - before) / MARKS };
  });
}

function costRows(what: string, much: Cost | undefined, little: Cost | undefined, littleName: string): Figure[] {
  if (!much || !little) return [];
  const ratio = median(much.times) / median(little.times);
  const time: Figure = {
    what,
    goal: '≤ 1.5 ×',
    figure: spread(much.times),
    compared: `${littleName} ${spread(little.times)}, medians of ${MARKS}`,
    ratio,
    reached: isWithin(ratio, 1.5),
  };
  if (much.bytes === undefined || little.bytes === undefined) return [time];
  const share = much.bytes / little.bytes;
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
  return [
    time,
    {
      what: `${what}: bytes written`,
      goal: '≤ 1.5 ×',
      figure: kilobytes(much.bytes),
      compared: `${littleName} ${kilobytes(little.bytes)}, until it is in its day file`,
      ratio: share,
      reached: isWithin(share, 1.5),
    },
  ];
}

/** Sets bookmarks in twenty places of a library, none of them among the newest thousand; how many. */
async function bookmarkMany(host: BenchHost): Promise<number> {
  const { total } = await host.call('list.window', all);
  const places = 20;
  let changed = 0;
  for (let i = 0; i < places; i++) {
    const from = 1_000 + Math.floor((i * (total - 1_000)) / places);
    const ids = await idsOf(host, from, MANY_BOOKMARKS / places);
    changed += (await host.call('status.mark', { ids, change: { bookmark: true } })).changed;
  }
  return changed;
}

/** Marks in a large library, first with ten bookmarks and then with 10,000, and these against those in a small one. */
export async function markRows(full: Running, small: Running): Promise<Figure[]> {
  const ten = await idsOf(full.host, 0, 10);
  await full.host.call('status.mark', { ids: ten, change: { bookmark: true } });
  const [few] = await costs([full], { bookmark: true }, 10);
  const measured = await idsOf(full.host, 10, MARKS);
  await full.host.call('status.mark', { ids: measured, change: { bookmark: null } });
  const set = await bookmarkMany(full.host);
  const [many] = await costs([full], { bookmark: true }, 10 + MARKS);
  const here = set === MANY_BOOKMARKS ? '' : `${set} here; `;
  const rows = costRows('bookmark one with 10,000 bookmarks', many, few, `${here}with ten`);
  const kinds: [string, StatusChange][] = [
    ['mark one read', { read: true }],
    ['bookmark one', { bookmark: true }],
    ['tag one', tagChange('Messung', true)],
  ];
  let from = 10 + 2 * MARKS;
  for (const [what, change] of kinds) {
    const [much, little] = await costs([full, small], change, from);
    rows.push(...costRows(what, much, little, 'at 1,000'));
    from += MARKS;
  }
  return rows;
}

/** Marking everything, and the bookmarks that a user sets meanwhile. */
export async function markAllRows(host: BenchHost): Promise<Figure[]> {
  const order = timed(() => host.call('status.markList', { query: { list: 'all' }, read: true, part: 'all' }));
  const { marks } = await askUntil(host, order, 20);
  const marked = await order;
  const undone = await timed(() => host.call('status.undo', { undo: marked.value.undo ?? '' }));
  const per = (time: number) => (time / marked.value.changed) * 100_000;
  const p99 = percentile(marks, 0.99);
  return [
    {
      what: 'mark all read',
      goal: '≤ 2 s a 100,000',
      figure: seconds(marked.ms),
      compared: `${marked.value.changed} changed, ${seconds(per(marked.ms))} a 100,000`,
      reached: isWithin(per(marked.ms), 2000),
    },
    {
      what: 'a bookmark meanwhile',
      goal: 'heard',
      figure: `p99 ${ms(p99)}`,
      compared: `${marks.length} marks, p50 ${ms(median(marks))}`,
      reached: isWithin(p99, 100),
    },
    {
      what: 'take that back',
      goal: '≤ 2 s a 100,000',
      figure: seconds(undone.ms),
      compared: `${undone.value.changed} changed, ${seconds(per(undone.ms))} a 100,000`,
      reached: isWithin(per(undone.ms), 2000),
    },
  ];
}
