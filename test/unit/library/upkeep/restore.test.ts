import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { keep, openSettings } from '../../../../main/reader/settings-file.ts';
import { DEFAULT_SETTINGS, type Section, type StatusChange } from '../../../../preload/contract/contract.ts';
import type { Message } from '../../../../preload/contract/messages.ts';
import { drain, ids, loseIndex, plain, rows } from '../broken.ts';
import { frozenLibrary, shownNow } from '../frozen.ts';
import { add, NOTE, openWriter, statusOf } from '../sample.ts';

const IDS = ['a', 'b', 'c', 'd'];
const id = fc.constantFrom(...IDS);

const change = fc.oneof(
  fc.constantFrom<StatusChange>({ bookmark: true }, { bookmark: null }, { read: true }, { read: null }),
  fc.constantFrom<StatusChange>({ 'tag:hafen': true }, { 'tag:hafen': null }, { 'tag:Grüße': true }),
  fc.string({ minLength: 1, maxLength: 9 }).map((text): StatusChange => ({ [NOTE]: text })),
  fc.constant<StatusChange>({ [NOTE]: null }),
);

const settings = fc.record({
  folders: fc.string({ unit: 'grapheme', minLength: 1 }).map((path) => [{ key: '', name: '', path }]),
  saved: fc.array(
    fc.record({
      id: fc.uuid(),
      name: fc.string({ minLength: 1, maxLength: 20 }),
      search: fc.string({ maxLength: 20 }),
    }),
    { maxLength: 4 },
  ),
  settings: fc
    .record({
      language: fc.constantFrom('system', 'de', 'en'),
      textSize: fc.integer({ min: 12, max: 28 }),
      justify: fc.boolean(),
      folded: fc.subarray<Section>(['saved', 'tags']),
    })
    .map((changed) => ({ ...DEFAULT_SETTINGS, ...changed })),
});

/** A step of work on a library, given what time it is. */
type Action = (writer: LibraryWriter, at: string) => void;

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.tuple(id, fc.constantFrom('09', '10', '11')).map(
    ([one, day]): Action =>
      (writer) =>
        add(writer, plain(one, day)),
  ),
  fc.tuple(id, change).map(
    ([one, made]): Action =>
      (writer, at) =>
        writer.marker.mark([one], made, at),
  ),
  fc.constant<Action>((writer) => drain(writer.fold())),
);

/** Everything a list or an article shows. */
const shown = (writer: LibraryWriter) => ({
  // Dispatches of the same second are in the order of arrival, which a day file does not keep.
  rows: [...rows(writer)].sort((one, other) => (one.id < other.id ? -1 : 1)),
  statuses: Object.fromEntries(IDS.map((one) => [one, statusOf(writer, one)])),
  bookmarks: ids(writer, { list: 'bookmarks' }),
});

test('a copy of the library folder, opened elsewhere, shows the same dispatches, marks, tags and notes, with the same settings', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 25 }), settings, (actions, chosen) => {
      const [folder, elsewhere] = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'depesche-')));
      if (folder === undefined || elsewhere === undefined) return;
      try {
        const writer = openWriter(folder);
        for (const [step, act] of actions.entries())
          act(writer, new Date(Date.UTC(2025, 10, 12, 12, 0, step)).toISOString());
        const before = shown(writer);
        writer.close();
        const refuse = (notice: Message) => expect.fail(notice.code);
        keep(openSettings(folder, refuse), chosen);
        cpSync(join(folder, 'settings.json'), join(elsewhere, 'settings.json'));
        if (existsSync(join(folder, 'library')))
          cpSync(join(folder, 'library'), join(elsewhere, 'library'), { recursive: true });
        const restored = openWriter(elsewhere);
        expect(shown(restored)).toEqual(before);
        expect(restored.notices).toEqual([]);
        restored.close();
        expect(openSettings(elsewhere, refuse).data).toEqual({ version: 2, ...chosen });
      } finally {
        for (const one of [folder, elsewhere]) rmSync(one, { recursive: true });
      }
    }),
    { numRuns: 12 },
  );
});

test('the copies that a migration keeps make the library of the old layout again', () => {
  const folder = frozenLibrary();
  const library = join(folder, 'library');
  rmSync(join(folder, 'journal'), { recursive: true });
  loseIndex(folder);
  const original = frozenLibrary();
  rmSync(join(original, 'journal'), { recursive: true });
  loseIndex(original);
  const untouched = openWriter(original);
  const before = shownNow(untouched);
  untouched.close();

  openWriter(folder).close();
  const files = readdirSync(library, { recursive: true }).map((name) => join(library, String(name)));
  const copies = files.filter((path) => path.endsWith('.layout-1'));
  expect(copies.length).toBeGreaterThan(1);
  for (const path of files) if (path.endsWith('.bookmarks.json')) rmSync(path);
  for (const path of copies) renameSync(path, path.slice(0, -'.layout-1'.length));
  loseIndex(folder);
  const restored = openWriter(folder);
  expect(shownNow(restored)).toEqual(before);
  expect(restored.notices).toEqual([]);
  restored.close();
});
