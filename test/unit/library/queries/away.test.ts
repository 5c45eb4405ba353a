import { beforeEach, expect, test } from 'vitest';
import { sidebarOf } from '../../../../main/library/queries/sidebar.ts';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, openWriter, statusOf } from '../sample.ts';
import { at, ids, list, now } from './listed.ts';

const LATER = '2025-11-10T14:00:00.000Z';
let writer: LibraryWriter;

beforeEach(() => {
  writer = openWriter(temporaryFolder());
  const story = (id: string, minute: number, body: string) =>
    dispatch({ id, headline: `Meldung ${id}`, body: [body], publishedAt: `2025-11-10T09:${minute}:00+01:00` });
  add(
    writer,
    story('a', 30, 'Der Hafen wird tiefer.'),
    story('b', 20, 'Die Brücke bleibt.'),
    story('c', 10, 'Der Hafen ruht.'),
  );
});

const sidebar = () => sidebarOf(writer.store, [], 0, now);

test('what is put off until later leaves the lists of content, with their counts, and comes back as it was', () => {
  writer.marker.mark(['b'], { bookmark: true, 'tag:Bau': true }, at);
  writer.marker.mark(['b'], { later: LATER }, at);
  for (const name of ['all', 'unread', 'today'] as const) expect(ids(writer, { list: name })).toEqual(['a', 'c']);
  expect(ids(writer, { list: 'category', value: 'Inland' })).toEqual(['a', 'c']);
  expect(list(writer).total).toBe(2);
  const counts = sidebar();
  expect(counts.all).toEqual({ total: 2, unread: 2 });
  expect(counts.today).toEqual({ total: 2, unread: 2 });
  expect(counts.categories).toMatchObject([{ name: 'Inland', total: 2, unread: 2 }]);
  expect(counts.later.total).toBe(1);
  // Where a person put it, it stays.
  expect(ids(writer, { list: 'bookmarks' })).toEqual(['b']);
  expect(ids(writer, { list: 'tag', value: 'Bau' })).toEqual(['b']);
  expect(list(writer, { list: 'later' }).rows).toMatchObject([{ id: 'b', later: LATER, read: false }]);

  writer.marker.mark(['b'], { later: null }, at);
  expect(ids(writer)).toEqual(['a', 'b', 'c']);
  expect(ids(writer, { list: 'unread' })).toEqual(['a', 'b', 'c']);
  expect(sidebar().all).toEqual({ total: 3, unread: 3 });
  expect(ids(writer, { list: 'later' })).toEqual([]);
});

test('a search finds what is put off; what is hidden only if it asks for it', () => {
  writer.marker.mark(['a'], { later: LATER }, at);
  writer.marker.mark(['c'], { hidden: true }, at);
  expect(ids(writer, { list: 'all', search: 'hafen' })).toEqual(['a']);
  expect(list(writer, { list: 'all', search: 'quelle:dts' }).total).toBe(2);
  expect(ids(writer, { list: 'all', search: 'quelle:dts' })).toEqual(['a', 'b']);
  expect(ids(writer, { list: 'all', search: 'ist:später' })).toEqual(['a']);
  expect(ids(writer, { list: 'all', search: 'hafen is:hidden' })).toEqual(['c']);
  expect(ids(writer, { list: 'hidden', search: 'hafen' })).toEqual(['c']);
  expect(sidebarOf(writer.store, [], 0, now).hidden.total).toBe(1);
});

test('in a list of unread dispatches, one read a moment ago leaves at once when it is put off', () => {
  writer.marker.mark(['a'], { read: true }, now.toISOString());
  const query = { list: 'unread', keepReadSince: at } as const;
  expect(ids(writer, query)).toEqual(['a', 'b', 'c']);
  writer.marker.mark(['a'], { later: LATER }, now.toISOString());
  expect(ids(writer, query)).toEqual(['b', 'c']);
  expect(list(writer, query).total).toBe(2);
});

test('a new version of a hidden dispatch stays hidden, and its lists count nothing twice', () => {
  writer.marker.mark(['a'], { hidden: true }, at);
  add(writer, dispatch({ id: 'a', version: 2, headline: 'Meldung a, neu', publishedAt: '2025-11-10T10:00:00+01:00' }));
  expect(ids(writer)).toEqual(['b', 'c']);
  expect(sidebar().all).toEqual({ total: 2, unread: 2 });
  expect(list(writer, { list: 'hidden' }).rows).toMatchObject([{ id: 'a', version: 2 }]);
});

test('fields of a later version of the program are kept, and what rules and copies left is shown', () => {
  const rule = '0191d000-0000-7000-8000-000000000009';
  const copied = { time: at, version: 1 };
  writer.marker.mark(['a'], { copied, [`rule:${rule}`]: { name: 'Häfen', did: ['read', { tag: 'Küste' }] } }, at);
  expect(statusOf(writer, 'a')).toMatchObject({
    copied,
    rules: [{ id: rule, name: 'Häfen', did: ['read', { tag: 'Küste' }], at }],
  });
});
