import { expect, test } from 'vitest';
import { listWindow } from '../../../../main/library/queries/list-window.ts';
import { ListQuery } from '../../../../preload/contract/contract.ts';
import { findWords } from '../../../../preload/text/find-words.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, openWriter } from '../sample.ts';

test.each([
  ['Bundestagsabgeordnete', 'Drei Bundes\u00ADtags\u00ADabgeordnete gehen', 'Bundes\u00ADtags\u00ADabgeordnete'],
  ['Außenministerin', 'Die Außen\u00ADministerin reist', 'Außen\u00ADministerin'],
  ['Bundesliga', 'Die Bundes\u200Bliga beginnt', 'Bundes\u200Bliga'],
  ['Danke', 'Danke🙂 an alle', 'Danke'],
  ['"Gruß Prosit"', 'Ein Gruß🤣Prosit aus Birkau', 'Gruß🤣Prosit'],
  ['500', 'Es kostet ₽500 oder mehr', '500'],
  ['Imamoglu', 'Anhänger von İmamoğlu', 'İmamoğlu'],
  ['Anhaengern', 'İstanbul: Treffen mit Anhängern', 'Anhängern'],
  ['Baez', 'Joan Ba\u0301ez singt', 'Ba\u0301ez'],
])('%s is found in %j, and marked there', (search, headline, marked) => {
  const writer = openWriter(temporaryFolder());
  add(writer, dispatch({ id: 'a', headline, body: [] }), dispatch({ id: 'b', headline: 'Etwas anderes', body: [] }));
  const query = ListQuery.parse({ list: 'all', search });
  const { rows } = listWindow(writer.store, { query, offset: 0, limit: 9 }, 0, new Date());
  expect(rows.map(({ id }) => id)).toEqual(['a']);
  const words = (hits: readonly (readonly [number, number])[] = []) =>
    hits.map(([from, to]) => headline.slice(from, to));
  expect(words(rows[0]?.headlineHits)).toEqual([marked]);
  writer.close();
});

test('hits in the list are also hits in the article', () => {
  const headline = 'Anhänger von İmamoğlu, drei Bundes\u00ADtags\u00ADabgeordnete, Danke🙂';
  const hits = findWords(headline, ['imamoglu', 'bundestagsabgeordnete', 'danke']);
  expect(hits.map(([from, to]) => headline.slice(from, to))).toEqual([
    'İmamoğlu',
    'Bundes\u00ADtags\u00ADabgeordnete',
    'Danke',
  ]);
});
