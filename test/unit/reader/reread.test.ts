import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { eventually, open } from './reader.ts';

/** "Gdańsk" and more in windows-1250, which a guess takes for something else. */
const BYTES = Buffer.concat([
  Buffer.from('Inland\n\nRada Gda'),
  Buffer.from([0xf1]),
  Buffer.from('sk\n\n10.11.2025 - 09:30:00\n\nRada miasta Gda'),
  Buffer.from([0xf1]),
  Buffer.from('sk obradowa'),
  Buffer.from([0xb3]),
  Buffer.from('a w poniedzia'),
  Buffer.from([0xb3]),
  Buffer.from('ek przez wiele godzin.\n\n@ dts-nachrichtenagentur.de\n'),
]);

async function opened() {
  const folder = temporaryFolder();
  const [wires, data] = [join(folder, 'wires'), join(folder, 'data')];
  mkdirSync(wires);
  writeFileSync(join(wires, 'a.txt'), BYTES);
  const reader = await open({ wires, data });
  const rows = async () => (await reader.ask('list.window', { query: { list: 'all' }, offset: 0, limit: 9 })).rows;
  await eventually(async () => expect(await rows()).toHaveLength(1));
  const id = (await rows())[0]?.id ?? '';
  const article = async () => (await reader.ask('article.get', { id })).article;
  return { ...reader, wires, data, id, rows, article };
}

test('a dispatch read in another encoding is its next version, says so, and goes back', async () => {
  const { ask, id, rows, article } = await opened();
  await ask('status.mark', { ids: [id], change: { read: true } });
  const before = await article();
  expect(before?.dispatch.headline).not.toBe('Rada Gdańsk');
  expect(await ask('file.reread', { id, encoding: 'windows-1250' })).toEqual({ done: true, previous: null });
  const after = await article();
  expect(after?.dispatch).toMatchObject({
    ...{ version: 2, headline: 'Rada Gdańsk' },
    file: { encoding: 'windows-1250', given: ['file-encoding'] },
  });
  expect(after?.status.readVersion).toBe(2);
  expect((await ask('alarms.get', {})).alarms).toEqual([]);
  expect(await ask('file.reread', { id, encoding: 'windows-1250' })).toMatchObject({
    ...{ done: false, reason: { code: 'reread.same' } },
  });
  // Back: undo.
  expect(await ask('file.reread', { id, encoding: null })).toEqual({ done: true, previous: 'windows-1250' });
  expect((await article())?.dispatch).toMatchObject({ version: 3, headline: before?.dispatch.headline });
  expect(await rows()).toHaveLength(1);
});

test('the choice outlives a rebuild and reading the folder again', async () => {
  const { ask, id, rows, article } = await opened();
  await ask('file.reread', { id, encoding: 'windows-1250' });
  await ask('library.rebuild', {});
  await ask('folder.readAgain', { key: '' });
  await eventually(async () => expect((await article())?.dispatch.headline).toBe('Rada Gdańsk'));
  await eventually(async () => expect(await ask('import.progress', {})).toMatchObject({ state: 'idle' }));
  await eventually(async () =>
    expect((await rows()).map(({ headline, version }) => [headline, version])).toEqual([['Rada Gdańsk', 2]]),
  );
});

test('a file that has changed, or is gone, is not read again', async () => {
  const { ask, id, wires } = await opened();
  writeFileSync(join(wires, 'a.txt'), 'Ganz anderes.');
  expect(await ask('file.reread', { id, version: 1, encoding: 'windows-1250' })).toMatchObject({
    ...{ done: false, reason: { code: 'reread.changed' } },
  });
});
