import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LibraryInUse, openReader } from '../../../main/reader/reader.ts';
import { message } from '../../../preload/contract/messages.ts';
import { temporaryFolder } from '../temporary.ts';
import { eventually, host, open } from './reader.ts';

const text = (headline: string, time = '10.11.2025 - 09:30:00') =>
  `Inland\n\n${headline}\n\n${time}\n\nDer Stadtrat hat am Montag über ${headline} beraten und die Sache danach beschlossen.\n\n@ dts-nachrichtenagentur.de\n`;

function folders() {
  const folder = temporaryFolder();
  const wires = join(folder, 'wires');
  mkdirSync(wires);
  return { folder, wires, data: join(folder, 'data') };
}

type Open = Awaited<ReturnType<typeof open>>;
const headlines = async ({ ask }: Pick<Open, 'ask'>, list: 'all' | 'unread' | 'bookmarks' = 'all') =>
  (await ask('list.window', { query: { list }, offset: 0, limit: 100 })).rows.map((row) => row.headline);
/** The first dispatch a search finds; the search may lag a moment behind the lists. */
const found = ({ ask }: Open, search: string) =>
  eventually(async () => {
    const { rows } = await ask('list.window', { query: { list: 'all', search }, offset: 0, limit: 1 });
    return rows[0]?.id ?? Promise.reject(new Error(`${search} is not found`));
  });
const stands = (reader: Open, ...expected: string[]) =>
  eventually(async () => expect((await headlines(reader)).sort()).toEqual(expected.sort()));

test('files there at start, dropped later, in new subfolders and renamed into place are read', async () => {
  const { wires, data } = folders();
  writeFileSync(join(wires, 'a.txt'), text('Radweg'));
  const reader = await open({ wires, data });
  await stands(reader, 'Radweg');
  writeFileSync(join(wires, 'b.txt'), text('Hafen'));
  mkdirSync(join(wires, 'neu', 'tief'), { recursive: true });
  writeFileSync(join(wires, 'neu', 'tief', 'c.txt'), text('Brücke'));
  writeFileSync(join(wires, 'd.txt.part'), text('Museum'));
  await stands(reader, 'Radweg', 'Hafen', 'Brücke');
  renameSync(join(wires, 'd.txt.part'), join(wires, 'd.txt'));
  await stands(reader, 'Radweg', 'Hafen', 'Brücke', 'Museum');
});

test('a file is read when it is finished, not before', async () => {
  const { wires, data } = folders();
  const reader = await open({ wires, data });
  const whole = text('Langsam');
  const path = join(wires, 'slow.txt');
  writeFileSync(path, whole.slice(0, 40));
  // Twice within the time that a file must stay unchanged.
  for (const end of [60, whole.length]) {
    const size = statSync(path).size;
    await eventually(() => expect(Date.now() - statSync(path).mtimeMs).toBeGreaterThan(150));
    appendFileSync(path, whole.slice(size, end));
  }
  await stands(reader, 'Langsam');
  const { article } = await reader.ask('article.get', { id: await onlyId(reader) });
  expect(article?.versions).toHaveLength(1);
});

const onlyId = async ({ ask }: Open) =>
  (await ask('list.window', { query: { list: 'all' }, offset: 0, limit: 1 })).rows[0]?.id ?? '';

test('a deleted wire file does not delete its dispatch, a changed one makes a version, wire files are never touched', async () => {
  const { wires, data } = folders();
  const path = join(wires, 'a.txt');
  writeFileSync(path, text('Radweg'));
  writeFileSync(join(wires, 'b.txt'), text('Hafen'));
  const reader = await open({ wires, data });
  await stands(reader, 'Radweg', 'Hafen');
  const before = statSync(path).mtimeMs;
  rmSync(join(wires, 'b.txt'));
  writeFileSync(path, text('Radweg').replace('beschlossen', 'nach langem Streit vertagt'));
  await eventually(async () => {
    const { article } = await reader.ask('article.get', { id: await found(reader, 'Radweg') });
    expect(article?.versions.map(({ version }) => version)).toEqual([2, 1]);
  });
  expect((await headlines(reader)).sort()).toEqual(['Hafen', 'Radweg']);
  expect(statSync(path).mtimeMs).toBeGreaterThan(before);
  expect(readdirSync(wires)).toEqual(['a.txt']);
});

