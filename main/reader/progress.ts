import type { Progress } from '../../preload/contract/contract.ts';

const SPAN = 5_000;

/** Turns counts of read files into a rate and a time left, over the last five seconds. */
export class ProgressMeter {
  private points: { at: number; done: number }[] = [];

  /** The progress at `now` (milliseconds). */
  measure(state: Progress['state'], done: number, total: number, now: number): Progress {
    if (state !== 'importing' && state !== 'rebuilding') {
      this.points = [];
      return { state, done, total, rate: 0 };
    }
    this.points = [
      ...this.points.filter(({ at, done: before }) => now - at <= SPAN && before <= done),
      { at: now, done },
    ];
    const first = this.points[0] ?? { at: now, done };
    const seconds = (now - first.at) / 1000;
    const rate = seconds > 0 ? (done - first.done) / seconds : 0;
    return { state, done, total, rate, ...(rate > 0 ? { secondsLeft: (total - done) / rate } : {}) };
  }
}
