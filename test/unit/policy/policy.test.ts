import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { policies } from '../../../main/policy/policies.ts';
import { lockedBy, policyOf } from '../../../main/policy/policy.ts';
import { fromFile, readPolicy, registryValues } from '../../../main/policy/read-policy.ts';
import { policyFiles } from '../../../scripts/policies.mjs';
import { temporaryFolder } from '../temporary.ts';

const project = join(import.meta.dirname, '../../..');
const who = { user: 'erika', home: '/home/erika' };

test('one wrong entry spoils no other', () => {
  const policy = policyOf({ theme: 'dark', textSize: 500, colour: 'red', updates: false, dataFolder: 'relative' }, who);
  expect(policy).toEqual({ updates: false, settings: { theme: 'dark' }, wrong: ['textSize', 'colour', 'dataFolder'] });
  expect(lockedBy(policy)).toEqual(['updates', 'theme']);
});

test('folders are those of the user, limits become the retention', () => {
  expect(policyOf({ dataFolder: '/srv/depesche/{user}', wireFolder: '{home}/wires', retentionDays: 30 }, who)).toEqual({
    dataFolder: '/srv/depesche/erika',
    wireFolder: '/home/erika/wires',
    settings: { retention: { days: 30 } },
    wrong: [],
  });
});

test('several wire folders are a list, or its JSON where a system only knows text', () => {
  const folders = [{ path: '{home}/dpa', name: 'dpa', zone: 'Europe/Berlin' }, { path: '/srv/afp' }];
  const wireFolders = [{ path: '/home/erika/dpa', name: 'dpa', zone: 'Europe/Berlin' }, { path: '/srv/afp' }];
  for (const given of [folders, JSON.stringify(folders)]) {
    const policy = policyOf({ wireFolders: given }, who);
    expect(policy).toEqual({ wireFolders, settings: {}, wrong: [] });
    expect(lockedBy(policy)).toEqual(['wireFolder']);
  }
  for (const given of ['[', '[]', [{ path: 'relative' }], [{ path: '/srv/a', zone: 'Nowhere/At_All' }]])
    expect(policyOf({ wireFolders: given }, who).wrong).toEqual(['wireFolders']);
});

test('what the registry says, with its numbers and texts', () => {
  const output = `\r
HKEY_LOCAL_MACHINE\\Software\\Policies\\Depesche\r
    theme    REG_SZ    dark\r
    updates    REG_DWORD    0x0\r
    textSize    REG_DWORD    0x10\r
    wireFolder    REG_EXPAND_SZ    /Wires of all\r
    empty    REG_SZ    \r
\r
HKEY_LOCAL_MACHINE\\Software\\Policies\\Depesche\\Other\r
`;
  const policy = policyOf(registryValues(output), who);
  expect(policy).toEqual({
    updates: false,
    wireFolder: '/Wires of all',
    settings: { theme: 'dark', textSize: 16 },
    wrong: ['empty'],
  });
});

describe('a file', () => {
  const file = (text: string) => {
    const path = join(temporaryFolder(), 'policy.json');
    writeFileSync(path, text);
    return path;
  };
  test('is one object, or an error; without one there is no policy', () => {
    expect(fromFile(file('{"notify": "none"}'))).toEqual({ notify: 'none' });
    expect(fromFile(join(temporaryFolder(), 'missing.json'))).toEqual({});
    for (const text of ['', '[]', 'null', '"dark"', '{']) expect(() => fromFile(file(text))).toThrow();
  });
  test('of this machine is read without an error', () => {
    expect(readPolicy()).toMatchObject({ settings: expect.any(Object) });
  });
});

describe('the templates', () => {
  const files = policyFiles();
  test('are those of the table of policies (npm run policies)', () => {
    for (const [path, content] of files) expect(readFileSync(join(project, path), 'utf8'), path).toBe(content);
  });

  test('are well-formed, and have every policy with all its texts', () => {
    const defined: string[] = [];
    const used: string[] = [];
    for (const [path, content] of files) {
      if (path.endsWith('.md')) continue;
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw error;
      });
      parser.on('opentag', ({ name, attributes }) => {
        if (name === 'policy') defined.push(String(attributes.name));
        for (const value of Object.values(attributes)) {
          const text = /^\$\((string|presentation)\.(\w+)\)$/.exec(String(value));
          if (text) used.push(`<${text[1]} id="${text[2]}">`);
        }
      });
      parser.write(content).close();
    }
    expect(defined).toEqual(policies.map(({ key }) => key));
    for (const language of ['en-US', 'de-DE'])
      for (const text of used) expect(files.get(`build/policy/${language}/depesche.adml`)).toContain(text);
  });
});
