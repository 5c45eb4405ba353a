import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { policyOf } from '../../../main/policy/policy.ts';
import { temporaryFolder } from '../temporary.ts';
import { open } from './reader.ts';

test('what an administrator has fixed counts, is told, and cannot be changed; the own value comes back afterwards', async () => {
  const folder = temporaryFolder();
  const [wires, other, data] = [join(folder, 'wires'), join(folder, 'other'), join(folder, 'data')];
  for (const path of [wires, other]) mkdirSync(path);
  const before = await open({ wires, data });
  await before.ask('settings.set', { theme: 'light', textSize: 20 });
  await before.close();

  const policy = policyOf({ theme: 'dark', wireFolder: other, dataFolder: data, nonsense: 1 });
  const fixed = await open({ wires, data: join(folder, 'elsewhere'), policy });
  expect(await fixed.ask('settings.get', {})).toMatchObject({ theme: 'dark', textSize: 20 });
  const { locked, wireFolder, dataFolder, notices } = await fixed.ask('app.info', {});
  expect({ locked, wireFolder, dataFolder }).toEqual({
    locked: ['dataFolder', 'wireFolder', 'theme'],
    wireFolder: other,
    dataFolder: data,
  });
  expect(notices).toEqual([{ code: 'policy.wrong', values: { names: 'nonsense' } }]);
  await expect(fixed.ask('settings.set', { theme: 'light' })).rejects.toThrow('settings.locked');
  expect(await fixed.ask('settings.set', { theme: 'dark', textSize: 21 })).toMatchObject({ textSize: 21 });
  expect(await fixed.ask('folder.choose', { path: other })).toMatchObject({ reason: { code: 'settings.locked' } });
  await fixed.close();
  expect(JSON.parse(readFileSync(join(data, 'settings.json'), 'utf8')).settings).toMatchObject({ theme: 'light' });

  const after = await open({ wires, data });
  expect(await after.ask('settings.get', {})).toMatchObject({ theme: 'light', textSize: 21 });
});
