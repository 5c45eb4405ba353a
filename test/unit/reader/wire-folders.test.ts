import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { foldersAt, keyOfPath, whyNotFolder } from '../../../main/reader/wire-folders.ts';
import { placeOf } from '../../../preload/contract/folders.ts';
import { message } from '../../../preload/contract/messages.ts';
import { temporaryFolder } from '../temporary.ts';
import { eventually, host, open } from './reader.ts';

const item = (id: string, headline: string, more: object = {}) =>
  JSON.stringify({
    uri: `urn:newsml:nord.example:${id}`,
    type: 'text',
    versioncreated: '2025-11-10T10:15:00',
    headline,
    body_html: `<p>${headline}: Das teilte die Verwaltung nach einer langen Sitzung am Montag mit.</p>`,
    ...more,
  });

function folders() {
  const folder = temporaryFolder();
  const [one, two, data] = [join(folder, 'one'), join(folder, 'zwei'), join(folder, 'data')];
  for (const path of [one, two]) mkdirSync(path);
  return { folder, one, two, data };
}

type Open = Awaited<ReturnType<typeof open>>;
const rowsOf = async ({ ask }: Open) =>
  (await ask('list.window', { query: { list: 'all' }, offset: 0, limit: 100 })).rows;
const stands = (reader: Open, ...expected: string[]) =>
  eventually(async () =>
    expect((await rowsOf(reader)).map(({ headline }) => headline).sort()).toEqual(expected.sort()),
  );
const dispatchOf = async (reader: Open, headline: string) => {
  const id = (await rowsOf(reader)).find((row) => row.headline === headline)?.id ?? '';
  return (await reader.ask('article.get', { id })).article?.dispatch;
};

test('files of the same name in two folders are two files, and each is shown from its own', async () => {
  const { one, two, data } = folders();
  writeFileSync(join(one, 'a.json'), item('1', 'Hafen'));
  writeFileSync(join(two, 'a.json'), item('2', 'Moorbahn'));
  const reader = await open({ wires: [one, two], data });
  await stands(reader, 'Hafen', 'Moorbahn');
  const second = await dispatchOf(reader, 'Moorbahn');
  expect(placeOf(second?.file.path ?? '')).toEqual({ key: keyOfPath(two), path: 'a.json' });
  expect((await reader.ask('file.text', { id: second?.id ?? '' })).text).toContain('Moorbahn');
  writeFileSync(join(two, 'b.json'), item('3', 'Deich'));
  await stands(reader, 'Hafen', 'Moorbahn', 'Deich');
  await reader.close();
  // Both are known: nothing is read again, nothing is new.
  const again = await open({ wires: [one, two], data });
  await stands(again, 'Hafen', 'Moorbahn', 'Deich');
  expect((await dispatchOf(again, 'Moorbahn'))?.version).toBe(1);
});

test('a folder fills what its dispatches lack, and nothing else', async () => {
  const { one, two, data } = folders();
  writeFileSync(join(one, 'a.json'), item('1', 'Hafen'));
  const reader = await open({ wires: [one, two], data });
  const key = keyOfPath(two);
  const own = { source: 'Küstenfunk', zone: 'Europe/London', rights: 'Nur zur Ansicht.' };
  await reader.ask('folder.change', { key, name: 'Küste', ...own });
  writeFileSync(join(two, 'a.json'), item('2', 'Moorbahn'));
  writeFileSync(
    join(two, 'b.json'),
    item('3', 'Deich', { source: 'Nord-Nachrichten', usageterms: 'Frei.', versioncreated: '2025-11-10T10:15:00Z' }),
  );
  await stands(reader, 'Hafen', 'Moorbahn', 'Deich');
  const lacking = await dispatchOf(reader, 'Moorbahn');
  expect(lacking).toMatchObject({ source: 'Küstenfunk', rights: 'Nur zur Ansicht.' });
  expect(Date.parse(lacking?.publishedAt ?? '')).toBe(Date.UTC(2025, 10, 10, 10, 15));
  expect(lacking?.file.given).toEqual(['source', 'zone', 'rights']);
  const full = await dispatchOf(reader, 'Deich');
  expect(full).toMatchObject({ source: 'Nord-Nachrichten' });
  expect(full?.rights).not.toBe('Nur zur Ansicht.');
  expect(full?.file.given ?? []).not.toContain('zone');
  expect((await dispatchOf(reader, 'Hafen'))?.source).toBeUndefined();
});

