import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listWindow } from '../../../../main/library/queries/list-window.ts';
import { preview } from '../../../../main/library/upkeep/retention.ts';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { ListQuery } from '../../../../preload/contract/contract.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, NOTE, openWriter } from '../sample.ts';

const now = new Date(2025, 10, 10, 12);
const at = '2025-11-10T11:00:00.000Z';
const shown = (writer: LibraryWriter) =>
  listWindow(writer.store, { query: ListQuery.parse({ list: 'all' }), offset: 0, limit: 100 }, 0, now).rows.map(
    ({ id }) => id,
  );
const retain = (writer: LibraryWriter, retention: Parameters<LibraryWriter['retain']>[0]) => {
  for (const _ of writer.fold());
  for (const _ of writer.retain(retention, now));
};

function filled() {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  for (const day of ['01', '02', '03', '09', '10']) {
    for (const id of ['a', 'b', 'c']) {
      add(
        writer,
        dispatch({
          id: `${id}${day}`,
          headline: `${id} vom ${day}.`,
          body: [],
          publishedAt: `2025-11-${day}T09:00:00+01:00`,
        }),
      );
    }
  }
  writer.marker.mark(['a01'], { bookmark: true }, at);
  writer.marker.mark(['b01'], { 'tag:wichtig': true }, at);
  writer.marker.mark(['a02'], { [NOTE]: 'nachfragen' }, at);
  return { folder, writer };
}

test('what is bookmarked, tagged or noted stays, what is older goes from lists and files', () => {
  const { folder, writer } = filled();
  expect(preview(writer.store, { days: 2 }, now)).toMatchObject({ goes: 6, stays: 3 });
  retain(writer, { days: 2 });
  expect(shown(writer).sort()).toEqual(['a01', 'a02', 'a09', 'a10', 'b01', 'b09', 'b10', 'c09', 'c10']);
  expect(existsSync(join(folder, 'library/2025/2025-11-03.json'))).toBe(false);
  const first = JSON.parse(readFileSync(join(folder, 'library/2025/2025-11-01.json'), 'utf8'));
  expect(first.dispatches.map(({ id }: { id: string }) => id).sort()).toEqual(['a01', 'b01']);
  expect(preview(writer.store, { days: 2 }, now)).toMatchObject({ goes: 0, stays: 3 });
  writer.close();
  const again = openWriter(folder);
  expect(again.needsRebuild).toBe(false);
  expect(shown(again)).toHaveLength(9);
  again.close();
});

test('a number of dispatches is kept, the newest', () => {
  const { writer } = filled();
  retain(writer, { dispatches: 4 });
  expect(shown(writer).sort()).toEqual(['a01', 'a02', 'a10', 'b01', 'b10', 'c09', 'c10'].sort());
  writer.close();
});

test('without a limit everything is kept', () => {
  const { writer } = filled();
  retain(writer, {});
  expect(shown(writer)).toHaveLength(15);
  writer.close();
});

test('the disk gets its space back', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  const long = (i: number) =>
    Array.from({ length: 60 }, (_, k) => `Satz ${k} der Meldung ${i} über Haushalt und Hafen.`).join(' ');
  for (let i = 0; i < 300; i++) {
    const publishedAt = `2025-10-${String(1 + (i % 28)).padStart(2, '0')}T09:00:00+02:00`;
    add(writer, dispatch({ id: `lang${i}`, headline: `Lange Meldung ${i}`, body: [long(i)], publishedAt }));
  }
  for (const _ of writer.fold());
  writer.store.db.exec('PRAGMA wal_checkpoint(truncate)');
  const index = join(folder, 'index.sqlite');
  const before = statSync(index).size;
  retain(writer, { days: 1 });
  writer.store.db.exec('PRAGMA wal_checkpoint(truncate)');
  expect(statSync(index).size).toBeLessThan(before / 2);
  writer.close();
});

