import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { agendaOf } from '../../../../main/library/queries/agenda.ts';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import type { Dispatch } from '../../../../main/wire/dispatch.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, openWriter } from '../sample.ts';
import { BACK_TO_8 } from '../step-back.ts';

const now = new Date('2026-03-01T09:00:00Z');

const announced = (id: string, change: Partial<Dispatch>) =>
  dispatch({
    id,
    signal: 'advisory',
    headline: `Termin ${id}`,
    publishedAt: '2026-02-28T12:00:00Z',
    body: [],
    ...change,
  });
const event = (id: string, start: string, end?: string, change: Partial<Dispatch> = {}) =>
  announced(id, { event: { start, ...(end !== undefined && { end }) }, ...change });
const ids = (writer: LibraryWriter) => agendaOf(writer.store, now).map(({ id }) => id);

const all = [
  event('über ein Jahr', '2027-05-01T10:00:00Z', undefined, { publishedAt: '2025-06-01T12:00:00Z' }),
  event('heute', '2026-03-01T10:00:00Z'),
  event('gestern ganztags', '2026-02-28'),
  event('vorgestern', '2026-02-27T08:00:00Z'),
  event('Messe', '2025-12-10T08:00:00+01:00', '2026-03-09T18:00:00+01:00', { publishedAt: '2025-10-01T12:00:00Z' }),
  event('abgesagt', '2026-03-02T10:00:00Z', undefined, { status: 'killed' }),
  announced('Vorschau', {}),
  announced('alte Vorschau', { publishedAt: '2026-02-20T12:00:00Z' }),
];
const AGENDA = ['Messe', 'gestern ganztags', 'Vorschau', 'heute', 'über ein Jahr'];

test('the agenda has what is to come, however long ago it was announced', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, ...all);
  expect(ids(writer)).toEqual(AGENDA);
  add(writer, event('heute', '2026-04-01T10:00:00Z', undefined, { version: 2 }));
  expect(ids(writer)).toEqual(['Messe', 'gestern ganztags', 'Vorschau', 'heute', 'über ein Jahr']);
  writer.close();
});

test('an index of the version before gets the lists of the agenda', () => {
  const folder = temporaryFolder();
  const first = openWriter(folder);
  add(first, ...all);
  const totals = (writer: LibraryWriter) =>
    writer.store.sql("SELECT value, total, unread FROM list WHERE kind IN ('event', 'notice') ORDER BY value").all();
  const before = totals(first);
  first.close();
  const old = new DatabaseSync(join(folder, 'index.sqlite'));
  old.exec(`
    ${BACK_TO_8}
    CREATE TEMP TABLE fresh AS SELECT k FROM list WHERE kind IN ('event', 'notice');
    DELETE FROM entry WHERE k IN fresh; DELETE FROM list WHERE k IN fresh;
    UPDATE dispatch SET lists = (SELECT group_concat(value) FROM json_each('[' || lists || ']') WHERE value NOT IN fresh);
    PRAGMA user_version = 8;
  `);
  old.close();
  const writer = openWriter(folder);
  expect(writer.notices).toEqual([]);
  expect(ids(writer)).toEqual(AGENDA);
  expect(totals(writer)).toEqual(before);
  writer.close();
});
