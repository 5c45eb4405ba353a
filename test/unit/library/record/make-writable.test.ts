import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeWritable } from '../../../../main/library/record/make-writable.ts';
import { message } from '../../../../preload/contract/messages.ts';
import { temporaryFolder } from '../../temporary.ts';

const notWritable = (path: string) =>
  expect.objectContaining({
    userMessage: {
      code: 'library.not-writable',
      values: { path, reason: expect.objectContaining({ code: expect.stringMatching(/^system/) }) },
    },
  });

test('a data folder is made where there is none, and one that cannot be is named', () => {
  const folder = temporaryFolder();
  makeWritable(join(folder, 'a', 'b'));
  expect(existsSync(join(folder, 'a', 'b'))).toBe(true);
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeWritable(join(folder, 'file', 'b'))).toThrow(notWritable(join(folder, 'file', 'b')));
});

test.for(['.', 'journal', 'library', 'index.sqlite', 'search.sqlite-wal'])(
  'where %s may not be written to that is said, with what to do',
  (part, { skip }) => {
    skip(process.getuid?.() === 0, 'root may write everywhere');
    const folder = temporaryFolder();
    for (const name of ['journal', 'library']) mkdirSync(join(folder, name));
    for (const name of ['index.sqlite', 'search.sqlite-wal', 'settings.json']) writeFileSync(join(folder, name), '');
    chmodSync(join(folder, 'settings.json'), 0o400);
    makeWritable(folder);
    const path = join(folder, part);
    chmodSync(path, 0o500);
    onTestFinished(() => chmodSync(path, 0o700));
    expect(() => makeWritable(folder)).toThrow(notWritable(path));
  },
);

test.each(['lock.sqlite', 'index.sqlite', 'search.sqlite'])(
  'a folder of the name %s is named, with what to do',
  (name) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, name));
    const userMessage = message('library.needs-file', { path: join(folder, name) });
    expect(() => makeWritable(folder)).toThrow(expect.objectContaining({ userMessage }));
  },
);

test.each(['journal', 'library'])('a file of the name %s is named, with what to do', (name) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), '');
  const userMessage = message('library.needs-folder', { path: join(folder, name) });
  expect(() => makeWritable(folder)).toThrow(expect.objectContaining({ userMessage }));
});
