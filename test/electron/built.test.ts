import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ReaderClient } from '../../preload/contract/contract.ts';
import { build, load } from './built.ts';
import type * as StandIn from './stand-in.ts';

let folder: string;
let electron: typeof StandIn;
const argv = process.argv;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'depesche-built-'));
  await build(folder);
}, 60_000);
afterAll(async () => {
  process.argv = argv;
  await rm(folder, { recursive: true, force: true });
});

test('what is built opens a library, imports a dispatch and closes cleanly', async () => {
  const wires = join(folder, 'wires');
  await mkdir(wires);
  await writeFile(join(wires, 'invented.txt'), 'Eine erfundene Meldung\n\nSie steht nur in diesem Test.\n');
  electron = load(join(import.meta.dirname, 'stand-in.ts')) as typeof StandIn;
  process.argv = ['/electron', '/project', '--wires', wires, '--data', join(folder, 'data')];
  load(join(folder, 'out/main/electron.js'));
  load(join(folder, 'out/preload/index.cjs'));
  const client = electron.exposed.depesche as ReaderClient;

  await vi.waitFor(() => expect(electron.handlers.size).toBe(1), 10_000);
  await vi.waitFor(async () => {
    const list = await client.call('list.window', { query: { list: 'all' }, offset: 0, limit: 5 });
    expect(list.rows.map((row) => row.headline).join()).toContain('erfundene Meldung');
  }, 15_000);
  expect(await client.call('app.info', {})).toMatchObject({ host: 'electron', wireFolder: wires });
  electron.app.quit();
  await vi.waitFor(() => expect(electron.app.exited).toBeDefined(), 15_000);
  expect(electron.app.exited).toBe(0);
  const written = await readdir(join(folder, 'data'), { recursive: true });
  expect(written).toEqual(expect.arrayContaining(['desktop.json', expect.stringMatching(/\d{4}-\d\d-\d\d\.json$/)]));
});