test('a file that is replaced by another of the same size and time is read', async () => {
  const { wires, data } = folders();
  const path = join(wires, 'a.txt');
  writeFileSync(path, text('Hafen'));
  utimesSync(path, 1_700_000_000, 1_700_000_000);
  const reader = await open({ wires, data });
  await stands(reader, 'Hafen');
  const copy = join(wires, '.copy');
  writeFileSync(copy, text('Kanal'));
  utimesSync(copy, 1_700_000_000, 1_700_000_000);
  renameSync(copy, path);
  await stands(reader, 'Hafen', 'Kanal');
});

test('marks, bookmarks and searches are there again after a restart, and nothing is read twice', async () => {
  const { wires, data } = folders();
  writeFileSync(join(wires, 'a.txt'), text('Radweg'));
  writeFileSync(join(wires, 'b.txt'), text('Hafen'));
  const first = await open({ wires, data });
  await stands(first, 'Radweg', 'Hafen');
  await first.ask('status.mark', { ids: [await found(first, 'Hafen')], change: { read: true, bookmark: true } });
  await first.ask('saved.put', { name: 'Wege', search: 'radweg' });
  await first.ask('settings.set', { theme: 'dark' });
  await first.close();
  const second = await open({ wires, data });
  expect(await headlines(second, 'bookmarks')).toEqual(['Hafen']);
  expect(await headlines(second, 'unread')).toEqual(['Radweg']);
  const sidebar = await second.ask('sidebar.get', {});
  expect(sidebar).toMatchObject({ all: { total: 2, unread: 1 }, saved: [{ name: 'Wege', total: 1, unread: 1 }] });
  expect(await second.ask('settings.get', {})).toMatchObject({ theme: 'dark' });
});

test('a second reader on the same library says so', async () => {
  const { wires, data } = folders();
  await open({ wires, data });
  await expect(openReader({ host, version: '0', wires, data })).rejects.toThrow(LibraryInUse);
});