test('what is kept of a day stays in its file, also when that had to be restored from an older copy', () => {
  const { folder, writer } = filled();
  for (const _ of writer.fold());
  const path = join(folder, 'library/2025/2025-11-01.json');
  writeFileSync(path, '{"version":1,');
  retain(writer, { days: 2 });
  const ids = JSON.parse(readFileSync(path, 'utf8')).dispatches.map(({ id }: { id: string }) => id);
  expect(ids.sort()).toEqual(['a01', 'b01']);
  writer.close();
});

test('a story stays whole while any of its versions is young enough', () => {
  const { writer } = filled();
  const version = (day: string, number: number) =>
    dispatch({
      id: 'back',
      version: number,
      headline: `Fassung ${number}`,
      body: [`Text der Fassung ${number}.`],
      publishedAt: `2025-11-${day}T08:00:00+01:00`,
    });
  add(writer, version('10', 1), version('02', 2));
  expect(preview(writer.store, { days: 2 }, now)).toMatchObject({ goes: 6, stays: 4 });
  retain(writer, { days: 2 });
  expect(shown(writer)).toContain('back');
  expect(writer.store.sql("SELECT count(*) AS n FROM dispatch WHERE id = 'back'").get()?.n).toBe(2);
  writer.close();
});

test('what is bookmarked while older days go stays', () => {
  const { writer } = filled();
  for (const _ of writer.fold());
  const steps = writer.retain({ days: 2 }, now);
  steps.next();
  // The newest one is removed first: the third went with the first step.
  writer.marker.mark(['c01'], { bookmark: true }, at);
  for (const _ of steps);
  expect(shown(writer)).toContain('c01');
  writer.close();
});

const versionOf = (id: string, version: number, day: string) =>
  dispatch({
    id,
    version,
    headline: `${id}, Fassung ${version}`,
    body: [`Text der Fassung ${version} von ${id}.`],
    publishedAt: `2025-11-${day}T08:00:00+01:00`,
  });
const held = (writer: LibraryWriter) =>
  writer.store
    .sql('SELECT id, version FROM dispatch ORDER BY id, version')
    .all()
    .map(({ id, version }) => `${id} ${version}`);

test('a story goes with all its versions, whatever their days, and does not come back in a rebuild', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, versionOf('old', 1, '01'), versionOf('old', 2, '03'), versionOf('new', 1, '10'));
  retain(writer, { days: 2 });
  expect(held(writer)).toEqual(['new 1']);
  writer.close();
  rmSync(join(folder, 'index.sqlite'));
  const again = openWriter(folder);
  expect(held(again)).toEqual(['new 1']);
  again.close();
});

test('a kill that was said to stay with its target stays, though that goes first', () => {
  const writer = openWriter(temporaryFolder());
  const kill = { ...versionOf('kill', 1, '01'), refersTo: [{ relation: 'kills' as const, id: 'story' }] };
  add(writer, versionOf('story', 1, '02'), kill);
  for (const _ of writer.fold());
  expect(preview(writer.store, { days: 2 }, now)).toMatchObject({ goes: 1, stays: 1 });
  retain(writer, { days: 2 });
  expect(held(writer)).toEqual(['kill 1']);
  retain(writer, { days: 2 });
  expect(held(writer)).toEqual([]);
  writer.close();
});

test('a kill stays as long as what it kills', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  const kill = { ...versionOf('kill', 1, '03'), refersTo: [{ relation: 'kills' as const, id: 'story' }] };
  add(writer, versionOf('story', 1, '02'), kill);
  writer.marker.mark(['story'], { bookmark: true }, at);
  retain(writer, { days: 2 });
  expect(held(writer)).toEqual(['kill 1', 'story 1']);
  writer.marker.mark(['story'], { bookmark: null }, at);
  retain(writer, { days: 2 });
  retain(writer, { days: 2 });
  expect(held(writer)).toEqual([]);
  writer.close();
});

test('what is only in the index any more goes, too', () => {
  const { folder, writer } = filled();
  for (const _ of writer.fold());
  for (const ending of ['', '.bak']) rmSync(join(folder, `library/2025/2025-11-03.json${ending}`), { force: true });
  retain(writer, { days: 2 });
  expect(shown(writer)).not.toContain('a03');
  writer.close();
});
