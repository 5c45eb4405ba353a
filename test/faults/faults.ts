import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { acknowledgedIn, type Child, desk, type Ended, imported, importing } from './child.ts';
import { both, type Contents, contentsOf, holds, withoutIndex } from './contents.ts';
import type { Acknowledged } from './desk.ts';
import { wireFile } from './stories.ts';

/** What a round may use: an empty folder of its own, and numbers between 0 and 1. */
interface Round {
  readonly folder: string;
  readonly random: () => number;
}

export interface Fault {
  readonly name: string;
  /** In words, for the table. */
  readonly what: string;
  /** Why it cannot be made to happen here. */
  readonly skipped?: () => string | undefined;
  /** Makes it happen once, and throws if anything is lost, doubled or keeps the program from starting. */
  run(round: Round): Promise<void>;
}

const FILES = 120;
/** Enough to fill a small disk. */
const MANY = 500;
/** Changes of a desk that nobody kills. */
const CHANGES = 90;

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

const onlyRoot = () => (isRoot ? undefined : 'only root can');

/** Why no disk can be mounted here. */
function noMount(): string | undefined {
  const why = onlyRoot();
  if (why !== undefined) return why;
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'nothing can be mounted here';
  }
}

function wiresIn(folder: string, count = FILES): string {
  const wires = join(folder, 'wires');
  mkdirSync(wires, { recursive: true });
  for (let i = 0; i < count; i++) writeFileSync(join(wires, `${i}.txt`), wireFile(i));
  return wires;
}

/** Throws unless every file of the wire folder is in the library, once. */
function allIn(count: number, ...libraries: readonly Contents[]): void {
  for (const { headlines, doubled } of libraries) {
    if (doubled.length > 0) throw new Error(`doubled: ${doubled.join(', ')}`);
    const missing = Array.from({ length: count }, (_, i) => `Meldung Nummer ${i}`).filter(
      (one) => !headlines.includes(one),
    );
    if (missing.length > 0) throw new Error(`lost: ${missing.join(', ')}`);
  }
}

async function killLater(child: Child, ms: number): Promise<Ended> {
  const timer = setTimeout(() => child.process.kill('SIGKILL'), ms);
  const ended = await child.ended;
  clearTimeout(timer);
  return ended;
}

/** A number of calls that is as often small as large. */
const someCall = (random: () => number) => String(Math.round(10 ** (random() * 3.3)));

/** Two desks one after the other, each of them ended by `end`; then everything acknowledged must be there. */
async function afterTwoDesks({ folder }: Round, run: (from: number) => Promise<Ended>): Promise<void> {
  const acknowledged: Acknowledged[] = [];
  for (const from of [1, 100_000]) {
    const ended = await run(from);
    if (ended.code !== null && ended.code !== 0) throw new Error(`a desk ended with ${ended.code}: ${ended.errors}`);
    acknowledged.push(...acknowledgedIn(ended));
  }
  holds(acknowledged, ...both(folder));
}

/** A folder on a small disk of its own, as long as `run` lasts. */
async function onSmallDisk(folder: string, megabytes: number, run: (disk: string) => Promise<void>): Promise<void> {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'depesche-faults', disk]);
  try {
    await run(disk);
  } finally {
    execFileSync('umount', ['--lazy', disk]);
  }
}

const remount = (disk: string, options: string) => execFileSync('mount', ['-o', `remount,${options}`, disk]);

/** Throws unless a program ended by itself and said why. */
function refused({ code, errors }: Ended, words: RegExp): void {
  if (code === 0 || code === null) throw new Error(`ended with ${code} as if nothing had happened`);
  if (!words.test(errors)) throw new Error(`said nothing of it: ${errors}`);
}

const WAYS: Readonly<Record<string, (path: string, random: () => number) => void>> = {
  truncated: (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2)),
  zeroed: (path) => writeFileSync(path, Buffer.alloc(readFileSync(path).length)),
  flipped(path, random) {
    const bytes = readFileSync(path);
    const at = Math.floor(random() * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    writeFileSync(path, bytes);
  },
  garbage: (path) => writeFileSync(path, 'Lorem ipsum [ { "'.repeat(200)),
  empty: (path) => writeFileSync(path, ''),
  folder(path) {
    rmSync(path);
    mkdirSync(path);
  },
};

