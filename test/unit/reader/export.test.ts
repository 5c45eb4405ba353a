import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CallIn } from '../../../preload/contract/contract.ts';
import { type InventedItem, item } from '../../e2e/wires.ts';
import { temporaryFolder } from '../temporary.ts';
import { eventually, host, open } from './reader.ts';

const HOUR = 3_600_000;
const fromNow = (ms: number) => new Date(Date.now() + ms).toISOString();

/** A reader with these dispatches, all of them bookmarked. */
async function bookmarked(items: readonly InventedItem[], options: Partial<Parameters<typeof open>[0]> = {}) {
  const folder = temporaryFolder();
  const wires = join(folder, 'wires');
  mkdirSync(wires);
  for (const one of items) writeFileSync(join(wires, `${one.id}-${one.version ?? 1}.json`), item(one));
  const reader = await open({ wires, data: join(folder, 'data'), ...options });
  const ids = await eventually(async () => {
    const { rows } = await reader.ask('list.window', { query: { list: 'all' }, offset: 0, limit: 100 });
    expect(rows).toHaveLength(new Set(items.map(({ id }) => id)).size);
    return rows.map(({ id }) => id);
  });
  await reader.ask('status.mark', { ids, change: { bookmark: true } });
  return { reader, ids };
}

const order = (change: Partial<CallIn<'export.file'>> = {}): CallIn<'export.file'> => ({
  of: { query: { list: 'bookmarks' } },
  format: 'md',
  language: 'en',
  own: true,
  leads: false,
  held: false,
  each: false,
  ...change,
});

