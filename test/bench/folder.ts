import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { CallIn } from '../../preload/contract/contract.ts';
import { type BenchHost, root, startHost } from './host.ts';
import { percentile, until } from './measure.ts';
import { memoryOf } from './memory.ts';

/**
 * What a crowded wire folder costs: `npm run bench:folder -- --size 100000`. All files lie in one folder. Prints how
 * long a new file waits during the first import and after a restart, what it costs to look at all files again, and the processor
 * time and memory of a reader that is idle or gets one file a second.
 */
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '30' },
    folder: { type: 'string', default: tmpdir() },
  },
});
const SIZE = Number(values.size);
const SECONDS = Number(values.seconds);
/** Files that arrive one by one while the memory is measured. */
const ARRIVALS = 1_000;
const DAY_MS = 24 * 3600 * 1000;

const OLD = new Date('2026-01-01T12:00:00Z');

const all: CallIn<'list.window'> = { query: { list: 'all' }, offset: 0, limit: 5 };
const two = (n: number) => String(n).padStart(2, '0');

function text(headline: string, at: Date): string {
  const date = `${two(at.getDate())}.${two(at.getMonth() + 1)}.${at.getFullYear()}`;
  const time = `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
  return `Inland\n\n${headline}\n\n${date} - ${time}\n\nDie Hafenbehörde hat zum Vorfall ${headline} noch nichts gesagt.\n\n@ dts-nachrichtenagentur.de\n`;
}

/** Old files, all in one folder. */
function fill(folder: string): void {
  const now = Date.now();
  for (let i = 0; i < SIZE; i++) {
    const at = new Date(now - DAY_MS - Math.floor(((SIZE - i) / SIZE) * 300 * DAY_MS));
    const path = join(folder, `${String(i).padStart(7, '0')}.txt`);
    writeFileSync(path, text(`Meldung Nummer ${i}`, at));
    utimesSync(path, at, at);
  }
}

let put = 0;
function arrive(folder: string): string {
  put += 1;
  const headline = `Eben eingetroffen ${put}`;
  const path = join(folder, `neu-${put}.txt`);
  writeFileSync(`${path}.part`, text(headline, new Date()));
  // As copied by a program that keeps times: it must not wait for all younger ones.
  utimesSync(`${path}.part`, OLD, OLD);
  renameSync(`${path}.part`, path);
  return headline;
}

/** Milliseconds from a file's arrival until it is in the list. */
async function latency(host: BenchHost, folder: string): Promise<number> {
  const headline = arrive(folder);
  const began = performance.now();
  await until(async () => {
    const { rows } = await host.call('list.window', all);
    return rows.some((row) => row.headline === headline) || undefined;
  }, 10);
  return performance.now() - began;
}

/** Seconds of processor time that a process has used; 0 except on Linux. */
function processorSeconds(pid: number): number {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return 0;
  const fields = readFileSync(path, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const total = async (host: BenchHost) => (await host.call('list.window', all)).total;
const memory = (host: BenchHost) => memoryOf(host.pid)?.now ?? Number.NaN;
const say = (what: string, figure: string) => console.log(`${what}: ${figure}`);
const worst = (times: readonly number[]) =>
  `median ${percentile(times, 0.5).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms of ${times.length}`;

/** Waits until the reader uses no more processor time. */
async function quiet(host: BenchHost): Promise<void> {
  for (let calm = 0, before = processorSeconds(host.pid); calm < 3; ) {
    await sleep(1000);
    const now = processorSeconds(host.pid);
    calm = now - before < 0.04 ? calm + 1 : 0;
    before = now;
  }
}

async function share(host: BenchHost, each?: () => void): Promise<string> {
  const before = processorSeconds(host.pid);
  for (let second = 0; second < SECONDS; second++) {
    each?.();
    await sleep(1000);
  }
  return `${(((processorSeconds(host.pid) - before) / SECONDS) * 100).toFixed(1)} % of a core`;
}

execFileSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: 'ignore', shell: process.platform === 'win32' });
const work = mkdtempSync(join(values.folder, 'depesche-folder-'));
const wires = join(work, 'wires');
const data = join(work, 'data');
mkdirSync(wires);
try {
  fill(wires);
  console.log(`${SIZE} files in one folder, Node ${process.version}`);
  let host = await startHost(wires, data);
  const began = performance.now();
  const during: number[] = [];
  while ((await total(host)) < SIZE) {
    during.push(await latency(host, wires));
    await sleep(300);
  }
  say(
    'first import',
    `${((performance.now() - began) / 1000).toFixed(1)} s, peak ${memoryOf(host.pid)?.peak.toFixed(0)} MB`,
  );
  say('a new file during it', worst(during));
  await quiet(host);
  say('idle', await share(host));
  say('one file a second', await share(host, () => arrive(wires)));
  const before = memory(host);
  for (let i = 0; i < ARRIVALS; i++) {
    arrive(wires);
    await sleep(20);
  }
  await quiet(host);
  say(`memory with ${ARRIVALS} more, one by one`, `${before.toFixed(0)} -> ${memory(host).toFixed(0)} MB`);
  await host.stop();
  host = await startHost(wires, data);
  say('a new file just after a restart', `${(await latency(host, wires)).toFixed(0)} ms`);
  await quiet(host);
  say('looking at all files again', `${processorSeconds(host.pid).toFixed(1)} s of processor time with the start`);
  await host.stop();
} finally {
  rmSync(work, { recursive: true, force: true });
}