/** Every file below a folder. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** A flipped bit in the index may change a word unnoticed: the files have it right. */
const isIndex = (path: string) => /\.sqlite(?:-wal|-shm)?$/.test(path);

/** In the place of a database a folder is not touched: the program says so, and starts when it is gone. */
async function refusedFolder(data: string, folder: string): Promise<void> {
  const wires = join(data, 'no-wires');
  mkdirSync(wires);
  refused(await importing(wires, data).ended, /is not a file/);
  rmSync(folder, { recursive: true });
  await imported(wires, data);
}

async function damageEach(way: string, { folder, random }: Round): Promise<void> {
  const whole = join(folder, 'whole');
  const worked = [
    await desk(whole, 1, CHANGES).ended,
    await killLater(desk(whole, 1000, 1_000_000), 1500 + random() * 500),
  ];
  const acknowledged = worked.flatMap(acknowledgedIn);
  for (const path of filesBelow(whole)) {
    const damaged = join(folder, 'damaged');
    cpSync(whole, damaged, { recursive: true });
    const file = join(damaged, path.slice(whole.length));
    WAYS[way]?.(file, random);
    try {
      if (way === 'folder' && isIndex(path)) await refusedFolder(damaged, file);
      const isFlippedIndex = way === 'flipped' && isIndex(path);
      holds(acknowledged, isFlippedIndex ? withoutIndex(damaged) : contentsOf(damaged));
    } catch (error) {
      throw new Error(`${path.slice(whole.length + 1)} ${way}`, { cause: error });
    }
    rmSync(damaged, { recursive: true });
  }
}

