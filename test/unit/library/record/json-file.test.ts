import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { JsonFile } from '../../../../main/library/record/json-file.ts';
import { migrate, NewerFile } from '../../../../main/library/record/migrations.ts';
import { type Message, message } from '../../../../preload/contract/messages.ts';
import { temporaryFolder } from '../../temporary.ts';

const shape = {
  parse: (text: string) => z.array(z.number()).parse(JSON.parse(text)),
  print: (data: number[]) => JSON.stringify(data),
};

function open() {
  const folder = temporaryFolder();
  const path = join(folder, 'a', 'numbers.json');
  const notices: Message[] = [];
  return {
    folder: join(folder, 'a'),
    path,
    notices,
    file: new JsonFile(path, shape, (notice) => notices.push(notice)),
  };
}

test('what is written is read again, and the copy before is kept', () => {
  const { file, path } = open();
  expect(file.read()).toBeNull();
  file.write([1]);
  file.write([1, 2]);
  expect(file.read()).toEqual([1, 2]);
  expect(readFileSync(`${path}.bak`, 'utf8')).toBe('[1]');
});

test.each([
  ['', 'damage.empty'],
  ['\0\0\0\0', 'damage.empty'],
  ['[1,', 'damage.no-json'],
  ['{"other": true}', 'damage.content'],
] as const)('a file that holds %j gives way to the last good copy and is kept aside', (content, damage) => {
  const { file, path, folder, notices } = open();
  file.write([1]);
  file.write([1, 2]);
  writeFileSync(path, content);
  expect(file.read()).toEqual([1]);
  expect(readFileSync(path, 'utf8')).toBe('[1]');
  const aside = readdirSync(folder).find((name) => name.includes('.damaged-')) ?? '';
  expect(readFileSync(join(folder, aside), 'utf8')).toBe(content);
  const values = { path, kept: join(folder, aside), reason: message(damage) };
  expect(notices).toEqual([{ code: 'library.file-replaced', values }]);
});

test('a damaged file without a copy is kept aside and reads as none', () => {
  const { file, path, folder, notices } = open();
  file.write([1]);
  writeFileSync(path, 'x');
  expect(file.read()).toBeNull();
  expect(existsSync(path)).toBe(false);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(notices).toMatchObject([{ code: 'library.file-set-aside' }]);
});

test('a folder of the name of a file, or of its copy, is kept aside and told', () => {
  const { file, path, folder, notices } = open();
  file.write([1]);
  file.write([1, 2]);
  rmSync(path);
  mkdirSync(join(path, 'inside'), { recursive: true });
  expect(file.read()).toEqual([1]);
  const [aside = ''] = readdirSync(folder).filter((name) => name.includes('.damaged-'));
  expect(existsSync(join(folder, aside, 'inside'))).toBe(true);
  const values = { path, kept: join(folder, aside), reason: message('damage.no-file') };
  expect(notices).toEqual([{ code: 'library.file-replaced', values }]);
  rmSync(`${path}.bak`);
  mkdirSync(join(`${path}.bak`, 'inside'), { recursive: true });
  file.write([1, 2, 3]);
  expect(readFileSync(`${path}.bak`, 'utf8')).toBe('[1]');
  expect(readdirSync(folder).filter((name) => name.startsWith('numbers.json.bak.damaged-'))).toHaveLength(1);
});

test('a file that is missing gives way to its last good copy, and both are named', () => {
  const { file, path, notices } = open();
  file.write([1]);
  file.write([1, 2]);
  rmSync(path);
  expect(file.read()).toEqual([1]);
  expect(readFileSync(path, 'utf8')).toBe('[1]');
  expect(notices).toEqual([message('library.file-restored', { path, backup: `${path}.bak` })]);
  rmSync(path);
  writeFileSync(`${path}.bak`, 'x');
  expect(file.read()).toBeNull();
  expect(notices[1]).toMatchObject({ code: 'library.file-missing', values: { path, backup: `${path}.bak` } });
});

test('migrations lead from any old version to the newest, one step after the other', () => {
  const steps = [
    (old: Record<string, unknown>) => ({ ...old, name: old.title }),
    (old: Record<string, unknown>) => ({ ...old, name: String(old.name).toUpperCase() }),
  ];
  expect(migrate({ version: 1, title: 'a' }, steps)).toEqual({ version: 3, title: 'a', name: 'A' });
  expect(migrate({ version: 2, name: 'b' }, steps)).toEqual({ version: 3, name: 'B' });
  expect(migrate({ version: 3, name: 'c' }, steps)).toEqual({ version: 3, name: 'c' });
  expect(() => migrate({ version: 4 }, steps)).toThrow(NewerFile);
  expect(() => migrate([], steps)).toThrow('not a JSON object');
  expect(() => migrate({}, steps)).toThrow('no version');
});
