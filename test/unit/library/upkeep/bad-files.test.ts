import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { message } from '../../../../preload/contract/messages.ts';
import { temporaryFolder } from '../../temporary.ts';
import { drain, ids, inFiles, loseIndex, plain } from '../broken.ts';
import { frozenLibrary, shownNow } from '../frozen.ts';
import { at } from '../queries/listed.ts';
import { add, NOTE, openWriter, statusOf } from '../sample.ts';

const WAYS: Readonly<Record<string, (path: string) => void>> = {
  truncated: (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2)),
  zeroed: (path) => writeFileSync(path, Buffer.alloc(readFileSync(path).length)),
  garbage: (path) => writeFileSync(path, 'Lorem ipsum [ { "'.repeat(20)),
  empty: (path) => writeFileSync(path, ''),
  'of a newer version': (path) => writeFileSync(path, '{"version":99,"program":"9.0.0"}'),
  'a folder': (path) => {
    rmSync(path);
    mkdirSync(path);
  },
};

const LATER = '2025-11-12T12:00:00.000Z';
const DAY = '2025/2025-11-10';

/** Two days of two dispatches, marked, folded twice so that there are copies. */
function fill(folder: string): void {
  const writer = openWriter(folder);
  add(writer, plain('a'), plain('b', '11'));
  writer.marker.mark(['a', 'b'], { bookmark: true }, at);
  drain(writer.fold());
  add(writer, plain('c'), plain('d', '11'));
  writer.marker.mark(['a', 'b', 'd'], { bookmark: true, 'tag:hafen': true, [NOTE]: 'wichtig' }, at);
  writer.close();
}

const template = mkdtempSync(join(tmpdir(), 'depesche-'));
beforeAll(() => fill(template));
afterAll(() => rmSync(template, { recursive: true }));

const copy = (): string => {
  const folder = temporaryFolder();
  cpSync(template, folder, { recursive: true });
  return folder;
};

const marksOf = (writer: LibraryWriter, id: string) => {
  const { bookmarked, tags, notes } = statusOf(writer, id);
  return { bookmarked, tags, notes: notes.map(({ text }) => text) };
};

const MARKED = { bookmarked: true, tags: ['hafen'], notes: ['wichtig'] };

const kinds = ['', '.status', '.bookmarks'].flatMap((kind) =>
  Object.keys(WAYS).flatMap((way) =>
    [true, false].flatMap((index) =>
      // A file of a newer version is not replaced by its copy.
      (way === 'of a newer version' ? [true] : [true, false]).map((backup) => ({ kind, way, index, backup })),
    ),
  ),
);

