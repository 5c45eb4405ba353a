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

/**
 * What it costs to mark dispatches one by one, in turn with another reader's. They are spread evenly over the `count` newest, so that the
 * days of a large library are not compared with the years of a small one; those of another `shift` are others.
 */
async function costs(
  readers: readonly (Running & { readonly count: number })[],
  change: StatusChange,
  shift: number,
): Promise<Cost[]> {
  const each = await Promise.all(
    readers.map(async ({ host, data, count }) => {
      const ids: string[] = [];
      for (let i = 0; i < MARKS; i++) ids.push(...(await idsOf(host, Math.floor((i * count) / MARKS) + shift, 1)));
      await folded(data);
      return { host, data, ids, times: [] as number[], before: writtenBy(host.pid) };
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

/** Marks in a large library, first with ten bookmarks and then with 10,000, and these against those in a small one. */
export async function markRows(full: Running, small: Running): Promise<Figure[]> {
  const { host } = full;
  const { total } = await host.call('list.window', all);
  // The oldest are bookmarked, the others are marked.
  const many = Math.min(MANY_BOOKMARKS, Math.floor(total / 2));
  const oldest = await idsOf(host, total - many, many);
  await host.call('status.mark', { ids: oldest.slice(0, 10), change: { bookmark: true } });
  const large = { ...full, count: total - many };
  const [withTen] = await costs([large], { bookmark: true }, 0);
  await host.call('status.mark', { ids: oldest, change: { bookmark: true } });
  const [withMany] = await costs([large], { bookmark: true }, 1);
  const here = many === MANY_BOOKMARKS ? '' : `${many} here; `;
  const rows = costRows('bookmark one with 10,000 bookmarks', withMany, withTen, `${here}with ten`);
  const kinds: [string, StatusChange][] = [
    ['mark one read', { read: true }],
    ['bookmark one', { bookmark: true }],
    ['tag one', tagChange('Messung', true)],
  ];
  const little = { ...small, count: (await small.host.call('list.window', all)).total };
  for (const [i, [what, change]] of kinds.entries()) {
    const [inLarge, inSmall] = await costs([large, little], change, 2 + i);
    rows.push(...costRows(what, inLarge, inSmall, 'at 1,000'));
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
      goal: 'p99 ≤ 100 ms',
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
