import { spawnSync } from 'node:child_process';

/** The value below which a share of the sorted values lies: 0.5 the median, 0.95, 0.99. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
export const seconds = (value: number): string => `${(value / 1000).toFixed(1)} s`;
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The median, and in brackets the values that a quarter of them stay below and above. */
export const spread = (values: readonly number[], print = ms): string =>
  `${print(median(values))} (${print(percentile(values, 0.25))} to ${print(percentile(values, 0.75))})`;

/** Whether a figure stays below its limit: within a tenth of it counts. */
export const isWithin = (value: number, limit: number): boolean => value <= limit * 1.1;

export async function timed<T>(run: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const began = performance.now();
  const value = await run();
  return { ms: performance.now() - began, value };
}

/** Runs a program of Node and reads the JSON object in the last line it prints. */
export function runJson(args: readonly string[], env: Record<string, string> = {}): Record<string, number> {
  const { stdout, status, stderr } = spawnSync(process.execPath, [...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(-2000)}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
}

/** Milliseconds that nothing takes: an import of a million takes a sixth of it. */
const LONGEST = 7_200_000;

/** Polls every few milliseconds until the condition holds. */
export async function until<T>(ask: () => Promise<T | undefined>, every = 5, longest = LONGEST): Promise<T> {
  const end = performance.now() + longest;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error('waited too long');
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
