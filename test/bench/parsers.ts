import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readWire } from '../../main/wire/read.ts';
import { hostile, PIECES, type Place, places } from './hostile.ts';

/**
 * How the time to read a file grows with its length, for every format and every kind of repetition in every place of a small
 * sample: `npm run bench:parsers -- [format …] [--goal 1.2] [--all]`. Exit code 1 when an exponent is above the goal.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { goal: { type: 'string', default: '1.2' }, all: { type: 'boolean', default: false } },
});
const GOAL = Number(values.goal);
const FIXTURES = join(import.meta.dirname, '../fixtures/wire');

/** Characters of the quick comparison of all, and of the exact one of those that seem to grow faster than the goal. */
const QUICK = [10_000, 40_000] as const;
const EXACT = [100_000, 200_000, 400_000] as const;
/** Milliseconds below which times of the quick and of the exact comparison are noise. */
const NOISE_MS = 10;
const EXACT_NOISE_MS = 100;
/** Milliseconds after which no longer text is tried. */
const ENOUGH_MS = 4_000;

const FILE = { path: 'hostile', receivedAt: '2026-11-22T10:00:00Z' };

interface Growth {
  readonly exponent: number;
  readonly ms: number;
  readonly size: number;
}

/** Milliseconds of this thread's processor time: other programs do not count. */
function time(bytes: Uint8Array, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs && best > 1; run++) {
    const began = process.threadCpuUsage();
    readWire(bytes, FILE);
    const { user, system } = process.threadCpuUsage(began);
    best = Math.min(best, (user + system) / 1000);
    if (best > ENOUGH_MS / 4) break;
  }
  return best;
}

const exponentOf = (shorter: number, longer: number, ratio: number, noise: number): number =>
  longer < noise ? 1 : Math.log(longer / Math.max(shorter, 0.1)) / Math.log(ratio);

function growth(sample: string, place: Place, piece: string): Growth {
  const read = (size: number, runs: number) => time(hostile(sample, place, piece, size), runs);
  const [short, long] = QUICK;
  const quick = { shorter: read(short, 1), longer: read(long, 1) };
  const first = {
    exponent: exponentOf(quick.shorter, quick.longer, long / short, NOISE_MS),
    ms: quick.longer,
    size: long,
  };
  if (first.exponent <= GOAL || first.ms > ENOUGH_MS) return first;
  const times: number[] = [];
  for (const size of EXACT) {
    times.push(read(size, 2));
    if ((times.at(-1) ?? 0) > ENOUGH_MS) break;
  }
  const ms = times.at(-1) ?? 0;
  if (times.length === 1) return { ...first, ms, size: EXACT[0] };
  return {
    exponent: exponentOf(times[0] ?? 0, ms, 2 ** (times.length - 1), EXACT_NOISE_MS),
    ms,
    size: EXACT[times.length - 1] ?? 0,
  };
}

/** The smallest sample that gives a story. */
function sampleOf(format: string): string {
  const texts = readdirSync(join(FIXTURES, format))
    .map((name) => readFileSync(join(FIXTURES, format, name)))
    .filter((bytes) => readWire(bytes, FILE).kind === 'dispatches')
    .map((bytes) => new TextDecoder('utf-8').decode(bytes));
  return texts.sort((a, b) => a.length - b.length)[0] ?? '';
}

let isSlow = false;
for (const format of positionals.length > 0 ? positionals : readdirSync(FIXTURES)) {
  const sample = sampleOf(format);
  const all = places(sample).flatMap((place) =>
    PIECES.map((piece) => ({ place: place.name, piece: JSON.stringify(piece), ...growth(sample, place, piece) })),
  );
  all.sort((a, b) => b.exponent - a.exponent);
  const worst = all[0];
  const slow = all.filter(({ exponent }) => exponent > GOAL);
  isSlow ||= slow.length > 0;
  const longest = Math.max(...all.map(({ ms, size }) => ms / size));
  console.log(
    `${format.padEnd(14)} ${String(all.length).padStart(5)} tries, worst exponent ${worst?.exponent.toFixed(2)}, slowest ${(longest * 1_000_000).toFixed(0)} ms a million characters`,
  );
  for (const { place, piece, exponent, ms, size } of values.all ? slow : slow.slice(0, 5)) {
    console.log(`    ${exponent.toFixed(2)}  ${piece} at ${place}: ${ms.toFixed(0)} ms for ${size} characters`);
  }
}
process.exitCode = isSlow ? 1 : 0;