test('a dispatch is exported as soon as its embargo has ended; what is left out is named with its reason', async () => {
  const { reader } = await bookmarked([
    { id: 'over', headline: 'Sperrfrist vorbei', embargo: fromNow(-HOUR) },
    { id: 'open', headline: 'Sperrfrist läuft', embargo: fromNow(HOUR) },
    { id: 'gone', headline: 'Falsche Zahl', status: 'canceled' },
    { id: 'free', headline: 'Ohne Sperrfrist' },
  ]);
  const plan = await reader.ask('export.plan', { of: { query: { list: 'bookmarks' } } });
  expect(plan.count).toBe(4);
  expect(plan.held.map(({ headline, why }) => [headline, why]).sort()).toEqual([
    ['Falsche Zahl', 'killed'],
    ['Sperrfrist läuft', 'embargoed'],
  ]);
  const { content, count, left } = await reader.ask('export.file', order());
  expect({ count, left }).toEqual({ count: 2, left: 2 });
  expect(content).toContain('# Sperrfrist vorbei');
  expect(content).not.toMatch(/Sperrfrist läuft|Falsche Zahl/);
  const anyway = await reader.ask('export.file', order({ held: true }));
  expect(anyway.left).toBe(0);
  expect(anyway.content).toMatch(/\*\*EMBARGO until [^\n]*\*\*\n\n# Sperrfrist läuft/);
  expect(anyway.content).toMatch(/\*\*KILLED: [^\n]*\*\*\n\n# Falsche Zahl/);
});

test('the version, tags and notes of the user go along, the notes of the agency do not', async () => {
  const { reader, ids } = await bookmarked([
    { id: 'a', version: 1, headline: 'Rad*weg' },
    { id: 'a', version: 2, headline: 'Rad*weg fertig', note: 'Achtung Redaktionen' },
  ]);
  const note = '0191d000-0000-7000-8000-000000000001';
  await reader.ask('status.mark', { ids, change: { 'tag:Verkehr': true, [`note:${note}`]: 'Rückruf\num vier' } });
  const { content } = await reader.ask('export.file', order());
  expect(content).toContain('# Rad\\*weg fertig');
  expect(content).toMatch(/version 2/);
  expect(content).toContain('> **Tags:** Verkehr');
  expect(content).toContain('> **Note:** Rückruf\n> um vier');
  expect(content).not.toContain('Achtung Redaktionen');
  expect((await reader.ask('export.file', order({ own: false }))).content).not.toMatch(/Verkehr|Rückruf/);
  const [id = ''] = ids;
  const { article } = await reader.ask('article.get', { id });
  expect(article?.status.exported).toMatchObject({ version: 2 });
});

test('a host that can ask where to saves the file itself, and nothing is noted when the user cancels', async () => {
  const asked: string[] = [];
  const saveFile = async (name: string, content: string) => {
    asked.push(name, content);
    return false;
  };
  const { reader, ids } = await bookmarked([{ id: 'a', headline: 'Fähre' }], { host: { ...host, saveFile } });
  const { name, content, saved } = await reader.ask('export.file', order({ format: 'json' }));
  expect({ content, saved }).toEqual({ content: '', saved: false });
  expect(asked).toEqual([name, expect.stringMatching(/^\[/)]);
  const [id = ''] = ids;
  expect((await reader.ask('article.get', { id })).article?.status.exported).toBeUndefined();
});

test('each dispatch is handed over as a file of its own, and what was there before stays', async () => {
  const folder = temporaryFolder();
  const { reader } = await bookmarked(
    [
      { id: 'a', version: 3, headline: 'Fähre liegt fest' },
      { id: 'b', headline: 'Moorbahn fährt' },
    ],
    { host: { ...host, chooseFolder: async () => folder } },
  );
  for (const times of [1, 2]) {
    const { name, count, saved } = await reader.ask('export.file', order({ format: 'nitf' }));
    expect({ name, count, saved }).toEqual({ name: folder, count: 2, saved: true });
    expect(readdirSync(folder)).toHaveLength(2 * times);
  }
  expect(readdirSync(folder).sort()).toEqual([
    'nord-nachrichten-fähre-liegt-fest-v3-2.xml',
    'nord-nachrichten-fähre-liegt-fest-v3.xml',
    'nord-nachrichten-moorbahn-fährt-v1-2.xml',
    'nord-nachrichten-moorbahn-fährt-v1.xml',
  ]);
  expect(readFileSync(join(folder, 'nord-nachrichten-moorbahn-fährt-v1.xml'), 'utf8')).toContain(
    '<hl1>Moorbahn fährt</hl1>',
  );
});

test('exported JSON restores dispatches and what was done with them elsewhere, and changes nothing that is there', async () => {
  const { reader, ids } = await bookmarked([
    { id: 'a', version: 2, headline: 'Fähre liegt fest' },
    { id: 'b', headline: 'Moorbahn fährt' },
  ]);
  const note = '0191d000-0000-7000-8000-000000000001';
  await reader.ask('status.mark', { ids, change: { 'tag:Küste': true, [`note:${note}`]: 'Rückruf', read: true } });
  const { content } = await reader.ask('export.file', order({ format: 'json' }));

  const { reader: other } = await bookmarked([{ id: 'c', headline: 'Von hier' }]);
  expect(await other.ask('export.restore', { content })).toEqual({ count: 2 });
  const [id = ''] = ids;
  const [mine, theirs] = await Promise.all([reader, other].map((one) => one.ask('article.get', { id })));
  expect(theirs?.article?.dispatch).toEqual(mine?.article?.dispatch);
  const status = { tags: ['Küste'], bookmarked: true, read: true, notes: [{ id: note, text: 'Rückruf' }] };
  expect(theirs?.article?.status).toMatchObject(status);

  await other.ask('status.mark', { ids: [id], change: { [`note:${note}`]: 'Zurückgerufen' } });
  await other.ask('export.restore', { content });
  expect((await other.ask('article.get', { id })).article?.status.notes).toMatchObject([{ text: 'Zurückgerufen' }]);
  expect(await other.ask('export.restore', { content: '{"a": 1}' })).toEqual({ count: 0, refused: true });
});

test('exported JSON brings back all that was done with a dispatch, and leaves what another library knows', async () => {
  const { reader, ids } = await bookmarked([{ id: 'a', headline: 'Hafen sperrt alte Mole', version: 2 }]);
  const [id = ''] = ids;
  const note = 'note:0191d000-0000-7000-8000-000000000001';
  const quote = { quote: 'Text.', before: '', after: '', version: 2 };
  await reader.ask('status.mark', {
    ids,
    change: {
      read: true,
      later: fromNow(HOUR),
      taken: 'Mia',
      copied: { time: fromNow(-HOUR), version: 1 },
      cleared: ['widerruf'],
      'tag:Hafen': true,
      [note]: 'Pressestelle zurückrufen',
      'mark:0191d000-0000-7000-8000-000000000002': quote,
      'rule:0191d000-0000-7000-8000-000000000003': { name: 'Küste', did: ['bookmark'] },
    },
  });
  const { content } = await reader.ask('export.file', order({ format: 'json' }));
  const { article: there } = await reader.ask('article.get', { id });
  const other = await open({ data: join(temporaryFolder(), 'data') });
  expect(await other.ask('export.restore', { content })).toEqual({ count: 1 });
  const statusOf = async () => (await other.ask('article.get', { id })).article?.status;
  const timeless = (status: object | undefined) =>
    JSON.parse(JSON.stringify(status, (key, value) => (key === 'at' ? 0 : value)));
  expect(timeless({ ...(await statusOf()), exported: undefined })).toEqual(
    timeless({ ...there?.status, exported: undefined }),
  );

  await other.ask('status.mark', { ids, change: { taken: 'Tom', [note]: 'Erledigt' } });
  await other.ask('export.restore', { content });
  expect(await statusOf()).toMatchObject({ taken: { by: 'Tom' }, notes: [{ text: 'Erledigt' }] });
});

test('a dispatch that was read in an earlier version only is unread when it is read back in', async () => {
  const { reader, ids } = await bookmarked([{ id: 'a', headline: 'Hafen sperrt alte Mole' }]);
  await reader.ask('status.mark', { ids, change: { read: true } });
  const { content } = await reader.ask('export.file', order({ format: 'json' }));
  const other = await open({ data: join(temporaryFolder(), 'data') });
  await other.ask('export.restore', { content: content.replace('"version": 1', '"version": 2') });
  expect((await other.ask('article.get', { id: ids[0] ?? '' })).article?.status.read).toBe(false);
});

test('one dispatch of an exported file that cannot be read is named and stops no other', async () => {
  const { reader } = await bookmarked([
    { id: 'a', headline: 'Hafen sperrt alte Mole' },
    { id: 'b', headline: 'Moorbahn fährt' },
  ]);
  const { content } = await reader.ask('export.file', order({ format: 'json' }));
  const other = await open({ data: join(temporaryFolder(), 'data') });
  const damaged = content.replace('"urgency": 5', '"urgency": "hoch"');
  expect(await other.ask('export.restore', { content: damaged })).toEqual({ count: 1, unreadable: [1] });
});
