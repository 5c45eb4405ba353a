import { mkdirSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { message } from '../../../preload/contract/messages.ts';
import { temporaryFolder } from '../temporary.ts';
import { open } from './reader.ts';

test('a window cannot lead the reader to a folder that nobody offered it', async () => {
  const folder = temporaryFolder();
  const wires = join(folder, 'wires');
  const data = join(folder, 'data');
  const mine = join(folder, 'wires-privat');
  for (const path of [mine, join(wires, 'sport')]) mkdirSync(path, { recursive: true });
  symlinkSync(mine, join(wires, 'link'));
  const reader = await open({ wires, data });
  const refused = (path: string) => ({ done: false, reason: message('folder.not-offered', { path }) });
  for (const path of [
    mine,
    folder,
    homedir(),
    '/',
    `${wires}/..`,
    `${wires}/sport/../../wires-privat`,
    `${wires}/link`,
  ])
    expect(await reader.ask('folder.choose', { path })).toEqual(refused(path));
  // It does not learn what exists there either.
  const nothing = join(folder, 'nothing');
  expect(await reader.ask('folder.choose', { path: nothing })).toEqual(refused(nothing));
  expect((await reader.ask('app.info', {})).wireFolder).toBe(wires);
  expect(await reader.ask('folder.choose', { path: join(wires, 'sport') })).toEqual({ done: true });
  expect(await reader.ask('folder.choose', { path: wires })).toEqual({ done: true });
});
