import { setTimeout as sleep } from 'node:timers/promises';
import { type Answers, all, askWhile, callsRow } from './calls.ts';
import { folded } from './folded.ts';
import { type BenchHost, startHost } from './host.ts';
import { isolatesOf } from './isolates.ts';
import { isWithin, seconds, until } from './measure.ts';
import { memoryOf, partsOf, writtenBy } from './memory.ts';
import type { Peer } from './peers.ts';
import { spaceOf } from './space.ts';
import type { Figure } from './table.ts';

export interface Folders {
  readonly wires: string;
  readonly data: string;
}

/** Imports what is in the wire folder; nobody asks anything meanwhile. */
export async function importAll({ wires, data }: Folders, count: number): Promise<void> {
  const host = await startHost(wires, data);
  await until(async () => (await host.call('list.window', all)).total >= count || undefined, 20);
  await folded(data);
  await host.stop();
}

/** Milliseconds between two calls: often enough for a p99, seldom enough to leave the processor to the import. */
const PAUSE_MS = 100;
const AFTERWARDS_MS = 60_000;

/**
 * Imports `count` dispatches of `text` bytes in all while the reader is asked what a window asks, and waits a minute. One import gives
 * all figures: a million takes its time.
 */
export async function importRows(folders: Folders, count: number, text: number, peers: Peers): Promise<Figure[]> {
  const began = performance.now();
  const host = await startHost(folders.wires, folders.data);
  const listening = performance.now() - began;
  const points: { readonly at: number; readonly total: number }[] = [];
  // Some formats give times in GMT and some in Berlin's: the newest fifty are not those with the first fifty numbers.
  const newest = 50 + count / 365;
  let today: number | undefined;
  let halfway: string | undefined;
  const answers = await askWhile(
    host,
    async ({ rows, total }) => {
      const at = performance.now() - began;
      points.push({ at, total });
      if (rows.length === Math.min(50, count) && rows.every(({ headline }) => numberOf(headline) < newest))
        today ??= at;
      if (total >= count / 2) halfway ??= await memoryByPart(host);
      return total < count;
    },
    PAUSE_MS,
  );
  await folded(folders.data);
  const took = performance.now() - began;
  const written = writtenBy(host.pid);
  const peak = memoryOf(host.pid)?.peak;
  await sleep(AFTERWARDS_MS);
  const kept = memoryOf(host.pid)?.now;
  const keptParts = await memoryByPart(host);
  await host.stop();
  const reached = (share: number) => points.find(({ total }) => total >= count * share)?.at ?? Number.NaN;
  const rate = (from: number, to: number) => count / 10 / ((to - from) / 1000);
  return [
    ...speedRows(took, peers),
    ...rateRow(rate(listening, reached(0.1)), rate(reached(0.9), reached(1))),
    ...spaceRows(folders.data, text, written),
    ...answerRows(answers, today ?? Number.NaN),
    ...(peak === undefined || kept === undefined ? [] : memoryRows(peak, halfway ?? '', kept, keptParts, peers)),
  ];
}

/** Stories are numbered from the newest on, and the number ends the headline. */
const numberOf = (headline: string) => Number(headline.split(' ').at(-1));

export interface Peers {
  readonly bare: Peer;
  readonly newsboat: Peer;
}

function speedRows(took: number, { bare, newsboat }: Peers): Figure[] {
  const row = (what: string, goal: string, limit: number, peer: Peer): Figure => {
    const ratio = peer.ms === undefined ? undefined : took / peer.ms;
    return {
      what,
      goal,
      figure: seconds(took),
      compared: peer.said,
      ...(ratio === undefined ? {} : { ratio, reached: isWithin(ratio, limit) }),
    };
  };
  return [
    row('import: parsed, durable, searchable, folded into day files', '≤ 2 ×', 2, bare),
    row('the same against newsboat, which indexes nothing', '≤ 1 ×', 1, newsboat),
  ];
}

function rateRow(first: number, last: number): Figure[] {
  const ratio = last / first;
  // A tenth of a few thousand is less than a commit.
  if (!Number.isFinite(ratio)) return [];
  return [
    {
      what: 'rate of its last tenth',
      goal: '≥ 0.8 × the first',
      figure: `${last.toFixed(0)} a second`,
      compared: `first tenth ${first.toFixed(0)} a second`,
      ratio,
      reached: isWithin(0.8, ratio),
    },
  ];
}

function spaceRows(data: string, text: number, written: number | undefined): Figure[] {
  const space = spaceOf(data, text);
  return [
    ...(written === undefined
      ? []
      : [
          {
            what: 'bytes written by it',
            goal: '≤ 5 × the text',
            limit: 'SQLite writes each page twice; journal and day files are 2.2 × alone',
            figure: `${(written / text).toFixed(1)} ×`,
            compared: 'passed to write by the process',
            reached: isWithin(written / text, 5),
          },
        ]),
    {
      what: 'index and search text after it',
      goal: '≤ 0.7 × the text',
      limit: 'FTS5 with the places of words 0.9 ×, whole dispatches 0.6 to 0.8 ×',
      figure: `${space.ratio.toFixed(2)} ×`,
      compared: space.parts,
      reached: isWithin(space.ratio, 0.7),
    },
  ];
}

function answerRows({ calls }: Answers, today: number): Figure[] {
  return [
    callsRow('calls answered during the import', calls),
    {
      what: "today's dispatches readable",
      goal: '≤ 2 s',
      figure: seconds(today),
      compared: 'from the start until the 50 newest stand in the list',
      reached: isWithin(today, 2000),
    },
  ];
}

function memoryRows(peak: number, halfway: string, kept: number, keptParts: string, { newsboat }: Peers): Figure[] {
  const peer = newsboat.peakMB === undefined ? '' : `; newsboat ${newsboat.peakMB.toFixed(0)} MB`;
  return [
    {
      what: 'peak memory of the reader during the import',
      goal: '≤ 300 MB',
      limit: 'Node and three isolates take 165 MB with an empty library',
      figure: `${peak.toFixed(0)} MB`,
      compared: `halfway ${halfway}${peer}`,
      reached: isWithin(peak, 300),
    },
    {
      what: 'memory a minute after it',
      goal: '≤ 200 MB',
      figure: `${kept.toFixed(0)} MB`,
      compared: keptParts,
      reached: isWithin(kept, 200),
    },
  ];
}

/** Megabytes of a reader by part, as words. */
async function memoryByPart({ pid, debugPort }: BenchHost): Promise<string> {
  const parts = partsOf(pid);
  if (!parts) return '';
  const isolates = await isolatesOf(pid, debugPort);
  const heaps = isolates.reduce((sum, { heap }) => sum + heap, 0);
  const threads = isolates.map(({ thread, heap }) => `${thread} ${heap.toFixed(0)}`).join(', ');
  const { program, files, malloc, anonymous } = parts;
  const rest = Math.max(0, anonymous - heaps);
  const sum = program + files + malloc + anonymous;
  return `${sum.toFixed(0)} MB: V8 ${heaps.toFixed(0)} (${threads}), malloc ${malloc.toFixed(0)}, program ${program.toFixed(0)}, mapped files ${files.toFixed(0)}, rest ${rest.toFixed(0)}`;
}
