import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { withLibrary } from '../../../main/cli/open-library.ts';
import { Library, type LibraryListener } from '../../../main/library/library.ts';
import { lockLibrary } from '../../../main/library/record/lock.ts';
import { message } from '../../../preload/contract/messages.ts';
import { temporaryFolder } from '../temporary.ts';

/** Each command is a process of its own, and on a busy machine starts in seconds. */
vi.setConfig({ testTimeout: 60_000 });

const program = join(import.meta.dirname, '../../../main/cli.ts');

/** Runs the program as a shell would. */
const run = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [...process.execArgv, program, ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

const feed = (title: string, text: string) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Hafenfunk</title><link>https://hafenfunk.example/</link>
<item><title>${title}</title><guid>${title}</guid><pubDate>Mon, 10 Nov 2025 09:00:00 +0100</pubDate>
<description>${text}</description></item></channel></rss>`;

function folders() {
  const folder = temporaryFolder();
  const wires = join(folder, 'wires');
  mkdirSync(wires);
  writeFileSync(join(wires, 'a.xml'), feed('Kran wird gehoben', 'Der Schwimmkran liegt seit dem Morgen vor der Mole.'));
  writeFileSync(join(wires, 'b.xml'), feed('Brücke gesperrt', 'Die Brücke am Sund bleibt bis Sonntag gesperrt.'));
  return { wires, data: join(folder, 'data') };
}

test('files are imported once, found again, and counted', async () => {
  const { wires, data } = folders();
  const first = await run('import', '--wires', wires, '--data', data);
  expect(JSON.parse(first.out)).toMatchObject({ files: 2, dispatches: 2, known: 0, problems: 0 });
  const again = await run('import', '--wires', wires, '--data', data);
  expect(JSON.parse(again.out)).toMatchObject({ files: 0, dispatches: 0, problems: 0 });
  const found = await run('search', '--data', data, 'schwimmkran');
  expect(JSON.parse(found.out)).toMatchObject({ total: 1, dispatches: [{ headline: 'Kran wird gehoben' }] });
  const exported = await run('export', '--data', data, 'am', '-schwimmkran', '--format', 'json');
  expect(JSON.parse(exported.out)).toMatchObject([{ headline: 'Brücke gesperrt' }]);
  expect(await run('export', '--data', data, '"kran')).toMatchObject({ code: 2, out: '' });
  expect(await run('bookmarks', '--data', data, '--format', 'json')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\[\s*\]\s*$/),
  });
});

test('several folders are imported together, none inside another', async () => {
  const { wires, data } = folders();
  const more = join(data, '..', 'more');
  mkdirSync(more);
  writeFileSync(join(more, 'a.xml'), feed('Deich hält', 'Der Deich hat der Sturmflut in der Nacht standgehalten.'));
  const both = ['--wires', wires, '--wires', more, '--data', data];
  const first = await run('import', ...both);
  expect(JSON.parse(first.out)).toMatchObject({ files: 3, dispatches: 3, problems: 0 });
  expect(JSON.parse((await run('import', ...both)).out)).toMatchObject({ files: 0 });
  const nested = await run('import', '--wires', wires, '--wires', join(wires, '..'), '--data', data);
  expect(nested).toMatchObject({ code: 2, out: '' });
});

test('a backup brings back what was there, and can be added to another library', async () => {
  const { wires, data } = folders();
  await run('import', '--wires', wires, '--data', data);
  const file = join(data, '..', 'backup.zip');
  const made = await run('backup', '--data', data, '--to', file);
  expect(JSON.parse(made.out)).toMatchObject({ file, bytes: expect.any(Number) });
  const replaced = `${data}-replaced`;
  expect(await run('restore', '--data', replaced, '--from', file)).toMatchObject({ code: 0 });
  const found = await run('search', '--data', replaced, 'schwimmkran');
  expect(JSON.parse(found.out)).toMatchObject({ total: 1 });
  const merged = await run('restore', '--data', `${data}-merged`, '--from', file, '--merge');
  expect(JSON.parse(merged.out)).toEqual({ dispatches: 2 });
  const again = await run('restore', '--data', data, '--from', file, '--merge');
  expect(JSON.parse(again.out)).toEqual({ dispatches: 0 });
});

test('a search with a mistake points at it', async () => {
  const { wires, data } = folders();
  await run('import', '--wires', wires, '--data', data);
  const { code, err } = await run('search', '--data', data, 'kran (mole');
  expect(code).toBe(2);
  const [query = '', sign = ''] = err.split('\n');
  expect(query[sign.indexOf('^')]).toBe('(');
});

test('a word is excluded with a minus, as in the window', async () => {
  const { wires, data } = folders();
  await run('import', '--wires', wires, '--data', data);
  const found = await run('search', '--data', data, 'am', '-mole', '--limit', '5');
  expect(JSON.parse(found.out)).toMatchObject({ total: 1, dispatches: [{ headline: 'Brücke gesperrt' }] });
  expect(await run('search', '--data', data, 'am', '--limit', '')).toMatchObject({ code: 2 });
});

test('an empty, missing or invalid folder is a usage error, and nothing is created', async () => {
  const { wires, data } = folders();
  const file = join(wires, 'a.xml');
  const missing = join(data, 'wires');
  for (const [given, message] of [
    ['', '--wires is missing'],
    [missing, `there is no folder ${missing}`],
    [file, `${file} is a file`],
  ] as const) {
    expect(await run('import', '--wires', given, '--data', data)).toMatchObject({
      code: 2,
      err: expect.stringContaining(message),
    });
  }
  expect(await run('import', '--wires', wires, '--data', '')).toMatchObject({ code: 2 });
  expect(existsSync(data)).toBe(false);
});

test('every dispatch of a file is printed, and what cannot be read is named and keeps nothing out', async () => {
  const { wires } = folders();
  const missing = join(wires, 'fehlt.txt');
  const { code, out, err } = await run('parse', missing, join(wires, 'a.xml'), join(wires, 'b.xml'));
  expect(code).toBe(1);
  expect(err).toContain(missing);
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).headline),
  ).toEqual(['Kran wird gehoben', 'Brücke gesperrt']);
});

test.each([
  [['import', '--data', 'x'], '--wires is missing'],
  [['search', '--data', 'x'], 'Name what to search for'],
  [['parse'], 'Name at least one file'],
  [['export', '--data', 'x'], 'Name what to search for'],
  [['bookmarks', '--data', 'x', '--format', 'pdf'], '--format is json, md, html, txt, csv or ninjs'],
  [['backup', '--data', join(import.meta.dirname, 'none'), '--to', 'x.zip'], 'There is no library'],
  [['restore', '--data', 'x'], '--from needs the name of a file'],
  [['fetch'], 'no command “fetch”'],
  [['import', '--quick'], "Unknown option '--quick'"],
])('%j is a mistake in the command line', async (args, message) => {
  const { code, err } = await run(...args);
  expect(err).toContain(message);
  expect(code).toBe(2);
});

test('the folder of the library, by whatever name, is no wire folder', async () => {
  const { wires, data } = folders();
  await run('import', '--wires', wires, '--data', data);
  const link = `${data}-link`;
  symlinkSync(data, link);
  const { code, err } = await run('import', '--wires', link, '--data', data);
  expect(err).toContain(`${link} is the folder of the library`);
  expect(code).toBe(2);
});

test('a library that is open elsewhere is left alone', async () => {
  const { wires, data } = folders();
  mkdirSync(data, { recursive: true });
  const lock = lockLibrary(join(data, 'lock.sqlite'));
  const { code, err } = await run('import', '--wires', wires, '--data', data);
  lock?.release();
  expect(err).toContain('already open');
  expect(code).toBe(3);
});

test('a command ends when nothing more can be added to the library', async () => {
  let heard: LibraryListener | undefined;
  const open = Library.open.bind(Library);
  vi.spyOn(Library, 'open').mockImplementation((folder, listener) => {
    heard = listener;
    return open(folder, listener);
  });
  const died = withLibrary(temporaryFolder(), false, async (_library, ended) => {
    heard?.failed(new Error('The thread has ended.'));
    return ended;
  });
  await expect(died).rejects.toThrow('The thread has ended.');
});

test('of a full disk the folder is named, and the first thing that went wrong is the last word', async () => {
  const folder = temporaryFolder();
  const full = new Error('database or disk is full');
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => written.mockRestore());
  const using = (error: Error) => withLibrary(folder, false, () => Promise.reject(error));
  await expect(using(full)).rejects.toMatchObject({
    userMessage: message('disk.full-run-again', { folder }),
  });
  const close = vi.spyOn(Library.prototype, 'close').mockImplementation(async function (this: Library) {
    close.mockRestore();
    await this.close();
    throw full;
  });
  await expect(using(new Error('Not every file'))).rejects.toThrow('Not every file');
  expect(written).toHaveBeenCalledWith(expect.stringContaining(`The disk with ${folder} is full. Free some space`));
});

test('every command shows its usage', async () => {
  expect(await run('search', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('--limit N') });
});
