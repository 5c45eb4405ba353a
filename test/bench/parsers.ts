import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readWire } from '../../main/wire/read.ts';
import { hostile, PIECES, type Place, places } from './hostile.ts';
import { percentile } from './measure.ts';

/**
 * How the time to read a file grows with its length, for every format and every kind of repetition in places of a small sample:
 * `npm run bench:parsers -- [format …] [--goal 1.2] [--thorough]`. Prints the worst exponent of each format; exit code 1 when one is
 * above the goal. All formats take some minutes; `--thorough` tries more places, and every repetition at every length.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { goal: { type: 'string', default: '1.2' }, thorough: { type: 'boolean', default: false } },
});
const GOAL = Number(values.goal);
const FIXTURES = join(import.meta.dirname, '../fixtures/wire');

/** Characters of the first look at all repetitions, and of the measurement of what looks slow. */
const FIRST = [5_000, 20_000] as const;
const SIZES = [10_000, 40_000, 160_000] as const;
/** So many of the first look that take longest, and that grow most. */
const MOST = 3;
const RUNS = 3;
/** Milliseconds below which a time is noise. */
const NOISE_MS = 10;
/** Milliseconds after which no longer text is tried. */
const ENOUGH_MS = 20_000;

const FILE = { path: 'hostile', receivedAt: '2026-11-22T10:00:00Z' };

interface Try {
  readonly place: Place;
  readonly piece: string;
}

interface Growth extends Try {
  readonly exponent: number;
  /** Milliseconds by number of characters. */
  readonly times: ReadonlyMap<number, number>;
}

/** Milliseconds of this thread's processor time: other programs do not count. */
function time(bytes: Uint8Array): number {
  const began = process.threadCpuUsage();
  readWire(bytes, FILE);
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1000;
}

function exponentOf(shorter: number, longer: number, ratio: number): number {
  const exponent = Math.log(longer / Math.max(shorter, 0.1)) / Math.log(ratio);
  return longer < NOISE_MS ? Math.min(exponent, 0) : exponent;
}

/** How the time grows from the shortest to the longest text that is read. */
function growth(sample: string, { place, piece }: Try): Growth {
  const times = new Map<number, number>();
  for (const size of SIZES) {
    const bytes = hostile(sample, place, piece, size);
    const ms = percentile(
      Array.from({ length: RUNS }, () => time(bytes)),
      0.5,
    );
    times.set(size, ms);
    if (ms * 4 > ENOUGH_MS) break;
  }
  const [shortest, longest] = [[...times].at(0), [...times].at(-1)];
  const exponent =
    shortest && longest && shortest !== longest
      ? exponentOf(shortest[1], longest[1], longest[0] / shortest[0])
      : Number.POSITIVE_INFINITY;
  return { place, piece, exponent, times };
}

/** The tries that take longest at a first look, and that grow most; or all. */
function worth(sample: string, tries: readonly Try[]): readonly Try[] {
  if (values.thorough) return tries;
  const look = (one: Try) => {
    const [shorter = 0, longer = 0] = FIRST.map((size) => time(hostile(sample, one.place, one.piece, size)));
    return { one, ms: longer, growth: longer / Math.max(shorter, 0.5) };
  };
  // The first reads also pay for compiling.
  for (const one of tries.slice(0, 50)) look(one);
  const looked = tries.map(look);
  const slowest = looked.toSorted((a, b) => b.ms - a.ms).slice(0, MOST);
  const steepest = looked.toSorted((a, b) => b.growth - a.growth).slice(0, MOST);
  return [...new Set([...slowest, ...steepest])].map(({ one }) => one);
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
console.log('| format | tries | worst exponent | where | ms at 10k | 40k | 160k characters |');
console.log('| --- | ---: | ---: | --- | ---: | ---: | ---: |');
for (const format of positionals.length > 0 ? positionals : readdirSync(FIXTURES)) {
  const sample = sampleOf(format);
  const all = places(sample, values.thorough ? 3 : 1);
  const tries = all.flatMap((place) => PIECES.map((piece) => ({ place, piece })));
  const measured = worth(sample, tries).map((one) => growth(sample, one));
  measured.sort((a, b) => b.exponent - a.exponent);
  isSlow ||= measured.some(({ exponent }) => exponent > GOAL);
  for (const { place, piece, exponent, times } of measured.filter((one, at) => at === 0 || one.exponent > GOAL)) {
    const where = `${JSON.stringify(piece).replaceAll('|', '\\|')} at ${place.name}`;
    const ms = SIZES.map((size) => times.get(size)?.toFixed(0) ?? '-').join(' | ');
    console.log(`| ${format} | ${tries.length} | ${exponent.toFixed(2)} | \`${where}\` | ${ms} |`);
  }
}
process.exitCode = isSlow ? 1 : 0;