describe.each(kinds)('2025-11-10$kind.json $way, index: $index, copy: $backup', ({ kind, way, index, backup }) => {
  test('costs what is in it and nothing else', () => {
    const folder = copy();
    const path = join(folder, 'library', `${DAY}${kind}.json`);
    const good = readFileSync(path);
    if (!backup) rmSync(`${path}.bak`, { force: true });
    WAYS[way]?.(path);
    if (!index) loseIndex(folder);
    const isNewer = way === 'of a newer version';
    const newer = isNewer ? readFileSync(path) : undefined;

    const writer = openWriter(folder);
    expect(ids(writer)).toEqual(expect.arrayContaining(['b', 'd']));
    for (const id of ['b', 'd']) expect(marksOf(writer, id)).toEqual(MARKED);
    if (index || kind !== '' || isNewer) expect(ids(writer)).toContain('a');
    if (index || kind === '.bookmarks' || kind === '') expect(statusOf(writer, 'a').bookmarked).toBe(true);
    if (!index && !isNewer) expect(writer.notices).toHaveLength(1);
    // Marked and imported on both days, folded, and read back from the files alone.
    add(writer, plain('e'), plain('f', '11'));
    writer.marker.mark(['b', 'e', 'f'], { 'tag:neu': true }, LATER);
    writer.close();
    expect(existsSync(path) && isNewer ? readFileSync(path) : undefined).toEqual(newer);

    if (isNewer) writeFileSync(path, good);
    else rmSync(join(folder, 'journal'), { recursive: true });
    loseIndex(folder);
    const again = openWriter(folder);
    expect(ids(again)).toEqual(expect.arrayContaining(['b', 'd', 'e', 'f']));
    expect(marksOf(again, 'b')).toEqual({ ...MARKED, tags: ['hafen', 'neu'] });
    for (const id of ['e', 'f']) expect(marksOf(again, id).tags).toEqual(['neu']);
    if (isNewer || index) {
      expect(ids(again)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
      expect(marksOf(again, 'a')).toEqual(MARKED);
    }
    again.close();
  });
});

describe.each(Object.keys(WAYS))('%s', (way) => {
  test.each(['library/stamp.json', 'desk.json', 'index.sqlite.checked'])('%s costs nothing', (name) => {
    const folder = copy();
    const path = join(folder, name);
    WAYS[way]?.(path);
    const newer = name === 'desk.json' && way === 'of a newer version' ? readFileSync(path) : undefined;
    const writer = openWriter(folder);
    if (newer) expect(writer.notices).toEqual([message('library.newer-unused', { path })]);
    if (newer) expect(readFileSync(path)).toEqual(newer);
    expect(ids(writer)).toEqual(['a', 'b', 'c', 'd']);
    add(writer, plain('e'));
    writer.close();
    expect(inFiles(folder)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('the end of the journal costs what is in it', () => {
    const folder = copy();
    const segment = readdirSync(join(folder, 'journal')).at(-1) ?? '';
    writeFileSync(join(folder, 'journal', segment), '{"t":"d"');
    WAYS[way]?.(join(folder, 'journal', segment));
    loseIndex(folder);
    const writer = openWriter(folder);
    expect(ids(writer)).toEqual(['a', 'b', 'c', 'd']);
    add(writer, plain('e'));
    writer.close();
    expect(inFiles(folder)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('the file of unreadable lines costs nothing', () => {
    const folder = copy();
    const path = join(folder, 'journal/damaged.txt');
    writeFileSync(path, 'alt');
    WAYS[way]?.(path);
    const segment = readdirSync(join(folder, 'journal')).find((name) => name.endsWith('.ndjson')) ?? '';
    writeFileSync(join(folder, 'journal', segment), 'kein JSON\n');
    const writer = openWriter(folder);
    expect(ids(writer)).toEqual(['a', 'b', 'c', 'd']);
    expect(readFileSync(path, 'utf8')).toMatch(/kein JSON\n$/);
    writer.close();
  });

  test('the bookmarks of the first layout cost what is only in them', () => {
    const whole = openWriter(frozenLibrary());
    const { lists } = shownNow(whole);
    whole.close();
    const folder = frozenLibrary();
    const path = join(folder, 'library/bookmarks.json');
    rmSync(`${path}.bak`, { force: true });
    WAYS[way]?.(path);
    loseIndex(folder);
    const writer = openWriter(folder);
    const shown = shownNow(writer).lists['{"list":"all"}'] ?? [];
    const onlyBookmarked = (lists['{"list":"all"}'] ?? []).filter((id) => !shown.includes(id));
    for (const id of onlyBookmarked) expect(lists['{"list":"bookmarks"}']).toContain(id);
    const isNewer = way === 'of a newer version';
    writer.close();
    expect(existsSync(path)).toBe(isNewer);
  });
});

test('a file that can be read again gets what was marked meanwhile, and shows what it held', () => {
  const folder = copy();
  const path = join(folder, 'library', `${DAY}.bookmarks.json`);
  const good = readFileSync(path);
  WAYS['of a newer version']?.(path);
  loseIndex(folder);
  const writer = openWriter(folder);
  writer.marker.mark(['c'], { bookmark: true }, LATER);
  expect(() => drain(writer.fold())).toThrow(path);
  writeFileSync(path, good);
  // Still withheld: the index has not read what is in it.
  expect(() => drain(writer.fold())).toThrow(path);
  expect(readFileSync(path)).toEqual(good);
  writer.close();
  const again = openWriter(folder);
  expect(ids(again, { list: 'bookmarks' })).toEqual(['a', 'b', 'c', 'd']);
  expect(again.notices).toEqual([]);
  again.close();
  loseIndex(folder);
  const last = openWriter(folder);
  expect(ids(last, { list: 'bookmarks' })).toEqual(['a', 'b', 'c', 'd']);
  last.close();
});

test('trying again and again to fold what cannot be folded fills no folder', () => {
  const folder = copy();
  WAYS['of a newer version']?.(join(folder, 'library', `${DAY}.status.json`));
  loseIndex(folder);
  const writer = openWriter(folder);
  writer.marker.mark(['c'], { bookmark: true }, LATER);
  for (let round = 0; round < 5; round++) expect(() => drain(writer.fold())).toThrow();
  expect(readdirSync(join(folder, 'journal')).length).toBeLessThanOrEqual(3);
  writer.close();
});