export const FAULTS: readonly Fault[] = [
  {
    name: 'kill-import',
    what: `kill -9 at a random moment of an import of ${FILES} files`,
    async run({ folder, random }) {
      const wires = wiresIn(folder);
      const data = join(folder, 'data');
      await killLater(importing(wires, data), 200 + random() * 1500);
      await imported(wires, data);
      allIn(FILES, ...both(data));
    },
  },
  {
    name: 'kill-import-call',
    what: `kill -9 at a call that changes the disk, during an import of ${FILES} files; a write is half done`,
    async run({ folder, random }) {
      const wires = wiresIn(folder);
      const data = join(folder, 'data');
      await importing(wires, data, { preload: 'kill-at.ts', env: { DEPESCHE_KILL_AT: someCall(random) } }).ended;
      await imported(wires, data);
      allIn(FILES, ...both(data));
    },
  },
  {
    name: 'kill-marking',
    what: 'kill -9 at a random moment of adding, marking, noting and folding, twice in a row',
    run: (round) =>
      afterTwoDesks(round, (from) => killLater(desk(round.folder, from, 1_000_000), 300 + round.random() * 1500)),
  },
  {
    name: 'kill-marking-call',
    what: 'the same at a call that changes the disk; a write is half done',
    run: (round) =>
      afterTwoDesks(round, (from) => {
        const env = { DEPESCHE_KILL_AT: someCall(round.random) };
        return desk(round.folder, from, CHANGES, { preload: 'kill-at.ts', env }).ended;
      }),
  },
  {
    name: 'kill-rebuild-call',
    what: 'the same three times in a row, while the index is rebuilt',
    async run({ folder, random }) {
      const acknowledged = acknowledgedIn(await desk(folder, 1, CHANGES).ended);
      for (const name of readdirSync(folder)) if (isIndex(name)) rmSync(join(folder, name));
      for (const from of [1_000, 2_000, 3_000]) {
        const env = { DEPESCHE_KILL_AT: someCall(random) };
        const ended = await desk(folder, from, CHANGES, { preload: 'kill-at.ts', env }).ended;
        acknowledged.push(...acknowledgedIn(ended));
      }
      holds(acknowledged, ...both(folder));
    },
  },
  {
    name: 'clock',
    what: 'a clock set back by a day, then by ten years, between marks',
    async run({ folder }) {
      const acknowledged: Acknowledged[] = [];
      const day = 24 * 3600 * 1000;
      for (const [from, back] of [
        [1, 0],
        [1_000, day],
        [2_000, 3650 * day],
      ] as const) {
        const env = { DEPESCHE_CLOCK_MS: String(-back) };
        const ended = await desk(folder, from, CHANGES, { preload: 'clock.ts', env }).ended;
        if (ended.code !== 0) throw new Error(`a desk ended with ${ended.code}: ${ended.errors}`);
        acknowledged.push(...acknowledgedIn(ended));
      }
      holds(acknowledged, ...both(folder));
    },
  },
  {
    name: 'few-files',
    what: `an import of ${FILES} files with 24 to 60 file descriptors`,
    skipped: () => (process.platform === 'win32' ? 'Windows has no such limit' : undefined),
    async run({ folder, random }) {
      const wires = wiresIn(folder);
      const data = join(folder, 'data');
      // Whether it succeeds or not: it ends, and loses nothing.
      await importing(wires, data, { files: 24 + Math.floor(random() * 36) }).ended;
      await imported(wires, data);
      allIn(FILES, ...both(data));
    },
  },
  {
    name: 'vanishing',
    what: 'a wire folder that disappears during an import and comes back',
    async run({ folder, random }) {
      const wires = wiresIn(folder);
      const data = join(folder, 'data');
      const child = importing(wires, data);
      await sleep(200 + random() * 1200);
      renameSync(wires, `${wires}-away`);
      await child.ended;
      renameSync(`${wires}-away`, wires);
      await imported(wires, data);
      allIn(FILES, ...both(data));
    },
  },
  {
    name: 'full-disk',
    what: `a disk of 3 to 5 MB that is full during an import of ${MANY} files, then has room`,
    skipped: noMount,
    async run({ folder, random }) {
      const wires = wiresIn(folder, MANY);
      await onSmallDisk(folder, 3 + Math.floor(random() * 3), async (disk) => {
        const data = join(disk, 'data');
        refused(await importing(wires, data).ended, /disk|space|full/i);
        remount(disk, 'size=64m');
        await imported(wires, data);
        allIn(MANY, ...both(data));
      });
    },
  },
  {
    name: 'read-only',
    what: 'a disk that becomes read-only between two desks, and writable again',
    skipped: noMount,
    async run({ folder }) {
      await onSmallDisk(folder, 64, async (disk) => {
        const data = join(disk, 'data');
        const acknowledged = acknowledgedIn(await desk(data, 1, CHANGES).ended);
        remount(disk, 'ro');
        const wires = wiresIn(folder);
        refused(await importing(wires, data).ended, /read-only|written|write|permission/i);
        remount(disk, 'rw');
        await imported(wires, data);
        const libraries = both(data);
        holds(acknowledged, ...libraries);
        allIn(FILES, ...libraries);
      });
    },
  },
  {
    name: 'forbidden',
    what: 'files and a folder that this user may not read, as another user, later readable; a data folder that may not be written',
    skipped: onlyRoot,
    async run({ folder }) {
      chmodSync(folder, 0o755);
      const wires = wiresIn(folder);
      const data = join(folder, 'data');
      mkdirSync(data);
      mkdirSync(join(wires, 'closed'));
      renameSync(join(wires, '3.txt'), join(wires, 'closed/3.txt'));
      chmodSync(join(wires, 'closed'), 0o700);
      for (const name of ['1.txt', '2.txt']) chmodSync(join(wires, name), 0o600);
      refused(await importing(wires, data, { uid: NOBODY }).ended, /permission|written|write/i);
      chownSync(data, NOBODY, NOBODY);
      await imported(wires, data, { uid: NOBODY });
      for (const name of ['1.txt', '2.txt']) chmodSync(join(wires, name), 0o644);
      chmodSync(join(wires, 'closed'), 0o755);
      await imported(wires, data, { uid: NOBODY });
      allIn(FILES, ...both(data));
    },
  },
  ...Object.keys(WAYS).map(
    (way): Fault => ({
      name: `damage-${way}`,
      what: `every file of a library, one after the other, ${way === 'folder' ? 'replaced by a folder' : way === 'flipped' ? 'with a bit flipped' : way}`,
      run: (round) => damageEach(way, round),
    }),
  ),
];
