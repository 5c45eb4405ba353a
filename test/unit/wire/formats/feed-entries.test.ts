import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { feedTitle } from '../../../../main/wire/formats/feeds/feed-title.ts';
import { onlyOf } from '../reading.ts';

const escaped = (html: string) => html.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const entry = (html: string, item = '', title = 'Fähre fährt', channel = '<title>Küstenblatt</title>') =>
  onlyOf(
    `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${channel}<item><title>${title}</title>` +
      `<link>https://k.example/a1.html</link><guid>7</guid><pubDate>Sat, 14 Mar 2026 08:03:05 +0100</pubDate><description>${escaped(html)}</description>${item}</item></channel></rss>`,
    'feed.xml',
  );
const textsOf = (html: string) => entry(html).body.map(blockText);
const TEXT = 'Die Fähre fährt seit Freitag wieder über den See und nimmt 300 Autos mit.';

describe('what systems add to an entry is none of its text', () => {
  test.each([
    [
      'WordPress, sharing',
      '<div class="sharedaddy"><h3>Teilen mit:</h3><ul><li><a href="https://k.example/?s=x">Klick</a></li></ul></div>',
    ],
    ['WordPress, table of contents', '<div id="ez-toc-container"><p class="ez-toc-title">Inhaltsverzeichnis</p></div>'],
    [
      'Drupal, account and time',
      '<span class="field field--name-uid">redaktion</span><span class="field field--name-created">Fr., 13.03.2026 - 10:00</span>',
    ],
    ['Drupal, labels', '<div class="field__label visually-hidden">Body</div>'],
    [
      'newsletters, buttons',
      '<p class="button-wrapper"><a href="https://k.example/s">Subscribe now</a></p><p><a href="https://k.example/s">Share</a></p>',
    ],
    ['newsletters, offers', '<div class="subscription-widget"><p>Support my work.</p></div>'],
    [
      'papers, offers',
      '<ul><li><a href="https://k.example/n">Get our breaking news email, free app or daily news podcast</a></li></ul>',
    ],
    ['links to the rest', '<p><a href="https://k.example/a1.html">Seguir leyendo</a></p>'],
    ['links to the rest in Swedish', '<p><a href="https://k.example/a1.html">Läs hela artikeln</a></p>'],
    ['networks', '<p>[contains quote post or other embedded content]</p>'],
  ])('%s', (_, html) => {
    expect(textsOf(`<p>${TEXT}</p>${html}`)).toEqual([TEXT]);
  });

  test('a text that is called like one stays', () => {
    expect(textsOf(`<div class="newsletter"><p>${TEXT}</p></div>`)).toEqual([TEXT]);
  });
});

test.each([
  ['UK news | The Harbour Gazette', ['https://x.example', 'Harbour Gazette Media Limited'], 'The Harbour Gazette'],
  ['Liveticker Sturm | Nordfunk', ['https://nordfunk.example'], 'Nordfunk'],
  ['Sturm - Nordfunk', ['https://www.nordfunk.example/sturm'], 'Nordfunk'],
  ['Press corner - Commission of Lakes', [], 'Commission of Lakes'],
  ['@polizei.nord.example - Polizei Nord', [], 'Polizei Nord'],
  ['"Schleuse Sandau" - Google News', [], undefined],
  ['Current watches, warnings and advisories for Lake State', [], undefined],
  ['Pressemitteilungen', [], undefined],
])('the source in the title %s', (title, clues, name) => {
  expect(feedTitle(title, clues).name).toBe(name);
});

test('a feed that only describes itself comes from its author', () => {
  const feed =
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Magnitude 4.5+ Earthquakes, Past Day</title><id>q</id><author><name>Lake Geological Survey</name></author><entry><id>q1</id><title>M 5.1</title><updated>2026-03-13T11:20:00Z</updated><summary>Felt in Sandau.</summary></entry></feed>';
  expect(onlyOf(feed).source).toBe('Lake Geological Survey');
});

test('a feed of many papers: the paper is the source and no part of the headline', () => {
  const story = entry(
    '<a href="https://n.example">Neue Fähre fährt</a> <font>Nordblatt</font>',
    '<source url="https://nordblatt.example">Nordblatt</source>',
    'Neue Fähre fährt - Nordblatt',
    '<title>"Fähre" - Google News</title>',
  );
  expect(story).toMatchObject({ headline: 'Neue Fähre fährt', source: 'Nordblatt', body: [] });
});

test('accounts are no authors, and what has no category has none', () => {
  const story = entry(TEXT, '<dc:creator>redaktion</dc:creator><category>Uncategorized</category>');
  expect([story.byline, story.categories]).toEqual([undefined, []]);
});

test('an embargo on the line of a headline or in front of the text', () => {
  const story = entry(`Sperrfrist: 17. März 2026, 12:00 Uhr. ${TEXT}`, '', 'Sperrfrist 17.03., 12 Uhr: Fähre fährt');
  expect(story).toMatchObject({
    headline: 'Fähre fährt',
    status: 'embargoed',
    embargoUntil: '2026-03-17T12:00:00+01:00',
    body: [{ text: TEXT }],
  });
  expect(entry('Gesperrt bis Montag. Die Straße ist zu.').body).toMatchObject([
    { text: 'Gesperrt bis Montag. Die Straße ist zu.' },
  ]);
});

test.each([
  ['Brand in Lagerhalle ++ Korrektur ++', 'correction'],
  ['Terminhinweis: Pressekonferenz am Dienstag', 'advisory'],
  ['Einladung zur Pressekonferenz', 'advisory'],
  ['Einladung an Merz sorgt für Streit', undefined],
])('%s', (title, signal) => {
  expect(entry(TEXT, '', title).signal).toBe(signal);
});

test('datelines of wires of releases and of parliaments', () => {
  expect(entry('LAKE CITY, Ill., March 13, 2026 /PRNewswire/ -- Sandau Locks opened a lock.')).toMatchObject({
    place: 'LAKE CITY, Ill.',
    body: [{ text: 'Sandau Locks opened a lock.' }],
  });
  expect(entry('Sandau: (hib/ABC) Der Ausschuss hat getagt.')).toMatchObject({
    place: 'Sandau',
    body: [{ text: 'Der Ausschuss hat getagt.' }],
  });
});