test('what cannot be read is a problem that goes when it can', async () => {
  const { wires, data } = folders();
  writeFileSync(join(wires, 'bild.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
  writeFileSync(join(wires, 'gross.txt'), Buffer.alloc(10 * 1024 * 1024 + 1, 'x'));
  const reader = await open({ wires, data });
  await eventually(async () => {
    const { problems } = await reader.ask('problems.list', {});
    expect(problems.map(({ path, reason }) => [path, reason]).sort()).toEqual([
      ['bild.txt', 'binary'],
      ['gross.txt', 'too-large'],
    ]);
  });
  writeFileSync(join(wires, 'bild.txt'), text('Doch Text'));
  await stands(reader, 'Doch Text');
  expect((await reader.ask('problems.list', {})).problems.map(({ path }) => path)).toEqual(['gross.txt']);
});

test.skipIf(process.getuid?.() === 0)('a file that may not be read is a problem, and is read once it may', async () => {
  const { wires, data } = folders();
  const path = join(wires, 'geheim.txt');
  writeFileSync(path, text('Geheim'));
  chmodSync(path, 0);
  const reader = await open({ wires, data });
  await eventually(async () => expect((await reader.ask('problems.list', {})).problems[0]?.reason).toBe('unreadable'));
  chmodSync(path, 0o644);
  await reader.ask('problems.retry', { path: 'geheim.txt' });
  await stands(reader, 'Geheim');
});

test('a dropped file is copied under a free name', async () => {
  const { wires, data } = folders();
  const reader = await open({ wires, data });
  const content = Buffer.from(text('Abgelegt')).toString('base64');
  const paths = [];
  for (const name of ['a.txt', 'a.txt', '../../b:c.txt'])
    paths.push((await reader.ask('folder.drop', { name, content })).path);
  expect(paths).toEqual(['a.txt', 'a (2).txt', 'b_c.txt']);
  expect(readdirSync(wires).sort()).toEqual(['a (2).txt', 'a.txt', 'b_c.txt']);
  await stands(reader, 'Abgelegt');
});

test('a file is dropped under a name that is read, and that a drive takes', async () => {
  const { wires, data } = folders();
  const reader = await open({ wires, data });
  const drop = async (name: string, headline: string) => {
    const content = Buffer.from(text(headline)).toString('base64');
    const { path } = await reader.ask('folder.drop', { name, content });
    await eventually(async () => expect(await headlines(reader)).toContain(headline));
    return path;
  };
  expect(await drop('kran.part', 'Kran')).toBe('kran.part.txt');
  const sentence = 'Nr. 17 Stadtwerke melden hohen Gewinn';
  expect(await drop(sentence, 'Gewinn')).toBe(sentence);
  expect(Buffer.byteLength(await drop(`${'ä'.repeat(251)}.txt`, 'Lang'))).toBeLessThanOrEqual(255);
});

test('what cannot be written is not said to be set', async () => {
  const { data } = folders();
  const reader = await open({ data });
  const before = await reader.ask('settings.get', {});
  rmSync(join(data, 'settings.json'), { force: true });
  mkdirSync(join(data, 'settings.json', 'im', 'weg'), { recursive: true });
  await expect(reader.ask('settings.set', { theme: 'dark' })).rejects.toThrow();
  await expect(reader.ask('saved.put', { name: 'Kran', search: 'kran' })).rejects.toThrow();
  expect(await reader.ask('settings.get', {})).toEqual(before);
  expect((await reader.ask('sidebar.get', {})).saved).toEqual([]);
});

test('a new wire folder gets the samples, one that was there does not', async () => {
  const { folder, wires, data } = folders();
  const samples = join(folder, 'samples');
  mkdirSync(samples);
  writeFileSync(join(samples, 'muster.txt'), text('Muster'));
  const first = await open({ wires: join(folder, 'fresh'), data, samples });
  await stands(first, 'Muster');
  await first.close();
  // A drive that is missing for a while: a new folder would be in its way.
  rmSync(join(folder, 'fresh'), { recursive: true });
  const away = await open({ wires: join(folder, 'fresh'), data, samples });
  expect((await away.ask('app.info', {})).notices).toEqual([
    message('wires.missing', { folder: join(folder, 'fresh') }),
  ]);
  await away.close();
  expect(existsSync(join(folder, 'fresh'))).toBe(false);
  await open({ wires, data: join(folder, 'data2'), samples });
  expect(readdirSync(wires)).toEqual([]);
});

test('another wire folder is watched from now on and remembered', async () => {
  const { wires, data } = folders();
  const other = join(wires, 'other');
  const reader = await open({ data, wires });
  expect(await reader.ask('folder.choose', {})).toEqual({ done: false, reason: message('folder.path-needed') });
  expect(await reader.ask('folder.choose', { path: 'relative' })).toMatchObject({ done: false });
  // A typo must not create a folder.
  expect(await reader.ask('folder.choose', { path: other })).toEqual({
    done: false,
    reason: message('folder.missing', { path: other }),
  });
  expect(existsSync(other)).toBe(false);
  mkdirSync(other);
  expect(await reader.ask('folder.choose', { path: other })).toEqual({ done: true });
  writeFileSync(join(other, 'a.txt'), text('Dort'));
  await stands(reader, 'Dort');
  await reader.close();
  const again = await open({ data });
  expect(await again.ask('app.info', {})).toMatchObject({ wireFolder: other });
});

test('a wire folder that is a link is watched like any other', async () => {
  const { folder, wires, data } = folders();
  const link = join(folder, 'link');
  symlinkSync(wires, link);
  const reader = await open({ wires: link, data });
  await eventually(async () => expect((await reader.ask('import.progress', {})).state).toBe('idle'));
  writeFileSync(join(wires, 'a.txt'), text('Verlinkt'));
  await stands(reader, 'Verlinkt');
});

test('a wire folder that cannot be used is told, and the library can be read and closed all the same', async () => {
  const { folder, wires, data } = folders();
  writeFileSync(join(wires, 'a.txt'), text('Radweg'));
  const first = await open({ wires, data });
  await stands(first, 'Radweg');
  await first.close();
  const inTheWay = join(folder, 'datei');
  writeFileSync(inTheWay, 'x');
  const second = await open({ wires: inTheWay, data, host: { ...host, chooseFolder: async () => wires } });
  expect(await headlines(second)).toEqual(['Radweg']);
  expect((await second.ask('app.info', {})).notices).toEqual([message('wires.file', { folder: inTheWay })]);
  expect(await second.ask('folder.choose', {})).toEqual({ done: true });
  await second.close();
});

test('reading can be paused and goes on where it was', async () => {
  const { wires, data } = folders();
  const reader = await open({ wires, data });
  await reader.ask('import.pause', {});
  writeFileSync(join(wires, 'a.txt'), text('Angehalten'));
  await eventually(async () =>
    expect(await reader.ask('import.progress', {})).toMatchObject({ state: 'paused', total: 1 }),
  );
  expect(await headlines(reader)).toEqual([]);
  await reader.ask('import.resume', {});
  await stands(reader, 'Angehalten');
});

test('links that are no links are not opened', async () => {
  const reader = await open(folders());
  expect(await reader.ask('link.open', { url: 'file:///etc/passwd' })).toEqual({ done: false });
  expect(await reader.ask('link.open', { url: 'https://depesche.invalid/' })).toEqual({ done: true });
});
