import { describe, expect, test } from 'vitest';
import { feedTitle } from '../../../../main/wire/formats/feeds/feed-title.ts';
import { onlyOf } from '../reading.ts';

test.each([
  ['Küstenblatt', 'Küstenblatt', undefined],
  ['Küstenblatt - Politik', 'Küstenblatt', 'Politik'],
  ['Wirtschaft | Küstenblatt', 'Küstenblatt', 'Wirtschaft'],
  ['Küstenblatt :: Alle Meldungen', 'Küstenblatt', undefined],
  ['Küstenblatt RSS Feed', 'Küstenblatt', undefined],
  ['Jornal da Costa - Últimas Notícias', 'Jornal da Costa', undefined],
  ['Nord-Süd-Blatt: Sport', 'Nord-Süd-Blatt', 'Sport'],
  ['Nachrichten', undefined, undefined],
  ['Google News', undefined, undefined],
])('the title %s', (title, name, section) => {
  expect(feedTitle(title, [])).toEqual({ name, section });
});

const itemOf = (item: string, channel = '<title>Küstenblatt</title>') =>
  onlyOf(
    '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:wp="http://wordpress.org/export/1.2/">' +
      `<channel>${channel}<item><title>Fähre fährt</title><link>https://k.example/a1.html</link><guid>7</guid><pubDate>Sat, 14 Mar 2026 08:03:05 +0100</pubDate>` +
      `<description>Die Fähre fährt wieder.</description>${item}</item></channel></rss>`,
    'feed.xml',
  );

describe('the source of an item', () => {
  test.each([
    ['its source', '<source url="https://x.example">AFP</source>', 'AFP'],
    ['its author', '<dc:creator>Anna Brook, dpa</dc:creator>', 'dpa'],
    ['its rights', '<dc:rights>© dpa-infocom, dpa:260314-99-1/2</dc:rights>', 'dpa'],
    ['the credit of its picture', '<media:credit>Reuters</media:credit>', 'Reuters'],
    ['its dateline', '<body><![CDATA[<p>LONDON (Reuters) - The ferry sails.</p>]]></body>', 'Reuters'],
    ['a person names nobody', '<dc:creator>Anna Brook</dc:creator>', 'Küstenblatt'],
    ['another paper names nobody', '<source>Nordblatt</source>', 'Küstenblatt'],
  ])('%s', (_, item, source) => {
    expect(itemOf(item).source).toBe(source);
  });

  test('the rights, the publisher and the editor of the feed', () => {
    expect(itemOf('', '<title>Nachrichten</title><copyright>© 2026 dpa GmbH</copyright>').source).toBe('dpa');
    expect(itemOf('', '<title>News</title><managingEditor>x@k.example (Küstenblatt)</managingEditor>').source).toBe(
      'Küstenblatt',
    );
    expect(itemOf('<source>Nordblatt</source>', '<title>Google News</title>').source).toBe('Nordblatt');
    expect(itemOf('', '<title>News</title>').source).toBeUndefined();
  });

  test('ids belong to the feed as before, whoever is credited', () => {
    expect(itemOf('<source>AFP</source>').id).toBe(itemOf('').id);
    expect(itemOf('', '<title>Küstenblatt - Politik</title>').id).toBe('Küstenblatt - Politik:7');
  });

  test('an agency or an address is no byline', () => {
    expect(itemOf('<dc:creator>dpa</dc:creator>').byline).toBeUndefined();
    expect(itemOf('<author>noreply@k.example</author>').byline).toBeUndefined();
    expect(itemOf('<dc:creator>Anna Brook</dc:creator>').byline).toBe('Anna Brook');
  });
});

describe('the categories of an item', () => {
  test.each([
    ['addresses by their last part', '<category>https://k.example/ressort/politik/</category>', ['politik']],
    ['lists of topics', '<category>Politik, Wirtschaft; Sport</category>', ['Politik', 'Wirtschaft', 'Sport']],
    ['a comma in a name', '<category>Crime, Law and Justice</category>', ['Crime, Law and Justice']],
  ])('%s', (_, item, categories) => {
    expect(itemOf(item).categories).toEqual(categories);
  });

  test('else those of the feed: its only category, its title, the folder of the page', () => {
    expect(itemOf('', '<title>K</title><category>Sport</category>').categories).toEqual(['Sport']);
    expect(itemOf('', '<title>Küstenblatt - Sport</title>').categories).toEqual(['Sport']);
    expect(itemOf('', '<title>K</title><category>Sport</category><category>Kultur</category>').categories).toEqual([]);
    expect(itemOf('', '<title>K</title><wp:category>Sport</wp:category>').categories).toEqual([]);
    const page = onlyOf(
      '<rss version="2.0"><channel><title>K</title><item><title>A</title><link>https://k.example/wirtschaft/haefen/a.html</link><description>B b b.</description></item></channel></rss>',
    );
    expect([page.categories, page.topics]).toEqual([['Wirtschaft'], ['medtop:04000000']]);
  });
});
