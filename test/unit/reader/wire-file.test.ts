import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileOf, textOfFile } from '../../../main/reader/wire-file.ts';
import { readWire } from '../../../main/wire/read.ts';
import { temporaryFolder } from '../temporary.ts';

/** A dispatch that says it came from this path. */
function dispatchOf(path: string) {
  const bytes = new TextEncoder().encode('Kran wird saniert\n\nDie Bürgerschaft stimmte am Montag zu.\n');
  const parsed = readWire(bytes, { path, receivedAt: '2025-11-10T09:00:00Z' });
  const [dispatch] = parsed.kind === 'dispatches' ? parsed.dispatches : [];
  if (!dispatch) throw new Error('no dispatch');
  return dispatch;
}

test('a path that leads out of the wire folder is none, and its file is not read', async () => {
  const folder = temporaryFolder();
  const wires = join(folder, 'wires');
  mkdirSync(wires);
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(wires, 'link.txt'));
  for (const path of ['../secret.txt', 'link.txt', join(folder, 'secret.txt')]) {
    expect(fileOf([{ key: '', path: wires }], dispatchOf(path))).toBeUndefined();
    const { text, isStored } = await textOfFile([{ key: '', path: wires }], dispatchOf(path));
    expect(text).not.toContain('secret');
    expect(isStored).toBe(true);
  }
});

test('of a large file the beginning is shown, in the encoding asked for', async () => {
  const wires = temporaryFolder();
  writeFileSync(join(wires, 'a.txt'), `ü${'x'.repeat(300_000)}`);
  const shown = await textOfFile([{ key: '', path: wires }], dispatchOf('a.txt'), 'windows-1252');
  expect(shown).toMatchObject({ isCut: true, isStored: false, encoding: 'windows-1252' });
  expect(shown.text).toMatch(/^Ã¼x+$/);
  expect(shown.text.length).toBe(256 * 1024);
  expect((await textOfFile([{ key: '', path: wires }], dispatchOf('a.txt'))).text).toMatch(/^üx/);
});
