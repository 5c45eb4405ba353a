import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultDataFolder, defaultWireFolder } from '../../../main/reader/folders.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'depesche-folders-'));
});
afterEach(() => rm(home, { recursive: true }));

describe('the data folder on Windows', () => {
  const env = () => ({ APPDATA: join(home, 'Roaming'), LOCALAPPDATA: join(home, 'Local') });
  const folder = () => defaultDataFolder(env(), 'win32');

  test('does not roam', () => {
    expect(folder()).toBe(join(home, 'Local', 'Depesche'));
  });

  test('of an earlier version is moved, once', async () => {
    await mkdir(join(home, 'Roaming', 'Depesche', 'library'), { recursive: true });
    await mkdir(join(home, 'Local'));
    expect(folder()).toBe(join(home, 'Local', 'Depesche'));
    expect(existsSync(join(home, 'Local', 'Depesche', 'library'))).toBe(true);
    expect(existsSync(join(home, 'Roaming', 'Depesche'))).toBe(false);
  });

  test('of an earlier version stays where it cannot be moved', async () => {
    await mkdir(join(home, 'Roaming', 'Depesche'), { recursive: true });
    await writeFile(join(home, 'Local'), 'not a folder');
    expect(folder()).toBe(join(home, 'Roaming', 'Depesche'));
  });

  test('that is there already is not touched', async () => {
    await mkdir(join(home, 'Roaming', 'Depesche'), { recursive: true });
    await mkdir(join(home, 'Local', 'Depesche'), { recursive: true });
    expect(folder()).toBe(join(home, 'Local', 'Depesche'));
    expect(existsSync(join(home, 'Roaming', 'Depesche'))).toBe(true);
  });
});

describe('the wire folder', () => {
  test('lies in the documents folder, whatever that is called', () => {
    expect(defaultWireFolder(join(home, 'Dokumente'), home)).toBe(join(home, 'Dokumente', 'Depesche'));
  });

  test('of an earlier version stays in use', async () => {
    await mkdir(join(home, 'Documents', 'Depesche'), { recursive: true });
    expect(defaultWireFolder(join(home, 'Dokumente'), home)).toBe(join(home, 'Documents', 'Depesche'));
    await mkdir(join(home, 'Dokumente', 'Depesche'), { recursive: true });
    expect(defaultWireFolder(join(home, 'Dokumente'), home)).toBe(join(home, 'Dokumente', 'Depesche'));
  });
});
