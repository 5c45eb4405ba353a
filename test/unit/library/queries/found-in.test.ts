import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleOf } from '../../../../main/library/queries/article.ts';
import { keysOfList } from '../../../../main/library/queries/list-window.ts';
import { everything } from '../../../../main/library/queries/watching.ts';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import type { Dispatch } from '../../../../main/wire/dispatch.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, NOTE, openWriter } from '../sample.ts';
import { at, list, now } from './listed.ts';

const version = (number: number, text: string, change: Partial<Dispatch> = {}) =>
  dispatch({
    id: 'werft',
    version: number,
    headline: 'Werft plant Neubau',
    ...change,
    body: ['Der Kran bleibt.', text],
  });

const found = (writer: LibraryWriter, search: string) =>
  list(writer, { list: 'all', search }).rows.map(({ id, foundIn, snippet }) => [id, foundIn, snippet]);
const ids = (writer: LibraryWriter, search: string) => list(writer, { list: 'all', search }).rows.map(({ id }) => id);

test('words of earlier versions are found, and row and article say in which', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, version(1, 'Chef ist Karl Thoms.'), version(2, 'Chef ist Ada Lund.'), version(3, 'Chef ist Eva Brix.'));
  add(writer, dispatch({ id: 'rat', headline: 'Rat tagt', body: ['Auch Eva Brix sprach vor dem Rat der Stadt.'] }));
  expect(found(writer, 'thoms')).toEqual([['werft', { version: 1 }, expect.stringContaining('Karl Thoms')]]);
  expect(found(writer, 'kran lund')).toEqual([['werft', { version: 2 }, expect.stringContaining('Ada Lund')]]);
  expect(found(writer, '"ada lund" werft')).toHaveLength(1);
  expect(found(writer, '*homs')).toHaveLength(1);
  expect(found(writer, 'brix').map(([id, where]) => [id, where])).toEqual([
    ['rat', undefined],
    ['werft', undefined],
  ]);
  expect(ids(writer, 'text:thoms')).toEqual([]);
  expect(ids(writer, 'brix -thoms')).toEqual(['rat']);
  const article = (search: string) => articleOf(writer.store, { id: 'werft', search }, now);
  expect(article('thoms')?.foundIn).toEqual({ version: 1 });
  expect(article('brix')?.foundIn).toBeUndefined();
  writer.close();
});

test('a version that comes behind the shown one is found, too', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, version(2, 'Chef ist Ada Lund.'));
  add(writer, version(1, 'Chef ist Karl Thoms.'));
  expect(found(writer, 'thoms')).toMatchObject([['werft', { version: 1 }, {}]]);
  writer.close();
});

test('a word of a note finds its dispatch, until the note is deleted', () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  add(writer, version(1, 'Chef ist Karl Thoms.'));
  writer.marker.mark(['werft'], { [NOTE]: 'Pressestelle zurückrufen' }, at);
  writer.commit();
  expect(found(writer, 'pressestelle')).toEqual([['werft', 'note', 'Pressestelle zurückrufen']]);
  expect(found(writer, 'thoms pressestelle')).toMatchObject([['werft', 'note', {}]]);
  expect(articleOf(writer.store, { id: 'werft', search: 'pressestelle' }, now)?.foundIn).toBe('note');
  add(writer, version(2, 'Chef ist Ada Lund.'));
  expect(ids(writer, 'pressestelle thoms')).toEqual(['werft']);
  writer.close();
  for (const file of ['index.sqlite', 'search.sqlite']) rmSync(join(folder, file));
  const again = openWriter(folder);
  expect(ids(again, 'pressestelle thoms lund')).toEqual(['werft']);
  again.marker.mark(['werft'], { [NOTE]: null }, at);
  again.commit();
  expect(ids(again, 'pressestelle')).toEqual([]);
  again.close();
});

test('the text of a killed dispatch is not shown as the place of a hit', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, version(1, 'Chef ist Karl Thoms.'), version(2, '', { status: 'killed' }));
  expect(found(writer, 'thoms')).toEqual([['werft', { version: 1 }, '']]);
  writer.close();
});

test('a rule looks at the shown version only', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, version(1, 'Chef ist Karl Thoms.'), version(2, 'Chef ist Ada Lund.'));
  writer.marker.mark(['werft'], { [NOTE]: 'Pressestelle zurückrufen' }, at);
  writer.commit();
  const matched = (search: string) => keysOfList(writer.store, everything(search), 'all', undefined, now).length;
  expect(
    ['thoms', 'pressestelle', 'lund', '"ada lund"', 'notiz:pressestelle', '(lund OR thoms) -karl'].map(matched),
  ).toEqual([0, 0, 1, 1, 1, 1]);
  writer.close();
});
