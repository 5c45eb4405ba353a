import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { articleOf } from '../../../../main/library/queries/article.ts';
import { listWindow } from '../../../../main/library/queries/list-window.ts';
import { sidebarOf } from '../../../../main/library/queries/sidebar.ts';
import type { ListQueryInput } from '../../../../preload/contract/contract.ts';
import { ListQuery } from '../../../../preload/contract/contract.ts';
import { message } from '../../../../preload/contract/messages.ts';
import { temporaryFolder } from '../../temporary.ts';
import { at, day, ids, list, now } from '../queries/listed.ts';
import { add, dispatch, fileOf, openWriter, whole } from '../sample.ts';

test('a dispatch stands in its lists and in its day file', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  expect(add(writer, dispatch())).toEqual({ new: 1, versions: 0, known: 0 });
  expect(ids(writer, { list: 'category', value: 'Inland' })).toEqual(['radweg']);
  expect(ids(writer, { list: 'source', value: 'dts-nachrichtenagentur.de' })).toEqual(['radweg']);
  expect(ids(writer, { list: 'today' })).toEqual(['radweg']);
  expect(ids(writer, { list: 'category', value: 'Sport' })).toEqual([]);
  writer.close();
  const file = JSON.parse(readFileSync(day(folder), 'utf8'));
  expect(file).toEqual({
    version: 1,
    dispatches: [{ ...dispatch(), file: { ...dispatch().file, path: 'radweg-1.txt' } }],
  });
});

test('the same story under another name and in other paragraphs is one dispatch with two files', () => {
  const writer = openWriter(temporaryFolder());
  const text = 'Der Stadtrat hat beraten und beschlossen, was lange umstritten war.';
  const more = 'Die Bürgermeisterin sprach von einem guten Tag.';
  add(writer, dispatch({ body: [text, more] }));
  const again = dispatch({ id: 'kopie', body: [`${text} ${more}`] });
  expect(add(writer, again)).toEqual({ new: 0, versions: 0, known: 1 });
  expect(ids(writer)).toEqual(['radweg']);
  expect(
    articleOf(writer.store, { id: 'radweg' }, now)
      ?.files.map(({ path }) => path)
      .sort(),
  ).toEqual(['kopie-1.txt', 'radweg-1.txt']);
  writer.close();
});

test('marks move dispatches between lists and keep the counts', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, dispatch(), dispatch({ id: 'zwei', headline: 'Zweite Meldung', body: [] }));
  writer.marker.mark(['radweg'], { read: true, bookmark: true, 'tag:wichtig': true }, at);
  expect(ids(writer, { list: 'unread' })).toEqual(['zwei']);
  expect(ids(writer, { list: 'bookmarks' })).toEqual(['radweg']);
  expect(ids(writer, { list: 'tag', value: 'wichtig' })).toEqual(['radweg']);
  const sidebar = sidebarOf(writer.store, [], 0, now);
  expect(sidebar).toMatchObject({
    all: { total: 2, unread: 1 },
    today: { total: 2, unread: 1 },
    bookmarks: { total: 1, unread: 0 },
    categories: [{ name: 'Inland', total: 2, unread: 1 }],
    tags: [{ name: 'wichtig', total: 1, unread: 0 }],
  });
  expect(writer.marker.mark(['radweg'], { read: true }, at)).toEqual({ changed: 0 });
  writer.close();
});

test('in the list of unread ones, what was read since it was entered stays', () => {
  const writer = openWriter(temporaryFolder());
  add(
    writer,
    dispatch(),
    dispatch({ id: 'zwei', headline: 'Zweite Meldung', body: [], publishedAt: '2025-11-10T10:00:00+01:00' }),
  );
  writer.marker.mark(['radweg'], { read: true }, '2025-11-10T11:00:00.000Z');
  const kept: ListQueryInput = { list: 'unread', keepReadSince: '2025-11-10T10:59:00.000Z' };
  expect(ids(writer, kept)).toEqual(['zwei', 'radweg']);
  expect(list(writer, kept).total).toBe(2);
  expect(ids(writer, { list: 'unread', keepReadSince: '2025-11-10T11:01:00.000Z' })).toEqual(['zwei']);
  writer.close();
});

