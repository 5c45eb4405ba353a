import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSettings } from '../../../main/reader/settings-file.ts';
import { DEFAULT_SETTINGS } from '../../../preload/contract/contract.ts';
import { temporaryFolder } from '../temporary.ts';

const written = (folder: string) => JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));

test('a data folder has settings of today’s layout once it was opened, so that an older program refuses it', () => {
  const folder = temporaryFolder();
  openSettings(folder, () => {});
  expect(written(folder).version).toBe(2);
});

test('settings of the first layout keep all they say', () => {
  const folder = temporaryFolder();
  const first = {
    version: 1,
    settings: { ...DEFAULT_SETTINGS, textSize: 22 },
    saved: [{ id: 'a', name: 'Rat', search: 'kopf:rat' }],
    wires: '/srv/wires',
  };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(first));
  const { wires, ...rest } = first;
  const now = { ...rest, version: 2, folders: [{ key: '', name: '', path: wires }] };
  expect(openSettings(folder, () => {}).data).toEqual(now);
  expect(written(folder)).toEqual(now);
});

test('a setting that the file does not have yet gets its default', () => {
  const folder = temporaryFolder();
  const { textSize: _unknownThen, ...settings } = { ...DEFAULT_SETTINGS, measure: 80 };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ version: 2, settings, saved: [] }));
  const notices: unknown[] = [];
  const { data } = openSettings(folder, (notice) => notices.push(notice));
  expect(data.settings).toEqual({ ...DEFAULT_SETTINGS, measure: 80 });
  expect(notices).toEqual([]);
});

test('settings with an empty wire folder open with the default one, also the next time', () => {
  const folder = temporaryFolder();
  const settings = { version: 2, settings: DEFAULT_SETTINGS, saved: [], wires: '' };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  for (let n = 0; n < 2; n += 1)
    expect(openSettings(folder, ({ code }) => expect.fail(code)).data.folders).toBeUndefined();
});
