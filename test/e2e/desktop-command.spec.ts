import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { electronBinary } from '../../scripts/electron-binary.mjs';
import { expect, test } from './desktop.ts';
import { headline } from './pane.ts';
import { story } from './wires.ts';

const root = join(import.meta.dirname, '../..');
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const run = (...args: string[]) => promisify(execFile)(electronBinary() ?? '', [...asRoot, root, ...args]);

test('a command runs without a window beside the open app', async ({ desktop }) => {
  const file = join(desktop.wires, '../draft.txt');
  await writeFile(file, story({ headline: 'Hafen sperrt alte Mole' }));
  await desktop.launch();
  const { stdout } = await run('parse', file);
  expect(JSON.parse(stdout)).toMatchObject({ headline: 'Hafen sperrt alte Mole' });
  expect((await run('--version')).stdout).toMatch(/^depesche \d+\.\d+\.\d+\n$/);
  expect(await readdir(desktop.wires)).toEqual([]);
  // The library is in use: the command says so, by its documented exit code.
  await expect(run('search', '--data', desktop.data, 'Hafen')).rejects.toMatchObject({ code: 3 });
});

test('a file on the command line is copied into the wire folder and shown', async ({ desktop }) => {
  const file = join(desktop.wires, '../draft.txt');
  await writeFile(file, story({ headline: 'Hafen sperrt alte Mole' }));
  const { page } = await desktop.launch([file]);
  await expect(headline(page)).toHaveText('Hafen sperrt alte Mole');
  expect(await readdir(desktop.wires)).toEqual(['draft.txt']);
});