test('a marking is taken back whole, also that of a whole list', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, ...['a', 'b', 'c'].map((id) => dispatch({ id, headline: `Meldung ${id}`, body: [] })));
  writer.marker.mark(['b'], { read: true }, at);
  const places = writer.store
    .sql('SELECT n FROM dispatch ORDER BY n')
    .all()
    .map(({ n }) => Number(n));
  const marked = whole(writer.marker.markPlaces(places, { read: true }, at));
  expect(marked.changed).toBe(2);
  expect(ids(writer, { list: 'unread' })).toEqual([]);
  const undone = whole(writer.marker.undo(marked.undo ?? '', at));
  expect(undone.changed).toBe(2);
  expect(ids(writer, { list: 'unread' }).sort()).toEqual(['a', 'c']);
  expect(whole(writer.marker.undo(marked.undo ?? '', at))).toEqual({ changed: 0 });
  expect(whole(writer.marker.undo(undone.undo ?? '', at)).changed).toBe(2);
  expect(ids(writer, { list: 'unread' })).toEqual([]);
  writer.close();
});

test('an embargo ends by time', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, dispatch({ status: 'embargoed', embargoUntil: '2025-11-10T12:30:00+01:00' }));
  expect(list(writer).rows[0]?.status).toBe('embargoed');
  const later = new Date('2025-11-10T12:31:00+01:00');
  const query = ListQuery.parse({ list: 'all' });
  expect(listWindow(writer.store, { query, offset: 0, limit: 1 }, 0, later).rows[0]?.status).toBe('usable');
  writer.close();
});

test('a teaser is tied to its dispatch by headline and minute, also when that comes later', () => {
  const writer = openWriter(temporaryFolder());
  const text =
    'Hafen sperrt alte Mole Die alte Mole im Hafen bleibt bis zum Frühjahr geschlossen, teilte die Verwaltung mit.';
  add(writer, dispatch({ related: [{ text, certain: false, publishedAt: '2025-11-10T10:07:00+01:00' }] }));
  expect(articleOf(writer.store, { id: 'radweg' }, now)?.dispatch.related).toMatchObject([{ certain: false }]);
  add(
    writer,
    dispatch({ id: 'mole', headline: 'Hafen sperrt alte Mole', body: [], publishedAt: '2025-11-10T10:07:40+01:00' }),
  );
  expect(articleOf(writer.store, { id: 'radweg' }, now)?.dispatch.related).toMatchObject([
    { certain: true, headline: 'Hafen sperrt alte Mole', dispatchId: 'mole' },
  ]);
  writer.close();
});

test('a file with a problem is listed until it can be read', () => {
  const writer = openWriter(temporaryFolder());
  const broken = { ...fileOf('kaputt.xml'), problem: { reason: 'damaged' as const, message: message('file.cut') } };
  writer.add([broken]);
  writer.commit();
  expect(sidebarOf(writer.store, [], 0, now).problems).toBe(1);
  writer.add([fileOf('kaputt.xml', dispatch())]);
  writer.commit();
  expect(sidebarOf(writer.store, [], 0, now).problems).toBe(0);
  writer.close();
});

test('categories stand as in a dictionary', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, dispatch({ categories: ['Business', 'Zoll', 'Börse', 'äußeres', 'Liga 10', 'Liga 2'] }));
  const { categories } = sidebarOf(writer.store, [], 0, now);
  expect(categories.map(({ name }) => name)).toEqual(['äußeres', 'Börse', 'Business', 'Liga 2', 'Liga 10', 'Zoll']);
  writer.close();
});

test('what has arrived is announced again after a crash until the rules have been applied to it', () => {
  const folder = temporaryFolder();
  const recent = dispatch({ publishedAt: new Date().toISOString() });
  const first = openWriter(folder);
  add(first, recent, dispatch({ id: 'alt', headline: 'Altes', body: [] }));
  const placesOf = (writer: typeof first) => writer.arrivals.take()?.places ?? [];
  expect(placesOf(first)).toHaveLength(2);
  first.close();
  // Nobody has said that they were tested; what is old is no news.
  const second = openWriter(folder);
  const left = placesOf(second);
  expect(left).toHaveLength(1);
  second.now(() => second.arrivals.tested(left));
  second.close();
  const third = openWriter(folder);
  expect(placesOf(third)).toEqual([]);
  third.close();
});
