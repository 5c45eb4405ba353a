import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLog } from '../../../main/log/log-file.ts';
import { temporaryFolder } from '../temporary.ts';
import { eventually, open } from './reader.ts';

test('diagnostics count, name what was changed, and hold no word of a dispatch, list, search or folder', async () => {
  const folder = temporaryFolder();
  const [wires, data] = [join(folder, 'Kanzlerin-Ordner'), join(folder, 'data')];
  mkdirSync(wires);
  writeFileSync(join(wires, 'Kanzlerin.txt'), 'Kanzlerin tritt zurück\n\nNordhaven (Kanzlerin-Dienst) - Kanzlerin.\n');
  writeFileSync(join(wires, 'Kanzlerin.png'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  const { ask, reader, close } = await open({ wires, data, log: openLog(data) });
  await eventually(async () => expect((await ask('sidebar.get', {})).all.total).toBe(1));
  await ask('saved.put', { name: 'Kanzlerin', search: 'Kanzlerin' });
  await ask('settings.set', { theme: 'dark', oldestFirst: [{ list: 'tag', value: 'Kanzlerin' }] });
  const broken: unknown = { ids: 'Kanzlerin' };
  await expect(Promise.resolve().then(() => reader.handlers['status.mark'](broken as never))).rejects.toThrow();
  await eventually(async () => expect((await ask('diagnostics.get', {})).log.join('\n')).toContain(' imported files='));
  const diagnostics = await ask('diagnostics.get', {});
  expect(diagnostics).toMatchObject({
    program: { version: '0.0.0', host: 'browser', node: process.versions.node },
    system: { platform: process.platform, locale: 'de' },
    counts: { dispatches: 1, problems: 1, savedSearches: 1 },
    settings: { theme: 'dark', oldestFirst: '[1]' },
  });
  expect(diagnostics.log.join('\n')).toMatch(/ call-failed call=status\.mark error=/);
  expect(JSON.stringify(diagnostics)).not.toMatch(/Kanzlerin|zurück|Nordhaven/);
  await close();
  expect(openLog(data).tail(1)[0]).toMatch(/ closed$/);
});