test('a folder is added, paused, resumed, and removed; its dispatches stay', async () => {
  const { one, two, data } = folders();
  writeFileSync(join(two, 'a.json'), item('2', 'Moorbahn'));
  const chooseFolder = async () => two;
  const reader = await open({ wires: one, data, host: { ...host, chooseFolder } });
  expect(await reader.ask('folder.add', { name: 'Küste' })).toEqual({ done: true });
  await stands(reader, 'Moorbahn');
  expect(await reader.ask('folder.add', { name: '' })).toEqual({
    done: false,
    reason: message('folder.watched', { path: two }),
  });
  const key = keyOfPath(two);
  await reader.ask('folder.change', { key, name: 'Küste', paused: true });
  writeFileSync(join(two, 'b.json'), item('3', 'Deich'));
  writeFileSync(join(one, 'b.json'), item('1', 'Hafen'));
  await stands(reader, 'Moorbahn', 'Hafen');
  await reader.ask('folder.change', { key, name: 'Küste' });
  await stands(reader, 'Moorbahn', 'Hafen', 'Deich');
  await reader.ask('folder.remove', { key });
  expect((await reader.ask('app.info', {})).wireFolders.map(({ path }) => path)).toEqual([one]);
  await stands(reader, 'Moorbahn', 'Hafen', 'Deich');
  await reader.ask('folder.remove', { key: '' });
  expect((await reader.ask('app.info', {})).wireFolders).toHaveLength(1);
  await reader.close();
});

test('the folders chosen in the window are watched after a restart', async () => {
  const { folder, two, data } = folders();
  // Whoever runs the tests may have a wire folder at home, which would be kept.
  vi.stubEnv('HOME', folder);
  vi.stubEnv('USERPROFILE', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  const documents = join(folder, 'documents');
  const own = { ...host, documents, chooseFolder: async () => two };
  const reader = await open({ data, host: own });
  await reader.ask('folder.add', { name: 'Küste' });
  await reader.close();
  const again = await open({ data, host: own });
  const { wireFolders } = await again.ask('app.info', {});
  expect(wireFolders.map(({ name, path }) => [name, path])).toEqual([
    ['', join(documents, 'Depesche')],
    ['Küste', two],
  ]);
});

test('one folder that goes away is named, and the others are read on', async () => {
  const { one, two, data } = folders();
  const reader = await open({ wires: [one, two], data });
  rmSync(two, { recursive: true });
  // A scan finds that out; a file that was to be read again starts none.
  await reader.ask('folder.readAgain', { key: keyOfPath(two) });
  await eventually(async () =>
    expect((await reader.ask('app.info', {})).notices).toEqual([message('wires.missing', { folder: two })]),
  );
  writeFileSync(join(one, 'a.json'), item('1', 'Hafen'));
  await stands(reader, 'Hafen');
});

test('problems of one folder leave those of the others alone', async () => {
  const { one, two, data } = folders();
  for (const folder of [one, two]) writeFileSync(join(folder, 'bad.bin'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));
  const reader = await open({ wires: [one, two], data });
  const paths = async () => (await reader.ask('problems.list', {})).problems.map(({ path }) => path).sort();
  const key = keyOfPath(two);
  await eventually(async () => expect(await paths()).toEqual([`.${key}/bad.bin`, 'bad.bin']));
  rmSync(join(two, 'bad.bin'));
  await eventually(async () => expect(await paths()).toEqual(['bad.bin']));
  await reader.ask('folder.remove', { key });
  expect(await paths()).toEqual(['bad.bin']);
});

test('a folder that cannot be a wire folder is refused with its reason', () => {
  const { folder, one, two, data } = folders();
  mkdirSync(join(data, 'inner'), { recursive: true });
  mkdirSync(join(one, 'inner'));
  symlinkSync(one, join(folder, 'link'));
  writeFileSync(join(folder, 'file'), '');
  const why = (path: string) => whyNotFolder(path, data, [one])?.code;
  expect(why(two)).toBeUndefined();
  expect(why('two')).toBe('folder.relative');
  expect(why(join(folder, 'nothing'))).toBe('folder.missing');
  expect(why(join(folder, 'file'))).toBe('folder.file');
  expect(why(data)).toBe('folder.data-folder');
  expect(why(join(data, 'inner'))).toBe('folder.in-library');
  expect(why(one)).toBe('folder.watched');
  expect(why(join(folder, 'link'))).toBe('folder.watched');
  expect(why(join(one, 'inner'))).toBe('folder.inside');
  expect(why(folder)).toBe('folder.around');
  chmodSync(two, 0);
  // The superuser may read everything.
  expect(why(two)).toBe(process.getuid?.() === 0 ? undefined : 'wires.forbidden');
  chmodSync(two, 0o700);
});

test('a folder has the same key whenever it is given, and keeps what is set for it', () => {
  const known = { key: keyOfPath('/srv/afp'), name: 'AFP', path: '/srv/afp', source: 'AFP' };
  expect(foldersAt(['/srv/dpa', '/srv/afp'], [known])).toEqual([{ key: '', name: '', path: '/srv/dpa' }, known]);
  expect(foldersAt(['/srv/x', '/srv/dpa'])[1]?.key).toBe(keyOfPath('/srv/dpa/'));
});
