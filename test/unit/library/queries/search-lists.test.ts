import { expect, test } from 'vitest';
import { listWindow } from '../../../../main/library/queries/list-window.ts';
import { ListQuery } from '../../../../preload/contract/contract.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, openWriter } from '../sample.ts';

const CATEGORIES = [
  'Wirtschaft',
  'Kultur & Medien',
  'Straße/Verkehr',
  '+++',
  'C++ «Übersee»',
  'Neue Ära',
  'Αθήνα',
  'Sport',
];
const WORDS = ['Hafenamt', 'Hafenbecken', 'Mole', 'Wirtschaft', 'Ära'];

/** Ninety dispatches: each category and each pair of neighbours, with each word and without any. */
const all = Array.from({ length: 90 }, (_, i) => {
  const first = i % CATEGORIES.length;
  const categories = i % 3 === 0 ? [first] : [first, (first + 1) % CATEGORIES.length];
  return dispatch({
    id: `d${i}`,
    headline: `Meldung ${i}`,
    body: [`Das ist die Meldung Nummer ${i} über ${WORDS[i % (WORDS.length + 1)] ?? 'nichts'} und anderes.`],
    source: i % 4 === 0 ? 'dpa' : 'dts-nachrichtenagentur.de',
    categories: categories.map((at) => CATEGORIES[at] ?? ''),
    publishedAt: new Date(Date.UTC(2025, 10, 1, 0, i)).toISOString(),
  });
});

const asked: [string, (body: string) => boolean][] = [
  ['hafen*', (body) => body.includes('Hafen')],
  ['mole', (body) => body.includes('Mole')],
  ['text:wirtschaft OR text:ära', (body) => /Wirtschaft|Ära/.test(body)],
];

test('words on a list are found however the list is narrowed, in every order', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, ...all);
  const find = (search: string, order: 'newest' | 'oldest' | 'relevance') =>
    listWindow(
      writer.store,
      { query: ListQuery.parse({ list: 'all', search, order }), offset: 0, limit: 90 },
      0,
      new Date(),
    ).rows.map(({ id }) => id);
  for (const [words, holds] of asked) {
    for (const field of [...CATEGORIES.map((name) => ['ressort', name] as const), ['quelle', 'dpa'] as const]) {
      const [kind, name] = field;
      const wanted = all
        .filter(({ body }) => holds(body.map((block) => ('text' in block ? block.text : '')).join(' ')))
        .filter(({ categories, source }) => (kind === 'quelle' ? source === name : categories.includes(name)))
        .map(({ id }) => id);
      const search = `(${words}) ${kind}:"${name}"`;
      expect(find(search, 'oldest'), search).toEqual(wanted);
      expect(find(search, 'newest').reverse(), search).toEqual(find(search, 'oldest'));
      expect(find(search, 'relevance').sort(), search).toEqual(find(search, 'newest').sort());
    }
  }
  writer.close();
});
