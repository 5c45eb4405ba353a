import { arrivals } from './arrive.ts';
import { all } from './calls.ts';
import type { BenchHost } from './host.ts';
import { isWithin, median, spread, until } from './measure.ts';
import type { Figure } from './table.ts';

/** How long a file must not change before it is read, in milliseconds (main/inbox/settling.ts). */
const STABILITY_WAIT = 500;
const TIMES = 5;

export async function arrivalRows(host: BenchHost, wires: string): Promise<Figure[]> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const { headlines, arrive } = arrivals(wires, 1);
    const began = performance.now();
    arrive();
    await until(async () => {
      const { rows } = await host.call('list.window', { ...all, limit: 5 });
      return rows.some((row) => row.headline === headlines[0]) || undefined;
    });
    times.push(performance.now() - began - STABILITY_WAIT);
  }
  return [
    {
      what: 'a new file until it stands in the list',
      goal: 'stability wait + ≤ 300 ms',
      limit: 'half a second until a file counts as complete',
      figure: `500 ms + ${spread(times)}`,
      compared: `median of ${TIMES}`,
      reached: isWithin(median(times), 300),
    },
  ];
}
